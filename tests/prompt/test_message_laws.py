"""What holds for every conversation, however odd its data."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from ai_sdk import prune_messages
from ai_sdk.logger import set_warning_logger
from ai_sdk.prompt.convert_to_language_model_prompt import convert_to_language_model_prompt
from ai_sdk.prompt.standardize_prompt import StandardizedPrompt, standardize_prompt
from ai_sdk.provider import AISDKError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.download import Download
from ai_sdk.util.download.download_function import DownloadRequest
from tests.prompt.model_message_strategies import CONVERSATIONS


@pytest.fixture(autouse=True, scope="module")
def no_warnings() -> Iterator[None]:
    set_warning_logger(logger=False)
    yield
    set_warning_logger(logger=True)


async def leave(wanted: list[DownloadRequest]) -> list[Download | None]:
    """Leave every file where it is."""
    return [None for _ in wanted]


@settings(deadline=None)
@given(CONVERSATIONS)
def test_messages_as_data_are_the_same_messages(messages: list[Any]) -> None:
    data = dump(messages)
    assert dump(standardize_prompt(messages=data, allow_system_in_messages=True).messages) == data


@settings(deadline=None)
@given(CONVERSATIONS)
def test_converting_raises_only_errors_of_ours_and_changes_nothing(messages: list[Any]) -> None:
    before = dump(messages)
    prompt = StandardizedPrompt(messages=messages)
    try:
        converted = asyncio.run(
            convert_to_language_model_prompt(prompt=prompt, supported_urls={}, download=leave, provider="toy")
        )
    except AISDKError:
        converted = []
    assert dump(messages) == before
    assert all(message.content for message in converted if message.role == "tool")


@settings(deadline=None)
@given(CONVERSATIONS)
def test_pruning_changes_no_message_that_was_given_and_makes_none_up(messages: list[Any]) -> None:
    before = dump(messages)
    kept = prune_messages(messages=messages, reasoning="all", tool_calls="before-last-2-messages")
    assert dump(messages) == before
    assert [message.role for message in kept if message.role in {"user", "system"} and message.content] == [
        message.role for message in messages if message.role in {"user", "system"} and message.content
    ]
