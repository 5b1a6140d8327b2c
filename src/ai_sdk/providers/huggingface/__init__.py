"""Hugging Face: open models of many servers behind one router, on its Responses API.

>>> from ai_sdk.providers.huggingface import huggingface
>>> huggingface("moonshotai/Kimi-K2-Instruct").provider
'huggingface.responses'

Ports: @ai-sdk/huggingface/src/index.ts, @ai-sdk/huggingface/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.huggingface.provider import HuggingFaceProvider, create_huggingface, huggingface
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.huggingface.responses.model_ids import HuggingFaceResponsesModelId
    from ai_sdk_generated.huggingface.responses.options import HuggingfaceLanguageModelResponsesOptions
    from ai_sdk_generated.openai_compatible.shared.wire import OpenaiCompatibleErrorData as HuggingFaceErrorData

    from ai_sdk.providers.huggingface.responses.model import HuggingFaceResponsesLanguageModel

__all__ = [
    "VERSION",
    "HuggingFaceErrorData",
    "HuggingFaceProvider",
    "HuggingFaceResponsesLanguageModel",
    "HuggingFaceResponsesModelId",
    "HuggingfaceLanguageModelResponsesOptions",
    "create_huggingface",
    "huggingface",
]

__getattr__ = lazy_names(
    __name__,
    {
        "HuggingFaceErrorData": ("ai_sdk_generated.openai_compatible.shared.wire", "OpenaiCompatibleErrorData"),
        "HuggingFaceResponsesLanguageModel": "ai_sdk.providers.huggingface.responses.model",
        "HuggingFaceResponsesModelId": "ai_sdk_generated.huggingface.responses.model_ids",
        "HuggingfaceLanguageModelResponsesOptions": "ai_sdk_generated.huggingface.responses.options",
    },
)
