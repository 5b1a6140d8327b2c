"""The Google provider: its facts, settings and models.

Ports: @ai-sdk/google/src/google-provider.ts
"""

from typing import TYPE_CHECKING, Any

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.provider_utils.websocket import WebSocketConnector
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.supported_urls import get_supported_urls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai_sdk.providers.google.embedding import GoogleEmbeddingModel
    from ai_sdk.providers.google.files import GoogleFiles
    from ai_sdk.providers.google.generate_content.model import GoogleLanguageModel
    from ai_sdk.providers.google.image import GoogleImageModel, GoogleImageSettings
    from ai_sdk.providers.google.interactions.model import GoogleInteractionsLanguageModel
    from ai_sdk.providers.google.speech.model import GoogleSpeechModel
    from ai_sdk.providers.google.transcription.model import GoogleTranscriptionModel
    from ai_sdk.providers.google.video.model import GoogleVideoModel

__all__ = ["GoogleProvider", "create_google", "google"]


class GoogleProvider(Provider):
    """Makes Google models; calling it with a model id makes a language model.

    >>> create_google(api_key="key")("gemini-2.5-flash").provider
    'google.generative-ai'
    """

    definition = ProviderDefinition(
        name="google",
        base_url="https://generativelanguage.googleapis.com/v1beta",
        api_key=ApiKey(
            env="GOOGLE_GENERATIVE_AI_API_KEY", description="Google Generative AI", header="x-goog-api-key", prefix=""
        ),
    )

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        base_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        name: str | None = None,
        http_client: HttpClient | None = None,
        websocket: WebSocketConnector | None = None,
        generate_id: IdGenerator = generate_id,
    ) -> None:
        super().__init__(
            api_key=api_key,
            base_url=base_url,
            headers=headers,
            http_client=http_client,
            websocket=websocket,
            generate_id=generate_id,
        )
        self._name = name

    @property
    def name(self) -> str:
        """The provider's name: `google.generative-ai`, or the one it was given."""
        return "google.generative-ai" if self._name is None else self._name

    def config(self, surface: str, **hooks: Any) -> GoogleConfig:
        """Return what a model of one surface (none, when empty) needs to know; `hooks` are fields of `GoogleConfig`."""
        return GoogleConfig(
            provider=f"{self.name}.{surface}" if surface else self.name,
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
            websocket=self._websocket,
            **hooks,
        )

    def language_model(self, model_id: str) -> "GoogleLanguageModel":
        """Return a language model."""
        from ai_sdk.providers.google.generate_content.model import GoogleLanguageModel

        urls = get_supported_urls(self.base_url, model_id)
        return GoogleLanguageModel(model_id, self.config("", supported_urls=lambda: urls))

    def chat(self, model_id: str) -> "GoogleLanguageModel":
        """Return a language model."""
        return self.language_model(model_id)

    def generative_ai(self, model_id: str) -> "GoogleLanguageModel":
        """Return a language model, by its older name."""
        return self.language_model(model_id)

    def interactions(self, model_or_agent: "str | Mapping[str, str]") -> "GoogleInteractionsLanguageModel":
        """Return a language model on the Interactions API.

        It is a model (its id), an agent of Google's (`{"agent": name}`) or one of your own (`{"managedAgent": name}`).
        """
        from ai_sdk.providers.google.interactions.model import GoogleInteractionsLanguageModel

        return GoogleInteractionsLanguageModel(model_or_agent, self.config("interactions"))

    def embedding_model(self, model_id: str) -> "GoogleEmbeddingModel":
        """Return a model for embeddings."""
        from ai_sdk.providers.google.embedding import GoogleEmbeddingModel

        return GoogleEmbeddingModel(model_id, self.config(""))

    def embedding(self, model_id: str) -> "GoogleEmbeddingModel":
        """Return a model for embeddings."""
        return self.embedding_model(model_id)

    def text_embedding(self, model_id: str) -> "GoogleEmbeddingModel":
        """Return a model for embeddings, by its older name."""
        return self.embedding_model(model_id)

    def image_model(
        self, model_id: str, settings: "GoogleImageSettings | Mapping[str, Any] | None" = None
    ) -> "GoogleImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.provider.codec import load
        from ai_sdk.providers.google.image import GoogleImageModel, GoogleImageSettings

        own = settings if isinstance(settings, GoogleImageSettings) else load(GoogleImageSettings, settings or {})
        return GoogleImageModel(model_id, own, self.config(""))

    def image(
        self, model_id: str, settings: "GoogleImageSettings | Mapping[str, Any] | None" = None
    ) -> "GoogleImageModel":
        """Return a model that makes and edits images."""
        return self.image_model(model_id, settings)

    def video_model(self, model_id: str) -> "GoogleVideoModel":
        """Return a model that makes videos."""
        from ai_sdk.providers.google.video.model import GoogleVideoModel

        return GoogleVideoModel(model_id, self.config(""))

    def video(self, model_id: str) -> "GoogleVideoModel":
        """Return a model that makes videos."""
        return self.video_model(model_id)

    def speech_model(self, model_id: str) -> "GoogleSpeechModel":
        """Return a model that turns text into speech."""
        from ai_sdk.providers.google.speech.model import GoogleSpeechModel

        return GoogleSpeechModel(model_id, self.config("speech"))

    def speech(self, model_id: str) -> "GoogleSpeechModel":
        """Return a model that turns text into speech."""
        return self.speech_model(model_id)

    def transcription_model(self, model_id: str) -> "GoogleTranscriptionModel":
        """Return a model that turns speech into text."""
        from ai_sdk.providers.google.transcription.model import GoogleTranscriptionModel

        return GoogleTranscriptionModel(model_id, self.config("transcription"))

    def transcription(self, model_id: str) -> "GoogleTranscriptionModel":
        """Return a model that turns speech into text."""
        return self.transcription_model(model_id)

    def files(self) -> "GoogleFiles":
        """Return Google's file store."""
        from ai_sdk.providers.google.files import GoogleFiles

        return GoogleFiles(self.config(""))

    @property
    def tools(self) -> Any:
        """The tools that Google defines, as factories: `google.tools.google_search()`."""
        import ai_sdk.providers.google.tools as google_tools

        return google_tools


def create_google(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    name: str | None = None,
    http_client: HttpClient | None = None,
    websocket: WebSocketConnector | None = None,
    generate_id: IdGenerator = generate_id,
) -> GoogleProvider:
    """Return a Google provider; nothing is read from the environment before the first request.

    `api_key` falls back to `GOOGLE_GENERATIVE_AI_API_KEY`; it and the headers may be functions, plain or async, that
    are asked at each request. `name` replaces `google.generative-ai` in `provider` of the models. `http_client` is an
    `httpx.AsyncClient`, or anything with its interface; `websocket` opens the connections of streaming transcription in
    place of the `websockets` library; `generate_id` makes the ids that the API leaves out.
    """
    return GoogleProvider(
        api_key=api_key,
        base_url=base_url,
        headers=headers,
        name=name,
        http_client=http_client,
        websocket=websocket,
        generate_id=generate_id,
    )


google = create_google()
"""The provider with every setting from the environment."""
