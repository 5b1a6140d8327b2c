"""Tells of a generation twice: to an integration of one's own, and to OpenTelemetry, which prints its spans.

It needs `pip install "ai-sdk-python[otel]" opentelemetry-sdk`.
"""

import asyncio

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

from ai_sdk import Telemetry, generate_text, register_telemetry
from ai_sdk.generate_text.language_model_events import LanguageModelCallEndEvent
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.telemetry.open_telemetry import OpenTelemetry
from ai_sdk.testing import LoopbackServer, answer_openai_chat


class Counter(Telemetry):
    """An integration of one's own: a class with the methods it needs, plain or async."""

    async def on_language_model_call_end(self, event: LanguageModelCallEndEvent) -> None:
        """Count the tokens of a model call."""
        print(f"{event.model_id}: {event.usage.total_tokens} tokens, {event.finish_reason}")


def describe(span: ReadableSpan) -> str:
    """Say in one line what a span is."""
    attributes = span.attributes or {}
    return f"{span.kind.name.lower()} span {span.name!r}: {attributes['gen_ai.operation.name']!s}\n"


async def main() -> None:
    tracing = TracerProvider()
    tracing.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter(formatter=describe)))
    register_telemetry(Counter(), OpenTelemetry(tracer=tracing.get_tracer("gen_ai")))
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        result = await generate_text(
            model=loopback("any-model"),
            prompt="Hello!",
            telemetry={"function_id": "greeting", "record_inputs": False},
        )
        print(result.text)


asyncio.run(main())
