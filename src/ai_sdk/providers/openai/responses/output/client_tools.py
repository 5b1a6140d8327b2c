"""Calls of tools that the caller runs: functions, custom tools, patches, shells, a computer.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from ai_sdk.provider import JSONObject, LanguageModelV4ToolCall
from ai_sdk.provider_utils.json import dump_wire, omit_none, stringify
from ai_sdk.providers.openai.responses.output import items
from ai_sdk.providers.openai.responses.output.state import OutputPart, OutputState
from ai_sdk.providers.openai.responses.parallel_tool_call import expand_parallel_tool_call

__all__ = [
    "apply_patch_input",
    "computer_input",
    "custom_tool_call",
    "expanded_function_calls",
    "function_call",
    "patch_call",
    "screen_call",
    "shell_call",
    "shell_call_output",
    "unnamed_computer_use",
]

_CAMEL_CASE = {"scroll_x": "scrollX", "scroll_y": "scrollY"}


def function_call(
    state: OutputState, item: items.FunctionCall, *, announced_async: bool | None = None
) -> LanguageModelV4ToolCall:
    """Return a function call; `announced_async` stands in when the finished item does not say."""
    metadata = {
        "itemId": item.id,
        "async": announced_async if item.async_ is None else item.async_,
        "namespace": item.namespace,
        "caller": _caller(item),
    }
    return state.client_call(item.call_id, item.name, item.arguments, omit_none(metadata))


def _caller(item: items.FunctionCall) -> JSONObject | None:
    if item.caller is None:
        return None
    if item.caller.type == "program":
        return {"type": "program", "callerId": item.caller.caller_id}
    return {"type": item.caller.type}


def expanded_function_calls(state: OutputState, item: items.FunctionCall) -> list[LanguageModelV4ToolCall] | None:
    """Return the calls inside a `parallel` wrapper; `None` when the item is no wrapper."""
    return expand_parallel_tool_call(
        tool_call_id=item.call_id,
        tool_name=item.name,
        tool_input=item.arguments,
        function_names=state.context.function_names,
        provider_options_name=state.context.provider_options_name,
        item_id=item.id,
    )


def custom_tool_call(
    state: OutputState, item: items.CustomToolCall, *, announced_async: bool | None = None
) -> LanguageModelV4ToolCall:
    """Return a call of a custom tool, whose input is one text."""
    metadata = {"itemId": item.id, "async": announced_async if item.async_ is None else item.async_}
    tool_name = state.context.tool_name(item.name)
    return state.client_call(item.call_id, tool_name, stringify(item.input), omit_none(metadata))


def apply_patch_input(item: items.ApplyPatchCall) -> str:
    """Return the input of a patch call."""
    return stringify({"callId": item.call_id, "operation": dump_wire(item.operation)})


def patch_call(state: OutputState, item: items.ApplyPatchCall, tool_call_id: str) -> LanguageModelV4ToolCall:
    """Return a patch call."""
    tool_name = state.context.tool_name("apply_patch")
    return state.client_call(tool_call_id, tool_name, apply_patch_input(item), {"itemId": item.id})


def shell_call(state: OutputState, item: items.ShellCall) -> list[OutputPart]:
    """Return a call of the shell, which the provider runs when it runs in a container of its own."""
    action = {
        "commands": item.action.commands,
        "timeoutMs": item.action.timeout_ms,
        "maxOutputLength": item.action.max_output_length,
    }
    tool_input = stringify({"action": omit_none(action)})
    call = state.client_call(item.call_id, state.context.tool_name("shell"), tool_input, {"itemId": item.id})
    call.provider_executed = state.context.is_shell_provider_executed or None
    return [call]


def shell_call_output(state: OutputState, item: items.ShellCallOutput) -> list[OutputPart]:
    """Return what the provider's own shell printed."""
    output = [
        {
            "stdout": entry.stdout,
            "stderr": entry.stderr,
            "outcome": {"type": "exit", "exitCode": entry.outcome.exit_code}
            if entry.outcome.type == "exit"
            else {"type": "timeout"},
        }
        for entry in item.output
    ]
    result = omit_none({"maxOutputLength": item.max_output_length, "output": output})
    return [state.result(item.call_id, state.context.tool_name("shell"), result)]


def computer_input(item: items.ComputerCall) -> str:
    """Return the input of a computer call; older models send one action, newer ones a list."""
    actions = ([] if item.action is None else [item.action]) if item.actions is None else item.actions
    checks = item.pending_safety_checks or ()
    return stringify(
        {
            "actions": [_computer_action(dump_wire(action)) for action in actions],
            "pendingSafetyChecks": [_present(dump_wire(check)) for check in checks],
            "status": item.status,
        }
    )


def _computer_action(action: JSONObject) -> JSONObject:
    return {_CAMEL_CASE.get(key, key): value for key, value in action.items() if value is not None}


def _present(values: JSONObject) -> JSONObject:
    return {key: value for key, value in values.items() if value is not None}


def screen_call(state: OutputState, item: items.ComputerCall, call_id: str, tool_input: str) -> LanguageModelV4ToolCall:
    """Return a call that asks the caller to act on a screen."""
    return state.client_call(call_id, state.context.tool_name("computer"), tool_input, {"itemId": item.id})


def unnamed_computer_use(state: OutputState, item: items.ComputerCall) -> list[OutputPart]:
    """Return a computer call without a call id: it cannot be answered, so it is told as if the provider had run it."""
    tool_name = state.context.tool_name("computer_use")
    result = {"type": "computer_use_tool_result", "status": item.status}
    return [state.provider_call(item.id, tool_name, ""), state.result(item.id, tool_name, result)]
