"""The AI Gateway: the models of all providers behind one key, with routing, fallbacks, caching and spend reports.

>>> from ai_sdk.providers.gateway import gateway
>>> gateway("anthropic/claude-sonnet-4.5").model_id
'anthropic/claude-sonnet-4.5'

Ports: @ai-sdk/gateway/src/index.ts, @ai-sdk/gateway/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.gateway.provider import GatewayProvider, create_gateway, gateway
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.gateway.embedding.model_ids import GatewayEmbeddingModelId
    from ai_sdk_generated.gateway.image.model_ids import GatewayImageModelId
    from ai_sdk_generated.gateway.reranking.model_ids import GatewayRerankingModelId
    from ai_sdk_generated.gateway.shared.model_ids import GatewayModelId
    from ai_sdk_generated.gateway.shared.options import (
        DecisionFallbackCondition,
        DecisionFallbackCondition as EvaluationFallbackCondition,
        GatewayProviderOptions,
        GatewayProviderOptions as GatewayLanguageModelOptions,
    )
    from ai_sdk_generated.gateway.shared.wire import GatewayErrorResponse
    from ai_sdk_generated.gateway.speech.model_ids import GatewaySpeechModelId
    from ai_sdk_generated.gateway.transcription.model_ids import GatewayTranscriptionModelId
    from ai_sdk_generated.gateway.video.model_ids import GatewayVideoModelId

    from ai_sdk.providers.gateway.client_secret import GatewayClientSecret, GatewayStreamingFactory
    from ai_sdk.providers.gateway.embedding import GatewayEmbeddingModel
    from ai_sdk.providers.gateway.errors import (
        GatewayAuthenticationError,
        GatewayError,
        GatewayFailedDependencyError,
        GatewayForbiddenError,
        GatewayInternalServerError,
        GatewayInvalidRequestError,
        GatewayModelNotFoundError,
        GatewayNotFoundError,
        GatewayRateLimitError,
        GatewayResponseError,
        GatewayTimeoutError,
    )
    from ai_sdk.providers.gateway.image import GatewayImageModel
    from ai_sdk.providers.gateway.language.model import GatewayLanguageModel
    from ai_sdk.providers.gateway.metadata import (
        GatewayAsyncJobMetadata,
        GatewayCreditsResponse,
        GatewayFetchMetadataResponse,
        GatewayGenerationInfo,
        GatewayLanguageModelEntry,
        GatewayLanguageModelEntry as GatewayModelEntry,
        GatewayLanguageModelSpecification,
        GatewayModelPricing,
        GatewayProviderMetadata,
        GatewaySpendReportResponse,
        GatewaySpendReportRow,
    )
    from ai_sdk.providers.gateway.provider_options import GatewayModelFallback
    from ai_sdk.providers.gateway.realtime_auth import (
        GATEWAY_AUTH_SUBPROTOCOL_PREFIX,
        GATEWAY_REALTIME_SUBPROTOCOL,
        GATEWAY_SPEECH_SUBPROTOCOL,
        GATEWAY_TEAM_SUBPROTOCOL_PREFIX,
        GATEWAY_TRANSCRIPTION_SUBPROTOCOL,
        get_gateway_realtime_auth_token,
        get_gateway_realtime_protocols,
        get_gateway_realtime_team_id_or_slug,
        get_gateway_speech_protocols,
        get_gateway_transcription_protocols,
    )
    from ai_sdk.providers.gateway.reranking import GatewayRerankingModel
    from ai_sdk.providers.gateway.speech import GatewaySpeechModel
    from ai_sdk.providers.gateway.transcription import GatewayTranscriptionModel
    from ai_sdk.providers.gateway.vercel_environment import vercel_request_headers
    from ai_sdk.providers.gateway.vercel_files import VercelOidcTokenError
    from ai_sdk.providers.gateway.video import GatewayVideoModel, GatewayVideoWebhook

__all__ = [
    "GATEWAY_AUTH_SUBPROTOCOL_PREFIX",
    "GATEWAY_REALTIME_SUBPROTOCOL",
    "GATEWAY_SPEECH_SUBPROTOCOL",
    "GATEWAY_TEAM_SUBPROTOCOL_PREFIX",
    "GATEWAY_TRANSCRIPTION_SUBPROTOCOL",
    "VERSION",
    "DecisionFallbackCondition",
    "EvaluationFallbackCondition",
    "GatewayAsyncJobMetadata",
    "GatewayAuthenticationError",
    "GatewayClientSecret",
    "GatewayCreditsResponse",
    "GatewayEmbeddingModel",
    "GatewayEmbeddingModelId",
    "GatewayError",
    "GatewayErrorResponse",
    "GatewayFailedDependencyError",
    "GatewayFetchMetadataResponse",
    "GatewayForbiddenError",
    "GatewayGenerationInfo",
    "GatewayImageModel",
    "GatewayImageModelId",
    "GatewayInternalServerError",
    "GatewayInvalidRequestError",
    "GatewayLanguageModel",
    "GatewayLanguageModelEntry",
    "GatewayLanguageModelOptions",
    "GatewayLanguageModelSpecification",
    "GatewayModelEntry",
    "GatewayModelFallback",
    "GatewayModelId",
    "GatewayModelNotFoundError",
    "GatewayModelPricing",
    "GatewayNotFoundError",
    "GatewayProvider",
    "GatewayProviderMetadata",
    "GatewayProviderOptions",
    "GatewayRateLimitError",
    "GatewayRerankingModel",
    "GatewayRerankingModelId",
    "GatewayResponseError",
    "GatewaySpeechModel",
    "GatewaySpeechModelId",
    "GatewaySpendReportResponse",
    "GatewaySpendReportRow",
    "GatewayStreamingFactory",
    "GatewayTimeoutError",
    "GatewayTranscriptionModel",
    "GatewayTranscriptionModelId",
    "GatewayVideoModel",
    "GatewayVideoModelId",
    "GatewayVideoWebhook",
    "VercelOidcTokenError",
    "create_gateway",
    "create_gateway_provider",
    "gateway",
    "get_gateway_realtime_auth_token",
    "get_gateway_realtime_protocols",
    "get_gateway_realtime_team_id_or_slug",
    "get_gateway_speech_protocols",
    "get_gateway_transcription_protocols",
    "vercel_request_headers",
]

_GENERATED = {
    "GatewayEmbeddingModelId": "embedding.model_ids",
    "GatewayImageModelId": "image.model_ids",
    "GatewayModelId": "shared.model_ids",
    "GatewayRerankingModelId": "reranking.model_ids",
    "GatewaySpeechModelId": "speech.model_ids",
    "GatewayTranscriptionModelId": "transcription.model_ids",
    "GatewayVideoModelId": "video.model_ids",
    "DecisionFallbackCondition": "shared.options",
    "GatewayProviderOptions": "shared.options",
    "GatewayErrorResponse": "shared.wire",
}
_MODULES = {
    "client_secret": "GatewayClientSecret GatewayStreamingFactory",
    "embedding": "GatewayEmbeddingModel",
    "errors": """
        GatewayAuthenticationError GatewayError GatewayFailedDependencyError GatewayForbiddenError
        GatewayInternalServerError GatewayInvalidRequestError GatewayModelNotFoundError
        GatewayNotFoundError GatewayRateLimitError GatewayResponseError GatewayTimeoutError
    """,
    "image": "GatewayImageModel",
    "language.model": "GatewayLanguageModel",
    "metadata": """
        GatewayAsyncJobMetadata GatewayProviderMetadata
        GatewayFetchMetadataResponse GatewayCreditsResponse GatewayGenerationInfo GatewayLanguageModelEntry
        GatewayLanguageModelSpecification GatewayModelPricing GatewaySpendReportResponse
        GatewaySpendReportRow
    """,
    "provider_options": "GatewayModelFallback",
    "realtime_auth": """
        GATEWAY_AUTH_SUBPROTOCOL_PREFIX GATEWAY_REALTIME_SUBPROTOCOL GATEWAY_SPEECH_SUBPROTOCOL
        GATEWAY_TEAM_SUBPROTOCOL_PREFIX GATEWAY_TRANSCRIPTION_SUBPROTOCOL get_gateway_realtime_auth_token
        get_gateway_realtime_protocols get_gateway_realtime_team_id_or_slug get_gateway_speech_protocols
        get_gateway_transcription_protocols
    """,
    "reranking": "GatewayRerankingModel",
    "speech": "GatewaySpeechModel",
    "transcription": "GatewayTranscriptionModel",
    "vercel_environment": "vercel_request_headers",
    "vercel_files": "VercelOidcTokenError",
    "video": "GatewayVideoModel GatewayVideoWebhook",
}
_HOMES: dict[str, str | tuple[str, str]] = {
    **{name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()},
    **{name: f"ai_sdk_generated.gateway.{module}" for name, module in _GENERATED.items()},
    "EvaluationFallbackCondition": ("ai_sdk_generated.gateway.shared.options", "DecisionFallbackCondition"),
    "GatewayLanguageModelOptions": ("ai_sdk_generated.gateway.shared.options", "GatewayProviderOptions"),
    "GatewayModelEntry": (f"{__name__}.metadata", "GatewayLanguageModelEntry"),
}

create_gateway_provider = create_gateway
"""The older name."""

__getattr__ = lazy_names(__name__, _HOMES)
