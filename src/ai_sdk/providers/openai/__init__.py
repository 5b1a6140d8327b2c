"""OpenAI: responses, chat, completion, embedding, image, speech, transcription, files and skills.

Importing this package reads no environment and builds no models: a surface is imported when it is first used.

>>> openai.chat("gpt-5").provider
'openai.chat'
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.openai.provider import OpenAIProvider, create_openai, openai
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.openai.chat.options import (
        OpenaiChatMessageProviderOptions as OpenAIChatMessageProviderOptions,
        OpenaiLanguageModelChatOptions as OpenAIChatLanguageModelOptions,
        OpenaiLanguageModelChatOptions as OpenAILanguageModelChatOptions,
    )
    from ai_sdk_generated.openai.completion.options import (
        OpenaiLanguageModelCompletionOptions as OpenAILanguageModelCompletionOptions,
    )
    from ai_sdk_generated.openai.embedding.options import OpenaiEmbeddingModelOptions as OpenAIEmbeddingModelOptions
    from ai_sdk_generated.openai.files.options import OpenaiFilesOptions as OpenAIFilesOptions
    from ai_sdk_generated.openai.image.options import (
        OpenaiImageModelEditOptions as OpenAIImageModelEditOptions,
        OpenaiImageModelGenerationOptions as OpenAIImageModelGenerationOptions,
        OpenaiImageModelOptions as OpenAIImageModelOptions,
    )
    from ai_sdk_generated.openai.responses.options import (
        OpenaiLanguageModelResponsesOptions as OpenAILanguageModelResponsesOptions,
        OpenaiLanguageModelResponsesOptions as OpenAIResponsesProviderOptions,
        OpenaiResponsesSystemMessageOptions as OpenAIResponsesSystemMessageOptions,
        OpenaiResponsesToolResultOptions as OpenAIResponsesToolResultOptions,
    )
    from ai_sdk_generated.openai.speech.options import OpenaiSpeechModelOptions as OpenAISpeechModelOptions
    from ai_sdk_generated.openai.tool.wire import (
        ComputerAction as OpenAIComputerAction,
        SafetyCheck as OpenAIComputerSafetyCheck,
    )
    from ai_sdk_generated.openai.transcription.options import OpenAITranscriptionModelOptions

    from ai_sdk.providers.openai.chat.model import OpenAIChatLanguageModel
    from ai_sdk.providers.openai.completion.model import OpenAICompletionLanguageModel
    from ai_sdk.providers.openai.embedding import OpenAIEmbeddingModel
    from ai_sdk.providers.openai.files import OpenAIFiles
    from ai_sdk.providers.openai.image.model import OpenAIImageModel
    from ai_sdk.providers.openai.responses.model import OpenAIResponsesLanguageModel
    from ai_sdk.providers.openai.responses.provider_metadata import (
        OpenaiResponsesCompactionProviderMetadata,
        OpenaiResponsesProviderMetadata,
        OpenaiResponsesReasoningProviderMetadata,
        OpenaiResponsesSourceDocumentProviderMetadata,
        OpenaiResponsesTextProviderMetadata,
        OpenaiResponsesToolCallProviderMetadata,
    )
    from ai_sdk.providers.openai.responses.tool_options import OpenAIToolOptions
    from ai_sdk.providers.openai.skills import OpenAISkills
    from ai_sdk.providers.openai.speech import OpenAISpeechModel
    from ai_sdk.providers.openai.transcription.model import OpenAITranscriptionModel

__all__ = [
    "VERSION",
    "OpenAIChatLanguageModel",
    "OpenAIChatLanguageModelOptions",
    "OpenAIChatMessageProviderOptions",
    "OpenAICompletionLanguageModel",
    "OpenAIComputerAction",
    "OpenAIComputerSafetyCheck",
    "OpenAIEmbeddingModel",
    "OpenAIEmbeddingModelOptions",
    "OpenAIFiles",
    "OpenAIFilesOptions",
    "OpenAIImageModel",
    "OpenAIImageModelEditOptions",
    "OpenAIImageModelGenerationOptions",
    "OpenAIImageModelOptions",
    "OpenAILanguageModelChatOptions",
    "OpenAILanguageModelCompletionOptions",
    "OpenAILanguageModelResponsesOptions",
    "OpenAIProvider",
    "OpenAIResponsesLanguageModel",
    "OpenAIResponsesProviderOptions",
    "OpenAIResponsesSystemMessageOptions",
    "OpenAIResponsesToolResultOptions",
    "OpenAISkills",
    "OpenAISpeechModel",
    "OpenAISpeechModelOptions",
    "OpenAIToolOptions",
    "OpenAITranscriptionModel",
    "OpenAITranscriptionModelOptions",
    "OpenaiResponsesCompactionProviderMetadata",
    "OpenaiResponsesProviderMetadata",
    "OpenaiResponsesReasoningProviderMetadata",
    "OpenaiResponsesSourceDocumentProviderMetadata",
    "OpenaiResponsesTextProviderMetadata",
    "OpenaiResponsesToolCallProviderMetadata",
    "create_openai",
    "openai",
]

_SURFACES = "ai_sdk.providers.openai"
_GENERATED = "ai_sdk_generated.openai"
# Where a name comes from, and what it is called there: generated classes are named after the schemas.
_LATE: dict[str, str | tuple[str, str]] = {
    "OpenAIChatLanguageModel": (f"{_SURFACES}.chat.model", "OpenAIChatLanguageModel"),
    "OpenAICompletionLanguageModel": (f"{_SURFACES}.completion.model", "OpenAICompletionLanguageModel"),
    "OpenAIEmbeddingModel": (f"{_SURFACES}.embedding", "OpenAIEmbeddingModel"),
    "OpenAIFiles": (f"{_SURFACES}.files", "OpenAIFiles"),
    "OpenAIImageModel": (f"{_SURFACES}.image.model", "OpenAIImageModel"),
    "OpenAIResponsesLanguageModel": (f"{_SURFACES}.responses.model", "OpenAIResponsesLanguageModel"),
    "OpenAISkills": (f"{_SURFACES}.skills", "OpenAISkills"),
    "OpenAISpeechModel": (f"{_SURFACES}.speech", "OpenAISpeechModel"),
    "OpenAITranscriptionModel": (f"{_SURFACES}.transcription.model", "OpenAITranscriptionModel"),
    "OpenAIChatMessageProviderOptions": (f"{_GENERATED}.chat.options", "OpenaiChatMessageProviderOptions"),
    "OpenAIChatLanguageModelOptions": (f"{_GENERATED}.chat.options", "OpenaiLanguageModelChatOptions"),
    "OpenAILanguageModelChatOptions": (f"{_GENERATED}.chat.options", "OpenaiLanguageModelChatOptions"),
    "OpenAILanguageModelCompletionOptions": (
        f"{_GENERATED}.completion.options",
        "OpenaiLanguageModelCompletionOptions",
    ),
    "OpenAILanguageModelResponsesOptions": (f"{_GENERATED}.responses.options", "OpenaiLanguageModelResponsesOptions"),
    "OpenAIResponsesProviderOptions": (f"{_GENERATED}.responses.options", "OpenaiLanguageModelResponsesOptions"),
    "OpenAIResponsesSystemMessageOptions": (f"{_GENERATED}.responses.options", "OpenaiResponsesSystemMessageOptions"),
    "OpenAIResponsesToolResultOptions": (f"{_GENERATED}.responses.options", "OpenaiResponsesToolResultOptions"),
    "OpenAIEmbeddingModelOptions": (f"{_GENERATED}.embedding.options", "OpenaiEmbeddingModelOptions"),
    "OpenAIFilesOptions": (f"{_GENERATED}.files.options", "OpenaiFilesOptions"),
    "OpenAIImageModelOptions": (f"{_GENERATED}.image.options", "OpenaiImageModelOptions"),
    "OpenAIImageModelEditOptions": (f"{_GENERATED}.image.options", "OpenaiImageModelEditOptions"),
    "OpenAIImageModelGenerationOptions": (f"{_GENERATED}.image.options", "OpenaiImageModelGenerationOptions"),
    "OpenAISpeechModelOptions": (f"{_GENERATED}.speech.options", "OpenaiSpeechModelOptions"),
    "OpenAITranscriptionModelOptions": (f"{_GENERATED}.transcription.options", "OpenAITranscriptionModelOptions"),
    "OpenAIComputerAction": (f"{_GENERATED}.tool.wire", "ComputerAction"),
    "OpenAIComputerSafetyCheck": (f"{_GENERATED}.tool.wire", "SafetyCheck"),
    "OpenAIToolOptions": f"{_SURFACES}.responses.tool_options",
    "OpenaiResponsesCompactionProviderMetadata": f"{_SURFACES}.responses.provider_metadata",
    "OpenaiResponsesProviderMetadata": f"{_SURFACES}.responses.provider_metadata",
    "OpenaiResponsesReasoningProviderMetadata": f"{_SURFACES}.responses.provider_metadata",
    "OpenaiResponsesSourceDocumentProviderMetadata": f"{_SURFACES}.responses.provider_metadata",
    "OpenaiResponsesTextProviderMetadata": f"{_SURFACES}.responses.provider_metadata",
    "OpenaiResponsesToolCallProviderMetadata": f"{_SURFACES}.responses.provider_metadata",
}

__getattr__ = lazy_names(__name__, _LATE)


def __dir__() -> list[str]:
    return sorted(__all__)
