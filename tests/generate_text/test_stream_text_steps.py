"""Steps of a streamed generation: tools, callbacks in their order, retries, transforms."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from ai_sdk import is_step_count, stream_text, tool
from ai_sdk.error import ToolChoiceViolationError
from ai_sdk.generate_text.text_stream_part import TextStreamPart, TextStreamTextDeltaPart
from tests.generate_text.stream_models import ScriptedModel, finish, text_parts, tool_call

pytestmark = pytest.mark.anyio

CALLBACKS = (
    *("on_start", "on_step_start", "on_language_model_call_start", "on_language_model_call_end"),
    *("on_tool_execution_start", "on_tool_execution_end", "on_step_end", "on_step_error", "on_end", "on_abort"),
    "on_error",
)


@tool
async def weather(city: str) -> str:
    """Look up the weather."""
    if city == "nowhere":
        raise LookupError("no such city")
    return f"sunny in {city}"


@tool
async def travel(city: str) -> AsyncIterator[str]:
    """Go somewhere."""
    yield "on the way"
    yield f"arrived in {city}"


CALLS_A_TOOL = [tool_call("weather", '{"city":"Oslo"}'), finish("tool-calls")]
ANSWERS = [*text_parts("It is ", "sunny."), finish()]


def types(parts: list[Any]) -> list[str]:
    return [part.type for part in parts]


async def read(stream: Any) -> list[Any]:
    return [item async for item in stream]


async def test_results_of_tools_go_back_to_the_model() -> None:
    model = ScriptedModel(CALLS_A_TOOL, ANSWERS)
    result = stream_text(model=model, prompt="Weather?", tools=[weather], stop_when=is_step_count(3))
    assert types(await read(result.stream)) == [
        *("start", "start-step", "tool-call", "tool-result", "finish-step"),
        *("start-step", "text-start", "text-delta", "text-delta", "text-end", "finish-step", "finish"),
    ]
    assert [call.input for call in await result.tool_calls] == [{"city": "Oslo"}]
    assert [output.output for output in await result.tool_results] == ["sunny in Oslo"]
    assert (await result.usage).total_tokens == 16
    assert [message.role for message in model.calls[1].prompt] == ["user", "assistant", "tool"]


async def test_preliminary_results_are_streamed_while_the_tool_runs() -> None:
    model = ScriptedModel([tool_call("travel", '{"city":"Oslo"}'), finish("tool-calls")])
    result = stream_text(model=model, prompt="Go", tools=[travel])
    results = [part for part in await read(result.stream) if part.type == "tool-result"]
    assert [(part.output, part.preliminary) for part in results] == [
        ("on the way", True),
        ("arrived in Oslo", True),
        ("arrived in Oslo", None),
    ]


async def test_mistakes_of_the_model_and_of_tools_are_told_to_the_model() -> None:
    mistakes = [
        tool_call("weather", '{"city":"nowhere"}', "1"),
        tool_call("weather", '{"town":1}', "2"),
        tool_call("teleport", "{}", "3"),
        finish("tool-calls"),
    ]
    model = ScriptedModel(mistakes, ANSWERS)
    result = stream_text(model=model, prompt="Go", tools=[weather], stop_when=is_step_count(2))
    errors = {part.tool_call_id for part in await read(result.stream) if part.type == "tool-error"}
    assert errors == {"1", "2", "3"}
    assert await result.text == "It is sunny."
    tool_message: Any = model.calls[1].prompt[2]
    assert [part.output.type for part in tool_message.content] == ["error-text"] * 3


async def test_tools_run_side_by_side_and_results_come_as_they_are_ready() -> None:
    first_may_end = asyncio.Event()

    @tool
    async def slow() -> str:
        """Wait for the other one."""
        await first_may_end.wait()
        return "slow"

    @tool
    async def fast() -> str:
        """Let the other one go."""
        return "fast"

    model = ScriptedModel([tool_call("slow", "{}", "1"), tool_call("fast", "{}", "2"), finish("tool-calls")])
    seen: list[str] = []
    async for part in stream_text(model=model, prompt="Go", tools=[slow, fast]).stream:
        if part.type == "tool-result":
            seen.append(part.output)
            first_may_end.set()
    assert seen == ["fast", "slow"]


async def test_callbacks_come_in_the_order_of_typescript() -> None:
    told: list[str] = []

    def listener(name: str) -> Callable[[Any], None]:
        return lambda _: told.append(name)

    listeners: Any = {name: listener(name) for name in CALLBACKS}
    model = ScriptedModel(CALLS_A_TOOL, ANSWERS)
    result = stream_text(model=model, prompt="?", tools=[weather], stop_when=is_step_count(3), **listeners)
    await result.consume_stream()
    assert told == [
        "on_start",
        *("on_step_start", "on_language_model_call_start", "on_language_model_call_end"),
        *("on_tool_execution_start", "on_tool_execution_end", "on_step_end"),
        *("on_step_start", "on_language_model_call_start", "on_language_model_call_end", "on_step_end"),
        "on_end",
    ]


async def test_on_chunk_is_told_of_every_part() -> None:
    told: list[str] = []
    result = stream_text(model=ScriptedModel(ANSWERS), prompt="?", on_chunk=lambda event: told.append(event.chunk.type))
    assert types(await read(result.stream)) == told


async def test_an_error_part_of_the_provider_is_told_once_and_ends_the_step_with_error() -> None:
    told: list[Any] = []
    failing = [*text_parts("Hel")[:-1], {"type": "error", "error": {"message": "Overloaded"}}, finish()]
    result = stream_text(
        model=ScriptedModel(failing),
        prompt="?",
        on_error=lambda event: told.append(str(event.error)),
        on_chunk=lambda event: told.append("chunk") if event.chunk.type == "error" else None,
    )
    assert types(await read(result.stream))[-3:] == ["error", "finish-step", "finish"]
    assert told == ["chunk", "Overloaded"]
    assert await result.text == "Hel"


async def test_a_step_is_tried_again_and_the_failed_attempt_does_not_count() -> None:
    failing = [
        *text_parts("lost ")[:-1],
        tool_call("weather", '{"city":"lost"}'),
        {"type": "error", "error": {"message": "Overloaded"}},
    ]
    model = ScriptedModel(failing, ANSWERS)
    result = stream_text(model=model, prompt="?", tools=[weather], stream_retries=1, on_error=lambda _: None)
    parts = await read(result.stream)
    assert types(parts) == [
        *("start", "start-step", "text-start", "text-delta", "text-end"),
        *("text-start", "text-delta", "text-delta", "text-end", "finish-step", "finish"),
    ]
    assert parts[2].id != parts[5].id
    assert await result.text == "It is sunny."
    assert await read(result.partial_output_stream) == ["lost ", "It is ", "It is sunny."]
    assert model.open_streams == 0


async def test_on_error_can_ask_for_one_more_attempt() -> None:
    failing = [{"type": "error", "error": {"message": "Overloaded"}}]
    model = ScriptedModel(failing, failing, ANSWERS)
    result = stream_text(model=model, prompt="?", stream_retries=0, on_error=lambda _: {"retry": True})
    assert types(await read(result.stream)) == ["start", "start-step", "error", "finish-step", "finish"]
    assert len(model.calls) == 2


async def test_a_tool_choice_that_is_not_respected_is_an_error() -> None:
    errors: list[Any] = []
    result = stream_text(
        model=ScriptedModel(ANSWERS),
        prompt="?",
        tools=[weather],
        tool_choice="required",
        on_error=lambda event: errors.append(event.error),
    )
    assert await result.finish_reason == "error"
    assert [type(error) for error in errors] == [ToolChoiceViolationError]
    assert [part.text for part in errors[0].content] == ["It is sunny."]


async def test_ids_of_texts_are_unique_in_the_whole_stream() -> None:
    model = ScriptedModel([*text_parts("a"), *CALLS_A_TOOL], [*text_parts("b"), finish()])
    ids = iter(["generated", "1", "2", "3", "4"])
    result = stream_text(
        model=model,
        prompt="?",
        tools=[weather],
        stop_when=is_step_count(2),
        _internal={"generate_id": lambda: next(ids)},
    )
    parts = await read(result.stream)
    starts = [part.id for part in parts if part.type == "text-start"]
    ends = [part.id for part in parts if part.type == "text-end"]
    assert starts == ends
    assert len(set(starts)) == 2


async def test_a_step_can_be_changed_before_it_begins() -> None:
    model, other = ScriptedModel(CALLS_A_TOOL), ScriptedModel(ANSWERS)
    result = stream_text(
        model=model,
        prompt="?",
        tools=[weather],
        stop_when=is_step_count(2),
        prepare_step=lambda options: {"model": other, "temperature": 1} if options.step_number else None,
    )
    assert await result.text == "It is sunny."
    assert other.calls[0].temperature == 1


def upper(*, tools: Any, stop_stream: Any) -> Any:
    del tools, stop_stream

    async def run(stream: AsyncIterator[TextStreamPart]) -> AsyncIterator[TextStreamPart]:
        async for part in stream:
            if isinstance(part, TextStreamTextDeltaPart):
                part.text = part.text.upper()
            yield part

    return run


async def test_transforms_change_what_readers_and_results_see() -> None:
    result = stream_text(model=ScriptedModel(ANSWERS), prompt="?", experimental_transform=[upper])
    assert await read(result.text_stream) == ["IT IS ", "SUNNY."]
    assert await result.text == "IT IS SUNNY."


async def test_a_transform_can_stop_the_source() -> None:
    model = ScriptedModel([*text_parts("one", "STOP", "three"), finish()])

    def stopping(*, tools: Any, stop_stream: Callable[[], None]) -> Any:
        del tools

        async def run(stream: AsyncIterator[TextStreamPart]) -> AsyncIterator[TextStreamPart]:
            async for part in stream:
                if isinstance(part, TextStreamTextDeltaPart) and part.text == "STOP":
                    stop_stream()
                else:
                    yield part

        return run

    result = stream_text(model=model, prompt="?", experimental_transform=stopping)
    assert await read(result.text_stream) == ["one"]
    assert model.given == 4
    assert model.open_streams == 0


async def test_a_transform_that_ends_early_closes_the_source() -> None:
    model = ScriptedModel([*text_parts("one", "two"), finish()])

    def first_only(**_: Any) -> Any:
        async def run(stream: AsyncIterator[TextStreamPart]) -> AsyncIterator[TextStreamPart]:
            async for part in stream:
                yield part
                if part.type == "text-delta":
                    return

        return run

    result = stream_text(model=model, prompt="?", experimental_transform=first_only)
    assert await read(result.text_stream) == ["one"]
    assert model.open_streams == 0


async def test_a_transform_that_keeps_back_the_end_of_a_step_is_told_so() -> None:
    def lagging(**_: Any) -> Any:
        async def run(stream: AsyncIterator[TextStreamPart]) -> AsyncIterator[TextStreamPart]:
            for part in [part async for part in stream]:
                yield part

        return run

    model = ScriptedModel(CALLS_A_TOOL, ANSWERS)
    result = stream_text(
        model=model, prompt="?", tools=[weather], stop_when=is_step_count(2), experimental_transform=lagging
    )
    with pytest.raises(Exception, match="a transform has not handed on the finish-step part"):
        await read(result.stream)
