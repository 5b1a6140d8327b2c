"""One streamed call of a model: parts, events, timing."""

from typing import Any

import pytest

from ai_sdk import experimental_stream_language_model_call as stream_language_model_call, tool
from ai_sdk.generate_text.performance import OutputChunkTimingStats
from ai_sdk.provider.codec import dump
from tests.generate_text.stream_models import ScriptedModel, finish, text_parts, tool_call

pytestmark = pytest.mark.anyio


@tool
def weather(city: str) -> str:
    """Look up the weather."""
    return f"sunny in {city}"


async def read(**options: Any) -> list[Any]:
    call = await stream_language_model_call(**options)
    return [dump(part) for part in [part async for part in call.stream]]


async def test_text_and_the_end_are_converted() -> None:
    metadata = {"type": "response-metadata", "id": "r", "modelId": "m-2"}
    model = ScriptedModel([metadata, *text_parts("Hi"), finish(finishReason={"unified": "stop", "raw": "end"})])
    ticks = iter([0, 100, 300])
    parts = await read(model=model, prompt="Hello", temperature=0.5, _internal={"now": lambda: next(ticks)})
    assert parts[:-1] == [
        {"type": "model-call-start", "warnings": []},
        {"type": "model-call-response-metadata", "id": "r", "modelId": "m-2"},
        {"type": "text-start", "id": "1"},
        {"type": "text-delta", "id": "1", "text": "Hi"},
        {"type": "text-end", "id": "1"},
    ]
    assert parts[-1] == {
        "type": "model-call-end",
        "finishReason": "stop",
        "rawFinishReason": "end",
        "usage": {
            "inputTokens": 3,
            "outputTokens": 5,
            "totalTokens": 8,
            "inputTokenDetails": {},
            "outputTokenDetails": {},
        },
        "performance": {
            "responseTimeMs": 300,
            "effectiveOutputTokensPerSecond": 5000 / 300,
            "outputTokensPerSecond": 25,
            "inputTokensPerSecond": 30,
            "effectiveTotalTokensPerSecond": 8000 / 300,
            "timeToFirstOutputMs": 100,
        },
    }
    assert model.calls[0].temperature == 0.5


async def test_the_pace_of_the_output_is_measured() -> None:
    ended: list[Any] = []
    ticks = iter([0, 10, 20, 50, 60])
    await read(
        model=ScriptedModel([*text_parts("a", "b", "c"), finish()]),
        prompt="?",
        on_language_model_call_end=ended.append,
        _internal={"now": lambda: next(ticks)},
    )
    assert ended[0].performance.time_between_output_chunks_ms == OutputChunkTimingStats(
        min=10, p10=10, median=10, avg=20, p90=30, max=30
    )


async def test_tool_calls_are_parsed_and_not_run() -> None:
    started = {"type": "tool-input-start", "id": "call-1", "toolName": "weather"}
    model = ScriptedModel([started, tool_call("weather", '{"city":"Oslo"}'), finish("tool-calls")])
    parts = await read(model=model, prompt="?", tools=[weather])
    assert parts[1:3] == [
        {"type": "tool-input-start", "id": "call-1", "toolName": "weather", "dynamic": False},
        {"type": "tool-call", "toolCallId": "call-1", "toolName": "weather", "input": {"city": "Oslo"}},
    ]


async def test_an_invalid_tool_call_is_followed_by_its_error() -> None:
    parts = await read(model=ScriptedModel([tool_call("teleport", "{}"), finish()]), prompt="?", tools=[weather])
    assert [part["type"] for part in parts] == ["model-call-start", "tool-call", "tool-error", "model-call-end"]
    assert parts[1]["invalid"] is True
    assert "unavailable tool 'teleport'" in parts[2]["error"]


async def test_with_tool_choice_none_tool_parts_are_withheld_and_refused() -> None:
    started = {"type": "tool-input-start", "id": "call-1", "toolName": "weather"}
    model = ScriptedModel([started, tool_call("weather", '{"city":"Oslo"}'), finish("tool-calls")])
    parts = await read(model=model, prompt="?", tools=[weather], tool_choice="none")
    assert [part["type"] for part in parts] == ["model-call-start", "model-call-end", "error"]
    assert parts[1]["finishReason"] == "error"


async def test_the_content_of_the_call_is_told_at_its_end() -> None:
    ended: list[Any] = []
    thought = [{"type": f"reasoning-{kind}", "id": "1"} for kind in ("start", "delta", "end")]
    thought[1]["delta"] = "hm"
    model = ScriptedModel([*thought, *text_parts("a", "b"), tool_call("weather", '{"city":"Oslo"}'), finish()])
    await read(model=model, prompt="?", tools=[weather], on_language_model_call_end=ended.append)
    assert dump(ended[0].content) == [
        {"type": "reasoning", "text": "hm"},
        {"type": "text", "text": "ab"},
        {"type": "tool-call", "toolCallId": "call-1", "toolName": "weather", "input": {"city": "Oslo"}},
    ]


async def test_closing_the_stream_closes_that_of_the_model() -> None:
    model = ScriptedModel([*text_parts("a", "b"), finish()])
    call = await stream_language_model_call(model=model, prompt="?")
    async for _ in call.stream:
        break
    await call.stream.aclose()
    assert model.open_streams == 0


async def test_what_the_model_raises_is_raised() -> None:
    with pytest.raises(OSError, match="no route"):
        await stream_language_model_call(model=ScriptedModel([OSError("no route")]), prompt="?")
