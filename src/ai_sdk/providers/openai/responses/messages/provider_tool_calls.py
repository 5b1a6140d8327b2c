"""Calls of provider-defined tools that the caller runs, written out as their own items.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk_generated.openai.tool.wire import ApplyPatchInput, ComputerInput, LocalShellInput, ShellInput

from ai_sdk.provider import JSONObject, LanguageModelV4ToolCallPart
from ai_sdk.provider_utils.json import dump_wire, omit_none, validate_types

__all__ = ["PROVIDER_TOOL_CALLS"]


def _local_shell(part: LanguageModelV4ToolCallPart, item_id: Any) -> JSONObject:
    parsed: LocalShellInput = validate_types(LocalShellInput, part.input)
    action = parsed.action
    wire_action = {
        "type": "exec",
        "command": action.command,
        "timeout_ms": action.timeout_ms,
        "user": action.user,
        "working_directory": action.working_directory,
        "env": action.env,
    }
    return omit_none(
        {
            "type": "local_shell_call",
            "call_id": part.tool_call_id,
            "id": item_id,
            "action": omit_none(wire_action),
        }
    )


def _shell(part: LanguageModelV4ToolCallPart, item_id: Any) -> JSONObject:
    parsed: ShellInput = validate_types(ShellInput, part.input)
    action = parsed.action
    wire_action = {
        "commands": action.commands,
        "timeout_ms": action.timeout_ms,
        "max_output_length": action.max_output_length,
    }
    return omit_none(
        {
            "type": "shell_call",
            "call_id": part.tool_call_id,
            "id": item_id,
            "status": "completed",
            "action": omit_none(wire_action),
        }
    )


def _apply_patch(part: LanguageModelV4ToolCallPart, item_id: Any) -> JSONObject:
    parsed: ApplyPatchInput = validate_types(ApplyPatchInput, part.input)
    return omit_none(
        {
            "type": "apply_patch_call",
            "call_id": parsed.call_id,
            "id": item_id,
            "status": "completed",
            "operation": dump_wire(parsed.operation),
        }
    )


def _computer(part: LanguageModelV4ToolCallPart, item_id: Any) -> JSONObject:
    parsed: ComputerInput = validate_types(ComputerInput, part.input)
    return omit_none(
        {
            "type": "computer_call",
            "call_id": part.tool_call_id,
            "id": item_id,
            "status": parsed.status,
            "actions": [_computer_action(dump_wire(action)) for action in parsed.actions],
            "pending_safety_checks": [dump_wire(check) for check in parsed.pending_safety_checks],
        }
    )


def _computer_action(action: JSONObject) -> JSONObject:
    renamed = {"scrollX": "scroll_x", "scrollY": "scroll_y"}
    return {renamed.get(key, key): value for key, value in action.items()}


PROVIDER_TOOL_CALLS: dict[str, Callable[[LanguageModelV4ToolCallPart, Any], JSONObject]] = {
    "local_shell": _local_shell,
    "shell": _shell,
    "apply_patch": _apply_patch,
    "computer": _computer,
}
"""How to write a call, by the provider's name of the tool; raises `TypeValidationError` for input that is wrong."""
