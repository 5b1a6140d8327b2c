"""The OpenAI provider: its facts, settings and models.

Ports: @ai-sdk/openai/src/openai-provider.ts
"""

from typing import TYPE_CHECKING, Any

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.settings import load_optional_setting, validate_base_url, without_trailing_slash
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.provider_utils.websocket import WebSocketConnector
from ai_sdk.providers.openai.config import OpenAIConfig

if TYPE_CHECKING:
    from ai_sdk.providers.openai.chat.model import OpenAIChatLanguageModel
    from ai_sdk.providers.openai.completion.model import OpenAICompletionLanguageModel
    from ai_sdk.providers.openai.embedding import OpenAIEmbeddingModel
    from ai_sdk.providers.openai.files import OpenAIFiles
    from ai_sdk.providers.openai.image.model import OpenAIImageModel
    from ai_sdk.providers.openai.responses.model import OpenAIResponsesLanguageModel
    from ai_sdk.providers.openai.skills import OpenAISkills
    from ai_sdk.providers.openai.speech import OpenAISpeechModel
    from ai_sdk.providers.openai.transcription.model import OpenAITranscriptionModel

__all__ = ["OpenAIProvider", "create_openai", "openai"]


class OpenAIProvider(Provider):
    """Makes OpenAI models; calling it with a model id makes one on the Responses API.

    >>> create_openai(api_key="key")("gpt-5").provider
    'openai.responses'
    """

    definition = ProviderDefinition(
        name="openai",
        base_url="https://api.openai.com/v1",
        api_key=ApiKey(env="OPENAI_API_KEY", description="OpenAI"),
    )

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        base_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        organization: str | None = None,
        project: str | None = None,
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
        self._organization = organization
        self._project = project
        self._name = name

    @property
    def name(self) -> str:
        """The provider's name: `openai`, or the one it was given."""
        return self.definition.name if self._name is None else self._name

    @property
    def base_url(self) -> str:
        """Where requests go: the argument, else `OPENAI_BASE_URL`, else OpenAI itself."""
        given = load_optional_setting(setting_value=self._base_url, environment_variable_name="OPENAI_BASE_URL")
        base_url = validate_base_url(given)
        return without_trailing_slash(self.definition.base_url if base_url is None else base_url)

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the headers that say who pays."""
        return {
            **await super().auth_headers(),
            "OpenAI-Organization": self._organization,
            "OpenAI-Project": self._project,
        }

    def config(self, surface: str, **hooks: Any) -> OpenAIConfig:
        """Return what a model of one surface needs to know; `hooks` are further fields of `OpenAIConfig`."""
        return OpenAIConfig(
            provider=f"{self.name}.{surface}",
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
            websocket=self._websocket,
            **hooks,
        )

    def language_model(self, model_id: str) -> "OpenAIResponsesLanguageModel":
        """Return a language model on the Responses API."""
        return self.responses(model_id)

    def responses(self, model_id: str) -> "OpenAIResponsesLanguageModel":
        """Return a language model on the Responses API."""
        from ai_sdk.providers.openai.responses.model import OpenAIResponsesLanguageModel

        return OpenAIResponsesLanguageModel(model_id, self.config("responses", file_id_prefixes=("file-",)))

    def chat(self, model_id: str) -> "OpenAIChatLanguageModel":
        """Return a language model on the Chat Completions API."""
        from ai_sdk.providers.openai.chat.model import OpenAIChatLanguageModel

        return OpenAIChatLanguageModel(model_id, self.config("chat"))

    def completion(self, model_id: str) -> "OpenAICompletionLanguageModel":
        """Return a language model on the older Completions API, which continues a text."""
        from ai_sdk.providers.openai.completion.model import OpenAICompletionLanguageModel

        return OpenAICompletionLanguageModel(model_id, self.config("completion"))

    def embedding_model(self, model_id: str) -> "OpenAIEmbeddingModel":
        """Return a model for text embeddings."""
        from ai_sdk.providers.openai.embedding import OpenAIEmbeddingModel

        return OpenAIEmbeddingModel(model_id, self.config("embedding"))

    def embedding(self, model_id: str) -> "OpenAIEmbeddingModel":
        """Return a model for text embeddings."""
        return self.embedding_model(model_id)

    def text_embedding(self, model_id: str) -> "OpenAIEmbeddingModel":
        """Return a model for text embeddings, by its older name."""
        return self.embedding_model(model_id)

    def image_model(self, model_id: str) -> "OpenAIImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.providers.openai.image.model import OpenAIImageModel

        return OpenAIImageModel(model_id, self.config("image"))

    def image(self, model_id: str) -> "OpenAIImageModel":
        """Return a model that makes and edits images."""
        return self.image_model(model_id)

    def transcription_model(self, model_id: str) -> "OpenAITranscriptionModel":
        """Return a model that turns speech into text."""
        from ai_sdk.providers.openai.transcription.model import OpenAITranscriptionModel

        return OpenAITranscriptionModel(model_id, self.config("transcription"))

    def transcription(self, model_id: str) -> "OpenAITranscriptionModel":
        """Return a model that turns speech into text."""
        return self.transcription_model(model_id)

    def speech_model(self, model_id: str) -> "OpenAISpeechModel":
        """Return a model that turns text into speech."""
        from ai_sdk.providers.openai.speech import OpenAISpeechModel

        return OpenAISpeechModel(model_id, self.config("speech"))

    def speech(self, model_id: str) -> "OpenAISpeechModel":
        """Return a model that turns text into speech."""
        return self.speech_model(model_id)

    def files(self) -> "OpenAIFiles":
        """Return OpenAI's file store."""
        from ai_sdk.providers.openai.files import OpenAIFiles

        return OpenAIFiles(self.config("files"))

    def skills(self) -> "OpenAISkills":
        """Return OpenAI's skill store."""
        from ai_sdk.providers.openai.skills import OpenAISkills

        return OpenAISkills(self.config("skills"))

    @property
    def tools(self) -> Any:
        """The tools that OpenAI defines, as factories: `openai.tools.web_search()`."""
        import ai_sdk.providers.openai.tools as openai_tools

        return openai_tools


def create_openai(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    organization: str | None = None,
    project: str | None = None,
    name: str | None = None,
    http_client: HttpClient | None = None,
    websocket: WebSocketConnector | None = None,
) -> OpenAIProvider:
    """Return an OpenAI provider; nothing is read from the environment before the first request.

    `api_key` falls back to `OPENAI_API_KEY` and `base_url` to `OPENAI_BASE_URL`; the key and the headers may be
    functions, plain or async, that are asked at each request. `name` replaces `openai` in `provider` of the models.
    `http_client` is an `httpx.AsyncClient`, or anything with its interface; `websocket` opens the connections of
    streaming transcription in place of the `websockets` library.
    """
    return OpenAIProvider(
        api_key=api_key,
        base_url=base_url,
        headers=headers,
        organization=organization,
        project=project,
        name=name,
        http_client=http_client,
        websocket=websocket,
    )


openai = create_openai()
"""The provider with every setting from the environment."""
