"""The language model on the `generateContent` API, of the Gemini API and of Vertex AI.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from collections.abc import AsyncGenerator
from dataclasses import replace
from typing import Any, ClassVar

from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.response_handler import ApiResponse, Event, event_source_response
from ai_sdk.providers.google.config import GoogleConfig, get_model_path
from ai_sdk.providers.google.errors import google_error_structure
from ai_sdk.providers.google.generate_content.messages.tool_results import GOOGLE_CLOUD_STORAGE_URLS
from ai_sdk.providers.google.generate_content.request.build import build_request, build_streaming_body, read_options
from ai_sdk.providers.google.generate_content.response import GoogleAnswer, first_candidate, read_response
from ai_sdk.providers.google.generate_content.stream.continuation import continue_google_stream
from ai_sdk.providers.google.generate_content.stream.stream import GoogleContentStream
from ai_sdk.providers.google.generate_content.tool_result_files import ToolResultDownloader
from ai_sdk.providers.google.model_catalog import get_google_language_model_entry

__all__ = ["GoogleLanguageModel"]


class GoogleLanguageModel(HttpLanguageModel[GoogleAnswer, wire.Chunk]):
    """Gemini and Gemma models; an answer that reaches the cap of one request is continued with further ones."""

    response_type: ClassVar[Any] = wire.Response
    chunk_type: Any = wire.Chunk
    error_structure = google_error_structure
    config: GoogleConfig

    def __init__(self, model_id: str, config: GoogleConfig) -> None:
        super().__init__(model_id, config)

    @property
    def supported_urls(self) -> SupportedUrls:
        """URLs that the API fetches itself, as the configuration says."""
        return {} if self.config.supported_urls is None else self.config.supported_urls()

    def request_path(self, *, stream: bool) -> str:
        """Return the model's own path."""
        method = "streamGenerateContent?alt=sse" if stream else "generateContent"
        return f"/{get_model_path(self.model_id)}:{method}"

    async def prepare(self, options: LanguageModelV4CallOptions, *, stream: bool) -> PreparedRequest:
        """Return the request of a call, the files of its tool results downloaded where the API wants that."""
        del stream
        downloads = self.config.tool_result_downloads
        if downloads is None:
            return self.build_request(options)
        read_options(self.config, options)  # refuses before anything is downloaded
        keeps_gs = downloads.supports_google_cloud_storage_urls
        uses_gemini_3 = get_google_language_model_entry(self.model_id).uses_gemini_3_features
        downloader = ToolResultDownloader(
            transport=(downloads.transport or self.config.transport)(),
            max_bytes=downloads.max_bytes,
            supported_urls=GOOGLE_CLOUD_STORAGE_URLS if keeps_gs and uses_gemini_3 else {},
            abort_signal=options.abort_signal,
        )
        return self.build_request(replace(options, prompt=await downloader.download(options.prompt)))

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body, warnings and headers."""
        return build_request(self.model_id, self.config, options)

    def request_body(self, request: PreparedRequest, *, stream: bool) -> JSONObject:
        """Return the body to post: the path says whether it is streamed, and the body how calls are."""
        return build_streaming_body(request.body, request.context) if stream else request.body

    def read_response(self, response: GoogleAnswer, request: PreparedRequest, raw_response: Any) -> ModelOutput:
        """Turn an answer into content."""
        del raw_response
        return read_response(response, request.context)

    async def open_events(
        self, response: ApiResponse[AsyncGenerator[Event, None]], request: PreparedRequest, body: JSONObject
    ) -> AsyncGenerator[Event, None]:
        """Return the events of an answer over as many requests as it takes."""
        handler = event_source_response(self.chunk_type)

        async def continue_stream(token: str) -> AsyncGenerator[Event, None]:
            following = await self._post_once(request, _continued(body, token), handler, stream=True)
            events: AsyncGenerator[Event, None] = following.value
            return events

        stream = GoogleContentStream(request.context, response.response_headers)
        request.context = stream
        return BodyStream(continue_google_stream(response.value, stream, continue_stream), response.value.aclose)

    def open_stream(self, request: PreparedRequest) -> GoogleContentStream:
        """Return the state of the stream, which the events share to know how they go on."""
        stream: GoogleContentStream = request.context
        return stream

    async def _post(
        self, request: PreparedRequest, body: JSONObject, handler: Any, *, stream: bool
    ) -> ApiResponse[Any]:
        response = await self._post_once(request, body, handler, stream=stream)
        if stream:
            return response
        responses = [response.value]
        while (token := _continuation_token(response.value)) is not None:
            response = await self._post_once(request, _continued(body, token), handler, stream=False)
            responses.append(response.value)
        return replace(response, value=GoogleAnswer(responses=responses, headers=response.response_headers))

    async def _post_once(
        self, request: PreparedRequest, body: JSONObject, handler: Any, *, stream: bool
    ) -> ApiResponse[Any]:
        return await self.post_json(
            self.request_path(stream=stream),
            body,
            handler,
            headers={**(request.options.headers or {}), **(request.headers or {})},
            abort_signal=request.options.abort_signal,
        )


def _continuation_token(response: wire.Response) -> str | None:
    candidate = first_candidate(response)
    return candidate.continuation_token if candidate.finish_reason == "CONTINUATION" else None


def _continued(body: JSONObject, token: str) -> JSONObject:
    return {**body, "continuationToken": token}
