"""Servers on one's own machine that speak as OpenAI's API does: Ollama, LM Studio, vLLM and llama.cpp.

Not a port: the TypeScript SDK has no package for them. Nothing is read or connected to at import.

>>> from ai_sdk.providers.local import ollama
>>> ollama("qwen3").provider
'ollama.chat'
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.local.provider import LocalProvider, LocalSettings
from ai_sdk.providers.local.servers import (
    LlamaCppProvider,
    LMStudioProvider,
    OllamaProvider,
    VLLMProvider,
    create_llama_cpp,
    create_lm_studio,
    create_ollama,
    create_vllm,
    llama_cpp,
    lm_studio,
    ollama,
    vllm,
)

if TYPE_CHECKING:
    from ai_sdk.providers.local.models import LocalModel
    from ai_sdk.providers.local.transport import ServerNotRunningError

__all__ = [
    "LMStudioProvider",
    "LlamaCppProvider",
    "LocalModel",
    "LocalProvider",
    "LocalSettings",
    "OllamaProvider",
    "ServerNotRunningError",
    "VLLMProvider",
    "create_llama_cpp",
    "create_lm_studio",
    "create_ollama",
    "create_vllm",
    "llama_cpp",
    "lm_studio",
    "ollama",
    "vllm",
]

__getattr__ = lazy_names(
    __name__,
    {
        "LocalModel": "ai_sdk.providers.local.models",
        "ServerNotRunningError": "ai_sdk.providers.local.transport",
    },
)
