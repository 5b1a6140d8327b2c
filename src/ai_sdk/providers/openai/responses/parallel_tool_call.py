"""The internal `parallel` wrapper, which models sometimes emit as if it were a function of the caller.

A wrapper is taken apart only when every tool it names is a declared function. Each child remembers the wrapper, so that
the results of all children can go back as the one output that the provider expects.

Ports: @ai-sdk/openai/src/responses/expand-parallel-tool-call.ts
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from ai_sdk.provider import AISDKError, JSONObject, LanguageModelV4ToolCall, SharedV4ProviderOptions
from ai_sdk.provider_utils.json import omit_none, parse_json, stringify
from ai_sdk.providers.openai.responses.part_options import read_part_options

__all__ = [
    "ParallelToolCallMetadata",
    "expand_parallel_tool_call",
    "get_parallel_tool_call_metadata",
    "is_undeclared_parallel_tool_call",
]

_WRAPPER = "parallel"
_RECIPIENT_PREFIX = "functions."


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelToolCallMetadata:
    """Which wrapper a child call came from; only the first child keeps the wrapper's `input`."""

    item_id: str
    tool_call_id: str
    tool_name: str
    index: int
    count: int
    input: str | None = None

    def is_same_call(self, other: "ParallelToolCallMetadata") -> bool:
        """Whether both children came from the same wrapper."""
        same_input = self.input is None or other.input is None or self.input == other.input
        return same_input and self.wrapper == other.wrapper

    @property
    def wrapper(self) -> tuple[str, str, str, int]:
        """What tells the wrapper apart from others."""
        return (self.item_id, self.tool_call_id, self.tool_name, self.count)


def get_parallel_tool_call_metadata(
    provider_options: SharedV4ProviderOptions | None, provider_options_name: str
) -> ParallelToolCallMetadata | None:
    """Read the metadata that an expanded child carries; `None` when there is none or it is malformed."""
    value = read_part_options(provider_options, provider_options_name).get("parallelToolCall")
    if not isinstance(value, dict) or not _is_valid(value):
        return None
    return ParallelToolCallMetadata(
        item_id=value["itemId"],
        tool_call_id=value["toolCallId"],
        tool_name=value["toolName"],
        index=int(value["index"]),
        count=int(value["count"]),
        input=value.get("input"),
    )


def _is_valid(value: JSONObject) -> bool:
    texts = all(isinstance(value.get(key), str) for key in ("itemId", "toolCallId", "toolName"))
    has_input = "input" not in value or isinstance(value["input"], str)
    numbers = _is_integer(value.get("index")) and _is_integer(value.get("count"))
    return texts and has_input and numbers and bool(0 <= value["index"] < value["count"])


def _is_integer(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and float(value).is_integer()


def is_undeclared_parallel_tool_call(tool_name: str, function_names: Collection[str]) -> bool:
    """Whether a call is the internal wrapper, and not a function of the caller that has the same name."""
    return tool_name == _WRAPPER and _WRAPPER not in function_names


def expand_parallel_tool_call(
    *,
    tool_call_id: str,
    tool_name: str,
    tool_input: str,
    function_names: Collection[str],
    provider_options_name: str,
    item_id: str,
) -> list[LanguageModelV4ToolCall] | None:
    """Take the wrapper apart; `None` when the call is not a wrapper or names anything but declared functions."""
    if not is_undeclared_parallel_tool_call(tool_name, function_names):
        return None
    uses = _read_tool_uses(tool_input, function_names)
    if not uses:
        return None
    wrapper = {"itemId": item_id, "toolCallId": tool_call_id, "toolName": tool_name}
    return [
        LanguageModelV4ToolCall(
            tool_call_id=f"{tool_call_id}_{index}",
            tool_name=name,
            input=stringify(parameters),
            provider_metadata={
                provider_options_name: {
                    "parallelToolCall": omit_none(
                        {**wrapper, "input": None if index else tool_input, "index": index, "count": len(uses)}
                    )
                }
            },
        )
        for index, (name, parameters) in enumerate(uses)
    ]


def _read_tool_uses(tool_input: str, function_names: Collection[str]) -> list[tuple[str, JSONObject]] | None:
    try:
        value = parse_json(tool_input)
    except AISDKError:
        return None
    tool_uses = value.get("tool_uses") if isinstance(value, dict) else None
    if not isinstance(tool_uses, list):
        return None
    uses = [use for tool_use in tool_uses if (use := _read_tool_use(tool_use, function_names)) is not None]
    return uses if len(uses) == len(tool_uses) else None


def _read_tool_use(tool_use: Any, function_names: Collection[str]) -> tuple[str, JSONObject] | None:
    if not isinstance(tool_use, dict):
        return None
    recipient, parameters = tool_use.get("recipient_name"), tool_use.get("parameters")
    if not isinstance(recipient, str) or not recipient.startswith(_RECIPIENT_PREFIX):
        return None
    name = recipient.removeprefix(_RECIPIENT_PREFIX)
    return (name, parameters) if isinstance(parameters, dict) and name in function_names else None
