"""Tool messages: results of the tools that the caller ran, and answers to approval requests.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from collections.abc import Callable

from ai_sdk_generated.openai.responses.options import OpenaiResponsesToolResultOptions

from ai_sdk.provider import (
    JSONObject,
    JSONValue,
    LanguageModelV4ToolApprovalResponsePart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultPart,
    SharedV4ProviderOptions,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion
from ai_sdk.providers.openai.responses.messages.parallel_tool_results import ParallelToolResultGroup
from ai_sdk.providers.openai.responses.messages.provider_tool_outputs import (
    apply_patch_output,
    computer_output,
    local_shell_output,
    shell_output,
    tool_search_output,
)
from ai_sdk.providers.openai.responses.messages.tool_calls import is_program, map_tool_caller
from ai_sdk.providers.openai.responses.messages.tool_output import convert_tool_output
from ai_sdk.providers.openai.responses.parallel_tool_call import get_parallel_tool_call_metadata
from ai_sdk.providers.openai.responses.part_options import read_part_options

__all__ = ["convert_tool_message"]


def convert_tool_message(conversion: InputConversion, message: LanguageModelV4ToolMessage) -> None:
    """Write a tool message.

    Raises `TypeValidationError` when the result of a provider-defined tool does not fit its schema.
    """
    for part in message.content:
        if isinstance(part, LanguageModelV4ToolApprovalResponsePart):
            _convert_approval_response(conversion, part)
        elif not _push_parallel_results(conversion, part):
            _convert_result(conversion, part)


def _convert_approval_response(conversion: InputConversion, part: LanguageModelV4ToolApprovalResponsePart) -> None:
    settings = conversion.settings
    if part.approval_id in conversion.processed_approval_ids:
        return
    conversion.processed_approval_ids.add(part.approval_id)
    if settings.store and not settings.continues_on_server:
        conversion.push_reference(part.approval_id)
    conversion.push(
        {"type": "mcp_approval_response", "approval_request_id": part.approval_id, "approve": part.approved}
    )


def _push_parallel_results(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> bool:
    """Write the one output of the wrapper that this result belongs to, once; say whether it belonged to one."""
    metadata = get_parallel_tool_call_metadata(part.provider_options, conversion.settings.provider_options_name)
    group = None if metadata is None else conversion.parallel_groups.get(metadata.tool_call_id)
    if metadata is None or group is None or not group.metadata.is_same_call(metadata):
        return False
    call_id = group.metadata.tool_call_id
    if call_id not in conversion.emitted_parallel_results:
        conversion.emitted_parallel_results.add(call_id)
        output = _parallel_output(conversion, group)
        conversion.push({"type": "function_call_output", "call_id": call_id, "output": output})
        for result in group.results:
            conversion.push_additional_tools(_additional_tools(conversion, result.provider_options))
    return True


def _parallel_output(conversion: InputConversion, group: ParallelToolResultGroup) -> str | list[JSONObject]:
    """Join the children's outputs in the order of the wrapper, as the provider does itself."""
    outputs_of_children = [_output(conversion, result) for result in group.results]
    texts = [output if isinstance(output, str) else stringify(output) for output in outputs_of_children]
    breakpoints = [conversion.output_breakpoint(result.output, result.provider_options) for result in group.results]
    if all(value is None for value in breakpoints):
        return "\n".join(texts)
    lines = [text if index == 0 else f"\n{text}" for index, text in enumerate(texts)]
    return [
        omit_none({"type": "input_text", "text": line, "prompt_cache_breakpoint": value})
        for line, value in zip(lines, breakpoints, strict=True)
    ]


def _output(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> str | list[JSONObject]:
    has_output_schema = part.tool_name in conversion.settings.output_schema_tools
    return convert_tool_output(conversion, part.output, has_output_schema=has_output_schema)


def _convert_result(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> None:
    if _is_answered_denial(part):
        return
    name = conversion.settings.tool_name_mapping.to_provider_tool_name(part.tool_name)
    item = _provider_tool_output(conversion, part, name)
    if item is not None:
        conversion.push(item)
    elif name in conversion.settings.custom_tools:
        conversion.push(_custom_tool_output(conversion, part))
    else:
        _push_function_output(conversion, part)


def _is_answered_denial(part: LanguageModelV4ToolResultPart) -> bool:
    """Whether an approval response already told the provider of this denial."""
    output = part.output
    if not isinstance(output, LanguageModelV4ToolResultOutputExecutionDenied):
        return False
    return bool(read_part_options(output.provider_options, "openai").get("approvalId"))


def _provider_tool_output(
    conversion: InputConversion, part: LanguageModelV4ToolResultPart, name: str
) -> JSONObject | None:
    if not isinstance(part.output, LanguageModelV4ToolResultOutputJson):
        return None
    if part.tool_name == conversion.settings.tool_search_tool_name:
        return _tool_search_item(part.tool_call_id, part.output.value)
    # The patch tool is known by the caller's name of it, as in TypeScript.
    if name not in conversion.settings.provider_tools or (name == "apply_patch" and part.tool_name != name):
        return None
    return _PROVIDER_TOOL_OUTPUTS[name](part.tool_call_id, part.output.value)


def _tool_search_item(call_id: str, value: JSONValue) -> JSONObject:
    item = {"type": "tool_search_output", "execution": "client", "call_id": call_id, "status": "completed"}
    return {**item, "tools": tool_search_output(value)}


_PROVIDER_TOOL_OUTPUTS: dict[str, Callable[[str, JSONValue], JSONObject]] = {
    "local_shell": local_shell_output,
    "shell": shell_output,
    "apply_patch": apply_patch_output,
    "computer": computer_output,
}


def _custom_tool_output(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> JSONObject:
    cache_breakpoint = conversion.output_breakpoint(part.output, part.provider_options)
    output = convert_tool_output(conversion, part.output, cache_breakpoint=cache_breakpoint, is_custom_tool=True)
    return {"type": "custom_tool_call_output", "call_id": part.tool_call_id, "output": output}


def _push_function_output(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> None:
    caller = conversion.option(part.provider_options, "caller")
    is_programmatic = is_program(caller) or part.tool_call_id in conversion.programmatic_tool_call_ids
    if is_programmatic and isinstance(part.output, LanguageModelV4ToolResultOutputExecutionDenied):
        raise UnsupportedFunctionalityError(functionality="execution-denied results for programmatic tool calls")
    output = convert_tool_output(
        conversion,
        part.output,
        cache_breakpoint=conversion.output_breakpoint(part.output, part.provider_options),
        has_output_schema=part.tool_name in conversion.settings.output_schema_tools,
    )
    item = {"type": "function_call_output", "call_id": part.tool_call_id, "output": output}
    conversion.push(omit_none({**item, "caller": map_tool_caller(caller)}))
    conversion.push_additional_tools(_additional_tools(conversion, part.provider_options))


def _additional_tools(
    conversion: InputConversion, provider_options: SharedV4ProviderOptions | None
) -> list[JSONObject] | None:
    for name in dict.fromkeys((conversion.settings.provider_options_name, "openai")):
        options = parse_provider_options(name, provider_options, OpenaiResponsesToolResultOptions)
        if options is not None and options.additional_tools is not None:
            return [dump_wire(tool) for tool in options.additional_tools]
    return None
