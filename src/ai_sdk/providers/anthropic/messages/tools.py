"""Tools and tool choice as Anthropic takes them, and the betas that they need.

Ports: @ai-sdk/anthropic/src/anthropic-prepare-tools.ts
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_sdk_generated.anthropic.tool import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    stringify,
)
from ai_sdk.provider_utils.json import NULL, dump_wire, omit_none, validate_types
from ai_sdk.providers.anthropic.messages.cache_control import CacheControlValidator
from ai_sdk.providers.anthropic.messages.prompt.context import Betas, anthropic_options

__all__ = [
    "PROVIDER_TOOL_NAMES",
    "PreparedTools",
    "ToolSupport",
    "has_dynamic_filtering_web_tool_without_code_execution",
    "prepare_tools",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolSupport:
    """What the model and its platform take."""

    supports_structured_output: bool
    supports_strict_tools: bool
    default_eager_input_streaming: bool = False
    """Whether function tools stream their input as it is written, unless they say otherwise."""
    rejects_forced_tool_use: bool = False
    """Whether `required` and a named tool must become `auto`."""
    earlier_release: bool = False
    """Whether tools are prepared as `AnthropicConfig.earlier_release` says."""


@dataclass(slots=True, kw_only=True)
class PreparedTools:
    """The tools of a body; `tools` is `None` when there are none to send."""

    tools: list[JSONObject] | None = None
    tool_choice: JSONObject | None = None
    warnings: list[SharedV4Warning] = field(default_factory=list)
    betas: Betas = field(default_factory=Betas)

    def warn(self, feature: str, details: str | None = None) -> None:
        """Tell the caller about something that Anthropic does not take."""
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))


def prepare_tools(
    tools: Sequence[LanguageModelV4Tool] | None,
    tool_choice: LanguageModelV4ToolChoice | None,
    *,
    support: ToolSupport,
    validator: CacheControlValidator | None = None,
    has_inline_tools: bool = False,
    disable_parallel_tool_use: bool | None = None,
) -> PreparedTools:
    """Turn tools and tool choice into their wire form.

    With `has_inline_tools` there are tools in the messages, so the choice is sent even without `tools`. Raises
    `TypeValidationError` when the arguments of a provider-defined tool do not fit.
    """
    prepared = PreparedTools()
    if not tools and not has_inline_tools:
        return prepared
    converted = [_prepare_tool(tool, support, validator or CacheControlValidator(), prepared) for tool in tools or ()]
    if tools:
        prepared.tools = [tool for tool in converted if tool is not None]
    _prepare_tool_choice(tool_choice, support, disable_parallel_tool_use, prepared)
    return prepared


def _prepare_tool(
    tool: LanguageModelV4Tool, support: ToolSupport, validator: CacheControlValidator, prepared: PreparedTools
) -> JSONObject | None:
    if isinstance(tool, LanguageModelV4FunctionTool):
        return _prepare_function_tool(tool, support, validator, prepared)
    row = _PROVIDER_TOOLS.get(tool.id)
    if row is None:
        prepared.warn(f"provider-defined tool {tool.id}")
        return None
    if row.beta is not None:
        prepared.betas.add(row.beta)
    return omit_none({"type": row.type, "name": row.name, **row.read(tool)})


def _prepare_function_tool(
    tool: LanguageModelV4FunctionTool, support: ToolSupport, validator: CacheControlValidator, prepared: PreparedTools
) -> JSONObject:
    cache_control = validator.get_cache_control(tool.provider_options, "tool definition")
    own = anthropic_options(tool.provider_options)
    eager = _option(own, "eagerInputStreaming", "eager_input_streaming")
    eager = support.default_eager_input_streaming if eager is None else eager
    allowed_callers = _option(own, "allowedCallers", "allowed_callers")
    if not support.supports_strict_tools and (tool.strict or (support.earlier_release and tool.strict is not None)):
        details = (
            f"Tool '{tool.name}' has strict: {stringify(tool.strict)}, but strict mode is not supported by this "
            "provider. The strict property will be ignored."
        )
        prepared.warn("strict", details)
    # Native structured output does not need the beta; strict tools do.
    if support.supports_structured_output and (support.supports_strict_tools or support.earlier_release):
        prepared.betas.add("structured-outputs-2025-11-13")
    if tool.input_examples is not None or allowed_callers is not None:
        prepared.betas.add("advanced-tool-use-2025-11-20")
    examples = None if tool.input_examples is None else [example.input for example in tool.input_examples]
    return omit_none(
        {
            "name": tool.name,
            "description": tool.description,
            "input_schema": tool.input_schema,
            "cache_control": cache_control,
            "eager_input_streaming": True if eager else None,
            "strict": tool.strict if support.supports_strict_tools else None,
            "defer_loading": _option(own, "deferLoading", "defer_loading"),
            "allowed_callers": allowed_callers,
            "input_examples": examples,
        }
    )


def _option(options: Mapping[str, Any], *names: str) -> Any:
    return next((options[name] for name in names if options.get(name) is not None), None)


_Reader = Callable[[LanguageModelV4ProviderTool], JSONObject]


def _no_arguments(tool: LanguageModelV4ProviderTool) -> JSONObject:
    del tool
    return {}


def _as_given(**names: str) -> _Reader:
    """Take arguments as they are, by their name on the wire."""
    return lambda tool: {
        wire_name: NULL if tool.args[name] is None else tool.args[name]
        for wire_name, name in names.items()
        if name in tool.args
    }


def _checked(arguments: Any, *names: str) -> _Reader:
    """Take arguments that fit a schema, by the names of their fields, which are those on the wire."""

    def read(tool: LanguageModelV4ProviderTool) -> JSONObject:
        model = validate_types(arguments, tool.args)
        values = dump_wire(model)
        aliases = {name: type(model).model_fields[name].alias or name for name in names}
        return {name: values.get(alias) for name, alias in aliases.items()}

    return read


def _toolset_arguments(tool: LanguageModelV4ProviderTool) -> JSONObject:
    arguments = validate_types(wire.ComputerToolset20260801Args, tool.args)
    if arguments.configs is None:
        return {}
    return {
        "configs": {
            member: omit_none({"enabled": config.enabled, "defer_loading": config.defer_loading})
            for member, config in arguments.configs.items()
        }
    }


@dataclass(frozen=True, slots=True)
class _ProviderTool:
    type: str
    name: str | None
    beta: str | None = None
    read: _Reader = _no_arguments


_COMPUTER_USE_2024 = "computer-use-2024-10-22"
_COMPUTER_USE_2025 = "computer-use-2025-01-24"
_WEB_TOOLS = "code-execution-web-tools-2026-02-09"
_EDITOR = "str_replace_based_edit_tool"
_DISPLAY = {
    "display_width_px": "displayWidthPx",
    "display_height_px": "displayHeightPx",
    "display_number": "displayNumber",
}
_FETCH = ("max_uses", "allowed_domains", "blocked_domains", "citations", "max_content_tokens")
_SEARCH = ("max_uses", "allowed_domains", "blocked_domains", "user_location")
_TOOLS = (
    _ProviderTool("code_execution_20250522", "code_execution", "code-execution-2025-05-22"),
    _ProviderTool("code_execution_20250825", "code_execution", "code-execution-2025-08-25"),
    _ProviderTool("code_execution_20260120", "code_execution"),
    _ProviderTool("computer_20241022", "computer", _COMPUTER_USE_2024, _as_given(**_DISPLAY)),
    _ProviderTool("computer_20250124", "computer", _COMPUTER_USE_2025, _as_given(**_DISPLAY)),
    _ProviderTool(
        "computer_20251124", "computer", "computer-use-2025-11-24", _as_given(**_DISPLAY, enable_zoom="enableZoom")
    ),
    _ProviderTool("computer_toolset_20260801", None, None, _toolset_arguments),
    _ProviderTool("text_editor_20241022", "str_replace_editor", _COMPUTER_USE_2024),
    _ProviderTool("text_editor_20250124", "str_replace_editor", _COMPUTER_USE_2025),
    _ProviderTool("text_editor_20250429", _EDITOR, _COMPUTER_USE_2025),
    _ProviderTool("text_editor_20250728", _EDITOR, None, _checked(wire.TextEditor20250728Args, "max_characters")),
    _ProviderTool("bash_20241022", "bash", _COMPUTER_USE_2024),
    _ProviderTool("bash_20250124", "bash", _COMPUTER_USE_2025),
    _ProviderTool("memory_20250818", "memory", "context-management-2025-06-27"),
    _ProviderTool(
        "web_fetch_20250910", "web_fetch", "web-fetch-2025-09-10", _checked(wire.WebFetch20250910Args, *_FETCH)
    ),
    _ProviderTool("web_fetch_20260209", "web_fetch", _WEB_TOOLS, _checked(wire.WebFetch20260209Args, *_FETCH)),
    _ProviderTool(
        "web_fetch_20260318",
        "web_fetch",
        None,
        _checked(wire.WebFetch20260318Args, *_FETCH, "use_cache", "response_inclusion"),
    ),
    _ProviderTool("web_search_20250305", "web_search", None, _checked(wire.WebSearch20250305Args, *_SEARCH)),
    _ProviderTool("web_search_20260209", "web_search", _WEB_TOOLS, _checked(wire.WebSearch20260209Args, *_SEARCH)),
    _ProviderTool(
        "web_search_20260318",
        "web_search",
        None,
        _checked(wire.WebSearch20260318Args, *_SEARCH, "response_inclusion"),
    ),
    _ProviderTool("tool_search_tool_regex_20251119", "tool_search_tool_regex"),
    _ProviderTool("tool_search_tool_bm25_20251119", "tool_search_tool_bm25"),
    _ProviderTool(
        "advisor_20260301",
        "advisor",
        "advisor-tool-2026-03-01",
        _checked(wire.Advisor20260301Args, "model", "max_uses", "max_tokens", "caching"),
    ),
)
_PROVIDER_TOOLS = {f"anthropic.{tool.type.replace('tool_search_tool_', 'tool_search_')}": tool for tool in _TOOLS}

PROVIDER_TOOL_NAMES = {tool_id: tool.name or "computer" for tool_id, tool in _PROVIDER_TOOLS.items()}
"""What Anthropic calls its tools, by tool id."""

_DYNAMIC_FILTERING = frozenset(
    {"web_fetch_20260209", "web_fetch_20260318", "web_search_20260209", "web_search_20260318"}
)
_CODE_EXECUTION = frozenset({"code_execution_20250522", "code_execution_20250825", "code_execution_20260120"})


def has_dynamic_filtering_web_tool_without_code_execution(tools: Sequence[JSONObject] | None) -> bool:
    """Whether Anthropic may run code although the caller gave it no code execution tool."""
    kinds = {tool.get("type") for tool in tools or ()}
    return bool(kinds & _DYNAMIC_FILTERING) and not kinds & _CODE_EXECUTION


def _prepare_tool_choice(
    tool_choice: LanguageModelV4ToolChoice | None,
    support: ToolSupport,
    disable_parallel_tool_use: bool | None,  # noqa: FBT001 - a setting of three values
    prepared: PreparedTools,
) -> None:
    parallel = omit_none({"disable_parallel_tool_use": disable_parallel_tool_use})
    automatic: JSONObject = {"type": "auto", **parallel}
    match tool_choice:
        case None:
            prepared.tool_choice = automatic if disable_parallel_tool_use else None
        case LanguageModelV4ToolChoiceAuto():
            prepared.tool_choice = automatic
        case LanguageModelV4ToolChoiceNone():
            prepared.tool_choice = None if support.earlier_release else {"type": "none"}
            prepared.tools = None if support.earlier_release else prepared.tools
        case LanguageModelV4ToolChoiceRequired():
            prepared.tool_choice = automatic if support.rejects_forced_tool_use else {"type": "any", **parallel}
            if support.rejects_forced_tool_use:
                _warn_about_required(prepared, support)
        case _ if support.rejects_forced_tool_use:
            prepared.tool_choice = automatic
            _keep_only(tool_choice.tool_name, prepared, support)
        case _:
            prepared.tool_choice = {"type": "tool", "name": tool_choice.tool_name, **parallel}


def _why_not_forced(support: ToolSupport) -> str:
    if support.earlier_release:
        return "is not supported by this model because it rejects forced tool use."
    return "is not supported with this model or thinking configuration."


def _warn_about_required(prepared: PreparedTools, support: ToolSupport) -> None:
    prepared.warn(
        "toolChoice",
        f"toolChoice 'required' {_why_not_forced(support)} "
        "Using 'auto' instead. Instruct the model to use a tool in the prompt and verify that a tool call was made.",
    )


def _keep_only(name: str, prepared: PreparedTools, support: ToolSupport) -> None:
    prepared.warn(
        "toolChoice",
        f"toolChoice 'tool' {_why_not_forced(support)} "
        f"Only the '{name}' tool is sent with 'auto' tool choice. "
        "Instruct the model to use the tool in the prompt and verify that a tool call was made.",
    )
    if prepared.tools is not None:
        prepared.tools = [tool for tool in prepared.tools if tool.get("name") == name]
