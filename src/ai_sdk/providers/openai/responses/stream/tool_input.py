"""Pieces of tool input: functions, custom tools, patches, code, images on the way.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Sequence

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import LanguageModelV4StreamPart
from ai_sdk.providers.openai.responses.output import hosted_tools
from ai_sdk.providers.openai.responses.stream.state import (
    Handler,
    OngoingToolCall,
    ResponsesStreamState,
    escape_json_delta,
)

__all__ = ["TOOL_INPUT_EVENTS", "close_patch", "held_back_input"]

_PATCH_END = '"}}'


def _arguments_delta(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseFunctionCallArgumentsDelta
) -> Sequence[LanguageModelV4StreamPart]:
    call = state.tool_calls.get(chunk.output_index)
    if call is None:
        return []
    if call.buffered_deltas is not None:
        call.buffered_deltas.append(chunk.delta)
        return []
    return [call.delta(chunk.delta)]


def held_back_input(call: OngoingToolCall) -> list[LanguageModelV4StreamPart]:
    """Return the input that was held back, when its call turns out not to be a wrapper after all."""
    return [call.start(), *(call.delta(delta) for delta in call.buffered_deltas or ())]


def _custom_input_delta(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseCustomToolCallInputDelta
) -> Sequence[LanguageModelV4StreamPart]:
    call = state.tool_calls.get(chunk.output_index)
    return [] if call is None else [call.delta(chunk.delta)]


def _diff_delta(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseApplyPatchCallOperationDiffDelta
) -> Sequence[LanguageModelV4StreamPart]:
    call = state.tool_calls.get(chunk.output_index)
    if call is None or not call.is_patch:
        return []
    call.needs_diff = False
    return [call.delta(escape_json_delta(chunk.delta))]


def _diff_done(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseApplyPatchCallOperationDiffDone
) -> Sequence[LanguageModelV4StreamPart]:
    call = state.tool_calls.get(chunk.output_index)
    return [] if call is None or not call.is_patch else close_patch(call, chunk.diff)


def close_patch(call: OngoingToolCall, diff: str) -> list[LanguageModelV4StreamPart]:
    """Close the input of a patch, unless it is closed; `diff` is the whole diff, for when no piece of it came."""
    if not call.is_open:
        return []
    whole = [call.delta(escape_json_delta(diff))] if call.needs_diff else []
    call.needs_diff = call.is_open = False
    return [*whole, call.delta(_PATCH_END), call.end()]


def _code_delta(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseCodeInterpreterCallCodeDelta
) -> Sequence[LanguageModelV4StreamPart]:
    call = state.tool_calls.get(chunk.output_index)
    return [] if call is None else [call.delta(escape_json_delta(chunk.delta))]


def _code_done(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseCodeInterpreterCallCodeDone
) -> Sequence[LanguageModelV4StreamPart]:
    """Close the code and tell of the call at once; its result comes with the finished item."""
    call = state.tool_calls.get(chunk.output_index)
    if call is None:
        return []
    tool_input = hosted_tools.code_interpreter_input(chunk.code, call.container_id)
    hosted = hosted_tools.hosted_call(state, call.tool_call_id, "code_interpreter", tool_input)
    return [call.delta('"}'), call.end(), hosted]


def _partial_image(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseImageGenerationCallPartialImage
) -> Sequence[LanguageModelV4StreamPart]:
    result = hosted_tools.image_generation_result(state, chunk.item_id, chunk.partial_image_b64)
    result.preliminary = True
    return [result]


TOOL_INPUT_EVENTS: dict[str, Handler] = {
    "response.function_call_arguments.delta": _arguments_delta,
    "response.custom_tool_call_input.delta": _custom_input_delta,
    "response.apply_patch_call_operation_diff.delta": _diff_delta,
    "response.apply_patch_call_operation_diff.done": _diff_done,
    "response.code_interpreter_call_code.delta": _code_delta,
    "response.code_interpreter_call_code.done": _code_done,
    "response.image_generation_call.partial_image": _partial_image,
}
