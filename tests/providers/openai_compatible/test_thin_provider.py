"""A provider of its own is a fact sheet and a dialect; where it has a quirk, a model that says so."""

from collections.abc import Iterable

import httpx
import pytest
from pydantic import BaseModel

from ai_sdk.provider import (
    APICallError,
    LanguageModelV4CallOptions,
    LanguageModelV4StreamPart,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    LoadAPIKeyError,
    NoSuchModelError,
    SupportedUrls,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest, StreamState
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.providers.openai_compatible import (
    ChatDialect,
    CompletionDialect,
    OpenAICompatibleChatLanguageModel,
    OpenAICompatibleCompletionLanguageModel,
    OpenAICompatibleEmbeddingModel,
    ProviderErrorStructure,
)
from ai_sdk.providers.openai_compatible.chat.stream import Chunk, OpenAICompatibleChatStream
from tests.providers.openai.server import Server, events, reply, stream

pytestmark = pytest.mark.anyio


class MillError(BaseModel):
    error: str


STRUCTURE = ProviderErrorStructure(MillError, lambda data: data.error)


def rename_effort(body, warnings):
    return {"effort" if name == "reasoning_effort" else name: value for name, value in body.items()}


def urls() -> SupportedUrls:
    return {}


CHAT = ChatDialect(
    include_usage=True,
    supports_structured_outputs=True,
    supported_urls=urls,
    error_structure=STRUCTURE,
    transform_request_body=rename_effort,
)


class SilentStream(OpenAICompatibleChatStream):
    """The provider repeats its reasoning in the text; the reasoning is left out."""

    def feed(self, chunk: Chunk) -> Iterable[LanguageModelV4StreamPart]:
        return [part for part in super().feed(chunk) if not part.type.startswith("reasoning")]


class MillChatLanguageModel(OpenAICompatibleChatLanguageModel):
    def open_stream(self, request: PreparedRequest) -> StreamState[Chunk]:
        return SilentStream(request.context, self.dialect, self.config.generate_id)


class MillProvider(Provider):
    definition = ProviderDefinition(
        name="mill", base_url="https://mill.dev/v1", api_key=ApiKey(env="MILL_API_KEY", description="Mill")
    )

    def language_model(self, model_id: str) -> MillChatLanguageModel:
        return MillChatLanguageModel(model_id, self.config("chat"), CHAT)

    def completion_model(self, model_id: str) -> OpenAICompatibleCompletionLanguageModel:
        return OpenAICompatibleCompletionLanguageModel(
            model_id, self.config("completion"), CompletionDialect(supported_urls=urls, error_structure=STRUCTURE)
        )

    def embedding_model(self, model_id: str) -> OpenAICompatibleEmbeddingModel:
        return OpenAICompatibleEmbeddingModel(
            model_id, self.config("embedding"), max_embeddings_per_call=None, error_structure=STRUCTURE
        )


def mill(server: Server) -> MillProvider:
    return MillProvider(api_key="key", http_client=httpx.AsyncClient(transport=httpx.MockTransport(server.answer)))


OPTIONS = LanguageModelV4CallOptions(
    prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])], reasoning="low"
)


async def test_its_dialect_shapes_the_request_and_its_model_the_stream():
    chunks = [{"choices": [{"delta": {"reasoning": "Hm", "content": "Hello"}, "finish_reason": "stop"}]}]
    server = Server(stream(events(*chunks)))
    result = await mill(server)("m").do_stream(OPTIONS)
    kinds = [part.type async for part in result.stream]
    assert kinds == ["stream-start", "text-start", "text-delta", "text-end", "finish"]
    assert server.body == {
        "model": "m",
        "messages": [{"role": "user", "content": "Hi"}],
        "effort": "low",
        "stream": True,
        "stream_options": {"include_usage": True},
    }


async def test_every_surface_reads_its_errors():
    provider = mill(Server(*(reply({"error": "Dry."}, 400) for _ in range(2))))
    for model in (provider("m"), provider.completion_model("m")):
        with pytest.raises(APICallError, match=r"^Dry\.$"):
            await model.do_generate(OPTIONS)
        assert model.supported_urls == {}


async def test_its_key_is_its_own_and_other_kinds_are_missing():
    with pytest.raises(LoadAPIKeyError, match="Mill API key is missing"):
        await MillProvider().request_headers()
    with pytest.raises(NoSuchModelError):
        MillProvider().image_model("m")
