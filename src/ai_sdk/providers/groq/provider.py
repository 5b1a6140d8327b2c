"""The Groq provider: its facts and its models.

Ports: @ai-sdk/groq/src/groq-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk_generated.groq.chat.model_ids import GroqChatModelId
    from ai_sdk_generated.groq.transcription.model_ids import GroqTranscriptionModelId

    from ai_sdk.providers.groq.chat.model import GroqChatLanguageModel
    from ai_sdk.providers.groq.tools import GroqTools
    from ai_sdk.providers.groq.transcription import GroqTranscriptionModel

__all__ = ["GroqProvider", "create_groq", "groq"]


class GroqProvider(Provider):
    """Makes Groq models; calling it with a model id makes a chat model.

    >>> create_groq(api_key="key")("llama-3.3-70b-versatile").provider
    'groq.chat'
    """

    definition = ProviderDefinition(
        name="groq",
        base_url="https://api.groq.com/openai/v1",
        api_key=ApiKey(env="GROQ_API_KEY", description="Groq"),
    )

    def __call__(self, model_id: "GroqChatModelId") -> "GroqChatLanguageModel":
        """Return a chat model."""
        return self.chat(model_id)

    def language_model(self, model_id: "GroqChatModelId") -> "GroqChatLanguageModel":
        """Return a chat model."""
        return self.chat(model_id)

    def chat(self, model_id: "GroqChatModelId") -> "GroqChatLanguageModel":
        """Return a chat model."""
        from ai_sdk.providers.groq.chat.model import GroqChatLanguageModel

        return GroqChatLanguageModel(model_id, self.config("chat"))

    def transcription_model(self, model_id: "GroqTranscriptionModelId") -> "GroqTranscriptionModel":
        """Return a model that turns speech into text."""
        from ai_sdk.providers.groq.transcription import GroqTranscriptionModel

        return GroqTranscriptionModel(model_id, self.config("transcription"))

    def transcription(self, model_id: "GroqTranscriptionModelId") -> "GroqTranscriptionModel":
        """Return a model that turns speech into text."""
        return self.transcription_model(model_id)

    @property
    def tools(self) -> "type[GroqTools]":
        """The tools that Groq runs itself."""
        from ai_sdk.providers.groq.tools import GroqTools

        return GroqTools


def create_groq(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> GroqProvider:
    """Return a Groq provider.

    `api_key` (else `GROQ_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no id.
    """
    return GroqProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


groq = create_groq()
"""Groq with the settings of the environment, which is read at the first request."""
