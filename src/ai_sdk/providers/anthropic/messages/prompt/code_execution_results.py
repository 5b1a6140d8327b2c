"""What a code execution answered, as the content block that it came in.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from ai_sdk_generated.anthropic.tool import wire

from ai_sdk.provider import JSONObject
from ai_sdk.provider_utils.json import dump_wire, validate_types

__all__ = ["convert_code_execution_output"]

_CODE_EXECUTION, _BASH, _TEXT_EDITOR = (
    "code_execution_tool_result",
    "bash_code_execution_tool_result",
    "text_editor_code_execution_tool_result",
)
# The type of a result tells the version of the tool; anything else is checked as the version with subtools.
_SCHEMAS = {
    "code_execution_result": wire.CodeExecution20250522Output,
    "encrypted_code_execution_result": wire.CodeExecution20260120Output,
}
_BLOCKS = {
    "code_execution_result": _CODE_EXECUTION,
    "encrypted_code_execution_result": _CODE_EXECUTION,
    "bash_code_execution_result": _BASH,
    "bash_code_execution_tool_result_error": _BASH,
}
# Anthropic's prompt cache needs the keys in the same order each time.
_KEYS = {
    "code_execution_result": ("type", "stdout", "stderr", "return_code", "content"),
    "encrypted_code_execution_result": ("type", "encrypted_stdout", "stderr", "return_code", "content"),
    "bash_code_execution_result": ("type", "stdout", "stderr", "return_code", "content"),
}


def convert_code_execution_output(value: JSONObject) -> tuple[str, JSONObject]:
    """Return the type of the content block and its content; raises `TypeValidationError` for other values."""
    schema = _SCHEMAS.get(value["type"], wire.CodeExecution20250825Output)
    output = dump_wire(validate_types(schema, value))
    kind = output["type"]
    # Of these keys, only the content may be missing.
    content = {key: output.get(key, []) for key in _KEYS[kind]} if kind in _KEYS else output
    return _BLOCKS.get(kind, _TEXT_EDITOR), content
