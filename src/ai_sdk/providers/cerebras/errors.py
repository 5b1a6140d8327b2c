"""How Cerebras writes errors: flat, without a key `error`.

Ports: @ai-sdk/cerebras/src/cerebras-provider.ts
"""

from ai_sdk_generated.cerebras.shared.wire import CerebrasError

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["CEREBRAS_ERROR_STRUCTURE"]

CEREBRAS_ERROR_STRUCTURE = ErrorStructure(CerebrasError, lambda data: data.message)
