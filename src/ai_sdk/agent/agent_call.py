"""One call of an agent: its settings and those of the call, put together for `generate_text` or `stream_text`.

Ports: ai/src/agent/tool-loop-agent.ts
"""

import inspect
from collections.abc import Mapping
from typing import Any

from ai_sdk.agent.agent import AgentCallOptions, AgentStreamOptions
from ai_sdk.agent.default_stop_condition import create_default_stop_condition
from ai_sdk.agent.tool_loop_agent_settings import ToolLoopAgentSettings
from ai_sdk.generate_text.generate_text import generate_text
from ai_sdk.generate_text.generate_text_result import GenerateTextResult
from ai_sdk.generate_text.stream_text.result import StreamTextResult
from ai_sdk.generate_text.stream_text.stream_text import stream_text
from ai_sdk.generate_text.stream_text.stream_text_events import StreamTextErrorEvent
from ai_sdk.generate_text.text_call import check_options
from ai_sdk.generate_text.text_options import TextOptions
from ai_sdk.provider.errors import TypeValidationContext
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.provider_utils.schema import as_schema, validate_value
from ai_sdk.util.is_caused_by_abort import is_caused_by_abort
from ai_sdk.util.merge_callbacks import merge_callbacks
from ai_sdk.util.notify import notify

__all__ = ["check_settings", "generate_answer", "stream_answer"]

_DEFAULT_STEP_COUNT = 20
_SETTINGS = frozenset({*ToolLoopAgentSettings.__annotations__, "output"})
_CALL_OPTIONS = frozenset(AgentCallOptions.__annotations__)
_STREAM_OPTIONS = frozenset(AgentStreamOptions.__annotations__)
_TEXT_OPTIONS = frozenset({*TextOptions.__annotations__, "output"})
_MERGED = ("on_start", "on_step_start", "on_tool_execution_start", "on_tool_execution_end", "on_step_end", "on_end")
"""Callbacks that the agent and the call may both have."""

_CALLBACKS = frozenset({*_MERGED, "on_error", "on_abort"})
_PREPARED = ("prompt", "messages", "options", "experimental_sandbox")
"""Options of a call that `prepare_call` may change."""

_HANDED_ON = ("abort_signal", "experimental_steering", "experimental_transform")

_Settings = Mapping[str, Any]


def check_settings(settings: _Settings) -> None:
    """Raise `TypeError` when an agent has no such setting."""
    check_options("ToolLoopAgent", settings, _SETTINGS)


async def generate_answer(settings: _Settings, options: AgentCallOptions) -> GenerateTextResult[Any]:
    """Call `generate_text`; an error that is no abort is told to the agent's `on_error` before it is raised."""
    check_options("generate", options, _CALL_OPTIONS)
    call = await _prepare(settings, options)
    try:
        result: GenerateTextResult[Any] = await generate_text(**call)
    except Exception as error:
        signal = options.get("abort_signal")
        if not is_caused_by_abort(error) and not (signal is not None and signal.aborted):
            await notify(StreamTextErrorEvent(error=error), settings.get("on_error"))
        raise
    return result


async def stream_answer(settings: _Settings, options: AgentStreamOptions) -> StreamTextResult[Any, Any, Any]:
    """Call `stream_text`."""
    check_options("stream", options, _STREAM_OPTIONS)
    call = await _prepare(settings, options)
    told = {name: settings[name] for name in ("on_error", "on_abort") if settings.get(name) is not None}
    result: StreamTextResult[Any, Any, Any] = stream_text(**call, **told)
    return result


async def _prepare(settings: _Settings, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of the call to make."""
    prepared = await _prepare_call(settings, options)
    call = {name: value for name, value in prepared.items() if name in _TEXT_OPTIONS and value is not None}
    call |= {name: options[name] for name in _HANDED_ON if options.get(name) is not None}
    call["headers"] = with_user_agent_suffix(prepared.get("headers"), "ai-sdk-agent/tool-loop")
    if options.get("timeout") is not None:
        call["timeout"] = options["timeout"]
    for name in _MERGED:
        callbacks = [each[name] for each in (settings, options) if each.get(name) is not None]
        if callbacks:
            call[name] = callbacks[0] if len(callbacks) == 1 else merge_callbacks(*callbacks)
    return call


async def _prepare_call(settings: _Settings, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the settings, changed by `prepare_call` for this call."""
    call = {name: value for name, value in settings.items() if name not in _CALLBACKS}
    if call.get("stop_when") is None:
        call["stop_when"] = create_default_stop_condition(_DEFAULT_STEP_COUNT)
    call |= {name: options[name] for name in _PREPARED if options.get(name) is not None}
    schema = settings.get("call_options_schema")
    if schema is not None and "options" in call:
        context = TypeValidationContext(field="options")
        call["options"] = validate_value(call["options"], as_schema(schema), context=context)
    prepare_call = settings.get("prepare_call")
    if prepare_call is None:
        return call
    prepared = prepare_call(dict(call))
    prepared = await prepared if inspect.isawaitable(prepared) else prepared
    return call if prepared is None else prepared
