"""Messages of a conversation as the prompt of a model."""

import asyncio
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.error.prompt_errors import MissingToolResultsError
from ai_sdk.logger import WarningsEvent, set_warning_logger
from ai_sdk.prompt.convert_to_language_model_prompt import (
    convert_to_language_model_message,
    convert_to_language_model_prompt,
)
from ai_sdk.prompt.standardize_prompt import StandardizedPrompt, load_messages, standardize_prompt
from ai_sdk.provider import AISDKError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.download import Download
from ai_sdk.util.download.download_function import DownloadRequest

pytestmark = pytest.mark.anyio

OPTIONS = {"toy": {"a": 1}}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
CALL = {"type": "tool-call", "toolCallId": "c1", "toolName": "pay", "input": {"amount": 5}}
RESULT = {"type": "tool-result", "toolCallId": "c1", "toolName": "pay", "output": {"type": "json", "value": 5}}


@pytest.fixture(autouse=True)
def warnings() -> Iterator[list[WarningsEvent]]:
    heard: list[WarningsEvent] = []
    set_warning_logger(logger=heard.append)
    yield heard
    set_warning_logger(logger=True)


async def convert(*messages: Any, instructions: Any = None, urls: Any = None, **more: Any) -> list[Any]:
    prompt = standardize_prompt(messages=messages, instructions=instructions, allow_system_in_messages=True)
    converted = await convert_to_language_model_prompt(prompt=prompt, supported_urls=urls or {}, **more)
    made: list[Any] = dump(converted)
    return made


def user(*parts: Any) -> dict[str, Any]:
    return {"role": "user", "content": list(parts)}


def assistant(*parts: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": list(parts)}


def answers(*parts: Any, **more: Any) -> dict[str, Any]:
    return {"role": "tool", "content": list(parts), **more}


def text(value: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "text": value, **more}


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        (None, []),
        ("Be brief.", [{"role": "system", "content": "Be brief."}]),
        (
            {"role": "system", "content": "A", "providerOptions": OPTIONS},
            [{"role": "system", "content": "A", "providerOptions": OPTIONS}],
        ),
        (
            [{"role": "system", "content": "A"}, {"role": "system", "content": "B"}],
            [{"role": "system", "content": "A"}, {"role": "system", "content": "B"}],
        ),
    ],
)
async def test_instructions_come_first(instructions: Any, expected: list[Any]) -> None:
    assert (await convert(user(text("Hi")), instructions=instructions))[:-1] == expected


async def test_texts_are_parts_and_empty_ones_are_left_out() -> None:
    assert await convert(
        {"role": "system", "content": "S"},
        {"role": "user", "content": "", "providerOptions": OPTIONS},
        {"role": "assistant", "content": ""},
        user(text(""), text("Hi", providerOptions=OPTIONS)),
        assistant(text(""), text("", providerOptions=OPTIONS), text("Hello")),
    ) == [
        {"role": "system", "content": "S"},
        {"role": "user", "content": [text("")], "providerOptions": OPTIONS},
        assistant(text("")),
        user(text("Hi", providerOptions=OPTIONS)),
        assistant(text("", providerOptions=OPTIONS), text("Hello")),
    ]


async def test_every_part_of_an_assistant_is_converted_but_for_requests_of_approval() -> None:
    kept = [
        {"type": "reasoning", "text": "hm", "providerOptions": OPTIONS},
        {"type": "custom", "kind": "toy.note", "providerOptions": OPTIONS},
        {**CALL, "providerExecuted": True, "providerOptions": OPTIONS},
        {**RESULT, "providerOptions": OPTIONS},
    ]
    files = [
        {"type": "file", "mediaType": "text/plain", "data": "SGk=", "filename": "f", "providerOptions": OPTIONS},
        {"type": "reasoning-file", "mediaType": "image", "data": "data:image/png;base64,SGk="},
        {"type": "reasoning-file", "mediaType": "image", "data": "https://a.dev/x"},
    ]
    asked = {"type": "tool-approval-request", "approvalId": "a1", "toolCallId": "c1"}
    (message,) = await convert(assistant(*kept, asked, *files))
    data = {"type": "data", "data": "SGk="}
    assert message["content"] == [
        *kept,
        {**files[0], "data": data},
        {**files[1], "data": data, "mediaType": "image/png"},
        {**files[2], "data": {"type": "url", "url": "https://a.dev/x"}},
    ]


async def test_a_thought_cannot_be_a_reference() -> None:
    thought = {"type": "reasoning-file", "mediaType": "image", "data": {"type": "url", "url": "https://a.dev/x"}}
    message = load_messages([assistant(thought)])[0]
    message.content[0].data = {"toy": "file-1"}  # type: ignore[union-attr]
    with pytest.raises(ValueError, match=r"^Unsupported reasoning-file data type: reference$"):
        convert_to_language_model_message(message, {})


async def test_only_answers_to_requests_of_the_provider_reach_it() -> None:
    given_answer = {"type": "tool-approval-response", "approvalId": "a1", "approved": False, "reason": "no"}
    provided = {**given_answer, "providerExecuted": True}
    assert await convert(assistant({**CALL, "providerExecuted": True}), answers(given_answer, provided)) == [
        assistant({**CALL, "providerExecuted": True}),
        answers(given_answer),
    ]
    assert await convert(user(text("Hi")), answers(given_answer)) == [user(text("Hi"))]


async def test_an_image_is_a_file_and_the_old_spelling_is_warned_of(warnings: list[WarningsEvent]) -> None:
    (message,) = await convert(
        user(
            {"type": "image", "image": PNG, "providerOptions": OPTIONS}, {"type": "image", "image": "https://a.dev/x"}
        ),
        urls={"image/*": [re.compile("https://a.dev/.*")]},
    )
    assert message["content"] == [
        {
            "type": "file",
            "mediaType": "image/png",
            "data": {"type": "data", "data": PNG},
            "providerOptions": OPTIONS,
        },
        {"type": "file", "mediaType": "image", "data": {"type": "url", "url": "https://a.dev/x"}},
    ]
    assert [warning.setting for warning in warnings[0].warnings] == ['"image" content part'] * 2  # type: ignore[union-attr]


async def test_a_file_that_the_model_cannot_fetch_is_downloaded() -> None:
    requests: list[DownloadRequest] = []

    async def download(wanted: list[DownloadRequest]) -> list[Download | None]:
        requests.extend(wanted)
        return [
            None if each.is_url_supported_by_model else Download(data=b"Hi", media_type="text/css") for each in wanted
        ]

    def file(url: str, media_type: str) -> dict[str, Any]:
        return {"type": "file", "mediaType": media_type, "data": url}

    shown = {
        "type": "content",
        "value": [{**file("https://c.dev/z", "text"), "data": {"type": "url", "url": "https://c.dev/z"}}],
    }
    converted = await convert(
        {"role": "system", "content": "S"},
        user(file("https://a.dev/x", "text/plain"), file("https://b.dev/y", "text"), file("SGk=", "text/plain")),
        {"role": "user", "content": "Hi"},
        assistant(CALL, {**RESULT, "output": shown}),
        answers({**RESULT, "output": shown}, {"type": "tool-approval-response", "approvalId": "a", "approved": True}),
        urls={"text/*": [re.compile("https://a.dev/.*")]},
        download=download,
    )
    assert [(each.url, each.is_url_supported_by_model) for each in requests] == [
        ("https://a.dev/x", True),
        ("https://b.dev/y", False),
        ("https://c.dev/z", False),
        ("https://c.dev/z", False),
    ]
    assert converted[1]["content"][:2] == [
        {"type": "file", "mediaType": "text/plain", "data": {"type": "url", "url": "https://a.dev/x"}},
        {"type": "file", "mediaType": "text/css", "data": {"type": "data", "data": b"Hi"}},
    ]
    inlined = {"type": "file", "mediaType": "text/css", "data": {"type": "data", "data": b"Hi"}}
    assert [converted[index]["content"][-1]["output"]["value"] for index in (3, 4)] == [[inlined], [inlined]]


async def test_a_whole_media_type_stays_whatever_the_server_says_and_bytes_of_an_image_win() -> None:
    async def download(wanted: list[DownloadRequest]) -> list[Download | None]:
        return [Download(data=PNG if "png" in each.url else b"Hi", media_type="text/css") for each in wanted]

    (message,) = await convert(
        user(
            {"type": "file", "mediaType": "text/plain", "data": "https://a.dev/x"},
            {"type": "file", "mediaType": "image/jpeg", "data": "https://a.dev/png"},
        ),
        download=download,
    )
    assert [part["mediaType"] for part in message["content"]] == ["text/plain", "image/png"]


async def test_without_a_function_files_are_downloaded_by_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    from ai_sdk.util.download import download as module

    async def fetch(url: str, **_: Any) -> Download:
        return Download(data=url.encode(), media_type="text/css")

    monkeypatch.setattr(module, "download", fetch)
    (message,) = await convert(user({"type": "file", "mediaType": "text", "data": "https://a.dev/x"}))
    assert message["content"][0]["data"] == {"type": "data", "data": b"https://a.dev/x"}


async def test_tool_messages_in_a_row_are_one() -> None:
    second = {**RESULT, "toolCallId": "c2"}
    calls = assistant(CALL, {**CALL, "toolCallId": "c2"})
    assert await convert(calls, answers(RESULT), answers(second)) == [calls, answers(RESULT, second)]


async def test_options_of_a_joined_message_move_to_its_last_part() -> None:
    calls = assistant(CALL, {**CALL, "toolCallId": "c2"})
    first, last = {"toy": {"a": 1, "b": 1}}, {"toy": {"a": 2}}
    second = {**RESULT, "toolCallId": "c2"}
    converted = await convert(
        calls,
        answers({**RESULT, "providerOptions": {"toy": {"b": 2}}}, providerOptions=first),
        answers(second, providerOptions=last),
    )
    assert converted[1] == answers(
        {**RESULT, "providerOptions": {"toy": {"a": 1, "b": 2}}}, second, providerOptions=last
    )


async def test_options_of_a_message_without_parts_join_those_of_the_next() -> None:
    approved = {"type": "tool-approval-response", "approvalId": "a", "approved": True}
    converted = await convert(
        assistant(CALL),
        answers(approved, providerOptions={"toy": {"a": 1}}),
        answers(RESULT, providerOptions={"toy": {"b": 2}}),
    )
    assert converted[1] == answers(RESULT, providerOptions={"toy": {"a": 1, "b": 2}})


@pytest.mark.parametrize("after", [[], [user(text("Hi"))], [{"role": "system", "content": "S"}]])
async def test_a_call_without_a_result_is_an_error(after: list[Any]) -> None:
    second = {**CALL, "toolCallId": "c2"}
    with pytest.raises(MissingToolResultsError, match=r"^Tool results are missing for tool calls c1, c2\.$"):
        await convert(assistant(CALL, second), *after)
    with pytest.raises(MissingToolResultsError, match=r"^Tool result is missing for tool call c2\.$"):
        await convert(assistant(CALL, second), answers(RESULT), *after)


async def test_a_call_that_the_provider_runs_needs_no_result() -> None:
    provided = assistant({**CALL, "providerExecuted": True})
    assert await convert(provided, user(text("Hi"))) == [provided, user(text("Hi"))]


async def test_a_conversation_is_not_changed_by_its_conversion() -> None:
    messages = load_messages([assistant(CALL), answers(RESULT, providerOptions=OPTIONS), answers(RESULT)])
    before = dump(messages)
    await convert_to_language_model_prompt(prompt=StandardizedPrompt(messages=messages), supported_urls={})
    assert dump(messages) == before


WORDS = st.text(max_size=6)
OUTPUTS = st.one_of(
    st.fixed_dictionaries({"type": st.sampled_from(["text", "error-text"]), "value": WORDS}),
    st.fixed_dictionaries({"type": st.sampled_from(["json", "error-json"]), "value": st.integers() | WORDS}),
    st.fixed_dictionaries({"type": st.just("execution-denied")}, optional={"reason": WORDS}),
    st.fixed_dictionaries({"type": st.just("content"), "value": st.lists(st.builds(text, WORDS), max_size=2)}),
)
IDS = st.sampled_from(["c1", "c2", "c3"])
USERS = st.fixed_dictionaries(
    {"role": st.just("user"), "content": WORDS | st.lists(st.builds(text, WORDS), max_size=3)}
)
ASSISTANTS = st.fixed_dictionaries(
    {
        "role": st.just("assistant"),
        "content": WORDS
        | st.lists(
            st.builds(text, WORDS)
            | st.builds(lambda value: {"type": "reasoning", "text": value}, WORDS)
            | st.builds(lambda each: {**CALL, "toolCallId": each}, IDS),
            max_size=3,
        ),
    }
)
TOOLS = st.fixed_dictionaries(
    {
        "role": st.just("tool"),
        "content": st.lists(
            st.builds(lambda each, output: {**RESULT, "toolCallId": each, "output": output}, IDS, OUTPUTS), max_size=2
        ),
    }
)


def texts(messages: Any) -> list[str]:
    """Return the texts that people, models and tools wrote."""
    found: list[str] = []
    for message in messages:
        parts = [text(message["content"])] if isinstance(message["content"], str) else message["content"]
        for part in parts:
            output = part.get("output", {})
            found += [part["text"]] if "text" in part else []
            found += [output["value"]] if isinstance(output.get("value"), str) else []
            found += [each["text"] for each in output["value"]] if output.get("type") == "content" else []
    return [each for each in found if each]


@settings(deadline=None)
@given(st.lists(st.one_of(USERS, ASSISTANTS, TOOLS), min_size=1, max_size=5))
def test_conversion_keeps_every_text_in_order_or_raises_an_error_of_ours(messages: list[Any]) -> None:
    try:
        converted = asyncio.run(convert(*messages))
    except AISDKError as error:
        assert isinstance(error, MissingToolResultsError)  # noqa: PT017 - one of two outcomes
        return
    assert texts(converted) == texts(messages)
