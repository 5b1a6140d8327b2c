"""Azure: the models of OpenAI and DeepSeek that Azure hosts, and Azure Speech for transcription.

Ports: @ai-sdk/azure/src/index.ts, @ai-sdk/azure/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.azure.provider import AzureOpenAIProvider, azure, create_azure
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.azure.transcription.options import AzureTranscriptionModelOptions
    from ai_sdk_generated.deepseek.chat.options import (
        DeepseekLanguageModelChatOptions as AzureDeepSeekChatOptions,
        DeepseekLanguageModelChatOptions as AzureDeepSeekLanguageModelOptions,
    )
    from ai_sdk_generated.openai.chat.options import (
        OpenaiLanguageModelChatOptions as OpenAIChatLanguageModelOptions,
        OpenaiLanguageModelChatOptions as OpenAILanguageModelChatOptions,
    )
    from ai_sdk_generated.openai.responses.options import (
        OpenaiLanguageModelResponsesOptions as OpenAILanguageModelResponsesOptions,
        OpenaiLanguageModelResponsesOptions as OpenAIResponsesProviderOptions,
        OpenaiResponsesSystemMessageOptions as OpenAIResponsesSystemMessageOptions,
    )

    from ai_sdk.providers.azure.image import AzureImageModel
    from ai_sdk.providers.azure.provider_metadata import (
        AzureResponsesProviderMetadata,
        AzureResponsesReasoningProviderMetadata,
        AzureResponsesSourceDocumentProviderMetadata,
        AzureResponsesTextProviderMetadata,
        AzureTranscriptionProviderMetadata,
    )
    from ai_sdk.providers.azure.transcription.model import AzureTranscriptionModel

__all__ = [
    "VERSION",
    "AzureDeepSeekChatOptions",
    "AzureDeepSeekLanguageModelOptions",
    "AzureImageModel",
    "AzureOpenAIProvider",
    "AzureResponsesProviderMetadata",
    "AzureResponsesReasoningProviderMetadata",
    "AzureResponsesSourceDocumentProviderMetadata",
    "AzureResponsesTextProviderMetadata",
    "AzureTranscriptionModel",
    "AzureTranscriptionModelOptions",
    "AzureTranscriptionProviderMetadata",
    "OpenAIChatLanguageModelOptions",
    "OpenAILanguageModelChatOptions",
    "OpenAILanguageModelResponsesOptions",
    "OpenAIResponsesProviderOptions",
    "OpenAIResponsesSystemMessageOptions",
    "azure",
    "create_azure",
]

# DeepSeek's own options; `thinking` is left out of requests to Azure.
_DEEPSEEK_OPTIONS = ("ai_sdk_generated.deepseek.chat.options", "DeepseekLanguageModelChatOptions")
_CHAT_OPTIONS = ("ai_sdk_generated.openai.chat.options", "OpenaiLanguageModelChatOptions")
_RESPONSES_OPTIONS = ("ai_sdk_generated.openai.responses.options", "OpenaiLanguageModelResponsesOptions")

__getattr__ = lazy_names(
    __name__,
    {
        "AzureDeepSeekChatOptions": _DEEPSEEK_OPTIONS,
        "AzureDeepSeekLanguageModelOptions": _DEEPSEEK_OPTIONS,
        "AzureImageModel": f"{__name__}.image",
        "AzureTranscriptionModel": f"{__name__}.transcription.model",
        "AzureTranscriptionModelOptions": "ai_sdk_generated.azure.transcription.options",
        "OpenAIChatLanguageModelOptions": _CHAT_OPTIONS,
        "OpenAILanguageModelChatOptions": _CHAT_OPTIONS,
        "OpenAILanguageModelResponsesOptions": _RESPONSES_OPTIONS,
        "OpenAIResponsesProviderOptions": _RESPONSES_OPTIONS,
        "OpenAIResponsesSystemMessageOptions": (
            "ai_sdk_generated.openai.responses.options",
            "OpenaiResponsesSystemMessageOptions",
        ),
        "AzureResponsesProviderMetadata": f"{__name__}.provider_metadata",
        "AzureResponsesReasoningProviderMetadata": f"{__name__}.provider_metadata",
        "AzureResponsesSourceDocumentProviderMetadata": f"{__name__}.provider_metadata",
        "AzureResponsesTextProviderMetadata": f"{__name__}.provider_metadata",
        "AzureTranscriptionProviderMetadata": f"{__name__}.provider_metadata",
    },
)
