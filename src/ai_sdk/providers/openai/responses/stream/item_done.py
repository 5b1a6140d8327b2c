"""Output items that are complete.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Callable, Sequence
from typing import Any

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import LanguageModelV4StreamPart, LanguageModelV4ToolCall, LanguageModelV4ToolInputEnd
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.providers.openai.responses.output import client_tools, hosted_tools, items
from ai_sdk.providers.openai.responses.parallel_tool_call import is_undeclared_parallel_tool_call
from ai_sdk.providers.openai.responses.stream.reasoning import end_reasoning
from ai_sdk.providers.openai.responses.stream.state import Index, ItemHandler, OngoingToolCall, ResponsesStreamState
from ai_sdk.providers.openai.responses.stream.text import end_message
from ai_sdk.providers.openai.responses.stream.tool_input import close_patch

__all__ = ["item_done"]

Parts = Sequence[LanguageModelV4StreamPart]
FinishedFunctionCall = wire.OpenaiResponsesChunkResponseOutputItemDoneItemFunctionCall


def item_done(state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseOutputItemDone) -> Parts:
    """Take an item that is complete."""
    return _ITEMS[chunk.item.type](state, chunk.item, chunk.output_index)


def _whole(build: Callable[[ResponsesStreamState, Any], Parts]) -> ItemHandler:
    """Treat an item of a stream as one of a whole answer."""

    def handle(state: ResponsesStreamState, item: Any, index: Index) -> Parts:
        state.tool_calls.pop(index, None)
        return build(state, item)

    return handle


def _function_call(state: ResponsesStreamState, item: FinishedFunctionCall, index: Index) -> Parts:
    ongoing = state.tool_calls.pop(index, None)
    state.has_function_call = True
    if ongoing is None:
        is_held_back = is_undeclared_parallel_tool_call(item.name, state.context.function_names)
    else:
        is_held_back = ongoing.buffered_deltas is not None
    expanded = client_tools.expanded_function_calls(state, item) if is_held_back else None
    if expanded is not None:
        return [part for call in expanded for part in _told_at_once(call)]
    held_back = _held_back_input(item, ongoing) if is_held_back else []
    namespace = None if item.namespace is None else state.context.metadata({"namespace": item.namespace})
    end = LanguageModelV4ToolInputEnd(id=item.call_id, provider_metadata=namespace)
    call = client_tools.function_call(state, item, announced_async=_announced_async(ongoing))
    return [*held_back, end, call]


def _announced_async(ongoing: OngoingToolCall | None) -> bool | None:
    return None if ongoing is None else ongoing.is_async


def _told_at_once(call: LanguageModelV4ToolCall) -> Parts:
    ongoing = OngoingToolCall(tool_name=call.tool_name, tool_call_id=call.tool_call_id)
    return [ongoing.start(), ongoing.delta(call.input), ongoing.end(), call]


def _held_back_input(item: FinishedFunctionCall, ongoing: OngoingToolCall | None) -> Parts:
    call = OngoingToolCall(tool_name=item.name, tool_call_id=item.call_id)
    deltas = (None if ongoing is None else ongoing.buffered_deltas) or ([item.arguments] if item.arguments else [])
    return [call.start(), *map(call.delta, deltas)]


def _custom_tool_call(state: ResponsesStreamState, item: items.CustomToolCall, index: Index) -> Parts:
    ongoing = state.tool_calls.pop(index, None)
    state.has_function_call = True
    call = client_tools.custom_tool_call(state, item, announced_async=_announced_async(ongoing))
    return [LanguageModelV4ToolInputEnd(id=item.call_id), call]


def _computer_call(state: ResponsesStreamState, item: items.ComputerCall) -> Parts:
    if item.call_id is None:
        return [LanguageModelV4ToolInputEnd(id=item.id), *client_tools.unnamed_computer_use(state, item)]
    state.has_function_call = True
    ongoing = OngoingToolCall(tool_name="computer", tool_call_id=item.call_id)
    tool_input = client_tools.computer_input(item)
    call = client_tools.screen_call(state, item, item.call_id, tool_input)
    return [ongoing.delta(tool_input), ongoing.end(), call]


def _apply_patch_call(state: ResponsesStreamState, item: items.ApplyPatchCall, index: Index) -> Parts:
    ongoing = state.tool_calls.pop(index, None)
    if ongoing is None:
        return []
    parts: list[LanguageModelV4StreamPart] = []
    if ongoing.is_patch and item.operation.type != "delete_file":
        parts += close_patch(ongoing, item.operation.diff)
    if item.status == "completed":
        state.has_function_call = True
        parts.append(client_tools.patch_call(state, item, ongoing.tool_call_id))
    return parts


def _local_shell_call(state: ResponsesStreamState, item: items.LocalShellCall) -> Parts:
    action = {
        "type": "exec",
        "command": item.action.command,
        "timeoutMs": item.action.timeout_ms,
        "user": item.action.user,
        "workingDirectory": item.action.working_directory,
        "env": item.action.env,
    }
    tool_input = stringify({"action": omit_none(action)})
    tool_name = state.context.tool_name("local_shell")
    return [state.client_call(item.call_id, tool_name, tool_input, {"itemId": item.id})]


def _image_generation_call(state: ResponsesStreamState, item: items.ImageGenerationCall, _: Index) -> Parts:
    return [hosted_tools.image_generation_result(state, item.id, item.result)]


def _tool_search_call(state: ResponsesStreamState, item: items.ToolSearchCall, index: Index) -> Parts:
    ongoing = state.tool_calls.pop(index, None)
    if ongoing is None:
        return []
    if item.execution == "server":
        state.hosted_tool_search_call_ids.append(ongoing.tool_call_id)
        call = hosted_tools.tool_search_call(state, item, ongoing.tool_call_id, ongoing.tool_name, None)
        return [ongoing.end(), call]
    # Only the finished item has the id that the caller must answer with.
    ongoing.tool_call_id = item.id if item.call_id is None else item.call_id
    call = hosted_tools.tool_search_call(state, item, ongoing.tool_call_id, ongoing.tool_name, ongoing.tool_call_id)
    return [ongoing.start(), ongoing.end(), call]


def _mcp_approval_request(state: ResponsesStreamState, item: items.McpApprovalRequest) -> Parts:
    approval_id, tool_call_id, parts = hosted_tools.mcp_approval_request(state, item)
    state.approval_tool_call_ids[approval_id] = tool_call_id
    return parts


def _kept(build: Callable[[ResponsesStreamState, Any], Parts]) -> ItemHandler:
    """Treat an item as one of a whole answer, without touching the call whose input is being written."""
    return lambda state, item, _: build(state, item)


_ITEMS: dict[str, ItemHandler] = {
    "message": end_message,
    "reasoning": end_reasoning,
    "function_call": _function_call,
    "custom_tool_call": _custom_tool_call,
    "apply_patch_call": _apply_patch_call,
    "tool_search_call": _tool_search_call,
    "image_generation_call": _image_generation_call,
    "computer_call": _whole(_computer_call),
    "local_shell_call": _whole(_local_shell_call),
    "shell_call": _whole(client_tools.shell_call),
    "web_search_call": _whole(hosted_tools.web_search_result),
    "file_search_call": _whole(hosted_tools.file_search_result),
    "code_interpreter_call": _whole(hosted_tools.code_interpreter_result),
    "mcp_call": _whole(hosted_tools.mcp_call),
    "mcp_list_tools": _whole(hosted_tools.skipped),
    "mcp_approval_request": _whole(_mcp_approval_request),
    "shell_call_output": _kept(client_tools.shell_call_output),
    "tool_search_output": _kept(hosted_tools.tool_search_output),
    "program": _kept(hosted_tools.program),
    "program_output": _kept(hosted_tools.program_output),
    "compaction": _kept(hosted_tools.compaction),
}
