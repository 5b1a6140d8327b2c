"""One form for the ways to write a prompt.

Ports: ai/src/prompt/standardize-prompt.ts, ai/src/prompt/prompt.ts, ai/src/prompt/message.ts
Ports: ai/src/prompt/content-part.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from pydantic.alias_generators import to_snake
from pydantic_core import ValidationError

from ai_sdk.error.prompt_errors import InvalidMessageRoleError
from ai_sdk.provider.codec import load
from ai_sdk.provider.errors import InvalidPromptError
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.model_message import (
    AssistantModelMessage,
    ModelMessage,
    SystemModelMessage,
    ToolModelMessage,
    UserModelMessage,
)

__all__ = [
    "Instructions",
    "MessageInput",
    "StandardizedPrompt",
    "load_instructions",
    "load_messages",
    "standardize_prompt",
]

Instructions = str | SystemModelMessage | list[SystemModelMessage]
"""What the model is told beside the conversation."""

MessageInput = ModelMessage | Mapping[str, Any]
"""A message, or the same as a dict with keys in snake_case or camelCase."""

_ROLES = ("system", "user", "assistant", "tool")
_MESSAGES = (SystemModelMessage, UserModelMessage, AssistantModelMessage, ToolModelMessage)


@dataclass(slots=True, kw_only=True)
class StandardizedPrompt(Spec):
    """A prompt: the instructions, and the messages of the conversation."""

    instructions: Instructions | None = None
    messages: list[ModelMessage]


def standardize_prompt(
    *,
    prompt: str | Sequence[MessageInput] | None = None,
    messages: Sequence[MessageInput] | None = None,
    instructions: Any = None,
    allow_system_in_messages: bool = False,
) -> StandardizedPrompt:
    """Return the prompt with its messages as objects; `prompt` wins over `messages`.

    Raises `InvalidPromptError` when there is no message, when a message does not fit, or when there is a system message
    that `allow_system_in_messages` does not allow.

    >>> standardize_prompt(prompt="Hello").messages
    [UserModelMessage(role='user', content='Hello', provider_options=None)]
    """
    if prompt is None and messages is None:
        raise InvalidPromptError("prompt or messages must be given", prompt=prompt)
    given = messages if prompt is None else prompt
    if isinstance(given, str):
        given = [UserModelMessage(content=given)]
    loaded = load_messages(given or [])
    if not loaded:
        raise InvalidPromptError("messages must not be empty", prompt=prompt)
    if not allow_system_in_messages and any(message.role == "system" for message in loaded):
        raise InvalidPromptError(
            "System messages are not allowed in the prompt or messages fields. Use the instructions option instead.",
            prompt=prompt,
        )
    return StandardizedPrompt(instructions=load_instructions(instructions), messages=loaded)


def load_messages(messages: Sequence[MessageInput]) -> list[ModelMessage]:
    """Return messages as objects. Raises `InvalidPromptError`, which names the path, when one does not fit."""
    if all(isinstance(message, _MESSAGES) for message in messages):
        return cast("list[ModelMessage]", list(messages))
    for message in messages:
        role = message.get("role") if isinstance(message, Mapping) else getattr(message, "role", None)
        if role not in _ROLES:
            raise InvalidMessageRoleError(role=str(role))
    try:
        return load(list[ModelMessage], list(messages))
    except ValidationError as error:
        raise InvalidPromptError(_describe(error, messages), prompt=messages, cause=error) from error


def load_instructions(instructions: Any) -> Instructions | None:
    """Return instructions as objects. Raises `InvalidPromptError`, which names the path, when they do not fit."""
    if instructions is None or isinstance(instructions, str | SystemModelMessage):
        return instructions
    try:
        loaded: Instructions = load(Instructions, instructions)
    except ValidationError as error:
        raise InvalidPromptError(
            _describe(error, instructions, "instructions"), prompt=instructions, cause=error
        ) from error
    return loaded


def _describe(error: ValidationError, given: Any, name: str = "messages") -> str:
    """Name the place of the problems that lie deepest; the others come from the forms that were not meant."""
    problems = [
        (_place(given, problem["loc"], is_missing=problem["type"] == "missing"), problem["msg"])
        for problem in error.errors(include_url=False, include_input=False)
    ]
    depth = max(len(place) for place, _ in problems)
    return "; ".join(f"{name}{''.join(place)}: {text}" for place, text in problems if len(place) == depth)


def _place(value: Any, location: Sequence[int | str], *, is_missing: bool) -> list[str]:
    """Return the steps of a path that lead somewhere in `value`; pydantic names the types it tried in between."""
    steps = []
    for step in location:
        if isinstance(step, int):
            value = value[step]
            steps.append(f"[{step}]")
        elif isinstance(value, Mapping) and (step in value or to_snake(step) in value):
            value = value[step] if step in value else value[to_snake(step)]
            steps.append(f".{step}")
    return [*steps, f".{location[-1]}"] if is_missing else steps
