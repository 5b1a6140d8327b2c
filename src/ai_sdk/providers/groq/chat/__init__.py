"""Chat completions on Groq."""

from ai_sdk.providers.groq.chat.model import GroqChatLanguageModel

__all__ = ["GroqChatLanguageModel"]
