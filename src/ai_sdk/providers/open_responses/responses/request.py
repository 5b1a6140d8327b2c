"""The body of an Open Responses request.

Ports: @ai-sdk/open-responses/src/responses/open-responses-language-model.ts
Ports: @ai-sdk/open-responses/src/responses/open-responses-language-model-options.ts
"""

from collections.abc import Mapping
from typing import Any

from ai_sdk_generated.open_responses.responses.options import OpenResponsesLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import map_reasoning_to_provider_effort
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.open_responses.extension import ExtensionRegistry
from ai_sdk.providers.open_responses.responses.encodings import Encodings, provider_tools_by_name
from ai_sdk.providers.open_responses.responses.messages import InputConversion

__all__ = ["build_request"]


def build_request(
    model_id: str, name: str, options: LanguageModelV4CallOptions, extensions: ExtensionRegistry, encodings: Encodings
) -> PreparedRequest:
    """Turn call options into a request; `encodings` is what `extensions` wrote of it.

    Raises `InvalidArgumentError` or `UnsupportedFunctionalityError` for what cannot be sent.
    """
    provider_tools = provider_tools_by_name(options)
    conversion = InputConversion(name, extensions, provider_tools, encodings)
    conversion.convert(options.prompt)
    warnings = [*_unsupported_settings(options), *conversion.warnings]
    tools = _prepare_tools(options, encodings, warnings)
    tool_choice = _prepare_tool_choice(options, provider_tools, encodings, warnings)
    given = parse_provider_options(name, options.provider_options, OpenResponsesLanguageModelOptions)
    body = {
        "model": model_id,
        "input": conversion.items,
        "instructions": conversion.instructions,
        "max_output_tokens": options.max_output_tokens,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "presence_penalty": options.presence_penalty,
        "frequency_penalty": options.frequency_penalty,
        "reasoning": _reasoning(options, given or OpenResponsesLanguageModelOptions(), warnings),
        "tools": tools or None,
        "tool_choice": tool_choice,
        "text": _text(options),
    }
    return PreparedRequest(body=omit_none(body), warnings=warnings, options=options)


def _unsupported_settings(options: LanguageModelV4CallOptions) -> list[SharedV4Warning]:
    settings = {"stopSequences": options.stop_sequences, "topK": options.top_k, "seed": options.seed}
    return [SharedV4WarningUnsupported(feature=name) for name, value in settings.items() if value is not None]


def _prepare_tools(
    options: LanguageModelV4CallOptions, encodings: Encodings, warnings: list[SharedV4Warning]
) -> list[JSONObject]:
    prepared: list[JSONObject] = []
    for index, tool in enumerate(options.tools or ()):
        if isinstance(tool, LanguageModelV4FunctionTool):
            prepared.append(_function(tool))
        elif index in encodings.tools:
            prepared.append(encodings.tools[index])
        else:
            warnings.append(SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.id}"))
    return prepared


def _function(tool: LanguageModelV4FunctionTool) -> JSONObject:
    function = {
        "type": "function",
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.input_schema,
        "strict": tool.strict,
    }
    return omit_none(function)


def _prepare_tool_choice(
    options: LanguageModelV4CallOptions,
    provider_tools: Mapping[str, LanguageModelV4ProviderTool],
    encodings: Encodings,
    warnings: list[SharedV4Warning],
) -> Any:
    choice = options.tool_choice
    if not isinstance(choice, LanguageModelV4ToolChoiceTool):
        return None if choice is None else choice.type
    tool = provider_tools.get(choice.tool_name)
    if tool is None:
        return {"type": "function", "name": choice.tool_name}
    # A tool that could not be written has its warning already.
    written = any((options.tools or ())[index].name == tool.name for index in encodings.tools)
    if written and encodings.tool_choice is None:
        feature = f"tool choice for provider-defined tool {tool.id}"
        warnings.append(SharedV4WarningUnsupported(feature=feature))
    return encodings.tool_choice


def _reasoning(
    options: LanguageModelV4CallOptions, given: OpenResponsesLanguageModelOptions, warnings: list[SharedV4Warning]
) -> JSONObject | None:
    effort = map_reasoning_to_provider_effort(
        reasoning=options.reasoning,
        effort_map={
            "none": "none",
            "minimal": "low",
            "low": "low",
            "medium": "medium",
            "high": "high",
            "xhigh": "xhigh",
        },
        provider_options_effort=given.reasoning_effort,
        warnings=warnings,
    )
    return omit_none({"effort": effort, "summary": given.reasoning_summary}) or None


def _text(options: LanguageModelV4CallOptions) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if response_format.schema is None:
        return {"format": {"type": "json_schema"}}
    json_schema = {
        "type": "json_schema",
        "name": "response" if response_format.name is None else response_format.name,
        "description": response_format.description,
        "schema": response_format.schema,
        "strict": True,
    }
    return {"format": omit_none(json_schema)}
