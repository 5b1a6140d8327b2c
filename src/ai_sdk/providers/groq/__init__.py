"""Groq: chat with reasoning and tools, transcription, and a browser search that Groq runs itself.

>>> from ai_sdk.providers.groq import groq
>>> groq("openai/gpt-oss-20b").model_id
'openai/gpt-oss-20b'

Ports: @ai-sdk/groq/src/index.ts, @ai-sdk/groq/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.groq.provider import GroqProvider, create_groq, groq
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.groq.chat.options import (
        GroqLanguageModelChatOptions,
        GroqLanguageModelChatOptions as GroqLanguageModelOptions,
        GroqLanguageModelChatOptions as GroqProviderOptions,
    )
    from ai_sdk_generated.groq.transcription.options import GroqTranscriptionModelOptions

    from ai_sdk.providers.groq.chat.model import GroqChatLanguageModel
    from ai_sdk.providers.groq.tools import browser_search
    from ai_sdk.providers.groq.transcription import GroqTranscriptionModel

__all__ = [
    "VERSION",
    "GroqChatLanguageModel",
    "GroqLanguageModelChatOptions",
    "GroqLanguageModelOptions",
    "GroqProvider",
    "GroqProviderOptions",
    "GroqTranscriptionModel",
    "GroqTranscriptionModelOptions",
    "browser_search",
    "create_groq",
    "groq",
]

# Names whose modules are loaded when they are first used: module, and the name in it.
_CHAT_OPTIONS = ("ai_sdk_generated.groq.chat.options", "GroqLanguageModelChatOptions")
_LAZY = {
    "GroqChatLanguageModel": ("ai_sdk.providers.groq.chat.model", "GroqChatLanguageModel"),
    "GroqLanguageModelChatOptions": _CHAT_OPTIONS,
    "GroqLanguageModelOptions": _CHAT_OPTIONS,
    "GroqProviderOptions": _CHAT_OPTIONS,
    "GroqTranscriptionModel": ("ai_sdk.providers.groq.transcription", "GroqTranscriptionModel"),
    "GroqTranscriptionModelOptions": ("ai_sdk_generated.groq.transcription.options", "GroqTranscriptionModelOptions"),
    "browser_search": ("ai_sdk.providers.groq.tools", "browser_search"),
}

__getattr__ = lazy_names(__name__, _LAZY)
