"""How a JSON answer is asked for: natively by its schema, as the input of a tool, or in words.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model.ts
"""

from dataclasses import dataclass
from typing import Literal

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4Prompt,
    LanguageModelV4ResponseFormatJson,
)
from ai_sdk.provider_utils.inject_json_instruction import inject_json_instruction_into_messages
from ai_sdk.providers.amazon_bedrock.anthropic_models import (
    supports_native_structured_output,
    supports_strict_tools,
)
from ai_sdk.providers.amazon_bedrock.chat.traits import ModelTraits
from ai_sdk.providers.amazon_bedrock.model_settings import ChatModelFamily
from ai_sdk.providers.anthropic.json_schema import sanitize_json_schema

__all__ = [
    "JSON_RESPONSE_TOOL",
    "JsonObjectTextExtractor",
    "StructuredOutput",
    "StructuredOutputMode",
    "plan_structured_output",
    "without_output_format",
]

JSON_RESPONSE_TOOL = "json"
"""The name of the tool whose input is the JSON answer."""

StructuredOutputMode = Literal["outputFormat", "jsonTool", "auto"]

_INSTRUCTION = (
    "You MUST answer with only a JSON object that matches the JSON schema above. "
    "Do not wrap it in markdown fences or include any other text."
)


@dataclass(frozen=True, slots=True)
class StructuredOutput:
    """The answer's schema, and which of the three ways is taken; none of them when there is no schema."""

    schema: JSONObject | None = None
    way: Literal["native", "tool", "instruction"] | None = None

    @property
    def response_tool(self) -> LanguageModelV4FunctionTool | None:
        """The tool that stands in for the answer."""
        if self.schema is None or self.way != "tool":
            return None
        return LanguageModelV4FunctionTool(
            name=JSON_RESPONSE_TOOL, description="Respond with a JSON object.", input_schema=self.schema
        )

    def add_format(self, fields: JSONObject) -> None:
        """Write the schema into the model's own fields."""
        if self.schema is not None and self.way == "native":
            output_format = {"type": "json_schema", "schema": sanitize_json_schema(self.schema)}
            fields["output_config"] = {**(fields.get("output_config") or {}), "format": output_format}

    def instruct(self, prompt: LanguageModelV4Prompt) -> LanguageModelV4Prompt:
        """Return the prompt, with the demand for JSON when it is made in words."""
        if self.way != "instruction":
            return prompt
        return inject_json_instruction_into_messages(prompt, self.schema, schema_suffix=_INSTRUCTION)


def plan_structured_output(
    options: LanguageModelV4CallOptions,
    mode: StructuredOutputMode,
    traits: ModelTraits,
    *,
    model_family: ChatModelFamily | None,
    is_thinking: bool,
) -> StructuredOutput:
    """Decide how the JSON answer is asked for, if one is."""
    response_format = options.response_format
    schema = response_format.schema if isinstance(response_format, LanguageModelV4ResponseFormatJson) else None
    if schema is None:
        return StructuredOutput()
    if not traits.is_anthropic:
        return StructuredOutput(schema, "tool")
    is_capable = traits.capabilities.supports_structured_output or is_thinking or model_family == "anthropic"
    native = supports_native_structured_output(traits.model_id) and is_capable
    if mode == "outputFormat" or (mode == "auto" and native):
        return StructuredOutput(schema, "native")
    # Beside other tools, a model without strict tools does not reliably call the one that stands in for the answer.
    is_unreliable = mode != "jsonTool" and not supports_strict_tools(traits.model_id) and bool(options.tools)
    if traits.capabilities.rejects_forced_tool_use or is_unreliable:
        return StructuredOutput(schema, "instruction")
    return StructuredOutput(schema, "tool")


def without_output_format(fields: JSONObject) -> JSONObject:
    """Return the model's own fields without a format, which would contradict the tool."""
    config = fields.get("output_config")
    if not isinstance(config, dict):
        return fields
    rest = {key: value for key, value in config.items() if key != "format"}
    others = {key: value for key, value in fields.items() if key != "output_config"}
    return {**others, "output_config": rest} if rest else others


class JsonObjectTextExtractor:
    """Keeps of an answer the first JSON object, which may come in pieces and between other words.

    >>> JsonObjectTextExtractor().process('Here it is: {"a": "}"} Bye.')
    '{"a": "}"}'
    """

    def __init__(self) -> None:
        self._depth = 0
        self._is_done = False
        self._in_string = False
        self._is_escaped = False

    def process(self, text: str) -> str:
        """Take the next piece and return what of it belongs to the object."""
        kept: list[str] = []
        for character in text:
            if self._is_done:
                break
            if self._depth or character == "{":
                kept.append(character)
                self._read(character)
        return "".join(kept)

    def _read(self, character: str) -> None:
        if self._is_escaped:
            self._is_escaped = False
        elif character == '"':
            self._in_string = not self._in_string
        elif self._in_string:
            self._is_escaped = character == "\\"
        elif character == "{":
            self._depth += 1
        elif character == "}":
            self._depth -= 1
            self._is_done = self._depth == 0
