"""The Mistral provider: its facts and its models.

Ports: @ai-sdk/mistral/src/mistral-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.provider_utils.websocket import WebSocketConnector

if TYPE_CHECKING:
    from ai_sdk_generated.mistral.chat.model_ids import MistralChatModelId
    from ai_sdk_generated.mistral.embedding.model_ids import MistralEmbeddingModelId
    from ai_sdk_generated.mistral.speech.model_ids import MistralSpeechModelId
    from ai_sdk_generated.mistral.transcription.model_ids import MistralTranscriptionModelId

    from ai_sdk.providers.mistral.chat.model import MistralChatLanguageModel
    from ai_sdk.providers.mistral.conversations.model import MistralConversationLanguageModel
    from ai_sdk.providers.mistral.embedding import MistralEmbeddingModel
    from ai_sdk.providers.mistral.speech import MistralSpeechModel
    from ai_sdk.providers.mistral.tools import MistralTools
    from ai_sdk.providers.mistral.transcription.model import MistralTranscriptionModel

__all__ = ["MistralProvider", "create_mistral", "mistral"]


class MistralProvider(Provider):
    """Makes Mistral models; calling it with a model id makes a chat model.

    >>> create_mistral(api_key="key").conversation("mistral-medium-latest").provider
    'mistral.conversation'
    """

    definition = ProviderDefinition(
        name="mistral",
        base_url="https://api.mistral.ai/v1",
        api_key=ApiKey(env="MISTRAL_API_KEY", description="Mistral"),
    )

    def __call__(self, model_id: "MistralChatModelId") -> "MistralChatLanguageModel":
        """Return a chat model."""
        return self.chat(model_id)

    def language_model(self, model_id: "MistralChatModelId") -> "MistralChatLanguageModel":
        """Return a chat model."""
        return self.chat(model_id)

    def chat(self, model_id: "MistralChatModelId") -> "MistralChatLanguageModel":
        """Return a chat model."""
        from ai_sdk.providers.mistral.chat.model import MistralChatLanguageModel

        return MistralChatLanguageModel(model_id, self.config("chat"))

    def conversation(self, model_id: "MistralChatModelId") -> "MistralConversationLanguageModel":
        """Return a model on the Conversations API, which can search the web."""
        from ai_sdk.providers.mistral.conversations.model import MistralConversationLanguageModel

        return MistralConversationLanguageModel(model_id, self.config("conversation"))

    def embedding_model(self, model_id: "MistralEmbeddingModelId") -> "MistralEmbeddingModel":
        """Return a model that turns texts into vectors."""
        from ai_sdk.providers.mistral.embedding import MistralEmbeddingModel

        return MistralEmbeddingModel(model_id, self.config("embedding"))

    def embedding(self, model_id: "MistralEmbeddingModelId") -> "MistralEmbeddingModel":
        """Return a model that turns texts into vectors."""
        return self.embedding_model(model_id)

    def text_embedding(self, model_id: "MistralEmbeddingModelId") -> "MistralEmbeddingModel":
        """Return a model that turns texts into vectors, by its older name."""
        return self.embedding_model(model_id)

    def speech_model(self, model_id: "MistralSpeechModelId") -> "MistralSpeechModel":
        """Return a model that turns text into speech."""
        from ai_sdk.providers.mistral.speech import MistralSpeechModel

        return MistralSpeechModel(model_id, self.config("speech"))

    def speech(self, model_id: "MistralSpeechModelId") -> "MistralSpeechModel":
        """Return a model that turns text into speech."""
        return self.speech_model(model_id)

    def transcription_model(self, model_id: "MistralTranscriptionModelId") -> "MistralTranscriptionModel":
        """Return a model that turns speech into text."""
        from ai_sdk.providers.mistral.transcription.model import MistralTranscriptionModel

        return MistralTranscriptionModel(model_id, self.config("transcription"))

    def transcription(self, model_id: "MistralTranscriptionModelId") -> "MistralTranscriptionModel":
        """Return a model that turns speech into text."""
        return self.transcription_model(model_id)

    @property
    def tools(self) -> "type[MistralTools]":
        """The tools that Mistral runs itself, in conversations."""
        from ai_sdk.providers.mistral.tools import MistralTools

        return MistralTools


def create_mistral(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    websocket: WebSocketConnector | None = None,
    generate_id: IdGenerator = generate_id,
) -> MistralProvider:
    """Return a Mistral provider.

    `api_key` (else `MISTRAL_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; `http_client` is an `httpx.AsyncClient` or a transport; `websocket` opens the connections of streaming
    transcription in place of the `websockets` library; `generate_id` names blocks of reasoning, sources and tool calls
    that have no id.
    """
    return MistralProvider(
        api_key=api_key,
        base_url=base_url,
        headers=headers,
        http_client=http_client,
        websocket=websocket,
        generate_id=generate_id,
    )


mistral = create_mistral()
"""Mistral with the settings of the environment, which is read at the first request."""
