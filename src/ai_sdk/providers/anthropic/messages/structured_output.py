"""How a JSON answer is asked for: natively by its schema, or as the input of a tool.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.anthropic.messages.options import AnthropicLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ResponseFormat,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.providers.anthropic.config import AnthropicConfig
from ai_sdk.providers.anthropic.json_schema import sanitize_json_schema
from ai_sdk.providers.anthropic.model_catalog import AnthropicModelCapabilities
from ai_sdk.providers.anthropic.native_structured_output import supports_native_structured_output_schema

__all__ = ["JSON_RESPONSE_TOOL", "StructuredOutput", "plan_structured_output", "warn_about_missing_schema"]

JSON_RESPONSE_TOOL = "json"
"""The name of the tool whose input is the JSON answer."""


@dataclass(frozen=True, slots=True)
class StructuredOutput:
    """Either the wire form of the answer's format, or the tool that stands in for it, or neither."""

    output_format: JSONObject | None = None
    response_tool: LanguageModelV4FunctionTool | None = None


def warn_about_missing_schema(options: LanguageModelV4CallOptions, warnings: list[SharedV4Warning]) -> None:
    """Say that JSON without a schema is not asked for at all."""
    response_format = options.response_format
    if isinstance(response_format, LanguageModelV4ResponseFormatJson) and response_format.schema is None:
        details = "JSON response format requires a schema. The response format is ignored."
        warnings.append(SharedV4WarningUnsupported(feature="responseFormat", details=details))


def plan_structured_output(
    response_format: LanguageModelV4ResponseFormat | None,
    options: AnthropicLanguageModelOptions,
    config: AnthropicConfig,
    capabilities: AnthropicModelCapabilities,
    *,
    model_id: str,
    warnings: list[SharedV4Warning],
) -> StructuredOutput:
    """Decide how the JSON answer is asked for, if one is."""
    schema = response_format.schema if isinstance(response_format, LanguageModelV4ResponseFormatJson) else None
    if schema is None:
        return StructuredOutput()
    mode = options.structured_output_mode or "auto"
    fits = config.earlier_release or supports_native_structured_output_schema(schema)
    native = config.supports_native_structured_output and capabilities.supports_structured_output and fits
    falls_back = native if config.earlier_release else capabilities.supports_structured_output and fits
    if mode == "outputFormat" or (mode == "auto" and native):
        return _native(schema)
    # The tool needs forced tool use; a model that refuses it gets the schema, even where that is not the default.
    if capabilities.rejects_forced_tool_use and falls_back:
        details = (
            f"structuredOutputMode 'jsonTool' is not supported by {model_id} because it rejects forced tool use. "
            "Using 'outputFormat' instead."
        )
        _warn(warnings, "structuredOutputMode", details)
        return _native(schema)
    if options.disable_parallel_tool_use is False:
        details = (
            "`disableParallelToolUse: false` is ignored when using the JSON response tool. "
            "Parallel tool use is disabled to ensure a single coherent JSON tool call."
        )
        _warn(warnings, "disableParallelToolUse", details)
    return StructuredOutput(response_tool=_response_tool(schema))


def _native(schema: JSONObject) -> StructuredOutput:
    return StructuredOutput(output_format={"type": "json_schema", "schema": sanitize_json_schema(schema)})


def _response_tool(schema: JSONObject) -> LanguageModelV4FunctionTool:
    return LanguageModelV4FunctionTool(
        name=JSON_RESPONSE_TOOL, description="Respond with a JSON object.", input_schema=schema
    )


def _warn(warnings: list[SharedV4Warning], option: str, details: str) -> None:
    warnings.append(SharedV4WarningUnsupported(feature=f"providerOptions.anthropic.{option}", details=details))
