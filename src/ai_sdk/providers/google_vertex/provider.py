"""The Google Vertex AI provider: its settings and models, with credentials of Google Cloud or an API key.

Ports: @ai-sdk/google-vertex/src/google-vertex-provider-base.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-provider.ts, @ai-sdk/google-vertex/src/google-vertex-config.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-tools.ts, @ai-sdk/google-vertex/src/google-vertex-options.ts
"""

import re
from typing import TYPE_CHECKING, Any, Unpack

from ai_sdk.provider import LoadAPIKeyError
from ai_sdk.provider_utils.authenticating_transport import AuthenticatingTransport, merge_headers
from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_optional_setting, without_trailing_slash
from ai_sdk.provider_utils.transport import HttpRequest, Transport
from ai_sdk.providers.google.config import GoogleConfig, ToolResultDownloads
from ai_sdk.providers.google_vertex.cloud_provider import GoogleCloudProvider, GoogleCloudSettings
from ai_sdk.providers.google_vertex.location import check_location, vertex_host
from ai_sdk.providers.google_vertex.request_config import (
    is_cloud_tts_model,
    is_endpoint_model,
    is_gemini_transcription_model,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai_sdk_generated.google_vertex.embedding.model_ids import GoogleVertexEmbeddingModelId
    from ai_sdk_generated.google_vertex.image.model_ids import GoogleVertexImageModelId
    from ai_sdk_generated.google_vertex.shared.model_ids import GoogleVertexModelId
    from ai_sdk_generated.google_vertex.speech.model_ids import GoogleVertexSpeechModelId
    from ai_sdk_generated.google_vertex.transcription.model_ids import GoogleVertexTranscriptionModelId
    from ai_sdk_generated.google_vertex.video.model_ids import GoogleVertexVideoModelId

    from ai_sdk.providers.google.generate_content.model import GoogleLanguageModel
    from ai_sdk.providers.google.interactions.model import GoogleInteractionsLanguageModel
    from ai_sdk.providers.google.speech.model import GoogleSpeechModel
    from ai_sdk.providers.google_vertex.embedding import GoogleVertexEmbeddingModel
    from ai_sdk.providers.google_vertex.image import GoogleVertexImageModel
    from ai_sdk.providers.google_vertex.speech import GoogleVertexCloudTTSSpeechModel
    from ai_sdk.providers.google_vertex.transcription.cloud_speech import GoogleVertexTranscriptionModel
    from ai_sdk.providers.google_vertex.transcription.gemini import GoogleVertexGeminiTranscriptionModel
    from ai_sdk.providers.google_vertex.video import GoogleVertexVideoModel

__all__ = ["GoogleVertexProvider", "create_google_vertex", "google_vertex"]

_TOOL_RESULT_BYTES = 7 * 1024 * 1024
_SUPPORTED_URLS = {"*": (re.compile(r"^https?://.*$"), re.compile(r"^gs://.*$"))}


class GoogleVertexProvider(GoogleCloudProvider):
    """Makes models of Vertex AI; calling it with a model id makes a language model.

    >>> create_google_vertex(project="p", location="us-central1")("gemini-2.5-pro").provider
    'google.vertex.chat'
    """

    definition = ProviderDefinition(
        name="google-vertex",
        base_url="https://aiplatform.googleapis.com/v1/publishers/google",
        api_key=ApiKey(env="GOOGLE_VERTEX_API_KEY", description="Google Vertex", header="x-goog-api-key", prefix=""),
    )

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        tool_result_downloads: "Mapping[str, int] | None" = None,
        **settings: Unpack[GoogleCloudSettings],
    ) -> None:
        super().__init__(**settings)
        self._api_key = api_key
        self._tool_result_downloads = tool_result_downloads or {}

    @property
    def name(self) -> str:
        """The provider's name, the first half of `provider` on its models."""
        return "google.vertex"

    @property
    def location(self) -> str:
        """The location; raises `LoadSettingError` without one, `InvalidArgumentError` when it is not one DNS label."""
        return check_location(super().location)

    @property
    def base_url(self) -> str:
        """Where requests for Google's own models go, without a slash at the end."""
        return self._locate(endpoint=False)

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the header that carries the access token; an API key is added when a request is sent."""
        return {} if self._is_express() else await super().auth_headers()

    def config(self, surface: str, *, endpoint: bool = False, **hooks: Any) -> GoogleConfig:
        """Return what a model of one surface needs to know.

        `endpoint` leaves the publisher out of the URL; `hooks` are fields of `GoogleConfig`.
        """
        base_url = self._locate(endpoint=endpoint)
        return GoogleConfig(
            provider=f"{self.name}.{surface}",
            url=lambda path, _: f"{base_url}{path}",
            headers=self.request_headers,
            transport=self._transport,
            generate_id=self._generate_id,
            websocket=self._websocket,
            **hooks,
        )

    def _locate(self, *, endpoint: bool) -> str:
        if self._base_url is not None:
            return without_trailing_slash(self._base_url)
        if self._is_express():
            return self.definition.base_url
        location, project = self.location, self.project
        publisher = "" if endpoint else "/publishers/google"
        return f"https://{vertex_host(location)}/v1beta1/projects/{project}/locations/{location}{publisher}"

    def _is_express(self) -> bool:
        """Whether requests carry an API key, which is called express mode."""
        return callable(self._api_key) or bool(self._given_or_environment_key(self._api_key))

    def _given_or_environment_key(self, given: object) -> str | None:
        return load_optional_setting(setting_value=given, environment_variable_name="GOOGLE_VERTEX_API_KEY")

    def _transport(self) -> Transport:
        transport = self._clients.transport()
        return AuthenticatingTransport(transport, self._with_key) if self._is_express() else transport

    async def _with_key(self, request: HttpRequest) -> dict[str, str]:
        if not callable(self._api_key):
            key = self._given_or_environment_key(self._api_key)
        else:
            key = await resolve(self._api_key)
            if not isinstance(key, str) or not key.strip():
                raise LoadAPIKeyError("Google Vertex API key must be a non-empty string.")
        return merge_headers(request.headers, {"x-goog-api-key": key})

    def _refuse_express(self, models: str) -> None:
        if self._is_express():
            from ai_sdk.providers.google_vertex.errors import GoogleVertexError

            raise GoogleVertexError(
                f"Google Vertex {models} models do not support Express Mode API keys. "
                "Use standard Google Cloud credentials instead."
            )

    def language_model(self, model_id: "GoogleVertexModelId") -> "GoogleLanguageModel":
        """Return a language model; `endpoints/...` is a tuned one, which takes no API key."""
        from ai_sdk.providers.google.generate_content.model import GoogleLanguageModel

        endpoint = is_endpoint_model(model_id)
        if endpoint:
            self._refuse_express("tuned")
        downloads = ToolResultDownloads(
            max_bytes=self._tool_result_downloads.get("maxBytes", _TOOL_RESULT_BYTES),
            supports_google_cloud_storage_urls=True,
            transport=self._clients.transport,
        )
        config = self.config(
            "chat", endpoint=endpoint, supported_urls=lambda: _SUPPORTED_URLS, tool_result_downloads=downloads
        )
        return GoogleLanguageModel(model_id, config)

    def interactions(self, model_or_agent: "str | Mapping[str, str]") -> "GoogleInteractionsLanguageModel":
        """Return a language model on the Interactions API, which takes no API key.

        It is a model (its id), an agent of Google's (`{"agent": name}`) or one of your own (`{"managedAgent": name}`).
        """
        from ai_sdk.providers.google.interactions.model import GoogleInteractionsLanguageModel

        self._refuse_express("Interactions")
        return GoogleInteractionsLanguageModel(model_or_agent, self.config("interactions", endpoint=True))

    def embedding_model(self, model_id: "GoogleVertexEmbeddingModelId") -> "GoogleVertexEmbeddingModel":
        """Return a model for embeddings."""
        from ai_sdk.providers.google_vertex.embedding import GoogleVertexEmbeddingModel

        return GoogleVertexEmbeddingModel(model_id, self.config("embedding"))

    def image_model(self, model_id: "GoogleVertexImageModelId") -> "GoogleVertexImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.providers.google_vertex.image import GoogleVertexImageModel

        return GoogleVertexImageModel(model_id, self.config("image", supported_urls=lambda: _SUPPORTED_URLS))

    def image(self, model_id: "GoogleVertexImageModelId") -> "GoogleVertexImageModel":
        """Return a model that makes and edits images."""
        return self.image_model(model_id)

    def video_model(self, model_id: "GoogleVertexVideoModelId") -> "GoogleVertexVideoModel":
        """Return a model that makes videos."""
        from ai_sdk.providers.google_vertex.video import GoogleVertexVideoModel

        return GoogleVertexVideoModel(model_id, self.config("video"))

    def video(self, model_id: "GoogleVertexVideoModelId") -> "GoogleVertexVideoModel":
        """Return a model that makes videos."""
        return self.video_model(model_id)

    def speech_model(
        self, model_id: "GoogleVertexSpeechModelId"
    ) -> "GoogleSpeechModel | GoogleVertexCloudTTSSpeechModel":
        """Return a model that turns text into speech: Chirp, which takes no API key, or Gemini."""
        if not is_cloud_tts_model(model_id):
            from ai_sdk.providers.google.speech.model import GoogleSpeechModel

            return GoogleSpeechModel(model_id, self.config("speech"))
        from ai_sdk.providers.google_vertex.speech import GoogleVertexCloudTTSSpeechModel

        self._refuse_express("Chirp speech")
        return GoogleVertexCloudTTSSpeechModel(model_id, self.config("speech"))

    def speech(self, model_id: "GoogleVertexSpeechModelId") -> "GoogleSpeechModel | GoogleVertexCloudTTSSpeechModel":
        """Return a model that turns text into speech."""
        return self.speech_model(model_id)

    def transcription_model(
        self, model_id: "GoogleVertexTranscriptionModelId"
    ) -> "GoogleVertexTranscriptionModel | GoogleVertexGeminiTranscriptionModel":
        """Return a model that turns speech into text: Gemini, or one of Cloud Speech-to-Text; none takes an API key."""
        self._refuse_express("transcription")
        config = self.config("transcription")
        project, location = self.project, self.location
        if is_gemini_transcription_model(model_id):
            from ai_sdk.providers.google_vertex.transcription.gemini import GoogleVertexGeminiTranscriptionModel

            return GoogleVertexGeminiTranscriptionModel(model_id, config, project=project, location=location)
        from ai_sdk.providers.google_vertex.transcription.cloud_speech import GoogleVertexTranscriptionModel

        return GoogleVertexTranscriptionModel(model_id, config, project=project, location=location)

    def transcription(
        self, model_id: "GoogleVertexTranscriptionModelId"
    ) -> "GoogleVertexTranscriptionModel | GoogleVertexGeminiTranscriptionModel":
        """Return a model that turns speech into text."""
        return self.transcription_model(model_id)

    @property
    def tools(self) -> Any:
        """The tools that Google runs itself, as factories: `google_vertex.tools.vertex_rag_store(...)`."""
        import ai_sdk.providers.google.tools as google_tools

        return google_tools


def create_google_vertex(
    *,
    api_key: Resolvable[str | None] = None,
    tool_result_downloads: "Mapping[str, int] | None" = None,
    **settings: Unpack[GoogleCloudSettings],
) -> GoogleVertexProvider:
    """Return a Google Vertex AI provider; nothing is read from the environment before a model is made.

    With `api_key`, or `GOOGLE_VERTEX_API_KEY`, requests go to express mode; a function, plain or async, is asked at
    each request. Otherwise they carry an access token of Google Cloud, for which see `GoogleCloudSettings`.
    `tool_result_downloads` is `{"maxBytes": size}`, the largest file of a tool result that is downloaded, by
    default 7 MiB.
    """
    return GoogleVertexProvider(api_key=api_key, tool_result_downloads=tool_result_downloads, **settings)


google_vertex = create_google_vertex()
"""The provider with every setting from the environment."""
