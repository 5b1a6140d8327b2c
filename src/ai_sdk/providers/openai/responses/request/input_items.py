"""The input of a request: the converted prompt with the request's own configuration update and compaction trigger.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from itertools import pairwise

from ai_sdk.provider import JSONObject, UnsupportedFunctionalityError
from ai_sdk.providers.openai.responses.messages import InputSettings, convert_to_openai_responses_input
from ai_sdk.providers.openai.responses.request.call import ResponsesCall
from ai_sdk.providers.openai.responses.tools import PreparedTools

__all__ = ["build_input", "effort_of"]

_CLIENT_TOOLS = ("local_shell", "shell", "apply_patch", "computer")
_UPDATE = "configuration_update"
_OLD_MODEL = "Configuration updates are only supported by GPT-6 and later models"
_BAD_MODE = "Configuration updates require standard reasoning mode without automatic compaction or automatic truncation"
_ADJACENT = (
    "Configuration updates cannot be consecutive. Set reasoningEffortUpdate and textFormatUpdate in the same empty "
    "system message, and omit request-level reasoningEffortUpdate when using message-level updates."
)


def build_input(call: ResponsesCall, tools: PreparedTools) -> list[JSONObject]:
    """Return the input items.

    Raises `UnsupportedFunctionalityError` for a prompt or a configuration update that the model does not take.
    """
    items, warnings = convert_to_openai_responses_input(call.options.prompt, _settings(call, tools))
    call.warnings.extend(warnings)
    _check_efforts(call, items)
    _prepend_effort_update(call, items)
    _refuse_adjacent_updates(items)
    # A trigger is no history: the API wants it behind the whole prompt.
    if call.openai_options.compaction_trigger:
        items.append({"type": "compaction_trigger"})
    return items


def effort_of(item: JSONObject) -> str | None:
    """Return the reasoning effort that a configuration update sets."""
    effort: str | None = item.get("reasoning", {}).get("effort") if item.get("type") == _UPDATE else None
    return effort


def _settings(call: ResponsesCall, tools: PreparedTools) -> InputSettings:
    options = call.openai_options
    tool_search = call.provider_tool("openai.tool_search")
    default_mode = "developer" if call.is_reasoning_model else call.entry.system_message_mode
    return InputSettings(
        provider_options_name=call.provider_options_name,
        tool_name_mapping=call.tool_name_mapping,
        system_message_mode=options.system_message_mode or default_mode,
        explicit_message_item_type=call.config.explicit_message_item_type,
        file_id_prefixes=call.config.file_id_prefixes or (),
        pass_through_unsupported_files=bool(options.pass_through_unsupported_files),
        store=options.store is not False,
        is_reasoning_model=call.is_reasoning_model,
        has_conversation=options.conversation is not None,
        has_previous_response_id=options.previous_response_id is not None,
        provider_tools=frozenset(name for name in _CLIENT_TOOLS if call.provider_tool(f"openai.{name}") is not None),
        tool_search_tool_name=None if tool_search is None else tool_search.name,
        custom_tools=tools.custom_tools,
        output_schema_tools=tools.output_schema_tools,
        configuration_update_unsupported_reason=_update_refusal(call),
    )


def _update_refusal(call: ResponsesCall) -> str | None:
    """Say why this call cannot change its configuration mid-conversation, if it cannot."""
    options = call.openai_options
    if not call.entry.supports_configuration_updates:
        return _OLD_MODEL
    compacts = options.context_management is not None or options.truncation == "auto"
    return _BAD_MODE if compacts or options.reasoning_mode == "pro" else None


def _effort_refusal(call: ResponsesCall, effort: str | None) -> str | None:
    supported = call.entry.reasoning_efforts
    if effort is None or supported is None or effort in supported:
        return None
    return f"{call.model_id} only supports the following reasoning efforts: {', '.join(supported)}"


def _check_efforts(call: ResponsesCall, items: list[JSONObject]) -> None:
    """Options accept the efforts of any model; the history may only have those of this one."""
    for item in items:
        reason = _effort_refusal(call, effort_of(item))
        if reason is not None:
            raise UnsupportedFunctionalityError(reason, functionality="Message-level reasoningEffortUpdate")


def _prepend_effort_update(call: ResponsesCall, items: list[JSONObject]) -> None:
    effort = call.openai_options.reasoning_effort_update
    if effort is None:
        return
    reason = _update_refusal(call) or _effort_refusal(call, effort)
    if reason is not None:
        call.warn_unsupported("reasoningEffortUpdate", reason)
    elif not items or effort_of(items[0]) != effort:
        items.insert(0, {"type": _UPDATE, "reasoning": {"effort": effort}})


def _refuse_adjacent_updates(items: list[JSONObject]) -> None:
    if any(first.get("type") == second.get("type") == _UPDATE for first, second in pairwise(items)):
        raise UnsupportedFunctionalityError(_ADJACENT, functionality="Adjacent configuration updates")
