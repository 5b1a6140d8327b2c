"""What Azure says of answers, reasoning, texts, sources and transcriptions: the provider metadata.

Ports: @ai-sdk/azure/src/azure-openai-provider-metadata.ts, @ai-sdk/azure/src/azure-transcription-provider-metadata.ts
"""

from typing import NotRequired

from typing_extensions import TypedDict

from ai_sdk.providers.openai.responses.provider_metadata import (
    ResponsesProviderMetadata,
    ResponsesReasoningProviderMetadata,
    ResponsesSourceDocumentProviderMetadata,
    ResponsesTextProviderMetadata,
)

__all__ = [
    "AzureResponsesProviderMetadata",
    "AzureResponsesReasoningProviderMetadata",
    "AzureResponsesSourceDocumentProviderMetadata",
    "AzureResponsesTextProviderMetadata",
    "AzureTranscriptionProviderMetadata",
]

Number = int | float


class AzureResponsesProviderMetadata(TypedDict):
    """The provider metadata of an answer."""

    azure: ResponsesProviderMetadata


class AzureResponsesReasoningProviderMetadata(TypedDict):
    """The provider metadata of reasoning."""

    azure: ResponsesReasoningProviderMetadata


class AzureResponsesTextProviderMetadata(TypedDict):
    """The provider metadata of a text."""

    azure: ResponsesTextProviderMetadata


class AzureResponsesSourceDocumentProviderMetadata(TypedDict):
    """The provider metadata of a document that is a source."""

    azure: ResponsesSourceDocumentProviderMetadata


class TranscriptionWord(TypedDict):
    """A word, and when it was spoken."""

    text: str
    offsetMilliseconds: NotRequired[Number | None]
    durationMilliseconds: NotRequired[Number | None]


class TranscriptionPhrase(TypedDict):
    """A phrase: when, in which language and by whom it was spoken; `confidence` is from 0 to 1."""

    text: str
    offsetMilliseconds: NotRequired[Number | None]
    durationMilliseconds: NotRequired[Number | None]
    locale: NotRequired[str | None]
    speaker: NotRequired[Number | None]
    confidence: NotRequired[Number | None]
    words: NotRequired[list[TranscriptionWord] | None]


class TranscriptionMetadata(TypedDict):
    """The phrases of a transcription, as Azure Speech says them."""

    phrases: list[TranscriptionPhrase]


class AzureTranscriptionProviderMetadata(TypedDict):
    """The provider metadata of a transcription."""

    azure: TranscriptionMetadata
