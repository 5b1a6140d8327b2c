"""Assistant messages: text, reasoning, tool calls and what Anthropic's own tools answered.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4CustomPart,
    LanguageModelV4ReasoningPart,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolResultPart,
    TypeValidationError,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4AssistantPart
from ai_sdk.provider_utils.json import dump_wire, omit_none, validate_types
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.anthropic.messages.prompt.blocks import AssistantBlock
from ai_sdk.providers.anthropic.messages.prompt.context import PromptContext, anthropic_options
from ai_sdk.providers.anthropic.messages.prompt.server_tool_results import convert_server_tool_result
from ai_sdk.providers.anthropic.messages.prompt.tool_calls import convert_tool_call

__all__ = ["convert_assistant_block"]

# What JavaScript's `trim` removes.
_WHITESPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
# Tool uses move behind other blocks, but never across these.
_FIXED_BLOCKS = frozenset({"thinking", "redacted_thinking", "fallback"})


@dataclass(slots=True)
class _Turn:
    """The assistant's turn that is being converted."""

    context: PromptContext
    mcp_tool_use_ids: set[str]

    def convert(
        self, part: LanguageModelV4AssistantPart, cache_control: JSONObject | None, *, is_prefill: bool
    ) -> list[JSONObject]:
        """Return the content blocks of a part; none, perhaps with a warning, when Anthropic does not take it."""
        block: JSONObject | None = None
        match part:
            case LanguageModelV4ToolResultPart():
                return convert_server_tool_result(part, cache_control, self.context, self.mcp_tool_use_ids)
            case LanguageModelV4TextPart():
                block = _convert_text(part, cache_control, self.context, is_prefill=is_prefill)
            case LanguageModelV4ReasoningPart():
                block = _convert_reasoning(part, self.context)
            case LanguageModelV4CustomPart():
                block = _convert_fallback(part, self.context)
            case LanguageModelV4ToolCallPart():
                block = convert_tool_call(part, cache_control, self.context, self.mcp_tool_use_ids)
        return [] if block is None else [block]


def convert_assistant_block(block: AssistantBlock, context: PromptContext, *, is_last: bool) -> JSONObject | None:
    """Return one assistant message for all in the block, or `None` when nothing is left of them."""
    turn = _Turn(context, set())
    content: list[JSONObject] = []
    for position, message in enumerate(block.messages):
        is_last_message = is_last and position == len(block.messages) - 1
        content.extend(_convert_message(message, turn, is_last=is_last_message))
    return {"role": "assistant", "content": _move_tool_use_blocks_to_end(content)} if content else None


def _convert_message(message: LanguageModelV4AssistantMessage, turn: _Turn, *, is_last: bool) -> list[JSONObject]:
    # Empty text goes first: what is last counts for the cache control, and for a prefilled answer.
    keeps_empty, validator = turn.context.earlier_release, turn.context.validator
    parts = [
        part for part in message.content if keeps_empty or not isinstance(part, LanguageModelV4TextPart) or part.text
    ]
    blocks: list[JSONObject] = []
    for position, part in enumerate(parts):
        is_last_part = position == len(parts) - 1
        cache_control = validator.get_cache_control(part.provider_options, "assistant message part")
        if cache_control is None and is_last_part:
            cache_control = validator.get_cache_control(message.provider_options, "assistant message")
        blocks.extend(turn.convert(part, cache_control, is_prefill=is_last and is_last_part))
    return blocks


def _convert_text(
    part: LanguageModelV4TextPart, cache_control: JSONObject | None, context: PromptContext, *, is_prefill: bool
) -> JSONObject:
    metadata = anthropic_options(part.provider_options)
    if metadata.get("type") == "compaction":
        signature = metadata.get("signature")
        if isinstance(signature, str):
            context.betas.add("compact-2026-09-04")
        own = {"signature": signature if isinstance(signature, str) else None, "cache_control": cache_control}
        return omit_none({"type": "compaction", "content": part.text, **own})
    # Anthropic refuses whitespace at the end of an answer that it is to continue.
    text = part.text.strip(_WHITESPACE) if is_prefill else part.text
    own = {"citations": metadata.get("citations"), "cache_control": cache_control}
    return omit_none({"type": "text", "text": text, **own})


def _convert_reasoning(part: LanguageModelV4ReasoningPart, context: PromptContext) -> JSONObject | None:
    if not context.send_reasoning:
        context.warn("sending reasoning content is disabled for this model")
        return None
    metadata = parse_provider_options("anthropic", part.provider_options, wire.AnthropicReasoningMetadata)
    # Thinking is cached with the turn around it, never by itself.
    if metadata is not None and metadata.signature is not None:
        context.validator.get_cache_control(part.provider_options, "thinking block", can_cache=False)
        return {"type": "thinking", "thinking": part.text, "signature": metadata.signature}
    if metadata is not None and metadata.redacted_data is not None:
        context.validator.get_cache_control(part.provider_options, "redacted thinking block", can_cache=False)
        return {"type": "redacted_thinking", "data": metadata.redacted_data}
    context.warn("unsupported reasoning metadata")
    return None


def _convert_fallback(part: LanguageModelV4CustomPart, context: PromptContext) -> JSONObject | None:
    if part.kind != "anthropic.fallback" or context.earlier_release:
        return None
    try:
        fallback = validate_types(wire.AnthropicFallbackContent, (part.provider_options or {}).get("anthropic"))
    except TypeValidationError:
        context.warn("anthropic fallback metadata must include from.model and to.model")
        return None
    context.betas.add("server-side-fallback-2026-06-01")
    return {"type": "fallback", "from": dump_wire(fallback.from_), "to": dump_wire(fallback.to)}


def _move_tool_use_blocks_to_end(content: list[JSONObject]) -> list[JSONObject]:
    result: list[JSONObject] = []
    segment: list[JSONObject] = []
    for block in content:
        if block["type"] in _FIXED_BLOCKS:
            result.extend((*_tool_uses_last(segment), block))
            segment = []
        else:
            segment.append(block)
    return [*result, *_tool_uses_last(segment)]


def _tool_uses_last(segment: list[JSONObject]) -> list[JSONObject]:
    return sorted(segment, key=lambda block: block["type"] == "tool_use")
