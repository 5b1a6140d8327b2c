"""Earlier answers of the model as steps.

Law: texts and files that follow each other are one step, as the API sends them; every other part is a step of its own.

Ports: @ai-sdk/google/src/interactions/convert-to-google-interactions-input.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    JSONParseError,
    LanguageModelV4AssistantMessage,
    LanguageModelV4CustomPart,
    LanguageModelV4FilePart,
    LanguageModelV4ReasoningPart,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    SharedV4Warning,
    SharedV4WarningOther,
)
from ai_sdk.provider_utils.json import omit_none, parse_json
from ai_sdk.providers.google.interactions.messages.compaction import google_options
from ai_sdk.providers.google.interactions.messages.files import convert_file

__all__ = ["convert_assistant_message"]


def convert_assistant_message(
    message: LanguageModelV4AssistantMessage, warnings: list[SharedV4Warning], media_resolution: str | None
) -> list[JSONObject]:
    """Return the steps of a message; what the API does not know is left out with a warning."""
    steps: list[JSONObject] = []
    output: list[JSONObject] = []

    def flush() -> None:
        if output:
            steps.append({"type": "model_output", "content": output.copy()})
            output.clear()

    for part in message.content:
        if isinstance(part, LanguageModelV4TextPart):
            output.append({"type": "text", "text": part.text})
        elif isinstance(part, LanguageModelV4FilePart):
            block = convert_file(part, warnings, media_resolution)
            output.extend([] if block is None else [block])
        elif isinstance(part, LanguageModelV4ReasoningPart | LanguageModelV4CustomPart | LanguageModelV4ToolCallPart):
            flush()
            step = _convert_step(part, warnings)
            steps.extend([] if step is None else [step])
        else:
            text = f'google.interactions: unsupported assistant content part type "{part.type}"; part dropped.'
            warnings.append(SharedV4WarningOther(message=text))
    flush()
    return steps


def _convert_step(
    part: LanguageModelV4ReasoningPart | LanguageModelV4CustomPart | LanguageModelV4ToolCallPart,
    warnings: list[SharedV4Warning],
) -> JSONObject | None:
    google = google_options(part.provider_options)
    match part:
        case LanguageModelV4ReasoningPart():
            summary = [{"type": "text", "text": part.text}] if part.text else None
            return omit_none({"type": "thought", "signature": google.get("signature"), "summary": summary})
        case LanguageModelV4ToolCallPart():
            call = {
                "type": "function_call",
                "id": part.tool_call_id,
                "name": part.tool_name,
                "arguments": _arguments(part.input),
                "signature": google.get("signature"),
            }
            return omit_none(call)
    return _convert_custom(part, google, warnings)


def _convert_custom(
    part: LanguageModelV4CustomPart, google: JSONObject, warnings: list[SharedV4Warning]
) -> JSONObject | None:
    signature = google["signature"] if isinstance(google.get("signature"), str) else None
    identifier, call_identifier = google.get("processingId"), google.get("processingCallId")
    if part.kind == "google.processing_call" and isinstance(identifier, str):
        return omit_none({"type": "processing_call", "id": identifier, "signature": signature})
    if part.kind == "google.processing_result" and isinstance(call_identifier, str):
        return omit_none({"type": "processing_result", "call_id": call_identifier, "signature": signature})
    message = f'google.interactions: unsupported or invalid custom assistant content part "{part.kind}"; part dropped.'
    warnings.append(SharedV4WarningOther(message=message))
    return None


def _arguments(tool_input: Any) -> Any:
    """Return the arguments as an object; a text that holds none becomes its only value."""
    if not isinstance(tool_input, str):
        return {} if tool_input is None else tool_input
    try:
        parsed = parse_json(tool_input)
    except JSONParseError:
        return {"value": tool_input}
    return parsed if isinstance(parsed, dict) else {"value": parsed}
