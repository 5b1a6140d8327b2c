"""Earlier answers of the model as parts.

Law: every part has one converter, found by its class; a part without one is not sent.

Ports: @ai-sdk/google/src/convert-to-google-messages.ts
"""

from typing import Any

from ai_sdk_generated.google.tool import wire as tool_wire

from ai_sdk.provider import (
    JSONObject,
    JSONParseError,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4ReasoningFilePart,
    LanguageModelV4ReasoningPart,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultPart,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none, parse_json, validate_types
from ai_sdk.providers.google.generate_content.messages.files import convert_assistant_file, convert_reasoning_file
from ai_sdk.providers.google.generate_content.messages.settings import MessageSettings, ServerTool

__all__ = ["SKIP_THOUGHT_SIGNATURE_VALIDATOR", "AssistantConverter", "server_tool_response"]

SKIP_THOUGHT_SIGNATURE_VALIDATOR = "skip_thought_signature_validator"
"""What Google takes for the signature of a function call whose own is lost."""

_CODE_EXECUTION = "code_execution"


class AssistantConverter:
    """Converts one assistant message; notes the calls whose signatures are lost in `unsigned_tool_names`."""

    def __init__(self, settings: MessageSettings, unsigned_tool_names: list[str]) -> None:
        self._settings = settings
        self._unsigned_tool_names = unsigned_tool_names
        self._has_signed_call = False

    def convert(self, message: LanguageModelV4AssistantMessage) -> list[JSONObject]:
        """Return the parts of the message."""
        parts = (self._convert_part(part) for part in message.content)
        return [part for part in parts if part is not None]

    def _convert_part(self, part: Any) -> JSONObject | None:
        match part:
            case LanguageModelV4TextPart():
                return self._text(part, thought=None)
            case LanguageModelV4ReasoningPart():
                return self._text(part, thought=True)
            case LanguageModelV4ReasoningFilePart():
                return convert_reasoning_file(part, self._settings)
            case LanguageModelV4FilePart():
                return convert_assistant_file(part, self._settings)
            case LanguageModelV4ToolCallPart():
                return self._tool_call(part)
            case LanguageModelV4ToolResultPart():
                return self._tool_result(part)
        return None

    def _text(
        self, part: LanguageModelV4TextPart | LanguageModelV4ReasoningPart, *, thought: bool | None
    ) -> JSONObject | None:
        signature = self._settings.read_signature(part.provider_options)
        if not part.text and signature is None:
            return None
        return omit_none({"text": part.text, "thought": thought, "thoughtSignature": signature})

    def _tool_call(self, part: LanguageModelV4ToolCallPart) -> JSONObject:
        if part.provider_executed is True and part.tool_name == _CODE_EXECUTION:
            code = validate_types(tool_wire.CodeExecutionInput, _parse(part.input))
            return {"executableCode": dump_wire(code)}
        server_tool = self._settings.read_server_tool(part.provider_options)
        signature = self._signature(part, is_server_tool=server_tool is not None)
        if server_tool is not None:
            call: JSONObject = {
                "toolType": server_tool.tool_type,
                "args": _parse(part.input),
                "id": server_tool.call_id,
            }
            return omit_none({"toolCall": call, "thoughtSignature": signature})
        call = {"name": part.tool_name, "args": _parse_if_json(part.input)}
        identifier = self._settings.call_id(part.tool_call_id)
        call = call if identifier is None else {"id": identifier, **call}
        return omit_none({"functionCall": call, "thoughtSignature": signature})

    def _signature(self, part: LanguageModelV4ToolCallPart, *, is_server_tool: bool) -> str | None:
        signature = self._settings.read_signature(part.provider_options)
        if signature is not None:
            self._has_signed_call = self._has_signed_call or not is_server_tool
            return signature
        # Of functions that are called in parallel only the first is signed.
        is_parallel = not is_server_tool and self._has_signed_call
        if not self._settings.is_gemini_3_model or is_parallel:
            return None
        self._unsigned_tool_names.append(part.tool_name)
        return SKIP_THOUGHT_SIGNATURE_VALIDATOR

    def _tool_result(self, part: LanguageModelV4ToolResultPart) -> JSONObject | None:
        if part.tool_name == _CODE_EXECUTION and isinstance(part.output, LanguageModelV4ToolResultOutputJson):
            result = validate_types(tool_wire.CodeExecutionOutput, part.output.value)
            return {"codeExecutionResult": dump_wire(result)}
        server_tool = self._settings.read_server_tool(part.provider_options)
        return None if server_tool is None else server_tool_response(part, server_tool, self._settings)


def server_tool_response(
    part: LanguageModelV4ToolResultPart, server_tool: ServerTool, settings: MessageSettings
) -> JSONObject | None:
    """Return what a tool of Google gave; `None` when its metadata is empty."""
    if not (server_tool.call_id and server_tool.tool_type):
        return None
    response = {
        "toolType": server_tool.tool_type,
        "response": part.output.value if isinstance(part.output, LanguageModelV4ToolResultOutputJson) else {},
        "id": server_tool.call_id,
    }
    return omit_none({"toolResponse": response, "thoughtSignature": settings.read_signature(part.provider_options)})


def _parse(tool_input: Any) -> Any:
    return parse_json(tool_input) if isinstance(tool_input, str) else tool_input


def _parse_if_json(tool_input: Any) -> Any:
    try:
        return _parse(tool_input)
    except JSONParseError:
        return tool_input
