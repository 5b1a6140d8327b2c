"""The integration that sends spans and metrics to OpenTelemetry.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from opentelemetry import metrics, trace
from opentelemetry.context import attach, detach

from ai_sdk.telemetry.open_telemetry.agent_span_name import AgentSpanName
from ai_sdk.telemetry.open_telemetry.audio_spans import AudioSpans
from ai_sdk.telemetry.open_telemetry.call_state import CallState, OpenSpan
from ai_sdk.telemetry.open_telemetry.embedding_spans import EmbeddingSpans
from ai_sdk.telemetry.open_telemetry.generation_spans import GenerationSpans
from ai_sdk.telemetry.open_telemetry.inference_duration import InferenceDuration
from ai_sdk.telemetry.open_telemetry.inference_spans import InferenceSpans
from ai_sdk.telemetry.open_telemetry.object_spans import ObjectSpans
from ai_sdk.telemetry.open_telemetry.record_error import get_error_type
from ai_sdk.telemetry.open_telemetry.reranking_spans import RerankingSpans
from ai_sdk.telemetry.open_telemetry.span_options import SpanOptions
from ai_sdk.telemetry.open_telemetry.span_starter import EnrichSpan, SpanStarter
from ai_sdk.telemetry.open_telemetry.supplemental_attributes import SupplementalAttributes
from ai_sdk.telemetry.open_telemetry.tool_spans import ToolSpans
from ai_sdk.telemetry.telemetry import Telemetry

__all__ = ["OpenTelemetry"]

T = TypeVar("T")


class OpenTelemetry(Telemetry):
    """Sends spans and metrics after the semantic conventions for generative AI.

    `tracer` and `meter` are those named `gen_ai` of the global providers unless given. `agent_span_name` names the
    spans of whole generations: by `"model_id"`, by `"function_id"`, or by a function. `enrich_span` adds attributes of
    your own. The switches add what the conventions do not cover: `usage` details, `provider_metadata`, values of
    `embedding` and `reranking`, `runtime_context` as far as a call includes it, request `headers`, `tool_choice` and
    the `schema` of object generations.

    One instance serves any number of calls at once, on any threads.

    >>> from ai_sdk.telemetry.telemetry_registry import get_global_telemetry_integrations, register_telemetry
    >>> register_telemetry(OpenTelemetry(usage=True))
    >>> get_global_telemetry_integrations().clear()
    """

    def __init__(
        self,
        *,
        tracer: trace.Tracer | None = None,
        meter: metrics.Meter | None = None,
        agent_span_name: AgentSpanName = "model_id",
        enrich_span: EnrichSpan | None = None,
        usage: bool = False,
        provider_metadata: bool = False,
        embedding: bool = False,
        reranking: bool = False,
        runtime_context: bool = False,
        headers: bool = False,
        tool_choice: bool = False,
        schema: bool = False,
    ) -> None:
        options = SpanOptions(
            starter=SpanStarter(tracer=tracer or trace.get_tracer("gen_ai"), enrich_span=enrich_span),
            supplemental=SupplementalAttributes(
                usage=usage,
                provider_metadata=provider_metadata,
                embedding=embedding,
                reranking=reranking,
                runtime_context=runtime_context,
                headers=headers,
                tool_choice=tool_choice,
                schema=schema,
            ),
            duration=InferenceDuration(meter or metrics.get_meter("gen_ai")),
            agent_span_name=agent_span_name,
        )
        self._duration = options.duration
        self._tools = ToolSpans(options)
        self._inference = InferenceSpans(options, self._tools)
        self._generation = GenerationSpans(options)
        self._object = ObjectSpans(options)
        self._embedding = EmbeddingSpans(options)
        self._reranking = RerankingSpans(options)
        self._audio = AudioSpans(options)
        self._states: dict[str, CallState] = {}

    def on_start(self, event: Any) -> None:
        """Start the span of an operation."""
        self._states[event.call_id] = self._spans(event.operation_id).on_start(event)

    def on_end(self, event: Any) -> None:
        """End the span of an operation."""
        state = self._states.pop(event.call_id, None)
        if state is None:
            return
        try:
            self._spans(state.operation_id).on_end(state, event)
        finally:
            state.end()

    def on_step_start(self, event: Any) -> None:
        """Start the span of a step."""
        self._within(event, self._generation.on_step_start)

    def on_step_end(self, event: Any) -> None:
        """End the span of a step."""
        self._within(event, self._generation.on_step_end)

    def on_step_error(self, event: Any) -> None:
        """End the span of a step that failed."""
        self._within(event, self._generation.on_step_error)

    def on_language_model_call_start(self, event: Any) -> None:
        """Start the span of a model call."""
        self._within(event, self._inference.on_language_model_call_start)

    def on_language_model_call_end(self, event: Any) -> None:
        """End the span of a model call."""
        self._within(event, self._inference.on_language_model_call_end)

    def on_tool_execution_start(self, event: Any) -> None:
        """Start the span of a tool."""
        self._within(event, self._tools.on_tool_execution_start)

    def on_tool_execution_end(self, event: Any) -> None:
        """End the span of a tool."""
        self._within(event, self._tools.on_tool_execution_end)

    def on_object_step_start(self, event: Any) -> None:
        """Start the span of an object generation's model call."""
        self._within(event, self._object.on_step_start)

    def on_object_step_end(self, event: Any) -> None:
        """End the span of an object generation's model call."""
        self._within(event, self._object.on_step_end)

    def on_embed_start(self, event: Any) -> None:
        """Start the span of a call of an embedding model."""
        self._within(event, self._embedding.on_embed_start)

    def on_embed_end(self, event: Any) -> None:
        """End the span of a call of an embedding model."""
        self._within(event, self._embedding.on_embed_end)

    def on_rerank_start(self, event: Any) -> None:
        """Start the span of a call of a reranking model."""
        self._within(event, self._reranking.on_rerank_start)

    def on_rerank_end(self, event: Any) -> None:
        """End the span of a call of a reranking model."""
        self._within(event, self._reranking.on_rerank_end)

    def experimental_on_stream_transcription_start(self, event: Any) -> None:
        """Start the span of a streaming transcription."""
        self.on_start(event)

    def experimental_on_stream_transcription_end(self, event: Any) -> None:
        """End the span of a streaming transcription."""
        self.on_end(event)

    def on_abort(self, event: Any) -> None:
        """End whatever is open of a call that was aborted."""
        state = self._states.pop(event.call_id, None)
        if state is not None:
            self._duration.record(state, error_type="AbortError")
            state.end()

    def on_error(self, event: Any) -> None:
        """End whatever is open of a call that failed, marked with its error."""
        state = self._states.pop(event.call_id, None)
        if state is not None:
            self._duration.record(state, error_type=get_error_type(event.error))
            state.end(event.error, failed=True)

    def on_abandon(self, call_id: str) -> None:
        """End whatever is open of a call that nobody consumes any more."""
        state = self._states.pop(call_id, None)
        if state is not None:
            state.end()

    async def execute_language_model_call(self, *, call_id: str, event: Any, execute: Callable[[], Awaitable[T]]) -> T:
        """Run a model call with its span as the current one."""
        del event
        state = self._states.get(call_id)
        return await _execute_within(None if state is None else state.inference or state.step, execute)

    async def execute_tool(
        self, *, call_id: str, tool_call_id: str, event: Any, execute: Callable[[], Awaitable[T]]
    ) -> T:
        """Run a tool with its span as the current one."""
        del event
        state = self._states.get(call_id)
        return await _execute_within(None if state is None else state.tools.get(tool_call_id), execute)

    def _spans(self, operation_id: str) -> GenerationSpans | ObjectSpans | EmbeddingSpans | RerankingSpans | AudioSpans:
        match operation_id:
            case "ai.generateSpeech" | "ai.transcribe" | "ai.streamTranscribe":
                return self._audio
            case "ai.embed" | "ai.embedMany":
                return self._embedding
            case "ai.rerank":
                return self._reranking
            case "ai.generateObject" | "ai.streamObject":
                return self._object
        return self._generation

    def _within(self, event: Any, handle: Callable[[CallState, Any], None]) -> None:
        state = self._states.get(event.call_id)
        if state is not None:
            handle(state, event)


async def _execute_within(entry: OpenSpan | None, execute: Callable[[], Awaitable[T]]) -> T:
    if entry is None:
        return await execute()
    token = attach(entry.context)
    try:
        return await execute()
    finally:
        detach(token)
