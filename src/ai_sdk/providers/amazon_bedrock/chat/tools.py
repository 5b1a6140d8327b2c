"""Tools and tool choice as Converse wants them; Anthropic's own tools go to its models only.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-prepare-tools.ts
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.amazon_bedrock.anthropic_models import supports_strict_tools
from ai_sdk.providers.amazon_bedrock.chat.tool_input_schema import anthropic_tool_input_schema
from ai_sdk.providers.anthropic.messages.tools import ToolSupport, prepare_tools as prepare_anthropic_tools

__all__ = ["PreparedTools", "prepare_tools"]

_NOT_ON_BEDROCK = frozenset(
    {"anthropic.web_search_20250305", "anthropic.web_search_20260318", "anthropic.web_fetch_20260318"}
)


@dataclass(slots=True, kw_only=True)
class PreparedTools:
    """The tools of a body. `tool_choice` is Converse's, `anthropic_tool_choice` goes to the model past Converse."""

    tools: list[JSONObject] = field(default_factory=list)
    tool_choice: JSONObject | None = None
    anthropic_tool_choice: JSONObject | None = None
    betas: list[str] = field(default_factory=list)
    warnings: list[SharedV4Warning] = field(default_factory=list)

    @property
    def tool_config(self) -> JSONObject | None:
        """The body's `toolConfig`; `None` when there are no tools."""
        return omit_none({"tools": self.tools, "toolChoice": self.tool_choice}) if self.tools else None

    def warn(self, feature: str, details: str | None = None) -> None:
        """Tell the caller about something that Bedrock or the model does not take."""
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))


def prepare_tools(
    tools: Sequence[LanguageModelV4Tool] | None,
    tool_choice: LanguageModelV4ToolChoice | None,
    *,
    model_id: str,
    is_anthropic: bool,
    disable_parallel_tool_use: bool | None = None,
    rejects_forced_tool_use: bool = False,
) -> PreparedTools:
    """Turn tools and tool choice into their wire form.

    Raises `TypeValidationError` when the arguments of a tool that Anthropic defines do not fit.
    """
    prepared = PreparedTools()
    supported = [tool for tool in tools or () if _is_on_bedrock(tool, prepared)]
    if not supported:
        return prepared
    provider_tools = [tool for tool in supported if isinstance(tool, LanguageModelV4ProviderTool)]
    rejects_choice = is_anthropic and rejects_forced_tool_use
    requested = _named_only(provider_tools, tool_choice if rejects_choice else None)
    uses_anthropic_tools = is_anthropic and bool(requested)
    if uses_anthropic_tools:
        _read_anthropic_tools(provider_tools, prepared)
    else:
        for tool in requested:
            prepared.warn(f"tool {tool.id}")
    choice = _without_force(tool_choice, prepared) if rejects_choice else tool_choice
    if uses_anthropic_tools:
        _add_anthropic_tools(requested, prepared)
    functions = [tool for tool in supported if isinstance(tool, LanguageModelV4FunctionTool)]
    for function in _named_only(functions, tool_choice):
        prepared.tools.append(_function_tool(function, model_id, prepared))
    if uses_anthropic_tools or (is_anthropic and disable_parallel_tool_use and prepared.tools):
        prepared.anthropic_tool_choice = _anthropic_tool_choice(choice, disable_parallel_tool_use)
    if not uses_anthropic_tools and prepared.anthropic_tool_choice is None:
        _set_tool_choice(choice, prepared)
    return prepared


def _is_on_bedrock(tool: LanguageModelV4Tool, prepared: PreparedTools) -> bool:
    if tool.type == "function" or tool.id not in _NOT_ON_BEDROCK:
        return True
    name = tool.id.removeprefix("anthropic.")
    prepared.warn(f"{name} tool", f"The {name} tool is not supported on Amazon Bedrock.")
    return False


def _named_only(tools: list[Any], choice: LanguageModelV4ToolChoice | None) -> list[Any]:
    if not isinstance(choice, LanguageModelV4ToolChoiceTool):
        return tools
    return [tool for tool in tools if tool.name == choice.tool_name]


def _read_anthropic_tools(tools: list[LanguageModelV4ProviderTool], prepared: PreparedTools) -> None:
    """Let Anthropic's own conversion say which betas the tools need, and which of them it does not know."""
    support = ToolSupport(supports_structured_output=False, supports_strict_tools=False)
    converted = prepare_anthropic_tools(tools, None, support=support)
    prepared.warnings += converted.warnings
    prepared.betas += converted.betas


def _add_anthropic_tools(tools: Iterable[LanguageModelV4ProviderTool], prepared: PreparedTools) -> None:
    for tool in tools:
        schema = anthropic_tool_input_schema(tool.id)
        if schema is None:
            prepared.warn("tool ${tool.id}")  # not filled in there either
        else:
            prepared.tools.append({"toolSpec": {"name": tool.name, "inputSchema": {"json": schema}}})


def _without_force(
    choice: LanguageModelV4ToolChoice | None, prepared: PreparedTools
) -> LanguageModelV4ToolChoice | None:
    """Leave the choice to a model that cannot be forced; when one tool is named, it gets no other."""
    match choice:
        case LanguageModelV4ToolChoiceTool(tool_name=name):
            details = (
                "toolChoice 'tool' is not supported by this model because it rejects forced tool use. "
                f"Only the '{name}' tool is sent with 'auto' tool choice. "
                "Instruct the model to use the tool in the prompt and verify that a tool call was made."
            )
        case LanguageModelV4ToolChoiceRequired():
            details = (
                "toolChoice 'required' is not supported by this model because it rejects forced tool use. "
                "Using 'auto' instead. Instruct the model to use a tool in the prompt and verify that a tool call was "
                "made."
            )
        case _:
            return choice
    prepared.warn("toolChoice", details)
    return LanguageModelV4ToolChoiceAuto()


def _anthropic_tool_choice(
    choice: LanguageModelV4ToolChoice | None,
    disable_parallel_tool_use: bool | None,  # noqa: FBT001 - a setting of three values
) -> JSONObject | None:
    parallel = omit_none({"disable_parallel_tool_use": disable_parallel_tool_use})
    match choice:
        case None:
            return {"type": "auto", **parallel} if disable_parallel_tool_use else None
        case LanguageModelV4ToolChoiceAuto():
            return {"type": "auto", **parallel}
        case LanguageModelV4ToolChoiceRequired():
            return {"type": "any", **parallel}
        case LanguageModelV4ToolChoiceTool(tool_name=name):
            return {"type": "tool", "name": name, **parallel}
        case LanguageModelV4ToolChoiceNone():
            return None


def _set_tool_choice(choice: LanguageModelV4ToolChoice | None, prepared: PreparedTools) -> None:
    match choice:
        case LanguageModelV4ToolChoiceNone():
            prepared.tools = []
        case LanguageModelV4ToolChoiceAuto():
            prepared.tool_choice = {"auto": {}}
        case LanguageModelV4ToolChoiceRequired():
            prepared.tool_choice = {"any": {}}
        case LanguageModelV4ToolChoiceTool(tool_name=name):
            prepared.tool_choice = {"tool": {"name": name}}


def _function_tool(tool: LanguageModelV4FunctionTool, model_id: str, prepared: PreparedTools) -> JSONObject:
    description = tool.description if (tool.description or "").strip() else None
    specification = {
        "name": tool.name,
        "description": description,
        "strict": tool.strict if _can_be_strict(tool, model_id, prepared) else None,
        "inputSchema": {"json": tool.input_schema},
    }
    return {"toolSpec": omit_none(specification)}


def _can_be_strict(tool: LanguageModelV4FunctionTool, model_id: str, prepared: PreparedTools) -> bool:
    if not supports_strict_tools(model_id):
        if tool.strict is not None:
            given = "true" if tool.strict else "false"
            details = (
                f"Tool '{tool.name}' has strict: {given}, but strict mode is not supported by this model on "
                "Amazon Bedrock. The strict property will be ignored."
            )
            prepared.warn("strict", details)
        return False
    if tool.strict is True and not _is_strict_schema(tool.input_schema):
        details = (
            f"Tool '{tool.name}' has strict: true, but Amazon Bedrock requires every object in a strict tool schema "
            "to set additionalProperties: false. The strict property will be ignored."
        )
        prepared.warn("strict", details)
        return False
    return True


def _is_strict_schema(schema: Any) -> bool:
    """Whether every object in the schema is closed."""
    if not isinstance(schema, dict):
        return True
    kind = schema.get("type")
    is_object = kind == "object" or (isinstance(kind, list) and "object" in kind)
    if is_object and schema.get("additionalProperties") is not False:
        return False
    return all(_is_strict_schema(nested) for nested in _nested_schemas(schema))


def _nested_schemas(schema: JSONObject) -> Iterable[Any]:
    for key in ("properties", "patternProperties", "definitions", "$defs", "dependencies"):
        yield from (schema.get(key) or {}).values()
    for key in ("propertyNames", "contains", "not", "if", "then", "else"):
        yield schema.get(key)
    for key in ("items", "anyOf", "allOf", "oneOf"):
        nested = schema.get(key)
        yield from nested if isinstance(nested, list) else (nested,)
