"""What callbacks and telemetry are told of a generation, in which order, and what they cannot break."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from ai_sdk import is_step_count, tool
from ai_sdk.provider.codec import dump
from ai_sdk.telemetry.telemetry import Telemetry
from ai_sdk.testing import MockLanguageModelV4
from tests.generate_text.answers import answer, call, generate, mock, tokens

pytestmark = pytest.mark.anyio

CALLBACKS = (
    "on_start",
    "on_step_start",
    "on_language_model_call_start",
    "on_language_model_call_end",
    "on_tool_execution_start",
    "on_tool_execution_end",
    "on_step_end",
    "on_step_error",
    "on_end",
)


@tool
def weather(city: str) -> str:
    """Look up the weather."""
    return f"sunny in {city}"


class Listener:
    """Notes each event with the name of its callback."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Any]] = []

    def options(self) -> dict[str, Any]:
        return {name: self._noting(name) for name in CALLBACKS}

    def _noting(self, name: str) -> Callable[[Any], None]:
        return lambda event: self.heard.append((name, event))

    def names(self) -> list[str]:
        return [name for name, _ in self.heard]

    def event(self, name: str) -> Any:
        return next(event for each, event in self.heard if each == name)


async def test_the_callbacks_are_told_in_this_order() -> None:
    listener = Listener()
    model = mock(answer(call("weather", {"city": "Rome"})), "Sunny.")
    await generate(model, tools=[weather], stop_when=is_step_count(2), **listener.options())
    step = ["on_step_start", "on_language_model_call_start", "on_language_model_call_end"]
    assert listener.names() == [
        "on_start",
        *step,
        "on_tool_execution_start",
        "on_tool_execution_end",
        "on_step_end",
        *step,
        "on_step_end",
        "on_end",
    ]


async def test_the_start_and_the_step_say_what_was_asked_for() -> None:
    listener = Listener()
    await generate(mock("Hello"), temperature=0.1, instructions="Be brief.", timeout=9, **listener.options())
    start, step = listener.event("on_start"), listener.event("on_step_start")
    assert (start.call_id, start.operation_id, start.temperature, start.timeout) == (
        "the-call",
        "ai.generateText",
        0.1,
        9,
    )
    assert (start.instructions, dump(start.messages)) == ("Be brief.", [{"role": "user", "content": "Hi"}])
    assert (step.step_number, step.steps, step.instructions, dump(step.step_tool_choice)) == (
        0,
        [],
        "Be brief.",
        {"type": "auto"},
    )
    assert dump(step.prompt_messages)[0] == {"role": "system", "content": "Be brief."}


async def test_the_end_of_a_model_call_has_its_content_before_tools_run_and_the_origin_of_its_url() -> None:
    listener = Listener()
    given = answer(call("weather", {"city": "Rome"}), request={"url": "https://u:p@api.dev:8443/v1?key=secret"})
    await generate(mock({**given, **tokens(2, 3)}), tools=[weather], **listener.options())
    event = listener.event("on_language_model_call_end")
    assert ([part.type for part in event.content], event.request) == (["tool-call"], {"url": "https://api.dev:8443"})
    assert (event.response_id, event.model_id, event.usage.total_tokens) == ("id-1", "mock-model-id", 5)


async def test_a_url_that_is_none_of_the_web_is_told_to_nobody() -> None:
    listener = Listener()
    result = await generate(mock(answer("Hi", request={"url": "file:///etc/passwd"})), **listener.options())
    assert (listener.event("on_language_model_call_end").request, result.request.url) == (None, None)


async def test_the_end_has_the_lists_of_all_steps_and_the_values_of_the_last() -> None:
    listener = Listener()
    model = mock({**answer(call("weather", {"city": "Rome"})), **tokens(1, 2)}, {**answer("Sunny."), **tokens(3, 4)})
    result = await generate(
        model, tools=[weather], stop_when=is_step_count(2), runtime_context={"a": 1}, **listener.options()
    )
    end = listener.event("on_end")
    assert (end.text, end.finish_reason, end.step_number) == ("Sunny.", "stop", 1)
    assert (end.content, end.tool_results, end.steps) == (result.content, result.tool_results, result.steps)
    assert (end.usage, end.total_usage, end.runtime_context) == (result.usage, result.usage, {"a": 1})
    assert (end.response_messages, end.final_step) == (result.response_messages, result.steps[1])


async def test_a_step_that_fails_is_told_with_what_it_was_given() -> None:
    listener = Listener()
    with pytest.raises(ValueError, match="broken"):
        await generate(mock(ValueError("broken")), **listener.options())
    assert listener.names() == ["on_start", "on_step_start", "on_language_model_call_start", "on_step_error"]
    event = listener.event("on_step_error")
    assert (str(event.error), event.step_number, dump(event.messages)) == (
        "broken",
        0,
        [{"role": "user", "content": "Hi"}],
    )


async def test_a_failure_before_the_step_began_or_after_it_ended_is_no_failure_of_the_step() -> None:
    listener = Listener()

    def refuse(_: Any) -> None:
        raise LookupError("no step")

    with pytest.raises(LookupError):
        await generate(mock("Hello"), prepare_step=refuse, **listener.options())
    with pytest.raises(LookupError):
        await generate(mock(answer(call("weather", {"city": "R"}))), tools=[weather], stop_when=refuse)
    assert listener.names() == ["on_start"]


@pytest.mark.parametrize("name", CALLBACKS)
async def test_a_callback_that_raises_breaks_nothing(name: str) -> None:
    def refuse(_: Any) -> None:
        raise RuntimeError("never seen")

    options: dict[str, Any] = {name: refuse}
    model = mock(answer(call("weather", {"city": "Rome"})), "Sunny.")
    assert (await generate(model, tools=[weather], stop_when=is_step_count(2), **options)).text == "Sunny."


class Watcher(Telemetry):
    """Notes what telemetry is told."""

    def __init__(self) -> None:
        self.heard: list[Any] = []

    def on_error(self, event: Any) -> None:
        self.heard.append(("error", event.call_id, str(event.error)))

    def on_end(self, event: Any) -> None:
        self.heard.append(("end", event.text))

    def on_start(self, event: Any) -> None:
        self.heard.append(("start", event.call_id))

    def on_abandon(self, call_id: str) -> None:
        self.heard.append(("forgotten", call_id))

    async def execute_language_model_call(
        self, *, call_id: str, event: Any, execute: Callable[[], Awaitable[Any]]
    ) -> Any:
        result = await execute()
        self.heard.append(("called", call_id, event.model_id, result.request.url))
        return result


async def test_telemetry_wraps_the_call_and_never_sees_the_path_of_its_url() -> None:
    watcher = Watcher()
    given = answer("Hello", request={"url": "https://api.dev/v1?key=secret"})
    await generate(mock(given), telemetry={"integrations": [watcher]})
    assert watcher.heard[1:] == [("called", "the-call", "mock-model-id", "https://api.dev"), ("end", "Hello")]


async def test_telemetry_forgets_a_call_that_was_cancelled() -> None:
    watcher = Watcher()

    async def respond(_: Any) -> str:
        await asyncio.sleep(30)
        return "too late"

    with pytest.raises(TimeoutError):
        model = MockLanguageModelV4(do_generate=respond)
        await asyncio.wait_for(generate(model, telemetry={"integrations": [watcher]}), 0.01)
    assert watcher.heard == [("start", "the-call"), ("forgotten", "the-call")]


async def test_telemetry_is_told_of_the_failure() -> None:
    watcher = Watcher()
    with pytest.raises(ValueError, match="broken"):
        await generate(mock(ValueError("broken")), telemetry={"integrations": [watcher]})
    assert watcher.heard == [("start", "the-call"), ("error", "the-call", "broken")]
