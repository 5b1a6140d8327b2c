"""The gateway provider: one key for the models of all providers.

Ports: @ai-sdk/gateway/src/gateway-provider.ts
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from ai_sdk.provider.errors import LoadAPIKeyError
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.provider import Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_optional_setting
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.provider_utils.websocket import WebSocketConnector

if TYPE_CHECKING:
    from ai_sdk_generated.gateway.embedding.model_ids import GatewayEmbeddingModelId
    from ai_sdk_generated.gateway.image.model_ids import GatewayImageModelId
    from ai_sdk_generated.gateway.reranking.model_ids import GatewayRerankingModelId
    from ai_sdk_generated.gateway.shared.model_ids import GatewayModelId
    from ai_sdk_generated.gateway.speech.model_ids import GatewaySpeechModelId
    from ai_sdk_generated.gateway.transcription.model_ids import GatewayTranscriptionModelId
    from ai_sdk_generated.gateway.video.model_ids import GatewayVideoModelId

    from ai_sdk.providers.gateway.api import GatewayApi
    from ai_sdk.providers.gateway.available_models import AvailableModels
    from ai_sdk.providers.gateway.client_secret import GatewayStreamingFactory
    from ai_sdk.providers.gateway.embedding import GatewayEmbeddingModel
    from ai_sdk.providers.gateway.image import GatewayImageModel
    from ai_sdk.providers.gateway.language.model import GatewayLanguageModel
    from ai_sdk.providers.gateway.metadata import (
        GatewayCreditsResponse,
        GatewayFetchMetadataResponse,
        GatewayGenerationInfo,
        GatewaySpendReportResponse,
    )
    from ai_sdk.providers.gateway.reranking import GatewayRerankingModel
    from ai_sdk.providers.gateway.speech import GatewaySpeechModel
    from ai_sdk.providers.gateway.tools import GatewayTools
    from ai_sdk.providers.gateway.transcription import GatewayTranscriptionModel
    from ai_sdk.providers.gateway.video import GatewayVideoModel

__all__ = ["GatewayProvider", "create_gateway", "gateway"]

_PROTOCOL_VERSION = "0.0.1"
_FIVE_MINUTES = 5 * 60 * 1000


class GatewayProvider(Provider):
    """Makes models of any provider behind the gateway; calling it with a model id makes a language model.

    >>> create_gateway(api_key="key")("anthropic/claude-sonnet-4.5").provider
    'gateway'
    """

    definition = ProviderDefinition(name="gateway", base_url="https://ai-gateway.vercel.sh/v4/ai")

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        base_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        http_client: HttpClient | None = None,
        websocket: WebSocketConnector | None = None,
        team_id_or_slug: str | None = None,
        metadata_cache_refresh_millis: float = _FIVE_MINUTES,
    ) -> None:
        super().__init__(
            api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, websocket=websocket
        )
        self._team_id_or_slug = team_id_or_slug
        self._metadata_cache_refresh_millis = metadata_cache_refresh_millis
        self._available_models: AvailableModels | None = None

    def config(self, surface: str) -> ModelConfig:
        """Return what a model needs to know; the gateway names all its surfaces alike."""
        return replace(super().config(surface), provider=self.name)

    async def request_headers(self) -> dict[str, str | None]:
        """Return the headers of a request; raises `GatewayAuthenticationError` when there is no key and no token."""
        from ai_sdk.providers.gateway.errors import GatewayAuthenticationError

        try:
            return await super().request_headers()
        except Exception as error:
            raise GatewayAuthenticationError.create_contextual_error(
                api_key_provided=False, oidc_token_provided=False, cause=error
            ) from error

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the headers that carry the key or token, the protocol's version and the team."""
        from ai_sdk.providers.gateway.error_mapping import AUTH_METHOD_HEADER
        from ai_sdk.providers.gateway.model import TEAM_HEADER

        token, method = await self._credentials()
        return {
            "Authorization": f"Bearer {token}",
            "ai-gateway-protocol-version": _PROTOCOL_VERSION,
            AUTH_METHOD_HEADER: method,
            TEAM_HEADER: self._team_id_or_slug,
        }

    async def _credentials(self) -> tuple[str, str]:
        """Return a key or, when none is set, the OIDC token of the Vercel project; an empty key counts as none."""
        given = await resolve(self._api_key)
        if callable(self._api_key) and not (isinstance(given, str) and given.strip()):
            raise LoadAPIKeyError("AI Gateway API key must be a non-empty string.")
        key = load_optional_setting(setting_value=given, environment_variable_name="AI_GATEWAY_API_KEY")
        if key:
            return key, "api-key"
        from ai_sdk.providers.gateway.vercel_oidc import get_vercel_oidc_token

        return await get_vercel_oidc_token(self._clients.transport()), "oidc"

    def __call__(self, model_id: "GatewayModelId") -> "GatewayLanguageModel":
        """Return a language model."""
        return self.language_model(model_id)

    def language_model(self, model_id: "GatewayModelId") -> "GatewayLanguageModel":
        """Return a language model."""
        from ai_sdk.providers.gateway.language.model import GatewayLanguageModel

        return GatewayLanguageModel(model_id, self.config("language"))

    def chat(self, model_id: "GatewayModelId") -> "GatewayLanguageModel":
        """Return a language model."""
        return self.language_model(model_id)

    def embedding_model(self, model_id: "GatewayEmbeddingModelId") -> "GatewayEmbeddingModel":
        """Return a model that turns texts into vectors."""
        from ai_sdk.providers.gateway.embedding import GatewayEmbeddingModel

        return GatewayEmbeddingModel(model_id, self.config("embedding"))

    def embedding(self, model_id: "GatewayEmbeddingModelId") -> "GatewayEmbeddingModel":
        """Return a model that turns texts into vectors."""
        return self.embedding_model(model_id)

    def image_model(self, model_id: "GatewayImageModelId") -> "GatewayImageModel":
        """Return a model that makes images."""
        from ai_sdk.providers.gateway.image import GatewayImageModel

        return GatewayImageModel(model_id, self.config("image"))

    def image(self, model_id: "GatewayImageModelId") -> "GatewayImageModel":
        """Return a model that makes images."""
        return self.image_model(model_id)

    def video_model(self, model_id: "GatewayVideoModelId") -> "GatewayVideoModel":
        """Return a model that makes videos."""
        from ai_sdk.providers.gateway.video import GatewayVideoModel

        return GatewayVideoModel(model_id, self.config("video"))

    def video(self, model_id: "GatewayVideoModelId") -> "GatewayVideoModel":
        """Return a model that makes videos."""
        return self.video_model(model_id)

    def speech_model(self, model_id: "GatewaySpeechModelId") -> "GatewaySpeechModel":
        """Return a model that turns text into speech."""
        from ai_sdk.providers.gateway.speech import GatewaySpeechModel

        return GatewaySpeechModel(model_id, self.config("speech"))

    def speech(self, model_id: "GatewaySpeechModelId") -> "GatewaySpeechModel":
        """Return a model that turns text into speech."""
        return self.speech_model(model_id)

    def transcription_model(self, model_id: "GatewayTranscriptionModelId") -> "GatewayTranscriptionModel":
        """Return a model that turns speech into text."""
        from ai_sdk.providers.gateway.transcription import GatewayTranscriptionModel

        return GatewayTranscriptionModel(model_id, self.config("transcription"))

    def transcription(self, model_id: "GatewayTranscriptionModelId") -> "GatewayTranscriptionModel":
        """Return a model that turns speech into text."""
        return self.transcription_model(model_id)

    @property
    def experimental_speech(self) -> "GatewayStreamingFactory[GatewaySpeechModel]":
        """Makes speech models, as `speech`, and tokens with which browsers stream speech."""
        from ai_sdk.providers.gateway.client_secret import GatewayStreamingFactory

        return GatewayStreamingFactory(self.speech_model, self.config("speech"), self.base_url, "speech")

    @property
    def experimental_transcription(self) -> "GatewayStreamingFactory[GatewayTranscriptionModel]":
        """Makes transcription models, as `transcription`, and tokens with which browsers stream transcripts."""
        from ai_sdk.providers.gateway.client_secret import GatewayStreamingFactory

        config = self.config("transcription")
        return GatewayStreamingFactory(self.transcription_model, config, self.base_url, "transcription")

    def reranking_model(self, model_id: "GatewayRerankingModelId") -> "GatewayRerankingModel":
        """Return a model that orders documents."""
        from ai_sdk.providers.gateway.reranking import GatewayRerankingModel

        return GatewayRerankingModel(model_id, self.config("reranking"))

    def reranking(self, model_id: "GatewayRerankingModelId") -> "GatewayRerankingModel":
        """Return a model that orders documents."""
        return self.reranking_model(model_id)

    async def get_available_models(self) -> "GatewayFetchMetadataResponse":
        """Return the models of the gateway, kept for `metadata_cache_refresh_millis`; raises a `GatewayError`."""
        from ai_sdk.providers.gateway.available_models import AvailableModels

        if self._available_models is None:
            self._available_models = AvailableModels(
                self._api().available_models, self._metadata_cache_refresh_millis / 1000
            )
        return await self._available_models.get()

    async def get_credits(self) -> "GatewayCreditsResponse":
        """Return the credits that are left and used; raises a `GatewayError`."""
        return await self._api().credits()

    async def get_spend_report(
        self,
        *,
        start_date: str,
        end_date: str,
        group_by: Literal["day", "user", "model", "tag", "provider", "credential_type"] | None = None,
        date_part: Literal["day", "hour"] | None = None,
        user_id: str | None = None,
        model: str | None = None,
        provider: str | None = None,
        credential_type: Literal["byok", "system"] | None = None,
        tags: Sequence[str] | None = None,
    ) -> "GatewaySpendReportResponse":
        """Return what was spent from `start_date` to `end_date`, both included and written YYYY-MM-DD.

        `group_by` is `day` when it is left out, and `date_part` then says how fine; the rest filters. Raises a
        `GatewayError`.
        """
        filters = {
            "group_by": group_by,
            "date_part": date_part,
            "user_id": user_id,
            "model": model,
            "provider": provider,
            "credential_type": credential_type,
            "tags": ",".join(tags or ()),
        }
        given = {name: value for name, value in filters.items() if value}
        return await self._api().spend_report({"start_date": start_date, "end_date": end_date, **given})

    async def get_generation_info(self, *, id: str) -> "GatewayGenerationInfo":  # noqa: A002 - upstream's name
        """Return cost, tokens, times and provider of one generation (`gen_...`); raises a `GatewayError`."""
        return await self._api().generation_info(id)

    def _api(self) -> "GatewayApi":
        from ai_sdk.providers.gateway.api import GatewayApi

        return GatewayApi(self.config("metadata"), self.base_url)

    @property
    def tools(self) -> "type[GatewayTools]":
        """The tools that the gateway runs itself."""
        from ai_sdk.providers.gateway.tools import GatewayTools

        return GatewayTools


def create_gateway(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    websocket: WebSocketConnector | None = None,
    team_id_or_slug: str | None = None,
    metadata_cache_refresh_millis: float = _FIVE_MINUTES,
) -> GatewayProvider:
    """Return a gateway provider.

    `api_key` is a key or a Vercel access token, or a function (plain or async) that is asked at each request; else
    `AI_GATEWAY_API_KEY`, else the OIDC token of the Vercel project. `team_id_or_slug` picks the team of a token that
    has several. The list of models is fetched again after `metadata_cache_refresh_millis` milliseconds. `websocket`
    opens the connections of streaming speech and transcription in place of the `websockets` library.

    >>> create_gateway(api_key="key").image("openai/gpt-image-1").model_id
    'openai/gpt-image-1'
    """
    return GatewayProvider(
        api_key=api_key,
        base_url=base_url,
        headers=headers,
        http_client=http_client,
        websocket=websocket,
        team_id_or_slug=team_id_or_slug,
        metadata_cache_refresh_millis=metadata_cache_refresh_millis,
    )


gateway = create_gateway()
"""The gateway with the settings of the environment, which is read at the first request."""
