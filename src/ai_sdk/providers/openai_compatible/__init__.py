"""Any API that speaks as OpenAI's does: chat, completion, embedding and image models, and the base of other providers.

>>> from ai_sdk.providers.openai_compatible import create_openai_compatible
>>> acme = create_openai_compatible(name="acme", base_url="https://llm.acme.example/v1")
>>> acme.embedding_model("some-model").provider
'acme.embedding'

Ports: @ai-sdk/openai-compatible/src/index.ts, @ai-sdk/openai-compatible/src/internal/index.ts
Ports: @ai-sdk/openai-compatible/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.openai_compatible.provider import OpenAICompatibleProvider, create_openai_compatible
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.openai_compatible.chat.model_ids import OpenAICompatibleChatModelId
    from ai_sdk_generated.openai_compatible.chat.options import (
        OpenaiCompatibleLanguageModelChatOptions as OpenAICompatibleLanguageModelChatOptions,
        OpenaiCompatibleLanguageModelChatOptions as OpenAICompatibleProviderOptions,
    )
    from ai_sdk_generated.openai_compatible.completion.model_ids import OpenAICompatibleCompletionModelId
    from ai_sdk_generated.openai_compatible.completion.options import (
        OpenaiCompatibleLanguageModelCompletionOptions as OpenAICompatibleCompletionProviderOptions,
        OpenaiCompatibleLanguageModelCompletionOptions as OpenAICompatibleLanguageModelCompletionOptions,
    )
    from ai_sdk_generated.openai_compatible.embedding.model_ids import OpenAICompatibleEmbeddingModelId
    from ai_sdk_generated.openai_compatible.embedding.options import (
        OpenaiCompatibleEmbeddingModelOptions as OpenAICompatibleEmbeddingModelOptions,
        OpenaiCompatibleEmbeddingModelOptions as OpenAICompatibleEmbeddingProviderOptions,
    )
    from ai_sdk_generated.openai_compatible.image.options import (
        OpenaiCompatibleImageModelOptions as OpenAICompatibleImageModelOptions,
    )
    from ai_sdk_generated.openai_compatible.shared.wire import OpenaiCompatibleErrorData as OpenAICompatibleErrorData

    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
    from ai_sdk.providers.openai_compatible.chat.metadata_extractor import MetadataExtractor, StreamMetadataExtractor
    from ai_sdk.providers.openai_compatible.chat.model import OpenAICompatibleChatLanguageModel
    from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect
    from ai_sdk.providers.openai_compatible.completion.model import OpenAICompatibleCompletionLanguageModel
    from ai_sdk.providers.openai_compatible.embedding import OpenAICompatibleEmbeddingModel
    from ai_sdk.providers.openai_compatible.errors import ErrorStructure as ProviderErrorStructure
    from ai_sdk.providers.openai_compatible.image import OpenAICompatibleImageModel

__all__ = [
    "VERSION",
    "ChatDialect",
    "CompletionDialect",
    "MetadataExtractor",
    "OpenAICompatibleChatLanguageModel",
    "OpenAICompatibleChatModelId",
    "OpenAICompatibleCompletionLanguageModel",
    "OpenAICompatibleCompletionModelId",
    "OpenAICompatibleCompletionProviderOptions",
    "OpenAICompatibleEmbeddingModel",
    "OpenAICompatibleEmbeddingModelId",
    "OpenAICompatibleEmbeddingModelOptions",
    "OpenAICompatibleEmbeddingProviderOptions",
    "OpenAICompatibleErrorData",
    "OpenAICompatibleImageModel",
    "OpenAICompatibleImageModelOptions",
    "OpenAICompatibleLanguageModelChatOptions",
    "OpenAICompatibleLanguageModelCompletionOptions",
    "OpenAICompatibleProvider",
    "OpenAICompatibleProviderOptions",
    "ProviderErrorStructure",
    "StreamMetadataExtractor",
    "create_openai_compatible",
]

# Names whose modules are loaded when they are first used: module, and the name in it when it is another.
_HERE = "ai_sdk.providers.openai_compatible"
_GENERATED = "ai_sdk_generated.openai_compatible"
_CHAT = (f"{_GENERATED}.chat.options", "OpenaiCompatibleLanguageModelChatOptions")
_COMPLETION = (f"{_GENERATED}.completion.options", "OpenaiCompatibleLanguageModelCompletionOptions")
_EMBEDDING = (f"{_GENERATED}.embedding.options", "OpenaiCompatibleEmbeddingModelOptions")
_LAZY: dict[str, str | tuple[str, str]] = {
    "ChatDialect": f"{_HERE}.chat.dialect",
    "CompletionDialect": f"{_HERE}.completion.dialect",
    "MetadataExtractor": f"{_HERE}.chat.metadata_extractor",
    "ProviderErrorStructure": (f"{_HERE}.errors", "ErrorStructure"),
    "StreamMetadataExtractor": f"{_HERE}.chat.metadata_extractor",
    "OpenAICompatibleChatLanguageModel": f"{_HERE}.chat.model",
    "OpenAICompatibleChatModelId": f"{_GENERATED}.chat.model_ids",
    "OpenAICompatibleCompletionLanguageModel": f"{_HERE}.completion.model",
    "OpenAICompatibleCompletionModelId": f"{_GENERATED}.completion.model_ids",
    "OpenAICompatibleCompletionProviderOptions": _COMPLETION,
    "OpenAICompatibleEmbeddingModel": f"{_HERE}.embedding",
    "OpenAICompatibleEmbeddingModelId": f"{_GENERATED}.embedding.model_ids",
    "OpenAICompatibleEmbeddingModelOptions": _EMBEDDING,
    "OpenAICompatibleEmbeddingProviderOptions": _EMBEDDING,
    "OpenAICompatibleErrorData": (f"{_GENERATED}.shared.wire", "OpenaiCompatibleErrorData"),
    "OpenAICompatibleImageModel": f"{_HERE}.image",
    "OpenAICompatibleImageModelOptions": (f"{_GENERATED}.image.options", "OpenaiCompatibleImageModelOptions"),
    "OpenAICompatibleLanguageModelChatOptions": _CHAT,
    "OpenAICompatibleLanguageModelCompletionOptions": _COMPLETION,
    "OpenAICompatibleProviderOptions": _CHAT,
}

__getattr__ = lazy_names(__name__, _LAZY)
