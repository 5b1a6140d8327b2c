"""How one provider's chat completions differ from OpenAI's: facts, and functions where facts do not do.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-chat-language-model.ts
"""

from collections.abc import Callable
from dataclasses import dataclass

from ai_sdk.provider import JSONObject, LanguageModelV4Usage, SharedV4Warning, SupportedUrls
from ai_sdk.provider_utils.map_reasoning_to_provider import CustomReasoning
from ai_sdk.providers.openai_compatible.chat.metadata_extractor import MetadataExtractor
from ai_sdk.providers.openai_compatible.errors import DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE, ErrorStructure

__all__ = ["ChatDialect", "ConvertUsage", "MapReasoning", "TransformRequestBody"]

TransformRequestBody = Callable[[JSONObject, list[SharedV4Warning]], JSONObject]
"""Gets the finished body and the list of warnings, to which it may add; returns the body to send."""

MapReasoning = Callable[[CustomReasoning, list[SharedV4Warning]], str | None]
"""Gets the `reasoning` of a call and the list of warnings; returns the `reasoning_effort` to send, if any."""

ConvertUsage = Callable[[JSONObject | None], LanguageModelV4Usage | None]
"""Gets the `usage` that the provider sent, if any; returns token counts, or `None` for the usual reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatDialect:
    """One provider's chat completions. The defaults promise nothing beyond the oldest of OpenAI's own.

    - `include_usage`: streams are asked for usage (`stream_options`)
    - `supports_structured_outputs`: a JSON schema is sent; else JSON is asked for and the schema left out
    - `supports_multi_part_tool_content`: tool results may have parts; else they are sent as JSON text
    - `supported_urls`: files that the provider fetches itself, by media type
    - `error_structure`: how errors are written, in answers and in streams
    - `text_before_reasoning`: in answers that come at once, text stands before reasoning; older packages do so
    - `map_reasoning`: not applied to a `reasoningEffort` of the provider options, which is sent unchanged
    """

    include_usage: bool = False
    supports_structured_outputs: bool = False
    supports_multi_part_tool_content: bool = False
    text_before_reasoning: bool = False
    supported_urls: Callable[[], SupportedUrls] | None = None
    error_structure: ErrorStructure = DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE
    metadata_extractor: MetadataExtractor | None = None
    transform_request_body: TransformRequestBody | None = None
    map_reasoning: MapReasoning | None = None
    convert_usage: ConvertUsage | None = None
