"""An agent that calls a model and its tools until the model is done.

Ports: ai/src/agent/tool-loop-agent.ts
"""

import inspect
from collections.abc import Mapping
from typing import Any, Generic, Literal, Unpack, overload

from typing_extensions import TypeVar

from ai_sdk.agent.agent import AgentCallOptions, AgentStreamOptions
from ai_sdk.agent.default_stop_condition import create_default_stop_condition
from ai_sdk.agent.tool_loop_agent_settings import ToolLoopAgentSettings
from ai_sdk.generate_text.generate_text import generate_text
from ai_sdk.generate_text.generate_text_result import GenerateTextResult
from ai_sdk.generate_text.output import Output
from ai_sdk.generate_text.stream_text.result import StreamTextResult
from ai_sdk.generate_text.stream_text.stream_text import stream_text
from ai_sdk.generate_text.stream_text.stream_text_events import StreamTextErrorEvent
from ai_sdk.generate_text.text_call import check_options
from ai_sdk.generate_text.text_options import TextOptions
from ai_sdk.provider.errors import TypeValidationContext
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.provider_utils.schema import as_schema, validate_value
from ai_sdk.provider_utils.tool import ToolSet, as_tool_set
from ai_sdk.util.is_caused_by_abort import is_caused_by_abort
from ai_sdk.util.merge_callbacks import merge_callbacks
from ai_sdk.util.notify import notify

__all__ = ["ToolLoopAgent"]

OutputT = TypeVar("OutputT", default=Any)
PartialT = TypeVar("PartialT", default=Any)
ElementT = TypeVar("ElementT", default=Any)

_DEFAULT_STEP_COUNT = 20
_SETTINGS = frozenset({*ToolLoopAgentSettings.__annotations__, "output"})
_CALL_OPTIONS = frozenset(AgentCallOptions.__annotations__)
_STREAM_OPTIONS = frozenset(AgentStreamOptions.__annotations__)
_TEXT_OPTIONS = frozenset({*TextOptions.__annotations__, "output"})
_MERGED = (
    "on_start",
    "on_step_start",
    "on_tool_execution_start",
    "on_tool_execution_end",
    "on_step_end",
    "on_end",
)
"""Callbacks that the agent and the call may both have."""

_CALLBACKS = frozenset({*_MERGED, "on_error", "on_abort"})
_HANDED_ON = ("abort_signal", "experimental_steering", "experimental_transform")


class ToolLoopAgent(Generic[OutputT, PartialT, ElementT]):
    """An agent that runs tools in a loop: it calls the model, runs the tools that it asks for, and calls it again.

    The loop ends when the model finishes for another reason than tool calls, when it calls a tool without `execute` or
    one that needs approval, or when a stop condition is met: after 20 steps when `stop_when` is not given.

    `ToolLoopAgentSettings` lists the settings. With `output=Output.object(Recipe)` the results are typed.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> agent = ToolLoopAgent(model=MockLanguageModelV4(do_generate="Water it."), instructions="You are a gardener.")
    >>> asyncio.run(agent.generate(prompt="Is my fern thirsty?")).text
    'Water it.'
    """

    version: Literal["agent-v1"] = "agent-v1"

    @overload
    def __init__(
        self, *, output: Output[OutputT, PartialT, ElementT], **settings: Unpack[ToolLoopAgentSettings]
    ) -> None: ...
    @overload
    def __init__(
        self: "ToolLoopAgent[str, str, Any]", *, output: None = None, **settings: Unpack[ToolLoopAgentSettings]
    ) -> None: ...
    def __init__(self, *, output: Any = None, **settings: Unpack[ToolLoopAgentSettings]) -> None:
        check_options("ToolLoopAgent", settings, _SETTINGS)
        self._settings: dict[str, Any] = {**settings} if output is None else {**settings, "output": output}
        self._tools = as_tool_set(settings.get("tools")) or {}

    @property
    def id(self) -> str | None:
        """The agent's id."""
        agent_id: str | None = self._settings.get("id")
        return agent_id

    @property
    def tools(self) -> ToolSet:
        """The tools that the agent can use."""
        return self._tools

    async def generate(self, **options: Unpack[AgentCallOptions]) -> GenerateTextResult[OutputT]:
        """Answer, and return when all is there.

        Raises what `generate_text` raises, and `TypeValidationError` when `options` do not fit their schema.
        """
        check_options("generate", options, _CALL_OPTIONS)
        call = await self._prepare(options)
        try:
            result: GenerateTextResult[OutputT] = await generate_text(**call)
        except Exception as error:
            signal = options.get("abort_signal")
            if not is_caused_by_abort(error) and not (signal is not None and signal.aborted):
                await notify(StreamTextErrorEvent(error=error), self._settings.get("on_error"))
            raise
        return result

    async def stream(self, **options: Unpack[AgentStreamOptions]) -> StreamTextResult[OutputT, PartialT, ElementT]:
        """Answer, and hand everything on while it arrives; see `stream_text`.

        Raises `TypeValidationError` when `options` do not fit their schema.
        """
        check_options("stream", options, _STREAM_OPTIONS)
        call = await self._prepare(options)
        told = {name: self._settings[name] for name in ("on_error", "on_abort") if self._settings.get(name) is not None}
        result: StreamTextResult[OutputT, PartialT, ElementT] = stream_text(**call, **told)
        return result

    async def _prepare(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """Return the options of the call to make."""
        prepared = await self._prepare_call(options)
        call = {name: value for name, value in prepared.items() if name in _TEXT_OPTIONS and value is not None}
        call |= {name: options[name] for name in _HANDED_ON if options.get(name) is not None}
        call["headers"] = with_user_agent_suffix(prepared.get("headers"), "ai-sdk-agent/tool-loop")
        if options.get("timeout") is not None:
            call["timeout"] = options["timeout"]
        for name in _MERGED:
            callbacks = [each[name] for each in (self._settings, options) if each.get(name) is not None]
            if callbacks:
                call[name] = callbacks[0] if len(callbacks) == 1 else merge_callbacks(*callbacks)
        return call

    async def _prepare_call(self, options: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the settings, changed by `prepare_call` for this call."""
        call = {name: value for name, value in self._settings.items() if name not in _CALLBACKS}
        if call.get("stop_when") is None:
            call["stop_when"] = create_default_stop_condition(_DEFAULT_STEP_COUNT)
        given = ("prompt", "messages", "options", "experimental_sandbox")
        call |= {name: options[name] for name in given if options.get(name) is not None}
        schema = self._settings.get("call_options_schema")
        if schema is not None and "options" in call:
            context = TypeValidationContext(field="options")
            call["options"] = validate_value(call["options"], as_schema(schema), context=context)
        prepare_call = self._settings.get("prepare_call")
        if prepare_call is None:
            return call
        prepared = prepare_call(dict(call))
        prepared = await prepared if inspect.isawaitable(prepared) else prepared
        return call if prepared is None else prepared
