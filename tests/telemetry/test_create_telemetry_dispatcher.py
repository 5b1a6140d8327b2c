import gc
from collections.abc import Iterator
from typing import Any

import pytest

from ai_sdk.embed.embed_events import EmbedStartEvent
from ai_sdk.generate_text.generate_text_events import GenerateTextEndEvent, GenerateTextStartEvent
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.provider.codec import dump
from ai_sdk.telemetry.create_telemetry_dispatcher import EMPTY_TELEMETRY_DISPATCHER, create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry import Telemetry, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.telemetry.telemetry_registry import get_global_telemetry_integrations, register_telemetry
from ai_sdk.version import VERSION
from tests.telemetry import events

pytestmark = pytest.mark.anyio


class Log(Telemetry):
    """Keeps what it hears."""

    def __init__(self) -> None:
        self.heard: list[Any] = []

    def on_start(self, event: Any) -> None:
        self.heard.append(event)

    async def on_end(self, event: Any) -> None:
        self.heard.append(event)

    def on_step_end(self, event: Any) -> None:
        self.heard.append(event)


@pytest.fixture(autouse=True)
def _registry() -> Iterator[None]:
    yield
    get_global_telemetry_integrations().clear()


async def hear(event: Any, name: str = "on_start", **options: Any) -> Any:
    log = Log()
    dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=log, **options))
    await getattr(dispatcher, name)(event)
    return log.heard[0]


def test_without_integrations_all_calls_share_a_dispatcher_that_does_nothing() -> None:
    assert create_telemetry_dispatcher() is EMPTY_TELEMETRY_DISPATCHER
    assert create_telemetry_dispatcher({"isEnabled": False, "integrations": [Log()]}) is EMPTY_TELEMETRY_DISPATCHER
    assert create_telemetry_dispatcher(TelemetryOptions(integrations=[])) is EMPTY_TELEMETRY_DISPATCHER
    assert EMPTY_TELEMETRY_DISPATCHER.on_start is None
    assert EMPTY_TELEMETRY_DISPATCHER.execute_tool is None


def test_only_the_callbacks_that_an_integration_overrides_are_there() -> None:
    dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=Log()))
    names = {name for name in dispatcher.__dataclass_fields__ if getattr(dispatcher, name) is not None}
    assert names == {"on_start", "on_end", "on_step_end"}


async def test_registered_integrations_hear_calls_that_name_none_of_their_own() -> None:
    registered, local = Log(), Log()
    register_telemetry(registered)
    start = create_telemetry_dispatcher().on_start
    own = create_telemetry_dispatcher({"integrations": local}).on_start
    assert start is not None
    assert own is not None
    await start(events.start())
    await own(events.start(call_id="own"))
    assert [event.call_id for event in registered.heard] == ["call"]
    assert [event.call_id for event in local.heard] == ["own"]


async def test_an_event_keeps_its_class_and_gets_the_settings_of_the_call() -> None:
    original = EmbedStartEvent(
        runtime_context={}, call_id="c", operation_id="ai.embed", provider="p", model_id="m", value="v", max_retries=2
    )
    before = dump(original)
    event = await hear(original, function_id="search", record_outputs=False)
    assert isinstance(event, EmbedStartEvent)
    assert (type(event).__name__, type(event).__module__) == ("EmbedStartEvent", "ai_sdk.embed.embed_events")
    assert dump(event) == {**before, "functionId": "search", "recordOutputs": False, "aiVersion": VERSION}
    assert event.record_inputs is None
    assert dump(original) == before


async def test_contexts_hold_what_the_call_includes_and_nothing_else() -> None:
    included: dict[str, Any] = {
        "include_runtime_context": {"tenant": True, "key": False, "absent": True},
        "include_tools_context": {"weather": {"unit": True}},
    }
    end = events.end()
    event = await hear(end, "on_end", **included)
    contexts = [(step.runtime_context, step.tools_context) for step in (event, *event.steps, event.final_step)]
    assert contexts == [({"tenant": "acme"}, {"weather": {"unit": "C"}})] * 3
    assert end.steps[0].runtime_context == events.start().runtime_context
    nothing = await hear(end, "on_end")
    assert [(step.runtime_context, step.tools_context) for step in (nothing, *nothing.steps)] == [({}, {})] * 2


async def test_the_context_of_one_tool_is_restricted_too() -> None:
    heard: list[Any] = []

    class Tools(Telemetry):
        def on_tool_execution_start(self, event: Any) -> None:
            heard.append(event.tool_context)

    for include in (None, {"weather": {"unit": True}}, {"other": {"unit": True}}):
        dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=Tools(), include_tools_context=include))
        assert dispatcher.on_tool_execution_start is not None
        await dispatcher.on_tool_execution_start(events.tool_start())
    assert heard == [{}, {"unit": "C"}, {}]


async def test_hidden_outputs_empty_the_views_of_a_step_as_well() -> None:
    step = await hear(events.step(), "on_step_end", record_outputs=False)
    assert isinstance(step, StepResult)
    assert (step.content, step.text, step.reasoning, step.files, step.provider_metadata) == ([], "", [], [], None)
    assert (step.request.messages, step.request.body, step.response.body) == (events.MESSAGES, None, None)
    assert step.usage == events.USAGE


async def test_hidden_inputs_and_outputs_leave_no_content_in_any_event() -> None:
    hidden: dict[str, Any] = {"record_inputs": False, "record_outputs": False}
    start = await hear(events.start(), **hidden)
    end = await hear(events.end(), "on_end", **hidden)
    assert isinstance(start, GenerateTextStartEvent)
    assert isinstance(end, GenerateTextEndEvent)
    assert (start.messages, start.instructions, start.tools, start.provider_options) == ([], None, None, {})
    assert (end.text, end.content, end.final_step.content, end.steps[0].text) == ("", [], [], "")
    assert "Paris" not in repr((start, end))
    assert "degrees" not in repr((start, end))


async def test_errors_of_integrations_are_dropped_and_the_others_still_hear() -> None:
    class Broken(Telemetry):
        def on_start(self, event: Any) -> None:
            raise RuntimeError(event)

        async def on_end(self, event: Any) -> None:
            raise RuntimeError(event)

    log = Log()
    dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=[Broken(), log, Broken()]))
    assert dispatcher.on_start is not None
    assert dispatcher.on_end is not None
    await dispatcher.on_start(events.start())
    await dispatcher.on_end(events.end())
    assert [type(event).__name__ for event in log.heard] == ["GenerateTextStartEvent", "GenerateTextEndEvent"]


async def test_an_event_that_cannot_be_copied_does_not_break_the_call() -> None:
    log = Log()
    dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=log))
    assert dispatcher.on_start is not None
    await dispatcher.on_start("no event")
    assert log.heard == []


async def test_an_object_with_some_of_the_methods_is_an_integration() -> None:
    heard: list[Any] = []

    class Duck:
        def on_start(self, event: Any) -> None:
            heard.append(event.call_id)

    dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=[Duck()]))
    assert dispatcher.on_start is not None
    await dispatcher.on_start(events.start())
    assert heard == ["call"]


class Abandoned(Telemetry):
    def __init__(self) -> None:
        self.call_ids: list[str] = []

    def on_start(self, event: Any) -> None: ...

    def on_end(self, event: Any) -> None: ...

    def on_error(self, event: Any) -> None: ...

    def on_abandon(self, call_id: str) -> None:
        self.call_ids.append(call_id)
        raise RuntimeError("nobody sees this")


async def test_calls_that_are_dropped_before_their_end_are_abandoned() -> None:
    integration = Abandoned()
    dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=integration))
    assert dispatcher.on_start is not None
    assert dispatcher.on_end is not None
    assert dispatcher.on_error is not None
    for call_id in ("dropped", "ended", "failed"):
        await dispatcher.on_start(events.start(call_id=call_id))
    await dispatcher.on_end(events.end(call_id="ended"))
    await dispatcher.on_error(TelemetryErrorEvent(call_id="failed", error=ValueError("x")))
    gc.collect()
    assert integration.call_ids == []
    del dispatcher
    gc.collect()
    assert integration.call_ids == ["dropped"]


async def test_a_call_that_is_cancelled_can_be_abandoned_at_once() -> None:
    integration = Abandoned()
    dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=[integration, Log()]))
    assert dispatcher.on_start is not None
    assert dispatcher.abandon is not None
    await dispatcher.on_start(events.start())
    for _ in range(2):
        dispatcher.abandon()
    assert integration.call_ids == ["call"]
    assert create_telemetry_dispatcher(TelemetryOptions(integrations=Log())).abandon is None
