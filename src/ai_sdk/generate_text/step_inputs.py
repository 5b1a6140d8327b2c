"""What one step is called with: the call's options, changed by `prepare_step`.

Ports: ai/src/generate-text/generate-text.ts, ai/src/generate-text/stream-text.ts
Ports: ai/src/prompt/clone-model-message.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ai_sdk.generate_text.filter_active_tools import filter_active_tools
from ai_sdk.generate_text.generate_text_events import GenerateTextStepStartEvent
from ai_sdk.generate_text.language_model_events import LanguageModelCallStartEvent
from ai_sdk.generate_text.metadata import ResponseMessage
from ai_sdk.generate_text.prepare_step import (
    PrepareStepOptions,
    PrepareStepResult,
    call_prepare_step,
    prepare_step_call_settings,
)
from ai_sdk.generate_text.steering import SteeringDelivered
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.generate_text.text_call import TextCall
from ai_sdk.generate_text.tool_caller_configuration import (
    PreparedToolCallers,
    append_tool_caller_messages,
    prepare_tools_for_tool_callers,
)
from ai_sdk.model.resolve_model import resolve_language_model
from ai_sdk.prompt.convert_to_language_model_prompt import convert_to_language_model_prompt
from ai_sdk.prompt.language_model_call_options import LanguageModelCallOptions
from ai_sdk.prompt.prepare_tool_choice import prepare_tool_choice
from ai_sdk.prompt.prepare_tools import prepare_tools
from ai_sdk.prompt.standardize_prompt import Instructions, StandardizedPrompt, load_instructions, load_messages
from ai_sdk.provider import (
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4Prompt,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool import ToolSet
from ai_sdk.util.merge_objects import merge_objects

__all__ = ["LoopState", "StepInputs", "clone_model_messages", "prepare_step_inputs"]

MessageT = TypeVar("MessageT", bound=Any)

_ATOMS = frozenset({str, type(None)})
_NO_TOOLS = PreparedToolCallers(execution_tools=None, model_tools=None)


@dataclass(slots=True)
class LoopState:
    """What the steps of a loop hand on."""

    instructions: Instructions | None
    messages: list[ModelMessage]
    initial_response_messages: list[ResponseMessage] = field(default_factory=list)
    steps: list[StepResult] = field(default_factory=list)

    def response_messages(self) -> list[ResponseMessage]:
        """Return what the steps so far have added to the conversation."""
        return [
            *self.initial_response_messages,
            *(message for step in self.steps for message in step.response.messages),
        ]


@dataclass(slots=True, kw_only=True)
class StepInputs:
    """One step, ready for the model."""

    step_number: int
    model: LanguageModelV4
    instructions: Instructions | None
    messages: list[ModelMessage]
    prompt: LanguageModelV4Prompt
    call_settings: LanguageModelCallOptions
    provider_options: SharedV4ProviderOptions | None
    model_tools: ToolSet | None
    execution_tools: ToolSet | None
    """The tools that may run; none when the tool choice is `none`."""
    tools: list[LanguageModelV4Tool] | None
    tool_choice: LanguageModelV4ToolChoice
    given_tool_choice: Any
    active_tools: list[str] | None
    tool_order: list[str] | None
    sandbox: Any
    steering_messages: list[SteeringDelivered]

    def start_event(self, call: TextCall, steps: Sequence[StepResult]) -> GenerateTextStepStartEvent:
        """Return what `on_step_start` is told."""
        return GenerateTextStepStartEvent(
            call_id=call.call_id,
            provider=self.model.provider,
            model_id=self.model.model_id,
            step_number=self.step_number,
            instructions=self.instructions,
            messages=self.messages,
            tools=call.tools,
            tool_choice=self.given_tool_choice,
            active_tools=self.active_tools,
            tool_order=self.tool_order,
            steps=list(steps),
            provider_options=self.provider_options,
            output=call.options.get("output"),
            runtime_context=call.runtime_context,
            tools_context=call.tools_context,
            prompt_messages=self.prompt,
            step_tools=self.tools,
            step_tool_choice=self.tool_choice,
        )

    def model_call_start_event(self, call: TextCall) -> LanguageModelCallStartEvent:
        """Return what `on_language_model_call_start` is told."""
        return LanguageModelCallStartEvent(
            call_id=call.call_id,
            provider=self.model.provider,
            model_id=self.model.model_id,
            instructions=self.instructions,
            messages=self.messages,
            tools=self.tools,
            **self.call_settings,
        )

    def call_options(self, call: TextCall) -> LanguageModelV4CallOptions:
        """Return what the model is called with."""
        output: Any = call.options.get("output")
        return LanguageModelV4CallOptions(
            prompt=self.prompt,
            tools=self.tools,
            tool_choice=self.tool_choice,
            response_format=None if output is None else output.response_format,
            provider_options=self.provider_options,
            abort_signal=call.abort_signal,
            headers=call.headers,
            **self.call_settings,
        )


async def prepare_step_inputs(call: TextCall, state: LoopState) -> StepInputs:
    """Take waiting steering messages, ask `prepare_step` for its changes, and prepare what the model is given."""
    step_number = len(state.steps)
    steering_messages = call.steering.take_messages() if call.steering else []
    state.messages = [*state.messages, *steering_messages]
    prepare_step = call.options.get("prepare_step")
    changes: PrepareStepResult = {}
    if prepare_step is not None:
        options = _prepare_step_options(call, state, step_number, steering_messages)
        changes = await call_prepare_step(prepare_step, options)
        call.runtime_context = changes.get("runtime_context", call.runtime_context)
        call.tools_context = changes.get("tools_context", call.tools_context)
    return await _build(call, state, step_number, changes)


def _prepare_step_options(
    call: TextCall, state: LoopState, step_number: int, steering_messages: list[Any]
) -> PrepareStepOptions:
    return PrepareStepOptions(
        model=call.model,
        steps=state.steps,
        step_number=step_number,
        instructions=state.instructions,
        initial_instructions=call.prompt.instructions,
        messages=state.messages,
        initial_messages=call.prompt.messages,
        response_messages=state.response_messages(),
        experimental_steering_messages=steering_messages or None,
        runtime_context=call.runtime_context,
        tools_context=call.tools_context,
        experimental_sandbox=call.options.get("experimental_sandbox"),
    )


async def _build(call: TextCall, state: LoopState, step_number: int, changes: PrepareStepResult) -> StepInputs:
    model = resolve_language_model(changes.get("model", call.model))
    instructions = load_instructions(changes["instructions"]) if "instructions" in changes else state.instructions
    sandbox = changes.get("experimental_sandbox", call.options.get("experimental_sandbox"))
    active_tools = changes.get("active_tools", call.options.get("active_tools"))
    tool_order = changes.get("tool_order", call.options.get("tool_order"))
    given_tool_choice = changes.get("tool_choice", call.options.get("tool_choice"))
    prepared, tools = await _prepare_tools(call, active_tools, tool_order, sandbox)
    tool_choice = prepare_tool_choice(tool_choice=given_tool_choice)
    messages = load_messages(changes["messages"]) if "messages" in changes else list(state.messages)
    if prepared.tool_caller_messages:
        messages = append_tool_caller_messages(messages=messages, tool_caller_messages=prepared.tool_caller_messages)
    delivered = (
        call.steering.resolve_taken_messages(step_number=step_number, sent_messages=messages) if call.steering else []
    )
    return StepInputs(
        step_number=step_number,
        model=model,
        instructions=instructions,
        messages=messages,
        prompt=await convert_to_language_model_prompt(
            prompt=StandardizedPrompt(instructions=instructions, messages=messages),
            supported_urls=await _supported_urls(model),
            download=call.options.get("experimental_download"),
            abort_signal=call.abort_signal,
            provider=model.provider.split(".")[0],
        ),
        call_settings=prepare_step_call_settings(call.call_settings, changes),
        provider_options=merge_objects(call.options.get("provider_options"), changes.get("provider_options")),
        model_tools=prepared.model_tools,
        execution_tools=None if tool_choice.type == "none" else prepared.execution_tools,
        tools=tools,
        tool_choice=tool_choice,
        given_tool_choice=given_tool_choice,
        active_tools=active_tools,
        tool_order=tool_order,
        sandbox=sandbox,
        steering_messages=delivered,
    )


async def _prepare_tools(
    call: TextCall, active_tools: list[str] | None, tool_order: list[str] | None, sandbox: Any
) -> tuple[PreparedToolCallers, list[LanguageModelV4Tool] | None]:
    """Return the tools of a step, and what the model is told of them."""
    if call.tools is None:
        return _NO_TOOLS, None
    found = call.tool_search(
        filter_active_tools(tools=call.tools, active_tools=active_tools),
        tools_context=call.tools_context,
        experimental_sandbox=sandbox,
    )
    prepared = prepare_tools_for_tool_callers(tools=found, tool_callers=call.tool_callers)
    tools = await prepare_tools(
        tools=prepared.model_tools,
        tool_order=tool_order,
        tools_context=call.tools_context,
        experimental_sandbox=sandbox,
    )
    return prepared, tools


async def _supported_urls(model: LanguageModelV4) -> Any:
    urls = model.supported_urls
    return await urls if hasattr(urls, "__await__") else urls


def clone_model_messages(messages: Sequence[MessageT]) -> list[MessageT]:
    """Return copies that share nothing that can be changed: what a step keeps stays, whatever is done to messages."""
    return [_clone(message) for message in messages]


def _clone(value: Any) -> Any:
    if isinstance(value, list):
        return [_clone(item) for item in value]
    if isinstance(value, dict):
        return {key: _clone(item) for key, item in value.items()}
    if not isinstance(value, Spec):
        return value
    copy = object.__new__(type(value))
    for name in value.__dataclass_fields__:  # type: ignore[attr-defined]  # a dataclass
        item = getattr(value, name)
        setattr(copy, name, item if type(item) in _ATOMS else _clone(item))
    return copy
