"""The xAI provider: its facts and its models.

Ports: @ai-sdk/xai/src/xai-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.provider_utils.websocket import WebSocketConnector

if TYPE_CHECKING:
    from ai_sdk_generated.xai.image.model_ids import XaiImageModelId
    from ai_sdk_generated.xai.responses.model_ids import XaiResponsesModelId
    from ai_sdk_generated.xai.video.model_ids import XaiVideoModelId

    from ai_sdk.providers.xai.files import XaiFiles
    from ai_sdk.providers.xai.image import XaiImageModel
    from ai_sdk.providers.xai.responses.model import XaiResponsesLanguageModel
    from ai_sdk.providers.xai.speech import XaiSpeechModel
    from ai_sdk.providers.xai.tools import XaiTools
    from ai_sdk.providers.xai.transcription.model import XaiTranscriptionModel
    from ai_sdk.providers.xai.video.model import XaiVideoModel

__all__ = ["XaiProvider", "create_xai", "xai"]


class XaiProvider(Provider):
    """Makes xAI models; calling it with a model id makes one on the Responses API.

    >>> create_xai(api_key="key")("grok-4.3").provider
    'xai.responses'
    """

    definition = ProviderDefinition(
        name="xai",
        base_url="https://api.x.ai/v1",
        api_key=ApiKey(env="XAI_API_KEY", description="xAI API key"),
    )

    def __call__(self, model_id: "XaiResponsesModelId") -> "XaiResponsesLanguageModel":
        """Return a language model on the Responses API."""
        return self.responses(model_id)

    def language_model(self, model_id: "XaiResponsesModelId") -> "XaiResponsesLanguageModel":
        """Return a language model on the Responses API."""
        return self.responses(model_id)

    def responses(self, model_id: "XaiResponsesModelId") -> "XaiResponsesLanguageModel":
        """Return a language model on the Responses API."""
        from ai_sdk.providers.xai.responses.model import XaiResponsesLanguageModel

        return XaiResponsesLanguageModel(model_id, self.config("responses"))

    def image_model(self, model_id: "XaiImageModelId") -> "XaiImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.providers.xai.image import XaiImageModel

        return XaiImageModel(model_id, self.config("image"))

    def image(self, model_id: "XaiImageModelId") -> "XaiImageModel":
        """Return a model that makes and edits images."""
        return self.image_model(model_id)

    def video_model(self, model_id: "XaiVideoModelId") -> "XaiVideoModel":
        """Return a model that makes, edits and extends videos."""
        from ai_sdk.providers.xai.video.model import XaiVideoModel

        return XaiVideoModel(model_id, self.config("video"))

    def video(self, model_id: "XaiVideoModelId") -> "XaiVideoModel":
        """Return a model that makes, edits and extends videos."""
        return self.video_model(model_id)

    def speech_model(self, _model_id: str = "") -> "XaiSpeechModel":
        """Return the model that turns text into speech; xAI has one, without a name."""
        from ai_sdk.providers.xai.speech import XaiSpeechModel

        return XaiSpeechModel("", self.config("speech"))

    def speech(self, _model_id: str = "") -> "XaiSpeechModel":
        """Return the model that turns text into speech; xAI has one, without a name."""
        return self.speech_model()

    def transcription_model(self, _model_id: str = "") -> "XaiTranscriptionModel":
        """Return the model that turns speech into text; xAI has one, without a name."""
        from ai_sdk.providers.xai.transcription.model import XaiTranscriptionModel

        return XaiTranscriptionModel("", self.config("transcription"))

    def transcription(self, _model_id: str = "") -> "XaiTranscriptionModel":
        """Return the model that turns speech into text; xAI has one, without a name."""
        return self.transcription_model()

    def files(self) -> "XaiFiles":
        """Return xAI's file store."""
        from ai_sdk.providers.xai.files import XaiFiles

        return XaiFiles(self.config("files"))

    @property
    def tools(self) -> "type[XaiTools]":
        """The tools that xAI runs itself."""
        from ai_sdk.providers.xai.tools import XaiTools

        return XaiTools


def create_xai(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    websocket: WebSocketConnector | None = None,
    generate_id: IdGenerator = generate_id,
) -> XaiProvider:
    """Return an xAI provider.

    `api_key` (else `XAI_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; `http_client` is an `httpx.AsyncClient` or a transport; `websocket` opens the connections of streaming
    transcription in place of the `websockets` library; `generate_id` names sources, which have no id.
    """
    return XaiProvider(
        api_key=api_key,
        base_url=base_url,
        headers=headers,
        http_client=http_client,
        websocket=websocket,
        generate_id=generate_id,
    )


xai = create_xai()
"""xAI with the settings of the environment, which is read at the first request."""
