"""Tool calls of earlier turns.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk_generated.openai.tool.wire import ProgrammaticToolCallingInput, ToolSearchInput

from ai_sdk.provider import JSONObject, LanguageModelV4ToolCallPart
from ai_sdk.provider_utils.json import is_parsable_json, omit_none, parse_json, stringify, validate_types
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion
from ai_sdk.providers.openai.responses.messages.provider_tool_calls import PROVIDER_TOOL_CALLS
from ai_sdk.providers.openai.responses.parallel_tool_call import get_parallel_tool_call_metadata

__all__ = ["convert_tool_call", "is_program", "map_tool_caller"]


def convert_tool_call(conversion: InputConversion, part: LanguageModelV4ToolCallPart) -> None:
    """Write a tool call.

    Raises `TypeValidationError` when the input of a provider-defined tool does not fit its schema.
    """
    if _push_parallel_wrapper(conversion, part):
        return
    caller = conversion.option(part.provider_options, "caller")
    if is_program(caller):
        conversion.programmatic_tool_call_ids.add(part.tool_call_id)
    item_id = conversion.remembered(part, "itemId")
    if conversion.settings.has_conversation and item_id is not None:
        return
    name = conversion.settings.tool_name_mapping.to_provider_tool_name(part.tool_name)
    if part.tool_name == conversion.settings.tool_search_tool_name:
        _push_stored_or(conversion, item_id, part, _tool_search_call)
    elif name == "programmatic_tool_calling":
        _push_stored_or(conversion, item_id, part, _program)
    elif part.provider_executed:
        _push_provider_call(conversion, part, name, item_id)
    else:
        _push_client_call(conversion, part, name, item_id)


def _push_parallel_wrapper(conversion: InputConversion, part: LanguageModelV4ToolCallPart) -> bool:
    """Write the wrapper that this call is a child of, once; say whether the call was such a child."""
    metadata = get_parallel_tool_call_metadata(part.provider_options, conversion.settings.provider_options_name)
    group = None if metadata is None else conversion.parallel_groups.get(metadata.tool_call_id)
    if metadata is None or group is None or not group.metadata.is_same_call(metadata):
        return False
    call_id = group.metadata.tool_call_id
    # A conversation has the wrapper already; a chain of responses needs client calls in full.
    if call_id not in conversion.emitted_parallel_calls and not conversion.settings.has_conversation:
        conversion.push(
            {
                "type": "function_call",
                "call_id": call_id,
                "name": group.metadata.tool_name,
                "arguments": group.input,
            }
        )
    conversion.emitted_parallel_calls.add(call_id)
    return True


def _push_stored_or(
    conversion: InputConversion,
    item_id: Any,
    part: LanguageModelV4ToolCallPart,
    build: Callable[[LanguageModelV4ToolCallPart, str], JSONObject],
) -> None:
    """Refer to a stored item, or write it out."""
    if conversion.settings.store and item_id is not None:
        conversion.push_reference(item_id)
    else:
        conversion.push(build(part, part.tool_call_id if item_id is None else item_id))


def _tool_search_call(part: LanguageModelV4ToolCallPart, item_id: str) -> JSONObject:
    value = parse_json(part.input) if isinstance(part.input, str) else part.input
    parsed: ToolSearchInput = validate_types(ToolSearchInput, value)
    item = {
        "type": "tool_search_call",
        "id": item_id,
        "execution": "server" if parsed.call_id is None else "client",
        "call_id": parsed.call_id,
        "status": "completed",
    }
    return {**item, "arguments": parsed.arguments} if "arguments" in parsed.model_fields_set else item


def _program(part: LanguageModelV4ToolCallPart, item_id: str) -> JSONObject:
    parsed: ProgrammaticToolCallingInput = validate_types(ProgrammaticToolCallingInput, part.input)
    return {
        "type": "program",
        "id": item_id,
        "call_id": part.tool_call_id,
        "code": parsed.code,
        "fingerprint": parsed.fingerprint,
    }


def _push_provider_call(
    conversion: InputConversion, part: LanguageModelV4ToolCallPart, name: str, item_id: Any
) -> None:
    """Refer to a call that the provider ran; without storage only shell calls are written out, with their output."""
    if conversion.settings.store:
        if item_id is not None:
            conversion.push_reference(item_id)
    elif name == "shell" and name in conversion.settings.provider_tools:
        conversion.push(PROVIDER_TOOL_CALLS[name](part, item_id))


def _push_client_call(conversion: InputConversion, part: LanguageModelV4ToolCallPart, name: str, item_id: Any) -> None:
    """Write a call that the caller runs.

    Calls of provider-defined tools are stored and can be referred to. Plain function calls can not: their outputs
    name the call by `call_id`, which the API does not reconcile with a reference.
    """
    settings = conversion.settings
    is_provider_tool = name in settings.provider_tools
    is_custom_tool = name in settings.custom_tools
    if settings.store and item_id is not None and (is_provider_tool or is_custom_tool):
        # A chain of responses has the item already.
        if not settings.has_previous_response_id:
            conversion.push_reference(item_id)
    elif is_provider_tool:
        conversion.push(PROVIDER_TOOL_CALLS[name](part, item_id))
    elif is_custom_tool:
        conversion.push(_custom_tool_call(conversion, part, name, item_id))
    else:
        conversion.push(_function_call(conversion, part, name))


def _custom_tool_call(
    conversion: InputConversion, part: LanguageModelV4ToolCallPart, name: str, item_id: Any
) -> JSONObject:
    return omit_none(
        {
            "type": "custom_tool_call",
            "call_id": part.tool_call_id,
            "name": name,
            "input": part.input if isinstance(part.input, str) else stringify(part.input),
            "async": conversion.remembered(part, "async"),
            "id": item_id,
        }
    )


def _function_call(conversion: InputConversion, part: LanguageModelV4ToolCallPart, name: str) -> JSONObject:
    return omit_none(
        {
            "type": "function_call",
            "call_id": part.tool_call_id,
            "name": name,
            "arguments": _serialize_arguments(part.input),
            "async": conversion.remembered(part, "async"),
            "namespace": conversion.remembered(part, "namespace"),
            "caller": map_tool_caller(conversion.option(part.provider_options, "caller")),
        }
    )


def _serialize_arguments(tool_input: Any) -> str:
    if isinstance(tool_input, str) and is_parsable_json(tool_input):
        return tool_input
    return stringify(tool_input)


def map_tool_caller(caller: Any) -> Any:
    """Write who called a tool: the model itself, or a program that it wrote."""
    return {"type": "program", "caller_id": caller.get("callerId")} if is_program(caller) else caller


def is_program(caller: Any) -> bool:
    """Whether a program that the model wrote called the tool."""
    return isinstance(caller, dict) and caller.get("type") == "program"
