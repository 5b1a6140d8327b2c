"""The body of a chat request to Groq.

Ports: @ai-sdk/groq/src/groq-chat-language-model.ts, @ai-sdk/groq/src/groq-chat-language-model-options.ts
"""

from dataclasses import dataclass
from itertools import count

from ai_sdk_generated.groq.chat.options import GroqLanguageModelChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import (
    CustomReasoning,
    is_custom_reasoning,
    map_reasoning_to_provider_effort,
)
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.groq.chat.messages import convert_to_groq_chat_messages
from ai_sdk.providers.groq.chat.tools import prepare_tools
from ai_sdk.providers.groq.model_catalog import GroqLanguageModelEntry, get_groq_language_model_entry

__all__ = ["GroqChatContext", "build_request"]

_EFFORTS: dict[CustomReasoning, str] = {"low": "low", "medium": "medium", "high": "high"}


@dataclass(frozen=True, slots=True)
class GroqChatContext:
    """What reading the answer must know: the tool whose input stands in for a JSON answer, if there is one."""

    json_response_tool_name: str | None


def build_request(model_id: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a body and warnings.

    Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files that Groq does
    not take.
    """
    entry = get_groq_language_model_entry(model_id)
    settings = _read_settings(options, entry)
    response_tool = _json_response_tool(options, entry)
    warnings = _setting_warnings(options, settings, entry, response_tool)
    tools, tool_choice, tool_warnings = prepare_tools(
        options.tools if response_tool is None else [*(options.tools or []), response_tool],
        options.tool_choice if response_tool is None else _response_tool_choice(options.tool_choice, response_tool),
        model_id,
    )
    effort = _reasoning_effort(options, settings, entry, warnings)
    body = {
        "model": model_id,
        "user": settings.user,
        "parallel_tool_calls": settings.parallel_tool_calls if response_tool is None else False,
        "max_tokens": options.max_output_tokens,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "frequency_penalty": options.frequency_penalty,
        "presence_penalty": options.presence_penalty,
        "stop": options.stop_sequences,
        "seed": options.seed,
        "response_format": _response_format(options, settings) if response_tool is None else None,
        "reasoning_format": settings.reasoning_format,
        "reasoning_effort": effort,
        "service_tier": settings.service_tier,
        "messages": convert_to_groq_chat_messages(options.prompt),
        "tools": tools,
        "tool_choice": tool_choice,
    }
    context = GroqChatContext(None if response_tool is None else response_tool.name)
    return PreparedRequest(body=omit_none(body), warnings=[*warnings, *tool_warnings], context=context, options=options)


def _read_settings(options: LanguageModelV4CallOptions, entry: GroqLanguageModelEntry) -> GroqLanguageModelChatOptions:
    given = parse_provider_options("groq", options.provider_options, GroqLanguageModelChatOptions)
    defaults = {"structured_outputs": entry.structured_outputs, "strict_json_schema": entry.strict_json_schema}
    given = given or GroqLanguageModelChatOptions()
    return given.model_copy(update={name: value for name, value in defaults.items() if getattr(given, name) is None})


def _json_response_tool(
    options: LanguageModelV4CallOptions, entry: GroqLanguageModelEntry
) -> LanguageModelV4FunctionTool | None:
    """Return a tool whose input is the JSON answer: Groq refuses a JSON response format beside function tools."""
    tools, response_format = options.tools or [], options.response_format
    if (
        entry.json_schema_with_function_tools
        or not isinstance(response_format, LanguageModelV4ResponseFormatJson)
        or response_format.schema is None
        or not any(isinstance(tool, LanguageModelV4FunctionTool) for tool in tools)
    ):
        return None
    description = response_format.description
    return LanguageModelV4FunctionTool(
        name=_unused_name(tools),
        description="Respond with a JSON object." if description is None else description,
        input_schema=response_format.schema,
    )


def _unused_name(tools: list[LanguageModelV4Tool]) -> str:
    used = {tool.name for tool in tools}
    numbered = (f"json_{suffix}" for suffix in count(1))
    return "json" if "json" not in used else next(name for name in numbered if name not in used)


def _response_tool_choice(
    choice: LanguageModelV4ToolChoice | None, response_tool: LanguageModelV4FunctionTool
) -> LanguageModelV4ToolChoice:
    if isinstance(choice, LanguageModelV4ToolChoiceTool):
        return choice
    if isinstance(choice, LanguageModelV4ToolChoiceNone):
        return LanguageModelV4ToolChoiceTool(tool_name=response_tool.name)
    return LanguageModelV4ToolChoiceRequired()


def _setting_warnings(
    options: LanguageModelV4CallOptions,
    settings: GroqLanguageModelChatOptions,
    entry: GroqLanguageModelEntry,
    response_tool: LanguageModelV4FunctionTool | None,
) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if options.top_k is not None and not entry.top_k:
        warnings.append(SharedV4WarningUnsupported(feature="topK"))
    has_schema = getattr(options.response_format, "schema", None) is not None
    if has_schema and not settings.structured_outputs and response_tool is None:
        details = "JSON response format schema is only supported with structuredOutputs"
        warnings.append(SharedV4WarningUnsupported(feature="responseFormat", details=details))
    return warnings


def _reasoning_effort(
    options: LanguageModelV4CallOptions,
    settings: GroqLanguageModelChatOptions,
    entry: GroqLanguageModelEntry,
    warnings: list[SharedV4Warning],
) -> str | None:
    if settings.reasoning_effort is not None or not is_custom_reasoning(options.reasoning):
        return settings.reasoning_effort
    # A model that always reasons gets its lowest effort; one that never does has nothing to turn off.
    if options.reasoning == "none" and not entry.can_disable_reasoning and not entry.always_reasons:
        details = 'reasoning "none" is not supported by this model.'
        warnings.append(SharedV4WarningUnsupported(feature="reasoning", details=details))
        return None
    efforts: dict[CustomReasoning, str] = {"none": "none", **_EFFORTS} if entry.can_disable_reasoning else _EFFORTS
    return map_reasoning_to_provider_effort(reasoning=options.reasoning, effort_map=efforts, warnings=warnings)


def _response_format(options: LanguageModelV4CallOptions, settings: GroqLanguageModelChatOptions) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if not settings.structured_outputs or response_format.schema is None:
        return {"type": "json_object"}
    json_schema = {
        "schema": response_format.schema,
        "strict": settings.strict_json_schema,
        "name": "response" if response_format.name is None else response_format.name,
        "description": response_format.description,
    }
    return {"type": "json_schema", "json_schema": omit_none(json_schema)}
