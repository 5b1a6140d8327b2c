"""The body of a request to the Hugging Face Responses API.

Ports: @ai-sdk/huggingface/src/responses/huggingface-responses-language-model.ts
Ports: @ai-sdk/huggingface/src/responses/huggingface-responses-language-model-options.ts
Ports: @ai-sdk/huggingface/src/responses/huggingface-responses-prepare-tools.ts
Ports: @ai-sdk/huggingface/src/responses/huggingface-responses-settings.ts
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ai_sdk_generated.huggingface.responses.options import HuggingfaceLanguageModelResponsesOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.huggingface.responses.messages import convert_to_huggingface_responses_messages

__all__ = ["build_request"]


def build_request(model_id: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a request; raises `InvalidArgumentError` or `UnsupportedFunctionalityError`."""
    messages, message_warnings = convert_to_huggingface_responses_messages(options.prompt)
    given = parse_provider_options("huggingface", options.provider_options, HuggingfaceLanguageModelResponsesOptions)
    given = given or HuggingfaceLanguageModelResponsesOptions()
    tools, tool_warnings = _prepare_tools(options.tools)
    body = {
        "model": model_id,
        "input": messages,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "max_output_tokens": options.max_output_tokens,
        "text": _text(options, given),
        "metadata": given.metadata,
        "instructions": given.instructions,
        "tools": tools,
        "tool_choice": _prepare_tool_choice(options.tool_choice) if options.tools else None,
        "reasoning": None if given.reasoning_effort is None else {"effort": given.reasoning_effort},
    }
    return PreparedRequest(
        body=omit_none(body),
        warnings=[*_unsupported_settings(options), *message_warnings, *tool_warnings],
        # Upstream does not hand raw chunks on.
        options=replace(options, include_raw_chunks=None),
    )


def _unsupported_settings(options: LanguageModelV4CallOptions) -> list[SharedV4Warning]:
    settings = {
        "topK": options.top_k,
        "seed": options.seed,
        "presencePenalty": options.presence_penalty,
        "frequencyPenalty": options.frequency_penalty,
        "stopSequences": options.stop_sequences,
    }
    return [SharedV4WarningUnsupported(feature=name) for name, value in settings.items() if value is not None]


def _text(options: LanguageModelV4CallOptions, given: HuggingfaceLanguageModelResponsesOptions) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson) or response_format.schema is None:
        return None
    json_schema = {
        "type": "json_schema",
        "strict": bool(given.strict_json_schema),
        "name": "response" if response_format.name is None else response_format.name,
        "description": response_format.description,
        "schema": response_format.schema,
    }
    return {"format": omit_none(json_schema)}


def _prepare_tools(
    tools: Sequence[LanguageModelV4Tool] | None,
) -> tuple[list[JSONObject] | None, list[SharedV4Warning]]:
    if not tools:
        return None, []
    warnings: list[SharedV4Warning] = []
    prepared: list[JSONObject] = []
    for tool in tools:
        if isinstance(tool, LanguageModelV4FunctionTool):
            function = {"name": tool.name, "description": tool.description, "parameters": tool.input_schema}
            prepared.append({"type": "function", **omit_none(function)})
        else:
            warnings.append(SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.id}"))
    return prepared, warnings


def _prepare_tool_choice(choice: LanguageModelV4ToolChoice | None) -> Any:
    if isinstance(choice, LanguageModelV4ToolChoiceTool):
        return {"type": "function", "function": {"name": choice.tool_name}}
    # The router has no word for `none`.
    return None if choice is None or choice.type == "none" else choice.type
