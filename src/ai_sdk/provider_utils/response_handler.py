"""What to do with a response: read it as JSON, events, lines or bytes, or turn it into an error.

Ports: @ai-sdk/provider-utils/src/response-handler.ts
Ports: @ai-sdk/provider-utils/src/read-response-with-size-limit.ts, @ai-sdk/provider-utils/src/download-error.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.errors import AISDKError, APICallError, EmptyResponseBodyError
from ai_sdk.provider_utils.abort import AbortError, abortable
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.event_stream import EventStreamDecoder
from ai_sdk.provider_utils.json import dump_wire, json_parser, parse_json, validate_types
from ai_sdk.provider_utils.transport import HttpResponse

__all__ = [
    "ApiResponse",
    "DownloadError",
    "ErrorStructure",
    "Event",
    "Exchange",
    "ResponseHandler",
    "binary_response",
    "binary_stream_response",
    "event_source_response",
    "json_error_response",
    "json_lines_response",
    "json_response",
    "read_body",
    "status_code_error_response",
]

T = TypeVar("T")

MAX_BODY_BYTES = 2 * 1024**3
MAX_LINE_BYTES = 64 * 1024**2
_BODILESS_STATUS_CODES = frozenset({204, 205, 304})

Event = tuple[Any, bytes]
"""A wire event: what it was read as (or the `AISDKError` that says why not), and its data as it arrived."""


@dataclass(slots=True, kw_only=True)
class Exchange:
    """A response and the request it answers."""

    response: HttpResponse
    url: str
    request_body_values: Any
    abort_signal: AbortSignal | None = None

    def error(self, message: str, *, cause: BaseException | None = None, **details: Any) -> APICallError:
        """Return an error that names the request and the response."""
        if isinstance(cause, self.response.errors):
            details.setdefault("is_retryable", True)
        return APICallError(
            message,
            url=self.url,
            request_body_values=self.request_body_values,
            status_code=self.response.status_code,
            response_headers=self.response.headers,
            cause=cause,
            **details,
        )


@dataclass(slots=True, kw_only=True)
class ApiResponse(Generic[T]):
    """What a handler made of a response; `raw_value` is the JSON before it was read as a type."""

    value: T
    raw_value: Any = None
    response_headers: dict[str, str]


ResponseHandler = Callable[[Exchange], Awaitable[ApiResponse[T]]]


@dataclass(frozen=True, slots=True)
class ErrorStructure:
    """How a provider writes errors: the type of the body, its message, and whether trying again may help."""

    data_type: Any
    to_message: Callable[[Any], str]
    is_retryable: Callable[[HttpResponse, Any], bool | None] = lambda _response, _data: None


class DownloadError(AISDKError):
    """A file could not be downloaded, or is too large, or lies where this library does not go."""

    name = "AI_DownloadError"
    fields = ("url", "status_code", "status_text")

    def __init__(
        self,
        message: str | None = None,
        *,
        url: str,
        status_code: int | None = None,
        status_text: str | None = None,
        cause: BaseException | None = None,
    ) -> None:
        tail = f"{status_code} {status_text}" if cause is None else f"{cause}"
        super().__init__(f"Failed to download {url}: {tail}" if message is None else message, cause=cause)
        self.url = url
        self.status_code = status_code
        self.status_text = status_text


async def read_body(response: HttpResponse, url: str, *, max_bytes: int = MAX_BODY_BYTES) -> bytes:
    """Read a whole body and close the response; raises `DownloadError` when it is larger than `max_bytes`."""
    pieces: list[bytes] = []
    size = 0
    try:
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) > max_bytes:
            raise DownloadError(
                f"Download of {url} exceeded maximum size of {max_bytes} bytes (Content-Length: {length}).", url=url
            )
        async for piece in response.pieces:
            size += len(piece)
            if size > max_bytes:
                raise DownloadError(f"Download of {url} exceeded maximum size of {max_bytes} bytes.", url=url)
            pieces.append(piece)
    finally:
        await response.close()
    return b"".join(pieces)


async def _read_text(exchange: Exchange) -> str:
    body = await read_body(exchange.response, exchange.url)
    return _decode(body)


def _decode(body: bytes) -> str:
    return body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


@lru_cache(maxsize=512)
def json_response(kind: Any) -> ResponseHandler[Any]:
    """Read the body as JSON of type `kind`; raises `APICallError` when it is not."""

    async def handle(exchange: Exchange) -> ApiResponse[Any]:
        body = await read_body(exchange.response, exchange.url)
        try:
            # The text is parsed once, for both values.
            raw_value = parse_json(body)
            value = validate_types(kind, raw_value)
        except AISDKError as error:
            raise exchange.error("Invalid JSON response", cause=error, response_body=_decode(body)) from error
        return ApiResponse(value=value, raw_value=raw_value, response_headers=exchange.response.headers)

    return handle


@lru_cache(maxsize=512)
def json_error_response(structure: ErrorStructure) -> ResponseHandler[APICallError]:
    """Read the body as the provider's error; what cannot be read becomes an error with the status text."""
    parse = json_parser(structure.data_type)

    async def handle(exchange: Exchange) -> ApiResponse[APICallError]:
        response = exchange.response
        text = await _read_text(exchange)
        data = parse(text.encode())  # an empty body is no JSON either
        if isinstance(data, AISDKError):
            error = exchange.error(
                response.reason, response_body=text, is_retryable=structure.is_retryable(response, None)
            )
        else:
            error = exchange.error(
                structure.to_message(data),
                response_body=text,
                data=dump_wire(data),
                is_retryable=structure.is_retryable(response, data),
            )
        return ApiResponse(value=error, response_headers=response.headers)

    return handle


def status_code_error_response() -> ResponseHandler[APICallError]:
    """Make an error of the status text, whatever the body is."""

    async def handle(exchange: Exchange) -> ApiResponse[APICallError]:
        text = await _read_text(exchange)
        error = exchange.error(exchange.response.reason, response_body=text)
        return ApiResponse(value=error, response_headers=exchange.response.headers)

    return handle


@lru_cache(maxsize=512)
def event_source_response(kind: Any) -> ResponseHandler[AsyncGenerator[Event, None]]:
    """Read the body as server-sent events whose data is JSON of type `kind`."""
    parse = json_parser(kind)

    async def handle(exchange: Exchange) -> ApiResponse[AsyncGenerator[Event, None]]:
        _require_body(exchange.response)
        events = BodyStream(_read_events(exchange, parse), exchange.response.close)
        return ApiResponse(value=events, response_headers=exchange.response.headers)

    return handle


async def _read_events(exchange: Exchange, parse: Callable[[bytes], Any]) -> AsyncGenerator[Event, None]:
    response = exchange.response
    feed = EventStreamDecoder().feed
    try:
        async for piece in _abortable_pieces(exchange):
            for data in feed(piece):
                yield parse(data), data
    except AbortError:  # a timeout of the call, which is no failure of the network
        raise
    except response.errors as error:
        raise exchange.error("Failed to process successful response", cause=error) from error
    finally:
        await response.close()


def _abortable_pieces(exchange: Exchange) -> AsyncIterator[bytes]:
    pieces, signal = exchange.response.pieces, exchange.abort_signal
    if signal is None:
        return pieces

    async def read() -> AsyncIterator[bytes]:
        while (piece := await abortable(signal, lambda: anext(pieces, None))) is not None:
            yield piece

    return read()


def _require_body(response: HttpResponse) -> None:
    if response.status_code in _BODILESS_STATUS_CODES:
        raise EmptyResponseBodyError


def binary_response() -> ResponseHandler[bytes]:
    """Read the whole body as bytes."""

    async def handle(exchange: Exchange) -> ApiResponse[bytes]:
        if exchange.response.status_code in _BODILESS_STATUS_CODES:
            raise exchange.error("Response body is empty")
        try:
            body = await read_body(exchange.response, exchange.url)
        except exchange.response.errors as error:
            raise exchange.error("Failed to read response as array buffer", cause=error) from error
        return ApiResponse(value=body, response_headers=exchange.response.headers)

    return handle


def binary_stream_response() -> ResponseHandler[AsyncGenerator[bytes, None]]:
    """Hand the body on piece by piece; closing the generator closes the response."""

    async def handle(exchange: Exchange) -> ApiResponse[AsyncGenerator[bytes, None]]:
        _require_body(exchange.response)
        pieces = BodyStream(_read_pieces(exchange), exchange.response.close)
        return ApiResponse(value=pieces, response_headers=exchange.response.headers)

    return handle


async def _read_pieces(exchange: Exchange) -> AsyncGenerator[bytes, None]:
    try:
        async for piece in _abortable_pieces(exchange):
            yield piece
    except AbortError:  # a timeout of the call, which is no failure of the network
        raise
    except exchange.response.errors as error:
        raise exchange.error("Failed to process successful response", cause=error) from error
    finally:
        await exchange.response.close()


def json_lines_response(
    kind: Any, *, max_line_bytes: int = MAX_LINE_BYTES
) -> ResponseHandler[AsyncGenerator[Any, None]]:
    """Read each line of the body as JSON of type `kind`; raises `DownloadError` for a line over `max_line_bytes`."""
    parse = json_parser(kind)

    async def handle(exchange: Exchange) -> ApiResponse[AsyncGenerator[Any, None]]:
        _require_body(exchange.response)
        lines = BodyStream(_read_json_lines(exchange, parse, max_line_bytes), exchange.response.close)
        return ApiResponse(value=lines, response_headers=exchange.response.headers)

    return handle


async def _read_json_lines(
    exchange: Exchange, parse: Callable[[bytes], Any], max_line_bytes: int
) -> AsyncGenerator[Any, None]:
    rest = b""
    try:
        async for piece in _abortable_pieces(exchange):
            *lines, rest = (rest + piece).split(b"\n")
            for line in (*lines, rest):
                if len(line) > max_line_bytes:
                    raise DownloadError(
                        f"JSON Lines response exceeded maximum line size of {max_line_bytes} bytes.", url=exchange.url
                    )
            for line in filter(bytes.strip, lines):
                yield _or_raise(parse(line))
        if rest.strip():
            yield _or_raise(parse(rest))
    finally:
        await exchange.response.close()


def _or_raise(value: Any) -> Any:
    if isinstance(value, AISDKError):
        raise value
    return value
