"""Results of provider-defined tools, written as their own items.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from typing import Any

from ai_sdk_generated.openai.tool.wire import (
    ApplyPatchOutput,
    ComputerOutput,
    LocalShellOutput,
    ProgrammaticToolCallingOutput,
    ShellOutput,
    ToolSearchOutput,
    WebSearchOutput,
)

from ai_sdk.provider import JSONObject, JSONValue, TypeValidationError
from ai_sdk.provider_utils.json import dump_wire, omit_none, validate_types

__all__ = [
    "apply_patch_output",
    "computer_output",
    "local_shell_output",
    "program_output",
    "shell_output",
    "tool_search_output",
    "web_search_call",
]


def local_shell_output(call_id: str, value: JSONValue) -> JSONObject:
    """Write what a local shell command printed."""
    parsed: LocalShellOutput = validate_types(LocalShellOutput, value)
    return {"type": "local_shell_call_output", "call_id": call_id, "output": parsed.output}


def shell_output(call_id: str, value: JSONValue) -> JSONObject:
    """Write what shell commands printed and how they ended."""
    parsed: JSONObject = dump_wire(validate_types(ShellOutput, value))
    return omit_none(
        {
            "type": "shell_call_output",
            "call_id": call_id,
            "max_output_length": parsed.get("maxOutputLength"),
            "output": [_command_output(item) for item in parsed["output"]],
        }
    )


def _command_output(item: JSONObject) -> JSONObject:
    outcome = item["outcome"]
    ended = {"type": "timeout"} if outcome["type"] == "timeout" else {"type": "exit", "exit_code": outcome["exitCode"]}
    return {"stdout": item["stdout"], "stderr": item["stderr"], "outcome": ended}


def apply_patch_output(call_id: str, value: JSONValue) -> JSONObject:
    """Write whether a patch could be applied."""
    parsed: ApplyPatchOutput = validate_types(ApplyPatchOutput, value)
    item = {"type": "apply_patch_call_output", "call_id": call_id, "status": parsed.status, "output": parsed.output}
    return omit_none(item)


def computer_output(call_id: str, value: JSONValue) -> JSONObject:
    """Write the screenshot after computer actions."""
    parsed: JSONObject = dump_wire(validate_types(ComputerOutput, value))
    screenshot = parsed["output"]
    return omit_none(
        {
            "type": "computer_call_output",
            "call_id": call_id,
            "output": omit_none(
                {
                    "type": "computer_screenshot",
                    "image_url": screenshot.get("imageUrl"),
                    "file_id": screenshot.get("fileId"),
                    "detail": screenshot.get("detail"),
                }
            ),
            "acknowledged_safety_checks": parsed.get("acknowledgedSafetyChecks"),
        }
    )


def tool_search_output(value: JSONValue) -> list[JSONObject]:
    """Return the tools that a search found."""
    tools: list[JSONObject] = validate_types(ToolSearchOutput, value).tools
    return tools


def program_output(call_id: str, item_id: Any, value: JSONValue) -> JSONObject:
    """Write what a program that the model wrote returned."""
    parsed: ProgrammaticToolCallingOutput = validate_types(ProgrammaticToolCallingOutput, value)
    return {
        "type": "program_output",
        "id": item_id,
        "call_id": call_id,
        "result": parsed.result,
        "status": parsed.status,
    }


def web_search_call(item_id: Any, value: JSONValue) -> JSONObject | None:
    """Write a web search out in full; `None` when its result does not say what was searched."""
    try:
        parsed: JSONObject = dump_wire(validate_types(WebSearchOutput, value))
    except TypeValidationError:
        return None
    if "action" not in parsed:
        return None
    action = _web_search_action(parsed["action"], parsed.get("sources"))
    return {"type": "web_search_call", "id": item_id, "status": "completed", "action": action}


def _web_search_action(action: JSONObject, sources: list[JSONObject] | None) -> JSONObject:
    if action["type"] == "search":
        return omit_none({**action, "sources": sources})
    return {**action, "type": _PAGE_ACTIONS[action["type"]]}


_PAGE_ACTIONS = {"openPage": "open_page", "findInPage": "find_in_page"}
