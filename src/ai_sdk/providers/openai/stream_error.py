"""Errors inside OpenAI's streams: what they mean, and those that come before any output raised as failed calls.

Ports: @ai-sdk/openai/src/openai-stream-error.ts
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import AISDKError, APICallError, JSONObject, stringify
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.response_handler import Event
from ai_sdk.provider_utils.stream_error import ProviderStreamError

__all__ = [
    "ACCEPTED_GRACE_SECONDS",
    "create_openai_provider_stream_error",
    "throw_if_openai_stream_error_before_output",
]

ACCEPTED_GRACE_SECONDS = 0.05
"""How long an accepted request may still fail before its stream is handed over."""

_HTTP_STATUS = re.compile(r"\d{3}", re.ASCII)
_HTTP_ERRORS = range(400, 600)
_RETRYABLE_CLIENT_ERRORS = frozenset({408, 409, 429})
_FIRST_SERVER_ERROR = 500
# The first row with a word that occurs in the error's code or type decides.
_STATUS_BY_WORD = (
    (("insufficient_quota", "rate_limit"), 429),
    (("authentication",), 401),
    (("permission",), 403),
    (("not_found",), 404),
    (("invalid", "bad_request", "context_length"), 400),
    (("overload",), 503),
    (("timeout",), 504),
)


@dataclass(frozen=True, slots=True)
class _StreamError:
    message: str
    code: str | int | float | None
    type: str | None

    @property
    def status_code(self) -> int:
        """The HTTP status that the error would have had."""
        explicit = int(self.code) if isinstance(self.code, str) and _HTTP_STATUS.fullmatch(self.code) else self.code
        if isinstance(explicit, int | float) and explicit in _HTTP_ERRORS:
            return int(explicit)
        code = self.code if isinstance(self.code, str) or self.code is None else stringify(self.code)
        words = " ".join(word for word in (code, self.type) if word is not None).lower()
        return next(
            (status for terms, status in _STATUS_BY_WORD if any(term in words for term in terms)), _FIRST_SERVER_ERROR
        )

    @property
    def is_retryable(self) -> bool:
        """Whether trying again may help; an exhausted quota stays exhausted."""
        if "insufficient_quota" in {self.code, self.type}:
            return False
        return self.status_code in _RETRYABLE_CLIENT_ERRORS or self.status_code >= _FIRST_SERVER_ERROR


def create_openai_provider_stream_error(frame: Any) -> ProviderStreamError | None:
    """Return what an error event of a stream says, or `None` when it is none that OpenAI documents.

    >>> create_openai_provider_stream_error({"message": "Slow down", "code": "rate_limit_exceeded"}).status_code
    429
    """
    error = _parse_stream_error(frame)
    if error is None:
        return None
    return ProviderStreamError(
        message=error.message,
        type=error.type,
        code=error.code,
        status_code=error.status_code,
        is_retryable=error.is_retryable,
        data=frame,
    )


def _parse_stream_error(frame: Any) -> _StreamError | None:
    if not isinstance(frame, dict):
        return None
    if frame.get("type") == "response.failed":
        return _parse_failed_response(frame)
    nested = frame.get("error")
    is_nested = isinstance(nested, dict | list)
    error = (nested if isinstance(nested, dict) else {}) if is_nested else frame
    kind = error.get("type")
    if not isinstance(error.get("message"), str):
        return None
    if not (is_nested or isinstance(kind, str) or "code" in error or "param" in error):
        return None
    return _StreamError(error["message"], _code(error), kind if isinstance(kind, str) else None)


def _parse_failed_response(frame: JSONObject) -> _StreamError | None:
    match frame:
        case {"response": {"error": {"message": str(message)} as error}}:
            return _StreamError(message, _code(error), "response.failed")
    return None


def _code(error: Mapping[Any, Any]) -> str | int | float | None:
    code = error.get("code")
    return code if isinstance(code, str | int | float) and not isinstance(code, bool) else None


async def throw_if_openai_stream_error_before_output(
    events: AsyncGenerator[Event, None],
    *,
    get_error: Callable[[Any], Any],
    is_output_chunk: Callable[[Any], bool],
    is_accepted_chunk: Callable[[Any], bool] | None = None,
    accepted_grace_seconds: float = ACCEPTED_GRACE_SECONDS,
    url: str,
    request_body_values: Any,
    response_headers: dict[str, str] | None = None,
) -> AsyncGenerator[Event, None]:
    """Read ahead until the stream shows output or an error, and return all its events.

    `get_error` returns the error in a chunk as JSON, or `None`. A chunk that `is_accepted_chunk` says that generation
    has begun: from then on the reading ahead waits at most `accepted_grace_seconds` for each further event. Needs an
    asyncio event loop for that wait. Raises `APICallError`, and closes the response, when the error comes first.
    """
    peek = _Peek(events, get_error, is_output_chunk, is_accepted_chunk, accepted_grace_seconds)
    try:
        frame = await peek.find_error()
    except BaseException:
        await peek.close()
        raise
    if frame is not None:
        await peek.close()
        raise _early_error(frame, url, request_body_values, response_headers)
    resumed = peek.resume()
    await anext(resumed)  # started, so that closing it closes the response even when it is never read
    return resumed


def _early_error(
    frame: Any, url: str, request_body_values: Any, response_headers: dict[str, str] | None
) -> APICallError:
    error = _parse_stream_error(frame)
    return APICallError(
        "OpenAI stream failed before any output was generated" if error is None else error.message,
        url=url,
        request_body_values=request_body_values,
        status_code=_FIRST_SERVER_ERROR if error is None else error.status_code,
        response_headers=response_headers,
        response_body=stringify(frame),
        data=frame,
        is_retryable=None if error is None else error.is_retryable,
    )


@dataclass(slots=True)
class _Peek:
    """Reads ahead in a stream and gives back what it read, with the read that may still be under way."""

    events: AsyncGenerator[Event, None]
    get_error: Callable[[Any], Any]
    is_output_chunk: Callable[[Any], bool]
    is_accepted_chunk: Callable[[Any], bool] | None
    grace_seconds: float
    peeked: list[Event] = field(default_factory=list)
    pending: asyncio.Task[Event | None] | None = None

    async def find_error(self) -> Any:
        """Return the error that comes before any output, or `None`."""
        accepted = False
        while (event := await self._read(accepted=accepted)) is not None:
            self.peeked.append(event)
            chunk = event[0]
            if isinstance(chunk, AISDKError):
                return None
            error = self.get_error(chunk)
            if error is not None or self.is_output_chunk(chunk):
                return error
            accepted = accepted or (self.is_accepted_chunk is not None and self.is_accepted_chunk(chunk))
        return None

    async def _read(self, *, accepted: bool) -> Event | None:
        """Return the next event; `None` at the end, or when an accepted stream takes its time."""
        if not accepted:
            return await anext(self.events, None)
        # Not a timeout: that would cancel the read, and with it the stream.
        self.pending = asyncio.create_task(_next(self.events))
        timer = asyncio.create_task(clock.sleep(self.grace_seconds))
        try:
            await asyncio.wait({self.pending, timer}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            timer.cancel()
        if not self.pending.done():
            return None
        reading, self.pending = self.pending, None
        return reading.result()

    async def resume(self) -> AsyncGenerator[Event, None]:
        """Yield once to be started, then the events read ahead, then the rest."""
        try:
            yield None, b""
            for event in self.peeked:
                yield event
            if self.pending is not None and (late := await self.pending) is not None:
                yield late
            async for event in self.events:
                yield event
        finally:
            await self.close()

    async def close(self) -> None:
        """Stop reading and close the response."""
        if self.pending is not None:
            self.pending.cancel()
            await asyncio.gather(self.pending, return_exceptions=True)
        await self.events.aclose()


async def _next(events: AsyncGenerator[Event, None]) -> Event | None:
    return await anext(events, None)
