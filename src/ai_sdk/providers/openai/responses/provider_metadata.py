"""What the Responses API says of answers, texts, reasoning, tool calls and sources: the provider metadata.

Ports: @ai-sdk/openai/src/responses/openai-responses-provider-metadata.ts
"""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

__all__ = [
    "OpenaiResponsesCompactionProviderMetadata",
    "OpenaiResponsesProviderMetadata",
    "OpenaiResponsesReasoningProviderMetadata",
    "OpenaiResponsesSourceDocumentProviderMetadata",
    "OpenaiResponsesTextProviderMetadata",
    "OpenaiResponsesToolCallProviderMetadata",
    "ResponsesCompactionProviderMetadata",
    "ResponsesOutputTextAnnotationProviderMetadata",
    "ResponsesProviderMetadata",
    "ResponsesReasoningProviderMetadata",
    "ResponsesSourceDocumentProviderMetadata",
    "ResponsesTextProviderMetadata",
    "ResponsesToolCallProviderMetadata",
]

Number = int | float


class TokenLogprob(TypedDict):
    """A token and the logarithm of its probability."""

    token: str
    logprob: Number


class Logprob(TokenLogprob):
    """The token that was taken, and the likeliest ones."""

    top_logprobs: list[TokenLogprob]


class PromptCacheDiagnostics(TypedDict):
    """Why the prompt's cache was hit or missed, as the API says it."""

    type: str
    reason: NotRequired[str | None]
    cache_missed_tokens: NotRequired[Number | None]
    comparison_reusable_tokens: NotRequired[Number | None]


class ResponsesProviderMetadata(TypedDict):
    """What is said of an answer; `logprobs` has a list for each text."""

    responseId: NotRequired[str | None]
    logprobs: NotRequired[list[list[Logprob] | None]]
    serviceTier: NotRequired[str]
    reasoningContext: NotRequired[str]
    promptCacheDiagnostics: NotRequired[PromptCacheDiagnostics]


class ResponsesReasoningProviderMetadata(TypedDict):
    """What sends a piece of reasoning back to the API."""

    itemId: str
    reasoningEncryptedContent: NotRequired[str | None]


class DirectCaller(TypedDict):
    """The model itself called the tool."""

    type: Literal["direct"]


class ProgramCaller(TypedDict):
    """A program of the model called the tool."""

    type: Literal["program"]
    callerId: str


# `async` is a word of Python's grammar, which a class cannot declare.
ResponsesToolCallProviderMetadata = TypedDict(
    "ResponsesToolCallProviderMetadata",
    {
        "itemId": str,
        "async": NotRequired[bool],
        "namespace": NotRequired[str],
        "caller": NotRequired[DirectCaller | ProgramCaller],
    },
)
"""What is said of a tool call; `async` when the model does not wait for its result."""


class ResponsesCompactionProviderMetadata(TypedDict):
    """A compacted stretch of the conversation."""

    type: Literal["compaction"]
    itemId: str
    encryptedContent: NotRequired[str]


class UrlCitationAnnotation(TypedDict):
    """A text cites a page."""

    type: Literal["url_citation"]
    start_index: Number
    end_index: Number
    url: str
    title: str


class FileCitationAnnotation(TypedDict):
    """A text cites a file."""

    type: Literal["file_citation"]
    file_id: str
    filename: str
    index: Number


class ContainerFileCitationAnnotation(TypedDict):
    """A text cites a file of a container."""

    type: Literal["container_file_citation"]
    container_id: str
    file_id: str
    filename: str
    start_index: Number
    end_index: Number


class FilePathAnnotation(TypedDict):
    """A text names a file."""

    type: Literal["file_path"]
    file_id: str
    index: Number


ResponsesOutputTextAnnotationProviderMetadata = (
    UrlCitationAnnotation | FileCitationAnnotation | ContainerFileCitationAnnotation | FilePathAnnotation
)
"""An annotation of a text, as the API says it."""


class ResponsesTextProviderMetadata(TypedDict):
    """What is said of a text."""

    itemId: str
    phase: NotRequired[Literal["commentary", "final_answer"] | None]
    annotations: NotRequired[list[ResponsesOutputTextAnnotationProviderMetadata]]


class FileSearchSource(TypedDict):
    """A file that the file search found."""

    type: Literal["file_search"]
    fileId: str


class IndexedFileSource(TypedDict):
    """A file that a text cites or names, and where in the text's files it stands."""

    type: Literal["file_citation", "file_path"]
    fileId: str
    index: Number


class ContainerFileSource(TypedDict):
    """A file of a container that a text cites."""

    type: Literal["container_file_citation"]
    fileId: str
    containerId: str


ResponsesSourceDocumentProviderMetadata = FileSearchSource | IndexedFileSource | ContainerFileSource
"""What is said of a document that is a source."""


class OpenaiResponsesProviderMetadata(TypedDict):
    """The provider metadata of an answer."""

    openai: ResponsesProviderMetadata


class OpenaiResponsesReasoningProviderMetadata(TypedDict):
    """The provider metadata of reasoning."""

    openai: ResponsesReasoningProviderMetadata


class OpenaiResponsesToolCallProviderMetadata(TypedDict):
    """The provider metadata of a tool call."""

    openai: ResponsesToolCallProviderMetadata


class OpenaiResponsesCompactionProviderMetadata(TypedDict):
    """The provider metadata of a compaction."""

    openai: ResponsesCompactionProviderMetadata


class OpenaiResponsesTextProviderMetadata(TypedDict):
    """The provider metadata of a text."""

    openai: ResponsesTextProviderMetadata


class OpenaiResponsesSourceDocumentProviderMetadata(TypedDict):
    """The provider metadata of a document that is a source."""

    openai: ResponsesSourceDocumentProviderMetadata
