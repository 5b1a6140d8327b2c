"""A whole answer as content.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Callable, Sequence
from typing import Any

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import (
    APICallError,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire, omit_none, stringify
from ai_sdk.provider_utils.response_handler import ApiResponse
from ai_sdk.providers.openai.responses.context import ResponsesContext
from ai_sdk.providers.openai.responses.output import client_tools, hosted_tools, items
from ai_sdk.providers.openai.responses.output.annotations import (
    is_retrieved,
    map_openai_responses_annotation_source,
    map_openai_responses_citations,
)
from ai_sdk.providers.openai.responses.output.finish_reason import map_openai_response_finish_reason
from ai_sdk.providers.openai.responses.output.response_metadata import response_provider_metadata
from ai_sdk.providers.openai.responses.output.state import OutputPart, OutputState
from ai_sdk.providers.openai.responses.output.usage import convert_openai_responses_usage

__all__ = ["check_response", "read_response"]

_BAD_REQUEST = 400
_SERVER_ERROR = 500


def check_response(response: ApiResponse[wire.OpenaiResponsesResponse], url: str, body: Any) -> None:
    """Raise `APICallError` for an answer that is an error, or has no output, although its status says otherwise."""
    error, details = response.value.error, response.value.incomplete_details
    if error is not None:
        message, status_code = error.message, _BAD_REQUEST
    elif response.value.output is None:
        reason = f" ({details.reason})" if details is not None and details.reason else ""
        message, status_code = f"Responses API returned no output{reason}", _SERVER_ERROR
    else:
        return
    raise APICallError(
        message,
        url=url,
        request_body_values=body,
        status_code=status_code,
        response_headers=response.response_headers,
        response_body=response.raw_value,
        is_retryable=False,
    )


def read_response(response: wire.OpenaiResponsesResponse, context: ResponsesContext) -> ModelOutput:
    """Turn an answer that has output into content."""
    output = response.output or []
    state = OutputState(context)
    state.has_web_search_sources = any(map(_has_web_sources, output))
    state.has_file_search_results = any(item.type == "file_search_call" and item.results for item in output)
    content: list[LanguageModelV4Content] = []
    for item in output:
        content.extend(_ITEMS[item.type](state, item))
    reason = None if response.incomplete_details is None else response.incomplete_details.reason
    unified = map_openai_response_finish_reason(
        reason, has_function_call=state.has_function_call, has_refusal=state.has_refusal
    )
    return ModelOutput(
        content=content,
        structured_output_text=_structured_output_text(output) if context.wants_json else None,
        finish_reason=LanguageModelV4FinishReason(unified=unified, raw=reason),
        usage=convert_openai_responses_usage(response.usage),
        provider_metadata=response_provider_metadata(
            context,
            {} if response.id is None else {"responseId": response.id},
            logprobs=state.logprobs,
            service_tier=response.service_tier,
            reasoning_context=None if response.reasoning is None else response.reasoning.context,
            prompt_cache_diagnostics=response.prompt_cache_diagnostics,
        ),
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created_at
        ),
    )


def _has_web_sources(item: wire.OpenaiResponsesResponseOutput) -> bool:
    if item.type != "web_search_call" or item.action is None or item.action.type != "search":
        return False
    return any(source.type == "url" for source in item.action.sources or ())


def _structured_output_text(output: Sequence[wire.OpenaiResponsesResponseOutput]) -> str | None:
    """Return the last final answer: only that is the JSON that was asked for."""
    answers = [item for item in output if item.type == "message" and item.phase == "final_answer"]
    if not answers:
        return None
    return "".join(part.text if part.type == "output_text" else part.refusal for part in answers[-1].content)


def _reasoning(state: OutputState, item: wire.OpenaiResponsesResponseOutputReasoning) -> list[LanguageModelV4Content]:
    """Return one part a summary; reasoning without a summary is one empty part, which keeps its item id."""
    metadata = {"itemId": item.id, "reasoningEncryptedContent": item.encrypted_content}
    texts = [summary.text for summary in item.summary] or [""]
    return [
        LanguageModelV4Reasoning(text=text, provider_metadata=state.context.metadata({**metadata})) for text in texts
    ]


def _message(state: OutputState, item: wire.OpenaiResponsesResponseOutputMessage) -> list[LanguageModelV4Content]:
    content: list[LanguageModelV4Content] = []
    for part in item.content:
        if part.type == "refusal":
            state.has_refusal = True
            metadata = omit_none({"itemId": item.id, "phase": item.phase})
            content.append(LanguageModelV4Text(text=part.refusal, provider_metadata=state.context.metadata(metadata)))
        else:
            content.extend(_output_text(state, item, part))
    return content


def _output_text(
    state: OutputState,
    item: wire.OpenaiResponsesResponseOutputMessage,
    part: wire.OpenaiResponsesResponseOutputMessageContentOutputText,
) -> list[LanguageModelV4Content]:
    if state.context.wants_logprobs and part.logprobs is not None:
        state.logprobs.append([dump_wire(logprob) for logprob in part.logprobs])
    annotations = [dump_wire(annotation) for annotation in part.annotations] or None
    metadata = omit_none({"itemId": item.id, "phase": item.phase, "annotations": annotations})
    text = LanguageModelV4Text(
        text=part.text,
        citations=map_openai_responses_citations(state.context, part.annotations),
        provider_metadata=state.context.metadata(metadata),
    )
    sources = [
        map_openai_responses_annotation_source(state.context, annotation, state.context.generate_id())
        for annotation in part.annotations
        if not is_retrieved(state, annotation)
    ]
    return [text, *sources]


def _function_call(state: OutputState, item: items.FunctionCall) -> Sequence[OutputPart]:
    state.has_function_call = True
    return client_tools.expanded_function_calls(state, item) or [client_tools.function_call(state, item)]


def _custom_tool_call(state: OutputState, item: items.CustomToolCall) -> Sequence[OutputPart]:
    state.has_function_call = True
    return [client_tools.custom_tool_call(state, item)]


def _apply_patch_call(state: OutputState, item: items.ApplyPatchCall) -> Sequence[OutputPart]:
    state.has_function_call = True
    return [client_tools.patch_call(state, item, item.call_id)]


def _computer_call(state: OutputState, item: items.ComputerCall) -> Sequence[OutputPart]:
    if item.call_id is None:
        return client_tools.unnamed_computer_use(state, item)
    state.has_function_call = True
    return [client_tools.screen_call(state, item, item.call_id, client_tools.computer_input(item))]


def _local_shell_call(state: OutputState, item: items.LocalShellCall) -> Sequence[OutputPart]:
    """Return a local shell call, its action spelled as on the wire; only streams spell it like the tool's schema."""
    tool_input = stringify({"action": dump_wire(item.action)})
    return [state.client_call(item.call_id, state.context.tool_name("local_shell"), tool_input, {"itemId": item.id})]


def _web_search_call(state: OutputState, item: items.WebSearchCall) -> Sequence[OutputPart]:
    return [hosted_tools.web_search_call(state, item.id), *hosted_tools.web_search_result(state, item)]


def _file_search_call(state: OutputState, item: items.FileSearchCall) -> Sequence[OutputPart]:
    return [hosted_tools.hosted_call(state, item.id, "file_search"), *hosted_tools.file_search_result(state, item)]


def _code_interpreter_call(state: OutputState, item: items.CodeInterpreterCall) -> Sequence[OutputPart]:
    tool_input = hosted_tools.code_interpreter_input(item.code, item.container_id)
    call = hosted_tools.hosted_call(state, item.id, "code_interpreter", tool_input)
    return [call, *hosted_tools.code_interpreter_result(state, item)]


def _image_generation_call(state: OutputState, item: items.ImageGenerationCall) -> Sequence[OutputPart]:
    call = hosted_tools.hosted_call(state, item.id, "image_generation")
    return [call, hosted_tools.image_generation_result(state, item.id, item.result)]


def _tool_search_call(state: OutputState, item: items.ToolSearchCall) -> Sequence[OutputPart]:
    tool_call_id = item.id if item.call_id is None else item.call_id
    if item.execution == "server":
        state.hosted_tool_search_call_ids.append(tool_call_id)
    tool_name = state.context.tool_name("tool_search")
    return [hosted_tools.tool_search_call(state, item, tool_call_id, tool_name, item.call_id)]


def _mcp_approval_request(state: OutputState, item: items.McpApprovalRequest) -> Sequence[OutputPart]:
    _, _, parts = hosted_tools.mcp_approval_request(state, item)
    return parts


_ITEMS: dict[str, Callable[[OutputState, Any], Sequence[LanguageModelV4Content]]] = {
    "reasoning": _reasoning,
    "message": _message,
    "function_call": _function_call,
    "custom_tool_call": _custom_tool_call,
    "apply_patch_call": _apply_patch_call,
    "computer_call": _computer_call,
    "local_shell_call": _local_shell_call,
    "shell_call": client_tools.shell_call,
    "shell_call_output": client_tools.shell_call_output,
    "web_search_call": _web_search_call,
    "file_search_call": _file_search_call,
    "code_interpreter_call": _code_interpreter_call,
    "image_generation_call": _image_generation_call,
    "tool_search_call": _tool_search_call,
    "tool_search_output": hosted_tools.tool_search_output,
    "program": hosted_tools.program,
    "program_output": hosted_tools.program_output,
    "mcp_call": hosted_tools.mcp_call,
    "mcp_list_tools": hosted_tools.skipped,
    "mcp_approval_request": _mcp_approval_request,
    "compaction": hosted_tools.compaction,
}
