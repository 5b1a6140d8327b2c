"""The same messages, validated, converted and judged by npm's `ai` package and by this one."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from ai_sdk import (
    convert_to_model_messages,
    last_assistant_message_is_complete_with_approval_responses,
    last_assistant_message_is_complete_with_tool_calls,
    read_ui_message_stream,
    validate_ui_messages,
)
from ai_sdk.error import MessageConversionError
from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils.content_part import TextPart
from conformance.javascript_json import stringify
from tests.ui.typescript import TypeScript, typescript
from tests.ui.ui_message_strategies import damaged_ui_messages, ui_messages
from tests.ui_message_stream.chunk_strategies import sensible_chunks

IN_ONE_PROCESS = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def node() -> Iterator[TypeScript]:
    with typescript() as process:
        yield process


def validated(messages: Any) -> dict[str, Any]:
    try:
        return {"value": dump(asyncio.run(validate_ui_messages(messages=messages)))}
    except AISDKError as error:
        return {"error": error.name}


def converted(messages: Any, *, ignore_incomplete_tool_calls: bool) -> Any:
    return dump(
        asyncio.run(
            convert_to_model_messages(
                messages,
                ignore_incomplete_tool_calls=ignore_incomplete_tool_calls,
                convert_data_part=lambda part: TextPart(text=stringify(part.data)),
            )
        )
    )


@IN_ONE_PROCESS
@given(messages=ui_messages())
def test_valid_messages_are_valid_on_both_sides_and_stay_the_same(node: TypeScript, messages: Any) -> None:
    assert validated(messages) == node.ask("validate", messages=messages) == {"value": messages}


@IN_ONE_PROCESS
@given(messages=damaged_ui_messages())
def test_damaged_messages_are_refused_or_mended_alike(node: TypeScript, messages: Any) -> None:
    assert validated(messages) == node.ask("validate", messages=messages)


def with_null_inputs(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Inputs that are null or not there are the same in Python: a tool's input is an object."""
    for message in messages:
        for part in message["content"] if message["role"] == "assistant" else []:
            if part["type"] == "tool-call":
                part.setdefault("input", None)
            if part.get("inputSchemaInput", ...) is None:
                del part["inputSchemaInput"]
    return messages


@IN_ONE_PROCESS
@given(messages=ui_messages(), ignore=st.booleans())
def test_messages_are_converted_alike(node: TypeScript, messages: Any, ignore: Any) -> None:
    theirs = node.ask("convert", messages=messages, ignoreIncompleteToolCalls=ignore)["value"]
    assert converted(messages, ignore_incomplete_tool_calls=ignore) == with_null_inputs(theirs)


@IN_ONE_PROCESS
@given(messages=ui_messages())
def test_models_are_converted_as_the_json_that_they_came_from(messages: Any) -> None:
    models = asyncio.run(validate_ui_messages(messages=messages))
    from_models = converted(models, ignore_incomplete_tool_calls=False)
    assert from_models == converted(messages, ignore_incomplete_tool_calls=False)


@IN_ONE_PROCESS
@given(messages=ui_messages())
def test_the_last_message_is_judged_alike(node: TypeScript, messages: Any) -> None:
    ours = (
        last_assistant_message_is_complete_with_tool_calls(messages=messages),
        last_assistant_message_is_complete_with_approval_responses(messages=messages),
    )
    theirs = [node.ask(name, messages=messages) for name in ("isCompleteWithToolCalls", "isCompleteWithApprovals")]
    assert [{"value": value} for value in ours] == theirs


def streamed(chunks: list[Any]) -> dict[str, Any]:
    """Return the message that chunks build, as a database would give it back."""

    async def stream() -> AsyncIterator[Any]:
        for chunk in chunks:
            yield chunk

    async def last() -> Any:
        return [message async for message in read_ui_message_stream(stream=stream())][-1:]

    (message,) = asyncio.run(last()) or [{"id": "", "role": "assistant", "parts": []}]
    stored: dict[str, Any] = json.loads(json.dumps({**message, "id": message["id"] or "a1"}))
    return stored


@IN_ONE_PROCESS
@given(chunks=sensible_chunks())
def test_a_streamed_message_that_was_stored_comes_back_as_itself_and_is_converted_alike(
    node: TypeScript, chunks: list[Any]
) -> None:
    messages = [streamed(chunks)]
    resubmitted = validated(messages)
    assert resubmitted == node.ask("validate", messages=messages)
    theirs = node.ask("convert", messages=messages)
    if "error" in theirs:  # a URL that is none
        with pytest.raises(MessageConversionError, match="Invalid URL"):
            converted(messages, ignore_incomplete_tool_calls=False)
        return
    assert converted(messages, ignore_incomplete_tool_calls=False) == with_null_inputs(theirs["value"])
    if "value" in resubmitted:
        models = asyncio.run(validate_ui_messages(messages=messages))
        assert converted(models, ignore_incomplete_tool_calls=False) == theirs["value"]
