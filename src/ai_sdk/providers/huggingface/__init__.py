"""Hugging Face: open models of many servers behind one router, on its Responses API.

>>> from ai_sdk.providers.huggingface import huggingface
>>> huggingface("moonshotai/Kimi-K2-Instruct").provider
'huggingface.responses'

Ports: @ai-sdk/huggingface/src/index.ts, @ai-sdk/huggingface/src/version.ts
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

# Names whose modules are loaded when they are first used: module, and the name in it.
_LAZY = {
    "HuggingFaceErrorData": ("ai_sdk_generated.openai_compatible.shared.wire", "OpenaiCompatibleErrorData"),
    "HuggingFaceResponsesLanguageModel": (
        "ai_sdk.providers.huggingface.responses.model",
        "HuggingFaceResponsesLanguageModel",
    ),
    "HuggingFaceResponsesModelId": (
        "ai_sdk_generated.huggingface.responses.model_ids",
        "HuggingFaceResponsesModelId",
    ),
    "HuggingfaceLanguageModelResponsesOptions": (
        "ai_sdk_generated.huggingface.responses.options",
        "HuggingfaceLanguageModelResponsesOptions",
    ),
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _LAZY[name]
    return getattr(import_module(module), attribute)
