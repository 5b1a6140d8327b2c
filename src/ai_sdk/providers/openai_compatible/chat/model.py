"""The chat model of OpenAI-compatible providers.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-chat-language-model.ts
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from ai_sdk_generated.openai_compatible.chat import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4GenerateResultResponse,
    SupportedUrls,
)
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest, StreamState
from ai_sdk.provider_utils.json import validate_types
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
from ai_sdk.providers.openai_compatible.chat.request import build_request
from ai_sdk.providers.openai_compatible.chat.response import read_response
from ai_sdk.providers.openai_compatible.chat.stream import Chunk, open_stream
from ai_sdk.providers.openai_compatible.errors import chunk_or_error
from ai_sdk.providers.openai_compatible.provider_options_key import (
    provider_options_name,
    resolve_provider_options_key,
)

__all__ = ["OpenAICompatibleChatLanguageModel"]


class OpenAICompatibleChatLanguageModel(HttpLanguageModel[wire.OpenAICompatibleChatResponse, Chunk]):
    """Chat completions as OpenAI defined them, in the dialect of one provider."""

    path: ClassVar[str] = "/chat/completions"
    response_type: ClassVar[Any] = wire.OpenAICompatibleChatResponse

    def __init__(self, model_id: str, config: ModelConfig, dialect: ChatDialect | None = None) -> None:
        super().__init__(model_id, config)
        self.dialect = dialect or ChatDialect()
        self.error_structure = self.dialect.error_structure

    @property
    def chunk_type(self) -> Any:
        """What an event of a stream is read as."""
        return chunk_or_error(wire.ChunkBase, self.error_structure)

    @property
    def supports_structured_outputs(self) -> bool:
        """Whether a JSON schema is sent to the provider."""
        return self.dialect.supports_structured_outputs

    @property
    def supported_urls(self) -> SupportedUrls:
        """URLs that the provider fetches itself, as its dialect says."""
        return {} if self.dialect.supported_urls is None else self.dialect.supported_urls()

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files that chat
        completions do not take.
        """
        return build_request(self.model_id, self._provider_options_name, options, self.dialect)

    def stream_body(self, body: JSONObject) -> JSONObject:
        """Return the body that asks for a stream, and for usage where the provider has it."""
        streamed = {name: value for name, value in body.items() if name != "stream_options"}
        usage = {"stream_options": {"include_usage": True}} if self.dialect.include_usage else {}
        return {**streamed, "stream": True, **usage}

    def request_body(self, request: PreparedRequest, *, stream: bool) -> JSONObject:
        """Return the body to post, rewritten as the dialect wants."""
        body = super().request_body(request, stream=stream)
        transform = self.dialect.transform_request_body
        return body if transform is None else transform(body, request.warnings)

    def read_response(
        self, response: wire.OpenAICompatibleChatResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        return read_response(response, request.context, raw_response, self.dialect, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> StreamState[Chunk]:
        """Return the state of a new stream."""
        return open_stream(request.context, self.dialect, self.config.generate_id)

    async def prepare_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Return the body and warnings of `do_generate` without sending anything; call headers are not applied."""
        request = self.build_request(options)
        return replace(request, body=self.request_body(request, stream=False))

    async def convert_response(
        self, *, body: Any, provider_options: Mapping[str, Any] | None = None
    ) -> LanguageModelV4GenerateResult:
        """Turn the JSON of a response into a result without asking anybody; there are no warnings.

        `provider_options` are those of the request: they decide the key of the provider metadata. Raises
        `TypeValidationError` for a body that is no chat completion, `InvalidResponseDataError` for one without choice.
        """
        response: wire.OpenAICompatibleChatResponse = validate_types(wire.OpenAICompatibleChatResponse, body)
        metadata_key = resolve_provider_options_key(self._provider_options_name, provider_options)
        output = read_response(response, metadata_key, body, self.dialect, self.config.generate_id)
        metadata = output.metadata
        return LanguageModelV4GenerateResult(
            content=output.content,
            finish_reason=output.finish_reason,
            usage=output.usage,
            provider_metadata=output.provider_metadata,
            response=LanguageModelV4GenerateResultResponse(
                id=metadata.id, timestamp=metadata.timestamp, model_id=metadata.model_id
            ),
            warnings=[],
        )

    @property
    def _provider_options_name(self) -> str:
        return provider_options_name(self.provider)
