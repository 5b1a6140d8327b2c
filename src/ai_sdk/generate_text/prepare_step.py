"""Changing what a step is given, just before the model is called.

Ports: ai/src/generate-text/prepare-step.ts, ai/src/generate-text/prepare-step-call-settings.ts
"""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from pydantic.alias_generators import to_snake

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.generate_text.metadata import ResponseMessage
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.prompt.language_model_call_options import LanguageModelCallOptions, prepare_language_model_call_options
from ai_sdk.prompt.standardize_prompt import Instructions, MessageInput
from ai_sdk.provider import LanguageModelV4, SharedV4ProviderOptions
from ai_sdk.provider_utils.model_message import ModelMessage, UserModelMessage

__all__ = [
    "PrepareStep",
    "PrepareStepOptions",
    "PrepareStepResult",
    "call_prepare_step",
    "prepare_step_call_settings",
]

_CALL_SETTINGS = tuple(LanguageModelCallOptions.__annotations__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareStepOptions:
    """What is known before a step.

    `messages` and `instructions` are those of this step unless they are changed; `initial_messages` and
    `initial_instructions` those of the call; `response_messages` what the steps so far have added.
    """

    steps: list[StepResult]
    step_number: int
    model: LanguageModelV4
    instructions: Instructions | None
    initial_instructions: Instructions | None
    messages: list[ModelMessage]
    initial_messages: list[ModelMessage]
    response_messages: list[ResponseMessage]
    experimental_steering_messages: list[UserModelMessage] | None = None
    tools_context: Mapping[str, Any]
    runtime_context: Mapping[str, Any]
    experimental_sandbox: Any = None


class PrepareStepResult(LanguageModelCallOptions, total=False):
    """What a step is changed to.

    `instructions`, `messages` and the contexts stay changed for the later steps; everything else is for this one.
    """

    model: str | LanguageModelV4
    tool_choice: Any
    active_tools: list[str]
    tool_order: list[str]
    instructions: Any
    messages: list[MessageInput]
    tools_context: Mapping[str, Any]
    runtime_context: Mapping[str, Any]
    experimental_sandbox: Any
    provider_options: SharedV4ProviderOptions


_NAMES = frozenset({*PrepareStepResult.__annotations__, *_CALL_SETTINGS})

PrepareStep = Callable[
    [PrepareStepOptions],
    PrepareStepResult | dict[str, Any] | Awaitable[PrepareStepResult | dict[str, Any] | None] | None,
]
"""Returns the changes as a dict, whose keys may be in camelCase, or `None`."""


async def call_prepare_step(prepare_step: PrepareStep, options: PrepareStepOptions) -> PrepareStepResult:
    """Return the changes for a step. Raises `InvalidArgumentError` for one that does not exist."""
    answer = prepare_step(options)
    given = await answer if inspect.isawaitable(answer) else answer
    changes = {to_snake(key): value for key, value in (given or {}).items()}
    for name in changes.keys() - _NAMES:
        message = f"prepareStep returned {name!r}, which is none of {', '.join(sorted(_NAMES))}"
        raise InvalidArgumentError(parameter="prepareStep", value=given, message=message)
    return cast("PrepareStepResult", {key: value for key, value in changes.items() if value is not None})


def prepare_step_call_settings(
    call_settings: LanguageModelCallOptions, changes: PrepareStepResult
) -> LanguageModelCallOptions:
    """Return the settings of a call with a step's changes."""
    if not changes:
        return call_settings
    own = {name: changes[name] for name in _CALL_SETTINGS if name in changes}  # type: ignore[literal-required]
    return prepare_language_model_call_options(cast("LanguageModelCallOptions", {**call_settings, **own}))
