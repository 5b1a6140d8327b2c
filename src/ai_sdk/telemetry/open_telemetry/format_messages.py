"""Messages as the semantic conventions for generative AI describe them.

Ports: @ai-sdk/otel/src/gen-ai-format-messages.ts
"""

from collections.abc import Iterable, Sequence
from typing import Any

from ai_sdk.provider.language_model.prompt import LanguageModelV4Message
from ai_sdk.provider_utils.model_message import ModelMessage, SystemModelMessage
from ai_sdk.telemetry.open_telemetry.format_parts import (
    SemConvPart,
    format_blob,
    format_part,
    format_tool_call,
    format_tool_response,
)
from ai_sdk.telemetry.open_telemetry.names import map_finish_reason

__all__ = ["format_input_messages", "format_model_messages", "format_object_output_messages"]
__all__ += ["format_output_messages", "format_system_instructions"]

_ROLE_PARTS = {
    "user": {"text", "image", "file"},
    "assistant": {"text", "reasoning", "tool-call", "tool-result"},
    "tool": {"tool-result"},
}


def format_system_instructions(
    instructions: str | SystemModelMessage | Sequence[SystemModelMessage],
) -> list[SemConvPart]:
    """Return instructions as `gen_ai.system_instructions` holds them.

    >>> format_system_instructions("Be brief.")
    [{'type': 'text', 'content': 'Be brief.'}]
    """
    if isinstance(instructions, str):
        return [_text(instructions)]
    messages = [instructions] if isinstance(instructions, SystemModelMessage) else instructions
    return [_text(message.content) for message in messages]


def format_input_messages(prompt: Iterable[LanguageModelV4Message]) -> list[dict[str, Any]]:
    """Return the prompt that a model gets, as `gen_ai.input.messages` holds it."""
    return [
        {"role": message.role, "parts": [_text(message.content)]}
        if message.role == "system"
        else {"role": message.role, "parts": [format_part(part) for part in message.content]}
        for message in prompt
    ]


def format_model_messages(messages: Iterable[ModelMessage]) -> list[dict[str, Any]]:
    """Return messages as users write them, as `gen_ai.input.messages` holds them.

    >>> from ai_sdk.provider_utils.model_message import UserModelMessage
    >>> format_model_messages([UserModelMessage(content="Hi")])
    [{'role': 'user', 'parts': [{'type': 'text', 'content': 'Hi'}]}]
    """
    return [{"role": message.role, "parts": _parts(message)} for message in messages]


def format_output_messages(
    *,
    finish_reason: str,
    text: str | None = None,
    reasoning: Iterable[Any] = (),
    tool_calls: Iterable[Any] = (),
    tool_results: Iterable[Any] = (),
    files: Iterable[Any] = (),
) -> list[dict[str, Any]]:
    """Return what a model made and what tools answered, as `gen_ai.output.messages` holds it."""
    parts = [
        *({"type": "reasoning", "content": part.text} for part in reasoning if getattr(part, "text", None)),
        *([_text(text)] if text else []),
        *map(format_tool_call, tool_calls),
        *(format_tool_response(result.tool_call_id, result.output) for result in tool_results),
        *(format_blob(file.media_type, file.base64) for file in files),
    ]
    return [{"role": "assistant", "parts": parts, "finish_reason": map_finish_reason(finish_reason)}]


def format_object_output_messages(*, object_text: str, finish_reason: str) -> list[dict[str, Any]]:
    """Return the JSON text of a generated object, as `gen_ai.output.messages` holds it."""
    return [{"role": "assistant", "parts": [_text(object_text)], "finish_reason": map_finish_reason(finish_reason)}]


def _parts(message: ModelMessage) -> list[SemConvPart]:
    if isinstance(message.content, str):
        return [_text(message.content)]
    known = _ROLE_PARTS[message.role]
    return [format_part(part) if part.type in known else {"type": part.type} for part in message.content]


def _text(content: str) -> SemConvPart:
    return {"type": "text", "content": content}
