"""The language model on the Converse API.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model.ts
"""

import re
from collections.abc import AsyncGenerator
from dataclasses import replace
from typing import Any

from ai_sdk_generated.amazon_bedrock.chat import wire
from ai_sdk_generated.amazon_bedrock.chat.model_ids import AmazonBedrockChatModelId

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    SupportedUrls,
)
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.post_to_api import post_json_to_api
from ai_sdk.provider_utils.response_handler import ApiResponse, Event, ResponseHandler, json_error_response
from ai_sdk.providers.amazon_bedrock.chat.request import build_request
from ai_sdk.providers.amazon_bedrock.chat.response import read_date, read_response
from ai_sdk.providers.amazon_bedrock.chat.stream import ConverseStream
from ai_sdk.providers.amazon_bedrock.config import BedrockChatConfig
from ai_sdk.providers.amazon_bedrock.error_structure import CONVERSE_ERROR_STRUCTURE, ERROR_STRUCTURE
from ai_sdk.providers.amazon_bedrock.event_stream import ConverseEvent, aws_event_stream_response

__all__ = ["AmazonBedrockChatLanguageModel"]

_ON_S3 = [re.compile("^s3://")]
_SUPPORTED_URLS: SupportedUrls = {"image/*": _ON_S3, "video/*": _ON_S3}
_REQUEST_ID = "x-amzn-requestid"


class AmazonBedrockChatLanguageModel(HttpLanguageModel[wire.AmazonBedrockResponse, ConverseEvent]):
    """A model of any family on Bedrock's Converse API."""

    response_type, chunk_type = wire.AmazonBedrockResponse, wire.AmazonBedrockStream
    config: BedrockChatConfig

    def __init__(self, model_id: AmazonBedrockChatModelId, config: BedrockChatConfig) -> None:
        super().__init__(model_id, config)

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images and videos in S3."""
        return _SUPPORTED_URLS

    def request_path(self, *, stream: bool) -> str:
        """Return the path below the model's own."""
        return "/converse-stream" if stream else "/converse"

    def stream_body(self, body: JSONObject) -> JSONObject:
        """Return the body as it is: the path asks for a stream."""
        return body

    def stream_handler(self) -> ResponseHandler[AsyncGenerator[Event, None]]:
        """Read AWS's binary event stream."""
        return aws_event_stream_response(self.chunk_type)

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for a prompt that
        Bedrock does not take.
        """
        return build_request(self.model_id, options, model_family=self.config.model_family)

    async def _post(
        self, request: PreparedRequest, body: JSONObject, handler: ResponseHandler[Any], *, stream: bool
    ) -> ApiResponse[Any]:
        errors = ERROR_STRUCTURE if stream else CONVERSE_ERROR_STRUCTURE
        return await post_json_to_api(
            transport=self.config.transport(),
            url=self.config.url(self.request_path(stream=stream), self.model_id),
            headers=combine_headers(await self.config.headers(), request.options.headers),
            body=body,
            response_handler=handler,
            error_handler=json_error_response(errors),
            abort_signal=request.options.abort_signal,
        )

    async def do_generate(self, options: LanguageModelV4CallOptions) -> LanguageModelV4GenerateResult:
        """Make one call and wait for the whole answer.

        Raises `APICallError` when the request fails or the answer cannot be read, and the errors of reading options.
        """
        result = await super().do_generate(options)
        response = result.response
        if response is not None:
            headers = response.headers or {}
            response.id, response.timestamp = headers.get(_REQUEST_ID), read_date(headers)
            response.model_id = self.model_id
        return result

    def read_response(
        self, response: wire.AmazonBedrockResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn an answer into content."""
        del raw_response
        return read_response(response, request.context, self.config.generate_id)

    async def open_events(
        self, response: ApiResponse[AsyncGenerator[Event, None]], request: PreparedRequest, body: JSONObject
    ) -> AsyncGenerator[Event, None]:
        """Keep the headers, which name the answer."""
        del body
        request.context = replace(request.context, response_headers=response.response_headers)
        return response.value

    def first_parts(self, request: PreparedRequest) -> list[LanguageModelV4StreamPart]:
        """Say before the first event which answer it is."""
        headers = request.context.response_headers or {}
        metadata = LanguageModelV4ResponseMetadataPart(
            id=headers.get(_REQUEST_ID), timestamp=read_date(headers), model_id=self.model_id
        )
        return [*super().first_parts(request), metadata]

    def open_stream(self, request: PreparedRequest) -> ConverseStream:
        """Return the state of a new stream."""
        return ConverseStream(request.context)
