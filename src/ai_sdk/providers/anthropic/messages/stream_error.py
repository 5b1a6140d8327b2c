"""Errors inside streams: what they mean, and those that come first raised as a failed call.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import AsyncGenerator
from typing import Any, NoReturn

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    APICallError,
    LanguageModelV4Error,
    LanguageModelV4Ping,
    LanguageModelV4Raw,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
    LanguageModelV4StreamStart,
    stringify,
)
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.providers.anthropic.errors import AnthropicStreamStartError

__all__ = ["create_anthropic_stream_error", "throw_if_first_part_is_an_error"]

# What an error's type says: the HTTP status it would have had, and whether trying again may help.
_MEANINGS = {
    "api_error": (500, True),
    "overloaded_error": (529, True),
    "rate_limit_error": (429, True),
    "request_too_large": (413, False),
    "authentication_error": (401, False),
    "permission_error": (403, False),
    "not_found_error": (404, False),
    "billing_error": (400, False),
    "invalid_request_error": (400, False),
}
_SERVER_ERROR = 500
_UNSAID = (LanguageModelV4StreamStart, LanguageModelV4Raw, LanguageModelV4Ping)


def create_anthropic_stream_error(error: wire.AnthropicChunkErrorError) -> ProviderStreamError:
    """Return what an error event says; its type fills in what it does not say itself."""
    status_code, is_retryable = _MEANINGS.get(error.type, (None, None))
    return ProviderStreamError(
        message=error.message,
        type=error.type,
        code=error.code,
        status_code=status_code if error.status_code is None else int(error.status_code),
        is_retryable=is_retryable if error.is_retryable is None else error.is_retryable,
        data=error.data if "data" in error.model_fields_set else dump_wire(error),
    )


async def throw_if_first_part_is_an_error(
    result: LanguageModelV4StreamResult, stream: AsyncGenerator[LanguageModelV4StreamPart, None]
) -> BodyStream[LanguageModelV4StreamPart]:
    """Read `stream`, that of `result`, up to the first part that the provider has said, and return it whole.

    Anthropic answers with status 200 and an error event when it is overloaded. Raises `APICallError` for such an
    error, and `AnthropicStreamStartError` when the first event cannot be read; the response is closed then.
    """
    peeked: list[LanguageModelV4StreamPart] = []
    try:
        async for part in stream:
            peeked.append(part)
            if not isinstance(part, _UNSAID):
                break
    except BaseException:
        await stream.aclose()
        raise
    last = peeked[-1]
    if isinstance(last, LanguageModelV4Error):
        await stream.aclose()
        _raise_early_error(last.error, result)
    return BodyStream(_resume(peeked, stream), stream.aclose)


async def _resume(
    peeked: list[LanguageModelV4StreamPart], stream: AsyncGenerator[LanguageModelV4StreamPart, None]
) -> AsyncGenerator[LanguageModelV4StreamPart, None]:
    try:
        for part in peeked:
            yield part
        async for part in stream:
            yield part
    finally:
        await stream.aclose()


def _raise_early_error(error: Any, result: LanguageModelV4StreamResult) -> NoReturn:
    if not isinstance(error, ProviderStreamError):
        raise AnthropicStreamStartError("Expected a normalized Anthropic stream error") from error
    request, response = result.request, result.response
    raise APICallError(
        error.message,
        url=(request.url if request else None) or "",
        request_body_values=request.body if request else None,
        status_code=_SERVER_ERROR if error.status_code is None else error.status_code,
        response_headers=response.headers if response else None,
        response_body=stringify(error.data),
        is_retryable=bool(error.is_retryable),
    )
