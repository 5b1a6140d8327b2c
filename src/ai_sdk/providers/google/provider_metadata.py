"""What Google says of answers, the provider metadata, and what may be said of a video in a prompt.

Ports: @ai-sdk/google/src/google-prompt.ts
Ports: @ai-sdk/google/src/interactions/google-interactions-provider-metadata.ts
Ports: @ai-sdk/google/src/interactions/google-interactions-language-model-options.ts
"""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

__all__ = [
    "GoogleInteractionsProviderMetadata",
    "GoogleInteractionsVideoOptions",
    "GoogleProviderMetadata",
    "GoogleVideoMetadata",
]

Number = int | float


class GoogleVideoMetadata(TypedDict, total=False):
    """`provider_options["google"]["videoMetadata"]` of a video file; the offsets are durations such as `3.5s`."""

    startOffset: str
    endOffset: str
    fps: Number


class StaticVideoProcessing(TypedDict):
    """Frames at a fixed rate, of a part of the video; the offsets are in seconds."""

    type: Literal["static"]
    startOffset: NotRequired[Number]
    endOffset: NotRequired[Number]
    fps: NotRequired[Number]


class GoogleInteractionsVideoOptions(TypedDict, total=False):
    """`provider_options["google"]` of a video file on the Interactions API."""

    processing: Literal["agentic", "static"] | StaticVideoProcessing


class GoogleInteractionsProviderMetadata(TypedDict, total=False):
    """`provider_metadata["google"]` of answers and parts on the Interactions API."""

    interactionId: str
    """The next call goes on from here when it is its option `previousInteractionId`."""
    serviceTier: str
    outputTokensByModality: dict[str, Number]
    signature: str
    """Of reasoning and tool calls: goes back to Google with the part."""
    processingId: str
    processingCallId: str


class SafetyRating(TypedDict, total=False):
    """How likely and how bad one kind of harm is."""

    category: str | None
    probability: str | None
    probabilityScore: Number | None
    severity: str | None
    severityScore: Number | None
    blocked: bool | None


class PromptFeedback(TypedDict, total=False):
    """Why a prompt was refused."""

    blockReason: str | None
    safetyRatings: list[SafetyRating] | None


class GroundingWebChunk(TypedDict):
    """A page of the web."""

    uri: str
    title: NotRequired[str | None]


class GroundingImageChunk(TypedDict):
    """An image of the web."""

    sourceUri: str
    imageUri: str
    title: NotRequired[str | None]
    domain: NotRequired[str | None]


class StringListValue(TypedDict, total=False):
    """Several values of one key."""

    values: list[str] | None


class CustomMetadata(TypedDict):
    """What a document's owner has said of it."""

    key: str
    stringValue: NotRequired[str | None]
    numericValue: NotRequired[Number | None]
    stringListValue: NotRequired[StringListValue | None]


class GroundingRetrievedContext(TypedDict, total=False):
    """A part of a document of one's own."""

    uri: str | None
    title: str | None
    text: str | None
    fileSearchStore: str | None
    customMetadata: list[CustomMetadata] | None


class GroundingMapsChunk(TypedDict, total=False):
    """A place on Google Maps."""

    uri: str | None
    title: str | None
    text: str | None
    placeId: str | None


class GroundingChunk(TypedDict, total=False):
    """A source, of one of four kinds."""

    web: GroundingWebChunk | None
    image: GroundingImageChunk | None
    retrievedContext: GroundingRetrievedContext | None
    maps: GroundingMapsChunk | None


class GroundingSegment(TypedDict, total=False):
    """A stretch of the answer."""

    startIndex: Number | None
    endIndex: Number | None
    text: str | None


class GroundingSupport(TypedDict, total=False):
    """Which sources stand behind a stretch of the answer."""

    segment: GroundingSegment | None
    segment_text: str | None
    groundingChunkIndices: list[Number] | None
    supportChunkIndices: list[Number] | None
    confidenceScores: list[Number] | None
    confidenceScore: list[Number] | None


class SearchEntryPoint(TypedDict):
    """HTML that has to be shown with the answer."""

    renderedContent: str


class RetrievalMetadata(TypedDict, total=False):
    """How likely it was that a search would help."""

    webDynamicRetrievalScore: Number


class GroundingMetadata(TypedDict, total=False):
    """What an answer is grounded on."""

    webSearchQueries: list[str] | None
    imageSearchQueries: list[str] | None
    retrievalQueries: list[str] | None
    searchEntryPoint: SearchEntryPoint | None
    groundingChunks: list[GroundingChunk] | None
    groundingSupports: list[GroundingSupport] | None
    retrievalMetadata: RetrievalMetadata | None


class UrlMetadata(TypedDict):
    """Whether a URL could be read."""

    retrievedUrl: str
    urlRetrievalStatus: str


class UrlContextMetadata(TypedDict, total=False):
    """The URLs that the tool `url_context` has read."""

    urlMetadata: list[UrlMetadata] | None


class TokenDetails(TypedDict):
    """The tokens of one modality."""

    modality: str
    tokenCount: Number


class UsageMetadata(TypedDict, total=False):
    """The tokens of a call, as Google counts them."""

    cachedContentTokenCount: Number | None
    thoughtsTokenCount: Number | None
    promptTokenCount: Number | None
    candidatesTokenCount: Number | None
    toolUsePromptTokenCount: Number | None
    totalTokenCount: Number | None
    trafficType: str | None
    serviceTier: str | None
    promptTokensDetails: list[TokenDetails] | None
    cacheTokensDetails: list[TokenDetails] | None
    candidatesTokensDetails: list[TokenDetails] | None
    toolUsePromptTokensDetails: list[TokenDetails] | None


class GoogleProviderMetadata(TypedDict):
    """`provider_metadata["google"]` of an answer on `generateContent`."""

    promptFeedback: PromptFeedback | None
    groundingMetadata: GroundingMetadata | None
    groundingMetadataPerRequest: NotRequired[list[GroundingMetadata | None]]
    """One for each request, when an answer was continued by itself."""
    urlContextMetadata: UrlContextMetadata | None
    safetyRatings: list[SafetyRating] | None
    usageMetadata: UsageMetadata | None
    finishReason: NotRequired[str | None]
    finishMessage: str | None
    serviceTier: str | None
    continuationToken: NotRequired[str | None]
    """Goes back as the option `continuationToken`, with more `max_output_tokens`, to go on where the answer stopped."""
    initialPromptTokenCount: NotRequired[Number | None]
    """The tokens of the prompt alone, when an answer was continued by itself: the usage counts it once a request."""
