"""Streams what a model answers at once.

Ports: ai/src/middleware/simulate-streaming-middleware.ts
"""

from collections.abc import AsyncGenerator, Iterator

from ai_sdk.provider import (
    LanguageModelV4Finish,
    LanguageModelV4GenerateResult,
    LanguageModelV4Middleware,
    LanguageModelV4Reasoning,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
    LanguageModelV4StreamResultResponse,
    LanguageModelV4StreamStart,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4WrapOptions,
)

__all__ = ["simulate_streaming_middleware"]


def simulate_streaming_middleware() -> LanguageModelV4Middleware:
    """Return middleware that makes the model generate when it is asked to stream; each text is then one piece.

    >>> simulate_streaming_middleware().wrap_stream is not None
    True
    """
    return LanguageModelV4Middleware(wrap_stream=_generate)


async def _generate(options: LanguageModelV4WrapOptions) -> LanguageModelV4StreamResult:
    result = await options.do_generate()
    response = result.response
    return LanguageModelV4StreamResult(
        stream=_stream(result),
        request=result.request,
        response=None if response is None else LanguageModelV4StreamResultResponse(headers=response.headers),
    )


async def _stream(result: LanguageModelV4GenerateResult) -> AsyncGenerator[LanguageModelV4StreamPart, None]:
    for part in _parts(result):
        yield part


def _parts(result: LanguageModelV4GenerateResult) -> Iterator[LanguageModelV4StreamPart]:
    yield LanguageModelV4StreamStart(warnings=result.warnings)
    metadata = result.response or LanguageModelV4ResponseMetadata()
    yield LanguageModelV4ResponseMetadataPart(id=metadata.id, timestamp=metadata.timestamp, model_id=metadata.model_id)
    block = 0
    for part in result.content:
        match part:
            case LanguageModelV4Text():
                if part.text or part.citations:
                    yield from _text(part, str(block))
                    block += 1
            case LanguageModelV4Reasoning():
                yield from _reasoning(part, str(block))
                block += 1
            case _:
                yield part
    yield LanguageModelV4Finish(
        finish_reason=result.finish_reason, usage=result.usage, provider_metadata=result.provider_metadata
    )


def _text(part: LanguageModelV4Text, block_id: str) -> Iterator[LanguageModelV4StreamPart]:
    yield LanguageModelV4TextStart(id=block_id, provider_metadata=part.provider_metadata)
    yield LanguageModelV4TextDelta(id=block_id, delta=part.text)
    yield LanguageModelV4TextEnd(id=block_id, citations=part.citations)


def _reasoning(part: LanguageModelV4Reasoning, block_id: str) -> Iterator[LanguageModelV4StreamPart]:
    yield LanguageModelV4ReasoningStart(id=block_id, provider_metadata=part.provider_metadata)
    yield LanguageModelV4ReasoningDelta(id=block_id, delta=part.text)
    yield LanguageModelV4ReasoningEnd(id=block_id)
