"""Output items that begin: what can already be said of them.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Sequence

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import LanguageModelV4StreamPart
from ai_sdk.providers.openai.responses.output import client_tools, hosted_tools, items
from ai_sdk.providers.openai.responses.parallel_tool_call import is_undeclared_parallel_tool_call
from ai_sdk.providers.openai.responses.stream.reasoning import start_reasoning
from ai_sdk.providers.openai.responses.stream.state import (
    Index,
    ItemHandler,
    OngoingToolCall,
    ResponsesStreamState,
    escape_json_delta,
)
from ai_sdk.providers.openai.responses.stream.text import start_message

__all__ = ["item_added"]

Parts = Sequence[LanguageModelV4StreamPart]


def item_added(state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseOutputItemAdded) -> Parts:
    """Take an item that begins. Most are told when they are complete; these can be told piece by piece."""
    handler = _ITEMS.get(chunk.item.type)
    return () if handler is None else handler(state, chunk.item, chunk.output_index)


def _function_call(
    state: ResponsesStreamState,
    item: wire.OpenaiResponsesChunkResponseOutputItemAddedItemFunctionCall,
    index: Index,
) -> Parts:
    is_wrapper = is_undeclared_parallel_tool_call(item.name, state.context.function_names)
    call = OngoingToolCall(
        tool_name=item.name,
        tool_call_id=item.call_id,
        is_async=item.async_,
        buffered_deltas=[] if is_wrapper else None,
    )
    state.tool_calls[index] = call
    return [] if is_wrapper else [call.start()]


def _custom_tool_call(
    state: ResponsesStreamState, item: wire.OpenaiResponsesChunkItemCustomToolCall, index: Index
) -> Parts:
    call = OngoingToolCall(
        tool_name=state.context.tool_name(item.name), tool_call_id=item.call_id, is_async=item.async_
    )
    state.tool_calls[index] = call
    return [call.start(input_encoding="text")]


def _web_search_call(
    state: ResponsesStreamState,
    item: wire.OpenaiResponsesChunkResponseOutputItemAddedItemWebSearchCall,
    index: Index,
) -> Parts:
    call = OngoingToolCall(tool_name=state.context.web_search_tool_name, tool_call_id=item.id)
    state.tool_calls[index] = call
    return [call.start(provider_executed=True), call.end(), hosted_tools.web_search_call(state, item.id)]


def _computer_call(state: ResponsesStreamState, item: items.ComputerCall, index: Index) -> Parts:
    call = OngoingToolCall(
        tool_name=state.context.tool_name("computer"), tool_call_id=item.id if item.call_id is None else item.call_id
    )
    state.tool_calls[index] = call
    return [call.start()]


def _code_interpreter_call(
    state: ResponsesStreamState, item: wire.OpenaiResponsesChunkItemCodeInterpreterCall, index: Index
) -> Parts:
    call = OngoingToolCall(
        tool_name=state.context.tool_name("code_interpreter"), tool_call_id=item.id, container_id=item.container_id
    )
    state.tool_calls[index] = call
    return [call.start(provider_executed=True), call.delta(f'{{"containerId":"{item.container_id}","code":"')]


def _file_search_call(
    state: ResponsesStreamState, item: wire.OpenaiResponsesChunkItemFileSearchCall, _: Index
) -> Parts:
    return [hosted_tools.hosted_call(state, item.id, "file_search")]


def _image_generation_call(
    state: ResponsesStreamState, item: wire.OpenaiResponsesChunkItemImageGenerationCall, _: Index
) -> Parts:
    return [hosted_tools.hosted_call(state, item.id, "image_generation")]


def _tool_search_call(state: ResponsesStreamState, item: items.ToolSearchCall, index: Index) -> Parts:
    call = OngoingToolCall(tool_name=state.context.tool_name("tool_search"), tool_call_id=item.id)
    state.tool_calls[index] = call
    return [call.start(provider_executed=True)] if item.execution == "server" else []


def _apply_patch_call(state: ResponsesStreamState, item: items.ApplyPatchCall, index: Index) -> Parts:
    call = OngoingToolCall(tool_name=state.context.tool_name("apply_patch"), tool_call_id=item.call_id, is_patch=True)
    state.tool_calls[index] = call
    if item.operation.type == "delete_file":
        # There is no diff to wait for.
        call.needs_diff = call.is_open = False
        return [call.start(), call.delta(client_tools.apply_patch_input(item)), call.end()]
    call_id, kind, path = map(escape_json_delta, (item.call_id, item.operation.type, item.operation.path))
    head = f'{{"callId":"{call_id}","operation":{{"type":"{kind}","path":"{path}","diff":"'
    return [call.start(), call.delta(head)]


def _shell_call(state: ResponsesStreamState, item: items.ShellCall, index: Index) -> Parts:
    state.tool_calls[index] = OngoingToolCall(tool_name=state.context.tool_name("shell"), tool_call_id=item.call_id)
    return []


_ITEMS: dict[str, ItemHandler] = {
    "message": start_message,
    "reasoning": start_reasoning,
    "function_call": _function_call,
    "custom_tool_call": _custom_tool_call,
    "web_search_call": _web_search_call,
    "computer_call": _computer_call,
    "code_interpreter_call": _code_interpreter_call,
    "file_search_call": _file_search_call,
    "image_generation_call": _image_generation_call,
    "tool_search_call": _tool_search_call,
    "apply_patch_call": _apply_patch_call,
    "shell_call": _shell_call,
}
