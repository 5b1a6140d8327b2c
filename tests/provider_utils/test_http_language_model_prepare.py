"""A model that builds its request on the provider's headers, and another one for streams."""

from typing import Any

import pytest
from ai_sdk_generated._base import WireModel

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4FinishReason,
    LanguageModelV4StreamPart,
    LanguageModelV4Text,
    LanguageModelV4Usage,
)
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.testing import LoopbackServer, Reply, Request

pytestmark = pytest.mark.anyio


class Word(WireModel):
    word: str


class SilentStream:
    def feed(self, chunk: Word) -> list[LanguageModelV4StreamPart]:
        return []

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        return []

    def finish(self) -> list[LanguageModelV4StreamPart]:
        return []


class PreparingModel(HttpLanguageModel[Word, Word]):
    path, response_type, chunk_type = "/say", Word, Word
    error_structure = ErrorStructure(Word, lambda error: error.word)

    async def prepare(self, options: LanguageModelV4CallOptions, *, stream: bool) -> PreparedRequest:
        headers = await self.config.headers()
        return PreparedRequest(body={"streams": stream, "key": headers["authorization"]}, warnings=[], options=options)

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        raise AssertionError("a model that prepares its requests is not asked to build them")

    def stream_body(self, body: dict[str, Any]) -> dict[str, Any]:
        return body

    def read_response(self, response: Word, request: PreparedRequest, raw_response: Any) -> ModelOutput:
        finish_reason = LanguageModelV4FinishReason(unified="stop")
        content: list[Any] = [LanguageModelV4Text(text=response.word)]
        return ModelOutput(content=content, finish_reason=finish_reason, usage=LanguageModelV4Usage())

    def open_stream(self, request: PreparedRequest) -> SilentStream:
        return SilentStream()


class PreparingProvider(Provider):
    definition = ProviderDefinition(
        name="toy", base_url="https://toy.test", api_key=ApiKey(env="TOY_API_KEY", description="Toy")
    )


async def test_a_request_may_be_prepared_with_headers_and_differ_for_streams() -> None:
    def say(request: Request) -> Reply:
        return Reply(chunks=[b"data: [DONE]\n\n" if request.json()["streams"] else b'{"word": "Hi"}'])

    async with LoopbackServer(say) as server, PreparingProvider(api_key="k", base_url=server.url) as toy:
        model = PreparingModel("m", toy.config("chat"))
        options = LanguageModelV4CallOptions(prompt=[])
        await model.do_generate(options)
        stream = (await model.do_stream(options)).stream
        parts = [part async for part in stream]
    assert [request.json() for request in server.requests] == [
        {"streams": False, "key": "Bearer k"},
        {"streams": True, "key": "Bearer k"},
    ]
    assert [part.type for part in parts] == ["stream-start"]
