"""Tools and tool choice as an interaction wants them.

Ports: @ai-sdk/google/src/interactions/prepare-google-interactions-tools.ts
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
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

__all__ = ["PreparedInteractionsTools", "prepare_google_interactions_tools"]


@dataclass(slots=True, kw_only=True)
class PreparedInteractionsTools:
    """The wire's tools and how to call them; `None` is not sent."""

    tools: list[JSONObject] | None = None
    tool_choice: str | JSONObject | None = None
    warnings: list[SharedV4Warning] = field(default_factory=list)


def _google_search(args: JSONObject) -> JSONObject:
    asked = args.get("searchTypes")
    types = asked if isinstance(asked, dict) else {}
    names = {"webSearch": "web_search", "imageSearch": "image_search"}
    return {"search_types": [name for key, name in names.items() if types.get(key) is not None] or None}


def _renamed(**names: str) -> Callable[[JSONObject], JSONObject]:
    """Return a function that gives the arguments their names on the wire."""
    return lambda args: {name: args.get(key) for name, key in names.items()}


def _computer_use(args: JSONObject) -> JSONObject:
    environment = args.get("environment")
    return {
        "environment": "browser" if environment is None else environment,
        "excludedPredefinedFunctions": args.get("excludedPredefinedFunctions"),
    }


def _retrieval(args: JSONObject) -> JSONObject:
    types = args.get("retrievalTypes")
    return {
        "retrieval_types": ["vertex_ai_search"] if types is None else types,
        "vertex_ai_search_config": args.get("vertexAiSearchConfig"),
    }


_PROVIDER_TOOLS: dict[str, Callable[[JSONObject], JSONObject]] = {
    "google.google_search": _google_search,
    "google.code_execution": _renamed(),
    "google.url_context": _renamed(),
    "google.file_search": _renamed(
        file_search_store_names="fileSearchStoreNames", top_k="topK", metadata_filter="metadataFilter"
    ),
    "google.google_maps": _renamed(latitude="latitude", longitude="longitude", enable_widget="enableWidget"),
    "google.computer_use": _computer_use,
    "google.mcp_server": _renamed(name="name", url="url", headers="headers", allowed_tools="allowedTools"),
    "google.retrieval": _retrieval,
}


def prepare_google_interactions_tools(
    tools: Sequence[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None
) -> PreparedInteractionsTools:
    """Return the wire's tools; none when the model must not call any, because the API's choice is of functions only."""
    prepared = PreparedInteractionsTools()
    if isinstance(tool_choice, LanguageModelV4ToolChoiceNone):
        return prepared
    built = (_build(tool, prepared.warnings) for tool in tools or ())
    prepared.tools = [tool for tool in built if tool is not None] or None
    # A choice is refused where there are no functions.
    if any(tool["type"] == "function" for tool in prepared.tools or ()):
        prepared.tool_choice = _choice(tool_choice)
    return prepared


def _build(tool: LanguageModelV4Tool, warnings: list[SharedV4Warning]) -> JSONObject | None:
    if isinstance(tool, LanguageModelV4FunctionTool):
        description = "" if tool.description is None else tool.description
        return {"type": "function", "name": tool.name, "description": description, "parameters": tool.input_schema}
    build = _PROVIDER_TOOLS.get(tool.id)
    if build is not None:
        return {"type": tool.id.removeprefix("google."), **omit_none(build(tool.args))}
    feature = f"provider-defined tool {tool.id}"
    details = f"{feature} is not supported by google.interactions; tool dropped."
    warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))
    return None


def _choice(tool_choice: LanguageModelV4ToolChoice | None) -> str | JSONObject | None:
    match tool_choice:
        case LanguageModelV4ToolChoiceAuto():
            return "auto"
        case LanguageModelV4ToolChoiceRequired():
            return "any"
        case LanguageModelV4ToolChoiceTool():
            return {"allowed_tools": {"mode": "validated", "tools": [tool_choice.tool_name]}}
    return None
