"""What Anthropic says of answers and of texts that cite something: the provider metadata.

Ports: @ai-sdk/anthropic/src/anthropic-message-metadata.ts, @ai-sdk/anthropic/src/anthropic-provider-metadata.ts
"""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from ai_sdk.provider import JSONObject

__all__ = [
    "AnthropicCitation",
    "AnthropicMessageMetadata",
    "AnthropicTextProviderMetadata",
    "AnthropicUsageIteration",
]

Number = int | float


class AnthropicUsageIteration(TypedDict):
    """The tokens of one round of sampling.

    Those of an `advisor_message` are not in the totals, because another model's price holds for them.
    """

    type: Literal["compaction", "message", "advisor_message", "fallback_message"]
    model: NotRequired[str]
    inputTokens: Number
    outputTokens: Number
    cacheCreationInputTokens: NotRequired[Number]
    cacheReadInputTokens: NotRequired[Number]


class InputTransformation(TypedDict):
    """A block of the prompt that Anthropic changed before the model saw it."""

    type: str
    path: str
    reason: str


class SafeguardVerdict(TypedDict):
    """What a safeguard says of one tool call."""

    type: str
    outcome: NotRequired[str | None]
    explanation: NotRequired[str | None]


class SafeguardStatus(TypedDict):
    """Whether a safeguard ran, and its verdicts by tool call id."""

    type: str
    tool_uses: NotRequired[dict[str, SafeguardVerdict] | None]


class SafeguardResult(TypedDict):
    """The result of one safeguard, as the API says it."""

    type: str
    status: SafeguardStatus


class StopDetails(TypedDict):
    """Why a request was refused, and which model may be asked instead."""

    type: str
    category: NotRequired[str]
    explanation: NotRequired[str]
    recommendedModel: NotRequired[str]


class ContainerSkill(TypedDict):
    """A skill that a container has."""

    type: Literal["anthropic", "custom"]
    skillId: str
    version: str


class Container(TypedDict):
    """The container that code ran in; `expiresAt` is a time as in RFC 3339."""

    expiresAt: str
    id: str
    skills: list[ContainerSkill] | None


class ClearedToolUses(TypedDict):
    """Tool uses were cleared from the context."""

    type: Literal["clear_tool_uses_20250919"]
    clearedToolUses: Number
    clearedInputTokens: Number


class ClearedThinking(TypedDict):
    """Thinking was cleared from the context."""

    type: Literal["clear_thinking_20251015"]
    clearedThinkingTurns: Number
    clearedInputTokens: Number


class Compacted(TypedDict):
    """The context was summarised."""

    type: Literal["compact_20260112"]


class ContextManagement(TypedDict):
    """The edits that Anthropic made to the context."""

    appliedEdits: list[ClearedToolUses | ClearedThinking | Compacted]


class AnthropicMessageMetadata(TypedDict):
    """What an answer says under `provider_metadata["anthropic"]`; `usage` is as the API says it."""

    usage: JSONObject
    stopSequence: str | None
    serviceTier: NotRequired[str | None]
    inputTransformations: NotRequired[list[InputTransformation]]
    safeguardResults: NotRequired[list[SafeguardResult]]
    stopDetails: NotRequired[StopDetails]
    iterations: list[AnthropicUsageIteration] | None
    container: Container | None
    contextManagement: ContextManagement | None


class WebSearchCitation(TypedDict):
    """A text cites a page that a search found."""

    type: Literal["web_search_result_location"]
    cited_text: str
    url: str
    title: str | None
    encrypted_index: str


class PageCitation(TypedDict):
    """A text cites pages of a document."""

    type: Literal["page_location"]
    cited_text: str
    document_index: Number
    document_title: str | None
    start_page_number: Number
    end_page_number: Number
    file_id: NotRequired[str | None]


class CharacterCitation(TypedDict):
    """A text cites characters of a document."""

    type: Literal["char_location"]
    cited_text: str
    document_index: Number
    document_title: str | None
    start_char_index: Number
    end_char_index: Number
    file_id: NotRequired[str | None]


class ContentBlockCitation(TypedDict):
    """A text cites blocks of a document."""

    type: Literal["content_block_location"]
    cited_text: str
    document_index: Number
    document_title: str | None
    start_block_index: Number
    end_block_index: Number
    file_id: str | None


class SearchResultCitation(TypedDict):
    """A text cites blocks of a search result that the caller supplied."""

    type: Literal["search_result_location"]
    cited_text: str
    search_result_index: Number
    source: str
    title: str | None
    start_block_index: Number
    end_block_index: Number


AnthropicCitation = WebSearchCitation | PageCitation | CharacterCitation | ContentBlockCitation | SearchResultCitation
"""What a text cites, as the API says it."""


class TextMetadata(TypedDict):
    """What a text cites."""

    citations: list[AnthropicCitation]


class AnthropicTextProviderMetadata(TypedDict):
    """The provider metadata of a text that cites something."""

    anthropic: TextMetadata
