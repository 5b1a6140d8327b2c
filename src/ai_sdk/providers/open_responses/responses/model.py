"""The language model on Open Responses.

Ports: @ai-sdk/open-responses/src/responses/open-responses-language-model.ts
"""

import re
from collections.abc import AsyncGenerator
from typing import Any, ClassVar

from ai_sdk_generated.open_responses.responses import wire

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.response_handler import ApiResponse, ErrorStructure, Event
from ai_sdk.providers.open_responses.extension import ExtensionRegistry, create_open_responses_extension_registry
from ai_sdk.providers.open_responses.responses.decoding import decode_events, decode_output
from ai_sdk.providers.open_responses.responses.encodings import Encodings, encode_with_extensions
from ai_sdk.providers.open_responses.responses.request import build_request
from ai_sdk.providers.open_responses.responses.response import UncheckedJSON, check_response, read_response
from ai_sdk.providers.open_responses.responses.stream import OpenResponsesStream

__all__ = ["OpenResponsesLanguageModel"]

_SUPPORTED_URLS: SupportedUrls = {"image/*": [re.compile(r"^https?:\/\/.*$")]}


class OpenResponsesLanguageModel(HttpLanguageModel[UncheckedJSON, UncheckedJSON]):
    """A language model on a server that speaks Open Responses."""

    path: ClassVar[str] = ""
    response_type: ClassVar[Any] = Any
    chunk_type: Any = Any
    error_structure = ErrorStructure(wire.OpenResponsesError, lambda data: data.error.message)

    def __init__(
        self,
        model_id: str,
        config: ModelConfig,
        *,
        provider_options_name: str,
        extensions: ExtensionRegistry | None = None,
    ) -> None:
        super().__init__(model_id, config)
        self._name = provider_options_name
        self._extensions = create_open_responses_extension_registry() if extensions is None else extensions

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images at any HTTP URL."""
        return _SUPPORTED_URLS

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings, as if there were no extensions.

        Raises `InvalidArgumentError` or `UnsupportedFunctionalityError` for what cannot be sent.
        """
        return build_request(self.model_id, self._name, options, self._extensions, Encodings())

    async def prepare(self, options: LanguageModelV4CallOptions, *, stream: bool) -> PreparedRequest:
        """Return the request of a call, for which extensions write what is theirs."""
        del stream
        encodings = await encode_with_extensions(options, self._name, self._extensions)
        return build_request(self.model_id, self._name, options, self._extensions, encodings)

    def check_response(self, response: ApiResponse[Any], body: JSONObject) -> None:
        """Raise `APICallError` for an answer that is an error or has no output."""
        check_response(response, self.config.url(self.path, self.model_id), body)

    def read_response(self, response: UncheckedJSON, request: PreparedRequest, raw_response: Any) -> ModelOutput:
        """Turn an answer into content; raises `InvalidResponseDataError` when it lacks a part of itself."""
        del raw_response
        return read_response(response, self._name, request.context or {})

    def open_stream(self, request: PreparedRequest) -> OpenResponsesStream:
        """Return the state of a new stream."""
        del request
        return OpenResponsesStream(self._name)

    async def open_events(
        self, response: ApiResponse[AsyncGenerator[Event, None]], request: PreparedRequest, body: JSONObject
    ) -> AsyncGenerator[Event, None]:
        """Return the events of a stream, those of extensions already read."""
        del request, body
        if not self._extensions.by_id:
            return response.value
        return decode_events(response.value, self._name, self._extensions)

    async def _post(
        self, request: PreparedRequest, body: JSONObject, handler: Any, *, stream: bool
    ) -> ApiResponse[Any]:
        response = await super()._post(request, body, handler, stream=stream)
        output = None if stream or not isinstance(response.value, dict) else response.value.get("output")
        if isinstance(output, list):
            request.context = await decode_output(output, self._name, self._extensions)
        return response
