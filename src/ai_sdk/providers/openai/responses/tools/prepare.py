"""The tools and the tool choice of a Responses request.

Ports: @ai-sdk/openai/src/responses/openai-responses-prepare-tools.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_sdk_generated.openai.responses.options import OpenaiLanguageModelResponsesOptionsAllowedTools

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.openai.json_schema import normalize_openai_json_schema
from ai_sdk.providers.openai.responses.part_options import read_part_options
from ai_sdk.providers.openai.responses.tools.allowed_tools import AllowedToolResolver, Refusal, allowed_entry
from ai_sdk.providers.openai.responses.tools.provider_tools import CUSTOM_TOOL_ID, build_provider_tool

__all__ = ["PreparedTools", "prepare_responses_tools"]

_CHOOSABLE_BY_TYPE = frozenset(
    {
        "code_interpreter",
        "file_search",
        "image_generation",
        "web_search_preview",
        "web_search",
        "mcp",
        "apply_patch",
        "computer",
        "programmatic_tool_calling",
    }
)
_OMITTED = "tools omitted from the request tools array cannot be allow-listed"
_IN_NAMESPACE = "tools inside an OpenAI tool namespace are not visible to tool_choice.allowed_tools"
_DEFERRED = "deferred tools are not visible to tool_choice.allowed_tools"
_NO_ASYNC = "Async tool calling is only supported by GPT-6 and later models."


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedTools:
    """What goes into the request, and which tools the conversion of the prompt must treat apart.

    `custom_tools` are the names of custom tools, `output_schema_tools` those of functions that declare how their
    results look.
    """

    tools: list[JSONObject] | None = None
    tool_choice: Any = None
    warnings: list[SharedV4Warning] = field(default_factory=list)
    custom_tools: frozenset[str] = frozenset()
    output_schema_tools: frozenset[str] = frozenset()


def prepare_responses_tools(
    tools: Sequence[LanguageModelV4Tool] | None,
    tool_choice: LanguageModelV4ToolChoice | None,
    *,
    tool_name_mapping: ToolNameMapping,
    allowed_tools: OpenaiLanguageModelResponsesOptionsAllowedTools | None = None,
    supports_async_tools: bool = True,
    provider_options_name: str = "openai",
) -> PreparedTools:
    """Write the tools of a call and which of them the model may or must use.

    Raises `UnsupportedFunctionalityError` for tools that contradict each other or the choice, and
    `TypeValidationError` for arguments of provider-defined tools that do not fit.
    """
    if not tools:
        return PreparedTools()
    preparation = _Preparation(
        tool_name_mapping,
        supports_async_tools=supports_async_tools,
        provider_options_name=provider_options_name,
    )
    forced = tool_choice if allowed_tools is None else None
    for tool in tools:
        if isinstance(tool, LanguageModelV4FunctionTool):
            preparation.add_function(tool, forced)
        else:
            preparation.add_provider_tool(tool)
    return PreparedTools(
        tools=preparation.tools,
        tool_choice=preparation.choose(forced) if allowed_tools is None else preparation.allow(allowed_tools),
        warnings=preparation.warnings,
        custom_tools=frozenset(preparation.custom_tools),
        output_schema_tools=frozenset(preparation.output_schema_tools),
    )


class _Preparation:
    """Writes the tools of one call, one after the other."""

    def __init__(
        self, tool_name_mapping: ToolNameMapping, *, supports_async_tools: bool, provider_options_name: str
    ) -> None:
        self.tools: list[JSONObject] = []
        self.warnings: list[SharedV4Warning] = []
        self.custom_tools: set[str] = set()
        self.output_schema_tools: set[str] = set()
        self._namespaces: dict[Any, JSONObject] = {}
        self._allowed = AllowedToolResolver(self.warnings)
        self._tool_name_mapping = tool_name_mapping
        self._supports_async_tools = supports_async_tools
        self._provider_options_name = provider_options_name

    def add_function(self, tool: LanguageModelV4FunctionTool, forced: LanguageModelV4ToolChoice | None) -> None:
        """Write a function tool, unless the history loads it."""
        options = self._function_options(tool)
        if options.get("outputSchema") is not None:
            self.output_schema_tools.add(tool.name)
        if options.get("omitFromRequestTools") is True:
            self._allowed.record(tool.name, Refusal(_OMITTED))
            _refuse_forcing(tool, forced)
            return
        wire_tool = self._function_tool(tool, options)
        namespace = options.get("namespace")
        (self.tools if namespace is None else self._namespace_tools(namespace)).append(wire_tool)
        if namespace is not None:
            self._allowed.record(tool.name, Refusal(_IN_NAMESPACE))
        elif options.get("deferLoading") is True:
            self._allowed.record(tool.name, Refusal(_DEFERRED))
        else:
            self._allowed.record(tool.name, {"type": "function", "name": tool.name})

    def _function_options(self, tool: LanguageModelV4FunctionTool) -> JSONObject:
        has_own = (tool.provider_options or {}).get(self._provider_options_name) is not None
        return read_part_options(tool.provider_options, self._provider_options_name if has_own else "openai")

    def _function_tool(self, tool: LanguageModelV4FunctionTool, options: JSONObject) -> JSONObject:
        is_async = self._async_option(options.get("async"), tool.name)
        output_schema = options.get("outputSchema")
        parameters = self._normalize(tool.input_schema)
        return omit_none(
            {
                "type": "function",
                "name": tool.name,
                "description": tool.description,
                "parameters": parameters,
                "async": is_async,
                "strict": bool(tool.strict),
                "defer_loading": options.get("deferLoading"),
                "allowed_callers": options.get("allowedCallers"),
                "output_schema": None if output_schema is None else self._normalize(output_schema),
            }
        )

    def _normalize(self, schema: JSONObject) -> JSONObject:
        normalized, warnings = normalize_openai_json_schema(schema)
        self.warnings.extend(warnings)
        return normalized

    def _async_option(self, value: Any, tool_name: str) -> Any:
        """Return whether the model may go on without waiting for the tool, as far as the model can."""
        if value is not True or self._supports_async_tools:
            return value
        feature = f'async tool calling for "{tool_name}"'
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=_NO_ASYNC))
        return None

    def _namespace_tools(self, namespace: JSONObject) -> list[JSONObject]:
        name, description = namespace.get("name"), namespace.get("description")
        if name not in self._namespaces:
            wire_namespace = omit_none({"type": "namespace", "name": name, "description": description, "tools": []})
            self._namespaces[name] = wire_namespace
            self.tools.append(wire_namespace)
        elif self._namespaces[name].get("description") != description:
            raise UnsupportedFunctionalityError(
                functionality=f'conflicting descriptions for OpenAI tool namespace "{name}"'
            )
        tools: list[JSONObject] = self._namespaces[name]["tools"]
        return tools

    def add_provider_tool(self, tool: LanguageModelV4ProviderTool) -> None:
        """Write a provider-defined tool; one that is not known is left out."""
        wire_tool = build_provider_tool(tool)
        if wire_tool is None:
            return
        if tool.id == CUSTOM_TOOL_ID:
            wire_tool = omit_none({**wire_tool, "async": self._async_option(wire_tool.get("async"), tool.name)})
            self.custom_tools.add(tool.name)
        self.tools.append(wire_tool)
        provider_name = self._tool_name_mapping.to_provider_tool_name(tool.name)
        self._allowed.record(tool.name, allowed_entry(wire_tool), provider_name)

    def allow(self, allowed_tools: OpenaiLanguageModelResponsesOptionsAllowedTools) -> JSONObject:
        """Write a choice among some of the tools; it takes the place of the call's own tool choice."""
        names = allowed_tools.tool_names
        fallback_names = [self._tool_name_mapping.to_provider_tool_name(name) for name in names]
        entries = self._allowed.resolve(names, fallback_names)
        return {"type": "allowed_tools", "mode": allowed_tools.mode or "auto", "tools": entries}

    def choose(self, tool_choice: LanguageModelV4ToolChoice | None) -> Any:
        """Write the call's tool choice."""
        if not isinstance(tool_choice, LanguageModelV4ToolChoiceTool):
            return None if tool_choice is None else tool_choice.type
        name = self._tool_name_mapping.to_provider_tool_name(tool_choice.tool_name)
        if name in _CHOOSABLE_BY_TYPE:
            return {"type": name}
        return {"type": "custom" if name in self.custom_tools else "function", "name": name}


def _refuse_forcing(tool: LanguageModelV4FunctionTool, forced: LanguageModelV4ToolChoice | None) -> None:
    if isinstance(forced, LanguageModelV4ToolChoiceTool) and forced.tool_name == tool.name:
        raise UnsupportedFunctionalityError(
            functionality=f'forcing tool "{tool.name}" omitted from the request tools array; '
            "use automatic tool choice for history-loaded tools"
        )
