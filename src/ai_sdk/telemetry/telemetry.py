"""What a telemetry integration may implement, and what a function of the library calls.

Node's diagnostics channel (`ai:telemetry`) has no counterpart in Python: an integration receives the same events.

Ports: ai/src/telemetry/telemetry.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from ai_sdk.provider.spec import Spec

__all__ = [
    "ExecuteLanguageModelCall",
    "ExecuteTool",
    "Telemetry",
    "TelemetryCallback",
    "TelemetryDispatcher",
    "TelemetryErrorEvent",
]

T = TypeVar("T")

TelemetryCallback = Callable[[Any], Awaitable[None]]
"""Tells all integrations of one event; it raises nothing."""


@dataclass(slots=True, kw_only=True)
class TelemetryErrorEvent(Spec):
    """The call failed; `error` is what it raises."""

    call_id: str
    error: Any


class Telemetry:
    """Derive from this class to create an integration; override what you need, as plain or as async methods.

    Every event is a copy of the event that callbacks of the call get, of the same class. It also has `record_inputs`,
    `record_outputs` and `function_id` from the call's `TelemetryOptions`, and `ai_version`. What the options exclude
    and the credentials that providers know of are not in it. An error in an integration never breaks a call.

    The events' classes are defined next to the functions that send them, so the parameters are `Any` here; annotate
    yours with the class you handle.

    >>> class Printer(Telemetry):
    ...     def on_start(self, event):
    ...         print(event.operation_id, event.function_id)
    """

    def on_start(self, event: Any) -> Awaitable[None] | None:
        """Handle the start of an operation; `event.operation_id` (`ai.generateText`, `ai.embed`, …) says which."""

    def on_step_start(self, event: Any) -> Awaitable[None] | None:
        """Handle the start of a step of a text generation."""

    def on_language_model_call_start(self, event: Any) -> Awaitable[None] | None:
        """Handle the moment before the model is called."""

    def on_language_model_call_end(self, event: Any) -> Awaitable[None] | None:
        """Handle the model's answer; tools have not run yet."""

    def on_tool_execution_start(self, event: Any) -> Awaitable[None] | None:
        """Handle the moment before a tool runs."""

    def on_tool_execution_end(self, event: Any) -> Awaitable[None] | None:
        """Handle the end of a tool; `event.tool_output` is its result or its error."""

    def on_step_end(self, event: Any) -> Awaitable[None] | None:
        """Handle the end of a step; the event is its `StepResult`."""

    def on_step_error(self, event: Any) -> Awaitable[None] | None:
        """Handle the failure of a step that had started and has no result; `on_error` follows."""

    def on_object_step_start(self, event: Any) -> Awaitable[None] | None:
        """Handle the start of the one step of an object generation."""

    def on_object_step_end(self, event: Any) -> Awaitable[None] | None:
        """Handle the end of the one step of an object generation; its text is not parsed yet."""

    def on_embed_start(self, event: Any) -> Awaitable[None] | None:
        """Handle the moment before an embedding model is called; `embed_many` may call it several times."""

    def on_embed_end(self, event: Any) -> Awaitable[None] | None:
        """Handle an embedding model's answer."""

    def on_rerank_start(self, event: Any) -> Awaitable[None] | None:
        """Handle the moment before a reranking model is called."""

    def on_rerank_end(self, event: Any) -> Awaitable[None] | None:
        """Handle a reranking model's answer."""

    def experimental_on_stream_transcription_start(self, event: Any) -> Awaitable[None] | None:
        """Handle the start of a streaming transcription."""

    def experimental_on_stream_transcription_end(self, event: Any) -> Awaitable[None] | None:
        """Handle the end of a streaming transcription."""

    def on_end(self, event: Any) -> Awaitable[None] | None:
        """Handle the end of an operation."""

    def on_abort(self, event: Any) -> Awaitable[None] | None:
        """Handle the abort of a streaming text generation."""

    def on_error(self, event: Any) -> Awaitable[None] | None:
        """Handle the failure of an operation; the event is a `TelemetryErrorEvent`."""

    def on_abandon(self, call_id: str) -> None:
        """Forget a call that nobody consumes any more; no other event of it follows.

        The call's task was cancelled, or its stream was closed or dropped. It may come from the garbage collector, on
        any thread, so it is never async: be quick. TypeScript has no such event.
        """

    async def execute_language_model_call(self, *, call_id: str, event: Any, execute: Callable[[], Awaitable[T]]) -> T:
        """Run the model call in a context of your own, such as a span that is the current one.

        `event` is the event that `on_language_model_call_start` got. Whatever this method does, the call has the
        outcome of `execute`.
        """
        del call_id, event
        return await execute()

    async def execute_tool(
        self, *, call_id: str, tool_call_id: str, event: Any, execute: Callable[[], Awaitable[T]]
    ) -> T:
        """Run the tool in a context of your own; `event` is the event that `on_tool_execution_start` got."""
        del call_id, tool_call_id, event
        return await execute()


class ExecuteLanguageModelCall(Protocol):
    """Runs a model call inside the contexts of all integrations."""

    async def __call__(self, *, call_id: str, event: Any, execute: Callable[[], Awaitable[T]]) -> T:
        """Return what `execute` returns, raise what it raises."""
        ...


class ExecuteTool(Protocol):
    """Runs a tool inside the contexts of all integrations."""

    async def __call__(self, *, call_id: str, tool_call_id: str, event: Any, execute: Callable[[], Awaitable[T]]) -> T:
        """Return what `execute` returns, raise what it raises."""
        ...


@dataclass(slots=True, kw_only=True, frozen=True)
class TelemetryDispatcher:
    """Sends the events of one call to its integrations; an attribute is `None` when no integration listens.

    `notify(event, [own_callback, dispatcher.on_start])` is the usual call.
    """

    on_start: TelemetryCallback | None = None
    on_step_start: TelemetryCallback | None = None
    on_language_model_call_start: TelemetryCallback | None = None
    on_language_model_call_end: TelemetryCallback | None = None
    on_tool_execution_start: TelemetryCallback | None = None
    on_tool_execution_end: TelemetryCallback | None = None
    on_step_end: TelemetryCallback | None = None
    on_step_error: TelemetryCallback | None = None
    on_object_step_start: TelemetryCallback | None = None
    on_object_step_end: TelemetryCallback | None = None
    on_embed_start: TelemetryCallback | None = None
    on_embed_end: TelemetryCallback | None = None
    on_rerank_start: TelemetryCallback | None = None
    on_rerank_end: TelemetryCallback | None = None
    experimental_on_stream_transcription_start: TelemetryCallback | None = None
    experimental_on_stream_transcription_end: TelemetryCallback | None = None
    on_end: TelemetryCallback | None = None
    on_abort: TelemetryCallback | None = None
    on_error: TelemetryCallback | None = None
    execute_language_model_call: ExecuteLanguageModelCall | None = field(default=None)
    execute_tool: ExecuteTool | None = field(default=None)
    abandon: Callable[[], None] | None = field(default=None)
    """Ends what is open of a call that was cancelled, or whose stream was closed: nothing can be awaited any more then.

    Without it the same happens when the dispatcher is collected. It may be called at any time, and twice.
    """
