"""The ritual of a language model over HTTP, written once: build, post, read; or build, post, stream.

A provider's model class names its path, wire types and error structure, and binds three pure functions. Nothing between
the socket and the caller runs ahead: parts are made when they are asked for.
"""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, ClassVar, Generic, Protocol, TypeVar, runtime_checkable

from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.language_model import (
    LanguageModelV4CallOptions,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4GenerateResult,
    LanguageModelV4GenerateResultResponse,
    LanguageModelV4Raw,
    LanguageModelV4RequestMetadata,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
    LanguageModelV4StreamResultResponse,
    LanguageModelV4StreamStart,
    LanguageModelV4Usage,
)
from ai_sdk.provider.shared import SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.supported_urls import SupportedUrls
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.response_handler import (
    ApiResponse,
    Event,
    ResponseHandler,
    event_source_response,
    json_response,
)

__all__ = ["HttpLanguageModel", "ModelOutput", "PreparedRequest", "RawReader", "StreamState"]

ResponseT = TypeVar("ResponseT")
ChunkT = TypeVar("ChunkT")
ChunkT_contra = TypeVar("ChunkT_contra", contravariant=True)


@dataclass(slots=True, kw_only=True)
class PreparedRequest:
    """A request ready to be posted, and what reading its answer needs to know (`context`)."""

    body: JSONObject
    warnings: list[SharedV4Warning]
    headers: dict[str, str | None] | None = None
    context: Any = None
    options: LanguageModelV4CallOptions


@dataclass(slots=True, kw_only=True)
class ModelOutput:
    """What a response says, in the specification's words."""

    content: list[LanguageModelV4Content]
    finish_reason: LanguageModelV4FinishReason
    usage: LanguageModelV4Usage
    provider_metadata: SharedV4ProviderMetadata | None = None
    metadata: LanguageModelV4ResponseMetadata = field(default_factory=LanguageModelV4ResponseMetadata)
    structured_output_text: str | None = None


class StreamState(Protocol[ChunkT_contra]):
    """What has been said so far in one stream; turns wire chunks into parts without waiting for anything."""

    def feed(self, chunk: ChunkT_contra) -> Iterable[LanguageModelV4StreamPart]:
        """Take a chunk and return the parts it makes; an iterator, where making them may fail half-way."""

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take the news that a chunk could not be read and return the parts that say so."""

    def finish(self) -> Iterable[LanguageModelV4StreamPart]:
        """Return the last parts, when the body has ended without a network error."""


@runtime_checkable
class RawReader(Protocol):
    """A stream state that also looks at the JSON of each chunk that could be read, before it is fed."""

    def read_raw(self, value: Any) -> None:
        """Take the JSON of a chunk as it arrived."""


class HttpLanguageModel(HttpModel, ABC, Generic[ResponseT, ChunkT]):
    """A language model that answers over HTTP, as JSON and as server-sent events."""

    path: ClassVar[str]
    response_type: ClassVar[Any]
    chunk_type: Any

    @property
    def supported_urls(self) -> SupportedUrls:
        """URLs that the provider fetches itself; none by default."""
        return {}

    @abstractmethod
    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a wire body and warnings."""

    async def prepare(self, options: LanguageModelV4CallOptions, *, stream: bool) -> PreparedRequest:
        """Return the request of a call; a provider that changes its headers or its streamed body does it here."""
        del stream
        return self.build_request(options)

    @abstractmethod
    def read_response(self, response: ResponseT, request: PreparedRequest, raw_response: Any) -> ModelOutput:
        """Turn a wire response into content."""

    @abstractmethod
    def open_stream(self, request: PreparedRequest) -> StreamState[ChunkT]:
        """Return the state of a new stream."""

    def stream_body(self, body: JSONObject) -> JSONObject:
        """Return the body that asks for a stream."""
        return {**body, "stream": True}

    def stream_handler(self) -> ResponseHandler[AsyncGenerator[Event, None]]:
        """Return what reads a streamed body; a provider that does not send server-sent events reads its own here."""
        return event_source_response(self.chunk_type)

    def first_parts(self, request: PreparedRequest) -> list[LanguageModelV4StreamPart]:
        """Return the parts before the first event."""
        return [LanguageModelV4StreamStart(warnings=request.warnings)]

    async def open_events(
        self, response: ApiResponse[AsyncGenerator[Event, None]], request: PreparedRequest, body: JSONObject
    ) -> AsyncGenerator[Event, None]:
        """Return the events of a response; a provider that reports errors in its first events looks at them here."""
        del request, body
        return response.value

    def request_body(self, request: PreparedRequest, *, stream: bool) -> JSONObject:
        """Return the body to post; a provider that rewrites the finished body does it here."""
        return self.stream_body(request.body) if stream else request.body

    def request_path(self, *, stream: bool) -> str:
        """Return the path to post to."""
        del stream
        return self.path

    def check_response(self, response: ApiResponse[Any], body: JSONObject) -> None:
        """Look at a whole answer before it is read; a provider that answers 200 with an error raises it here."""

    async def do_generate(self, options: LanguageModelV4CallOptions) -> LanguageModelV4GenerateResult:
        """Make one call and wait for the whole answer.

        Raises `APICallError` when the request fails or the answer cannot be read, and the errors of reading options.
        """
        request = await self.prepare(options, stream=False)
        body = self.request_body(request, stream=False)
        response = await self._post(request, body, json_response(self.response_type), stream=False)
        self.check_response(response, body)
        output = self.read_response(response.value, request, response.raw_value)
        metadata = output.metadata
        return LanguageModelV4GenerateResult(
            content=output.content,
            structured_output_text=output.structured_output_text,
            finish_reason=output.finish_reason,
            usage=output.usage,
            provider_metadata=output.provider_metadata,
            request=self._sent(body, stream=False),
            response=LanguageModelV4GenerateResultResponse(
                id=metadata.id,
                timestamp=metadata.timestamp,
                model_id=metadata.model_id,
                headers=response.response_headers,
                body=response.raw_value,
            ),
            warnings=request.warnings,
        )

    async def do_stream(self, options: LanguageModelV4CallOptions) -> LanguageModelV4StreamResult:
        """Make one call and return as soon as the answer begins.

        Raises `APICallError` when the request fails; what fails later is an error part, or is raised while reading.
        """
        request = await self.prepare(options, stream=True)
        body = self.request_body(request, stream=True)
        response = await self._post(request, body, self.stream_handler(), stream=True)
        events = await self.open_events(response, request, body)
        return LanguageModelV4StreamResult(
            stream=BodyStream(self._parts(events, request), events.aclose),
            request=self._sent(body, stream=True),
            response=LanguageModelV4StreamResultResponse(headers=response.response_headers),
        )

    def _sent(self, body: JSONObject, *, stream: bool) -> LanguageModelV4RequestMetadata:
        url = self.config.url(self.request_path(stream=stream), self.model_id)
        return LanguageModelV4RequestMetadata(body=body, url=url)

    async def _post(
        self, request: PreparedRequest, body: JSONObject, handler: Any, *, stream: bool
    ) -> ApiResponse[Any]:
        return await self.post_json(
            self.request_path(stream=stream),
            body,
            handler,
            headers={**(request.headers or {}), **(request.options.headers or {})},
            abort_signal=request.options.abort_signal,
        )

    async def _parts(
        self, events: AsyncGenerator[Event, None], request: PreparedRequest
    ) -> AsyncGenerator[LanguageModelV4StreamPart, None]:
        state = self.open_stream(request)
        include_raw = bool(request.options.include_raw_chunks)
        raw_reader = state if isinstance(state, RawReader) else None
        try:
            for part in self.first_parts(request):
                yield part
            async for value, data in events:
                if include_raw:
                    yield LanguageModelV4Raw(raw_value=_raw_value(data))
                if raw_reader is not None and not isinstance(value, AISDKError):
                    raw_reader.read_raw(_raw_value(data))
                parts = state.error(value) if isinstance(value, AISDKError) else state.feed(value)
                for part in parts if isinstance(parts, list) else _as_delivered(parts, after_raw=include_raw):
                    yield part
            for part in _as_delivered(state.finish(), after_raw=False):
                yield part
        finally:
            await events.aclose()


def _as_delivered(
    parts: Iterable[LanguageModelV4StreamPart], *, after_raw: bool
) -> Iterator[LanguageModelV4StreamPart]:
    """Deliver as web streams do: of a chunk that fails half-way the first two parts are out, a raw part included."""
    iterator = iter(parts)
    yield from islice(iterator, 1 if after_raw else 2)
    yield from list(iterator)


def _raw_value(data: bytes) -> Any:
    try:
        return parse_json(data)
    except AISDKError:
        return None
