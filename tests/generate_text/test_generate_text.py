"""One call of a model, and what comes back: the result, its output, and how options are checked."""

from datetime import UTC, datetime
from typing import Any

import pytest

from ai_sdk import Output, generate_text
from ai_sdk.error.no_output_errors import NoOutputGeneratedError
from ai_sdk.error.tool_errors import ToolChoiceViolationError
from ai_sdk.logger import WarningsEvent, set_warning_logger
from ai_sdk.provider import InvalidPromptError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.testing import MockLanguageModelV4
from ai_sdk.version import AI_VERSION
from tests.generate_text.answers import answer, call, generate, mock, tokens
from tests.instant_clock import START, InstantClock

pytestmark = pytest.mark.anyio

SOURCE = {"type": "source", "sourceType": "url", "id": "s", "url": "https://a.dev/"}
FILE = {"type": "file", "mediaType": "text/plain", "data": {"type": "data", "data": b"Hi"}}


async def test_the_model_gets_the_prompt_and_the_settings_of_the_call() -> None:
    model = mock("Hello")
    await generate(
        model,
        instructions="Be brief.",
        temperature=0.5,
        max_output_tokens=10,
        stop_sequences=["."],
        headers={"x-a": "1"},
        provider_options={"toy": {"a": 1}},
    )
    assert dump(model.do_generate_calls[0]) == {
        "prompt": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": [{"type": "text", "text": "Hi"}]},
        ],
        "toolChoice": {"type": "auto"},
        "temperature": 0.5,
        "maxOutputTokens": 10,
        "stopSequences": ["."],
        "headers": {"x-a": "1", "user-agent": f"ai/{AI_VERSION}"},
        "providerOptions": {"toy": {"a": 1}},
    }


async def test_the_result_of_one_step_is_that_step() -> None:
    given = answer(
        {"type": "reasoning", "text": "hm"},
        "Hello",
        SOURCE,
        FILE,
        reason="stop",
        warnings=[{"type": "other", "message": "odd"}],
        providerMetadata={"toy": {"a": 1}},
        request={"url": "https://u:p@api.dev/v1?key=secret", "body": "sent"},
        response={"id": "r", "modelId": "m", "timestamp": START, "headers": {"h": "1"}, "body": "got"},
        **tokens(3, 5),
    )
    result = await generate(mock(given), include={"request_body": True, "response_body": True})
    assert (result.text, result.finish_reason, result.raw_finish_reason) == ("Hello", "stop", "raw-stop")
    assert (result.reasoning_text, dump(result.reasoning)) == ("hm", [{"type": "reasoning", "text": "hm"}])
    assert [dump(part)["type"] for part in result.content] == ["reasoning", "text", "source", "file"]
    assert (dump(result.sources), [file.data for file in result.files]) == ([SOURCE], [b"Hi"])
    assert (dump(result.warnings), result.provider_metadata) == (given["warnings"], {"toy": {"a": 1}})
    assert (result.usage.total_tokens, result.total_usage) == (8, result.usage)
    assert dump(result.request) == {"url": "https://api.dev", "body": "sent"}
    assert dump(result.response)["body"] == "got"
    assert (result.response.id, result.response.model_id, result.response.timestamp) == ("r", "m", START)
    assert result.response.headers == {"h": "1"}
    assert (result.output, result.final_step, len(result.steps)) == ("Hello", result.steps[0], 1)
    assert repr(result) == "GenerateTextResult(text='Hello', finish_reason='stop', steps=1)"


async def test_bodies_and_messages_are_kept_only_when_asked_for() -> None:
    given = answer("Hello", request={"body": "sent"}, response={"id": "r", "modelId": "m", "body": "got"})
    small = await generate(mock(given))
    assert (small.request.body, small.request.messages, small.response.body) == (None, None, None)
    asked = await generate(mock(given), include={"request_messages": True})
    assert dump(asked.request) == {"messages": [{"role": "user", "content": "Hi"}]}


async def test_what_the_provider_does_not_say_of_its_answer_is_made_up() -> None:
    with use_clock(InstantClock()):
        result = await generate(mock("Hello"))
    assert (result.response.id, result.response.model_id) == ("id-1", "mock-model-id")
    assert result.response.timestamp == datetime(2026, 1, 1, tzinfo=UTC)
    assert dump(result.response_messages) == [{"role": "assistant", "content": [{"type": "text", "text": "Hello"}]}]


async def test_an_empty_id_of_the_provider_stays() -> None:
    result = await generate(mock(answer("Hello", response={"id": "", "modelId": ""})))
    assert (result.response.id, result.response.model_id) == ("", "")


async def test_structured_output_is_parsed_and_validated() -> None:
    model = mock('{"eggs": 2}')
    result = await generate(model, output=Output.object(dict[str, int]))
    assert result.output == {"eggs": 2}
    response_format = model.do_generate_calls[0].response_format
    assert response_format is not None
    assert response_format.type == "json"


async def test_the_text_that_the_provider_names_as_structured_output_is_parsed() -> None:
    given = answer('Here you are: {"eggs": 2}', structuredOutputText='{"eggs": 2}')
    result = await generate(mock(given), output=Output.object(dict[str, int]))
    assert (result.text, result.output) == ('Here you are: {"eggs": 2}', {"eggs": 2})
    assert (await generate(mock(given))).output == given["content"][0]["text"]


@pytest.mark.parametrize(
    "given",
    [answer(call("weather"), reason="tool-calls"), answer(reason="length"), answer("text", reason="tool-calls")],
)
async def test_there_is_no_output_when_the_model_did_not_come_to_one(given: dict[str, Any]) -> None:
    result = await generate(mock(given))
    with pytest.raises(NoOutputGeneratedError, match=r"^No output generated\.$"):
        _ = result.output


async def test_text_that_was_cut_off_is_output() -> None:
    assert (await generate(mock(answer("Hel", reason="length")))).output == "Hel"


@pytest.mark.parametrize(
    ("tool_choice", "given"),
    [
        ("none", answer(call("weather"))),
        ("required", answer("no")),
        ({"type": "tool", "toolName": "weather"}, answer(call("other"))),
    ],
)
async def test_an_answer_against_the_tool_choice_is_an_error(tool_choice: Any, given: dict[str, Any]) -> None:
    with pytest.raises(ToolChoiceViolationError) as raised:
        await generate(mock(given), tool_choice=tool_choice)
    assert dump(raised.value.content) == given["content"]


@pytest.mark.parametrize("tool_choice", ["required", {"type": "tool", "toolName": "weather"}])
async def test_an_interrupted_answer_is_held_to_no_tool_choice(tool_choice: Any) -> None:
    result = await generate(mock(answer("Wait", reason="interrupted")), tool_choice=tool_choice)
    assert (result.finish_reason, result.text) == ("interrupted", "Wait")


async def test_the_tool_choice_may_be_kept() -> None:
    result = await generate(mock(answer(call("weather"))), tool_choice={"type": "tool", "tool_name": "weather"})
    assert [each.tool_name for each in result.tool_calls] == ["weather"]


async def test_an_option_that_does_not_exist_is_named_with_the_one_that_was_meant() -> None:
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'temprature'\. Did you mean 'temperature'"):
        await generate_text(model=mock("Hello"), prompt="Hi", temprature=1)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'xyzzy'$"):
        await generate_text(model=mock("Hello"), prompt="Hi", xyzzy=1)  # type: ignore[call-overload]


async def test_a_call_without_a_model_says_so() -> None:
    with pytest.raises(TypeError, match=r"^model must be given"):
        await generate_text(prompt="Hi")  # type: ignore[call-overload]


async def test_a_call_without_a_prompt_says_so() -> None:
    with pytest.raises(InvalidPromptError, match="prompt or messages must be given"):
        await generate_text(model=mock("Hello"))


async def test_time_limits_of_streams_are_warned_of() -> None:
    heard: list[WarningsEvent] = []
    set_warning_logger(logger=heard.append)
    try:
        await generate(mock("Hello"), timeout={"first_chunk_ms": 50_000, "chunk_ms": 50_000})
    finally:
        set_warning_logger(logger=True)
    details = "The {} timeout is only supported by streaming functions."
    assert dump(heard[0].warnings) == [
        {"type": "unsupported", "feature": f"timeout.{name}", "details": details.format(name)}
        for name in ("firstChunkMs", "chunkMs")
    ]


async def test_supported_urls_may_have_to_be_awaited() -> None:
    async def urls() -> dict[str, list[Any]]:
        return {}

    assert (await generate(MockLanguageModelV4(do_generate="Hello", supported_urls=urls))).text == "Hello"


async def test_results_of_several_steps_are_joined_or_those_of_the_last_step() -> None:
    first = answer("One", SOURCE, call("clock"), reason="tool-calls", warnings=[{"type": "other", "message": "a"}])
    last = answer("Two", reason="stop", warnings=[{"type": "other", "message": "b"}])

    def clock() -> int:
        """Look at the clock."""
        return 12

    result = await generate(
        mock({**first, **tokens(1, 2)}, {**last, **tokens(3, 4)}), tools={"clock": clock}, stop_when=[lambda _: False]
    )
    assert (result.text, result.finish_reason, len(result.steps)) == ("Two", "stop", 2)
    assert [part.type for part in result.content] == ["text", "source", "tool-call", "tool-result", "text"]
    assert (len(result.sources), [each.message for each in result.warnings]) == (1, ["a", "b"])  # type: ignore[union-attr]
    assert [each.output for each in result.static_tool_results] == [12]
    assert (len(result.static_tool_calls), result.dynamic_tool_calls, result.dynamic_tool_results) == (1, [], [])
    assert (result.usage.input_tokens, result.usage.output_tokens, result.usage.total_tokens) == (4, 6, 10)
    assert [message.role for message in result.response_messages] == ["assistant", "tool", "assistant"]
