"""Results of tools that the provider ran in earlier turns, which stand in assistant messages.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from typing import Any

from ai_sdk.provider import (
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultPart,
)
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion
from ai_sdk.providers.openai.responses.messages.provider_tool_outputs import (
    program_output,
    shell_output,
    tool_search_output,
    web_search_call,
)

__all__ = ["convert_assistant_tool_result"]

_WEB_SEARCHES = frozenset({"web_search", "web_search_preview"})
_DENIED = "execution-denied"


def convert_assistant_tool_result(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> None:
    """Write the result of a tool that the provider ran, as a reference to the stored item where there is one."""
    if _is_denied(part) or conversion.settings.has_conversation:
        return
    name = conversion.settings.tool_name_mapping.to_provider_tool_name(part.tool_name)
    if name in _WEB_SEARCHES:
        _push_web_search(conversion, part)
    elif part.tool_name == conversion.settings.tool_search_tool_name:
        _push_tool_search(conversion, part)
    elif name == "programmatic_tool_calling":
        _push_program(conversion, part)
    elif name == "shell" and name in conversion.settings.provider_tools:
        _push_shell(conversion, part)
    else:
        _push_reference_or_warn(conversion, part)


def _is_denied(part: LanguageModelV4ToolResultPart) -> bool:
    """Whether the user denied the call: such a result is made up here and is no item of the provider."""
    output = part.output
    if isinstance(output, LanguageModelV4ToolResultOutputJson):
        return isinstance(output.value, dict) and output.value.get("type") == _DENIED
    return isinstance(output, LanguageModelV4ToolResultOutputExecutionDenied)


def _item_id(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> Any:
    item_id = conversion.option(part.provider_options, "itemId")
    return part.tool_call_id if item_id is None else item_id


def _remembered_item_id(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> Any:
    item_id = conversion.remembered(part, "itemId")
    return part.tool_call_id if item_id is None else item_id


def _push_web_search(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> None:
    call = None
    if not conversion.settings.store and isinstance(part.output, LanguageModelV4ToolResultOutputJson):
        call = web_search_call(_item_id(conversion, part), part.output.value)
    if call is None:
        _push_reference_or_warn(conversion, part)
    else:
        conversion.push(call)


def _push_tool_search(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> None:
    item_id = _remembered_item_id(conversion, part)
    if conversion.settings.store:
        conversion.push_reference(item_id)
    elif isinstance(part.output, LanguageModelV4ToolResultOutputJson):
        tools = tool_search_output(part.output.value)
        item = {"type": "tool_search_output", "id": item_id, "execution": "server", "call_id": None}
        conversion.push({**item, "status": "completed", "tools": tools})


def _push_program(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> None:
    item_id = _remembered_item_id(conversion, part)
    if conversion.settings.store:
        conversion.push_reference(item_id)
    elif isinstance(part.output, LanguageModelV4ToolResultOutputJson):
        conversion.push(program_output(part.tool_call_id, item_id, part.output.value))


def _push_shell(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> None:
    """Write shell output in full: its item id is not the call's, and only the call's is known here."""
    if isinstance(part.output, LanguageModelV4ToolResultOutputJson):
        conversion.push(shell_output(part.tool_call_id, part.output.value))


def _push_reference_or_warn(conversion: InputConversion, part: LanguageModelV4ToolResultPart) -> None:
    if conversion.settings.store:
        conversion.push_reference(_item_id(conversion, part))
    else:
        conversion.warn(f"Results for OpenAI tool {part.tool_name} are not sent to the API when store is false")
