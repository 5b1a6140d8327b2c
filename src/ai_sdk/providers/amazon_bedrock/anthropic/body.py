"""A body of the Messages API as Bedrock takes it.

Ports: @ai-sdk/amazon-bedrock/src/anthropic/amazon-bedrock-anthropic-provider.ts
"""

from collections.abc import Collection
from typing import Any

from ai_sdk.provider import JSONObject

__all__ = ["transform_request_body"]

_ANTHROPIC_VERSION = "bedrock-2023-05-31"
_IN_THE_URL = frozenset({"model", "stream"})
_COMPUTER_USE_2024 = "computer-use-2024-10-22"
_COMPUTER_USE_2025 = "computer-use-2025-01-24"
_TOOL_SEARCH = "tool-search-tool-2025-10-19"
_EAGER_INPUT = "fine-grained-tool-streaming-2025-05-14"

# Bedrock knows these tools in a newer version only.
_NEWER_VERSIONS = {
    "bash_20241022": "bash_20250124",
    "text_editor_20241022": "text_editor_20250728",
    "computer_20241022": "computer_20250124",
}
_NAMES = {"text_editor_20250728": "str_replace_based_edit_tool"}
_BETAS = {
    "bash_20250124": _COMPUTER_USE_2025,
    "bash_20241022": _COMPUTER_USE_2024,
    "text_editor_20250124": _COMPUTER_USE_2025,
    "text_editor_20241022": _COMPUTER_USE_2024,
    "text_editor_20250429": _COMPUTER_USE_2025,
    "text_editor_20250728": _COMPUTER_USE_2025,
    "computer_20250124": _COMPUTER_USE_2025,
    "computer_20241022": _COMPUTER_USE_2024,
    "tool_search_tool_regex_20251119": _TOOL_SEARCH,
    # Bedrock does not have this one; with the beta its error says so.
    "tool_search_tool_bm25_20251119": _TOOL_SEARCH,
}


def transform_request_body(body: JSONObject, betas: Collection[str]) -> JSONObject:
    """Return the body with its betas inside, without what the URL says, and with the tools that Bedrock knows."""
    result = {key: value for key, value in body.items() if key not in _IN_THE_URL}
    required = dict.fromkeys(betas)
    if body.get("thinking") is not None:
        result["thinking"] = _thinking(body["thinking"])
    if body.get("tools") is not None:
        result["tools"] = [_tool(tool, required) for tool in body["tools"]]
    if body.get("tool_choice") is not None:
        choice = body["tool_choice"]
        result["tool_choice"] = {key: choice[key] for key in ("type", "name") if choice.get(key) is not None}
    if required:
        result["anthropic_beta"] = list(required)
    return result | {"anthropic_version": _ANTHROPIC_VERSION}


def _thinking(thinking: JSONObject) -> JSONObject:
    """Rename the behaviour at a mismatch, which some regions do not know by Anthropic's name."""
    binding: Any = thinking.get("block_binding")
    if binding is None:
        return thinking
    behaviour = binding.get("prefix_mismatch_behavior")
    renamed = {} if behaviour is None else {"mismatch_behavior": behaviour}
    return {**thinking, "block_binding": renamed}


def _tool(raw: JSONObject, betas: dict[str, None]) -> JSONObject:
    """Return a tool, and note the beta it needs; streaming inputs early is asked for by a beta, not by a member."""
    tool = {key: value for key, value in raw.items() if key != "eager_input_streaming"}
    if raw.get("eager_input_streaming") is True:
        betas[_EAGER_INPUT] = None
    kind = tool.get("type")
    if kind in _NEWER_VERSIONS:
        kind = tool["type"] = _NEWER_VERSIONS[kind]
    if kind in _BETAS:
        betas[_BETAS[kind]] = None
    if kind in _NAMES:
        tool["name"] = _NAMES[kind]
    return tool
