"""The base of providers whose text models are those of OpenAI-compatible servers, each in a dialect of its own.

A subclass is a fact sheet: its definition, its dialects, and accessors for what it has besides. Dialects are asked for
when a model is made, so that importing a provider loads no wire types.
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.provider import Provider

if TYPE_CHECKING:
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
    from ai_sdk.providers.openai_compatible.chat.model import OpenAICompatibleChatLanguageModel
    from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect
    from ai_sdk.providers.openai_compatible.completion.model import OpenAICompatibleCompletionLanguageModel
    from ai_sdk.providers.openai_compatible.embedding import OpenAICompatibleEmbeddingModel

__all__ = ["ChatDialectProvider", "TextDialectProvider"]


class ChatDialectProvider(Provider):
    """Makes chat models."""

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how a model's chat completions differ from OpenAI's."""
        raise NotImplementedError

    def __call__(self, model_id: str) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def language_model(self, model_id: str) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def chat_model(self, model_id: str) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model."""
        from ai_sdk.providers.openai_compatible.chat.model import OpenAICompatibleChatLanguageModel

        return OpenAICompatibleChatLanguageModel(model_id, self.config("chat"), self.chat_dialect(model_id))


class TextDialectProvider(ChatDialectProvider):
    """Makes chat, completion and embedding models."""

    def completion_dialect(self) -> "CompletionDialect":
        """Return how text completions differ from OpenAI's; by default not at all."""
        from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect

        return CompletionDialect()

    def completion_model(self, model_id: str) -> "OpenAICompatibleCompletionLanguageModel":
        """Return a model that continues a text."""
        from ai_sdk.providers.openai_compatible.completion.model import OpenAICompatibleCompletionLanguageModel

        return OpenAICompatibleCompletionLanguageModel(model_id, self.config("completion"), self.completion_dialect())

    def embedding_model(self, model_id: str) -> "OpenAICompatibleEmbeddingModel":
        """Return a model for text embeddings."""
        from ai_sdk.providers.openai_compatible.embedding import OpenAICompatibleEmbeddingModel

        structure = self.chat_dialect(model_id).error_structure
        return OpenAICompatibleEmbeddingModel(model_id, self.config("embedding"), error_structure=structure)
