"""What the views of a stream make of its parts.

Ports: ai/src/generate-text/stream-text.ts, ai/src/text-stream/to-text-stream.ts
"""

from collections.abc import AsyncGenerator, Callable
from typing import Any

from ai_sdk.generate_text.stream_text.output_parts import PartialOutputs
from ai_sdk.generate_text.stream_text.shared_parts import SKIPPED, Select
from ai_sdk.provider import UnsupportedFunctionalityError

__all__ = ["elements", "partial_outputs", "public_parts", "texts"]

_Read = Callable[[Select], AsyncGenerator[Any, None]]


def public_parts(part: Any) -> Any:
    """Show every part except for what separates attempts at a step."""
    return SKIPPED if part.type == "stream-retry-boundary" else part


def texts(part: Any) -> Any:
    """Show text alone."""
    return part.text if part.type == "text-delta" else SKIPPED


def partial_outputs(output: Any) -> Select:
    """Show each state of the output."""
    outputs = PartialOutputs(output)

    def select(part: Any) -> Any:
        result = outputs.feed(part)
        return SKIPPED if result is None else result.partial

    return select


def elements(output: Any, read: _Read) -> AsyncGenerator[Any, None]:
    """Show each element of the output. Raises `UnsupportedFunctionalityError` when it has none."""
    transform = None if output is None else output.create_element_stream_transform()
    if transform is None:
        mode = "text" if output is None else output.name
        raise UnsupportedFunctionalityError(functionality=f"element streams in {mode} mode")
    return _elements(transform, read(partial_outputs(output)))


async def _elements(transform: Any, partials: AsyncGenerator[Any, None]) -> AsyncGenerator[Any, None]:
    try:
        async for partial in partials:
            for element in transform.feed(partial):
                yield element
    finally:
        await partials.aclose()
