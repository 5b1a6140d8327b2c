"""Which code execution called a tool, as it goes back to Anthropic.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from collections.abc import Iterator

from ai_sdk.provider import JSONObject, SharedV4ProviderOptions
from ai_sdk.providers.anthropic.messages.prompt.context import PromptContext, anthropic_options

__all__ = ["drop_stale_callers", "get_anthropic_caller"]

_CODE_EXECUTIONS = frozenset({"code_execution_20250825", "code_execution_20260120"})


def get_anthropic_caller(provider_options: SharedV4ProviderOptions | None) -> JSONObject | None:
    """Return the caller that an earlier response named, or `None`."""
    caller = anthropic_options(provider_options).get("caller") or {}
    kind = caller.get("type")
    if kind in _CODE_EXECUTIONS and caller.get("toolId"):
        return {"type": kind, "tool_id": caller["toolId"]}
    return {"type": "direct"} if kind == "direct" else None


def drop_stale_callers(messages: list[JSONObject], last_user_message_index: int, context: PromptContext) -> None:
    """Remove callers whose code execution is no longer in the history, from the turns that are over.

    Pruning may have removed the code execution and kept what it called. Tool results do not end a turn: there the
    callers stay, so that Anthropic can go on with a code execution.
    """
    present = {
        block["id"]
        for block in _assistant_blocks(messages)
        if block["type"] == "server_tool_use" and block["name"] == "code_execution"
    }
    warned: set[str] = set()
    for block in _assistant_blocks(messages[: max(last_user_message_index, 0)]):
        caller = block.get("caller")
        if caller is None or caller["type"] == "direct" or caller["tool_id"] in present:
            continue
        del block["caller"]
        tool_call_id = block["id"] if "id" in block else block["tool_use_id"]
        if tool_call_id not in warned:
            warned.add(tool_call_id)
            context.warn(
                f"Omitted caller metadata for tool {tool_call_id} because source code execution tool "
                f"{caller['tool_id']} is missing from the conversation history."
            )


def _assistant_blocks(messages: list[JSONObject]) -> Iterator[JSONObject]:
    for message in messages:
        if message["role"] == "assistant":
            yield from message["content"]
