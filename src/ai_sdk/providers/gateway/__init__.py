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
    from ai_sdk_generated.gateway.shared.options import GatewayProviderOptions

    from ai_sdk.providers.gateway.embedding import GatewayEmbeddingModel
    from ai_sdk.providers.gateway.errors import *
    from ai_sdk.providers.gateway.image import GatewayImageModel
    from ai_sdk.providers.gateway.language.model import GatewayLanguageModel
    from ai_sdk.providers.gateway.metadata import *
    from ai_sdk.providers.gateway.reranking import GatewayRerankingModel
    from ai_sdk.providers.gateway.speech import GatewaySpeechModel
    from ai_sdk.providers.gateway.transcription import GatewayTranscriptionModel
    from ai_sdk.providers.gateway.vercel_environment import vercel_request_headers
    from ai_sdk.providers.gateway.vercel_oidc import VercelOidcTokenError
    from ai_sdk.providers.gateway.video import GatewayVideoModel, GatewayVideoWebhook
