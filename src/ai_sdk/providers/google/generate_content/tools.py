"""Tools and tool choice as the wire wants them.

Ports: @ai-sdk/google/src/google-prepare-tools.ts, @ai-sdk/google/src/google-model-capabilities.ts
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import assert_never

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
from ai_sdk.providers.google.model_catalog import GoogleLanguageModelEntry

__all__ = ["PreparedTools", "prepare_tools"]


@dataclass(slots=True, kw_only=True)
class PreparedTools:
    """The wire's tools and how to call them; `None` is not sent."""

    tools: list[JSONObject] | None = None
    tool_config: JSONObject | None = None
    warnings: list[SharedV4Warning] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _ProviderTool:
    build: Callable[[JSONObject], JSONObject]
    is_supported: Callable[[GoogleLanguageModelEntry], bool]
    details: str


def _since_gemini_2(build: Callable[[JSONObject], JSONObject], details: str) -> _ProviderTool:
    return _ProviderTool(build, lambda entry: entry.supports_gemini_2_tools, details)


def _rag_store(args: JSONObject) -> JSONObject:
    store = {"rag_resources": {"rag_corpus": args.get("ragCorpus")}, "similarity_top_k": args.get("topK")}
    return {"retrieval": {"vertex_rag_store": omit_none(store)}}


_PROVIDER_TOOLS = {
    "google.google_search": _since_gemini_2(
        lambda args: {"googleSearch": {**args}}, "Google Search requires Gemini 2.0 or newer."
    ),
    "google.enterprise_web_search": _since_gemini_2(
        lambda _args: {"enterpriseWebSearch": {}}, "Enterprise Web Search requires Gemini 2.0 or newer."
    ),
    "google.url_context": _since_gemini_2(
        lambda _args: {"urlContext": {}},
        "The URL context tool is not supported with other Gemini models than Gemini 2.",
    ),
    "google.code_execution": _since_gemini_2(
        lambda _args: {"codeExecution": {}},
        "The code execution tool is not supported with other Gemini models than Gemini 2.",
    ),
    "google.file_search": _ProviderTool(
        lambda args: {"fileSearch": {**args}},
        lambda entry: entry.supports_file_search,
        "The file search tool is only supported with Gemini 2.5 models and Gemini 3 models.",
    ),
    "google.vertex_rag_store": _since_gemini_2(
        _rag_store, "The RAG store tool is not supported with other Gemini models than Gemini 2."
    ),
    "google.google_maps": _since_gemini_2(
        lambda _args: {"googleMaps": {}},
        "The Google Maps grounding tool is not supported with Gemini models other than Gemini 2 or newer.",
    ),
}


def prepare_tools(
    tools: Sequence[LanguageModelV4Tool] | None,
    tool_choice: LanguageModelV4ToolChoice | None,
    entry: GoogleLanguageModelEntry,
    *,
    is_vertex: bool = False,
) -> PreparedTools:
    """Return the wire's tools. Provider tools win over functions where a model does not take both."""
    functions = [tool for tool in tools or () if isinstance(tool, LanguageModelV4FunctionTool)]
    # The API's NONE stops functions only; the functions stay declared for the calls in the history.
    chooses_none = isinstance(tool_choice, LanguageModelV4ToolChoiceNone)
    provided = [] if chooses_none else [tool for tool in tools or () if isinstance(tool, LanguageModelV4ProviderTool)]
    if provided:
        return _prepare_provider_tools(provided, functions, tool_choice, entry, is_vertex=is_vertex)
    if not functions:
        return PreparedTools()
    is_strict = any(tool.strict is True for tool in functions)
    return PreparedTools(tools=[_declare(functions)], tool_config=_function_config(tool_choice, is_strict=is_strict))


def _prepare_provider_tools(
    provided: list[LanguageModelV4ProviderTool],
    functions: list[LanguageModelV4FunctionTool],
    tool_choice: LanguageModelV4ToolChoice | None,
    entry: GoogleLanguageModelEntry,
    *,
    is_vertex: bool,
) -> PreparedTools:
    warnings: list[SharedV4Warning] = []
    if functions and not entry.uses_gemini_3_features:
        feature = "combination of function and provider-defined tools"
        warnings.append(SharedV4WarningUnsupported(feature=feature))
    built = [wire for tool in provided if (wire := _build_provider_tool(tool, entry, warnings)) is not None]
    if not (functions and built and entry.uses_gemini_3_features):
        return PreparedTools(tools=built or None, warnings=warnings)
    config = omit_none(
        {
            "functionCallingConfig": _combined_calling_config(tool_choice),
            "includeServerSideToolInvocations": None if is_vertex else True,
        }
    )
    return PreparedTools(tools=[*built, _declare(functions)], tool_config=config, warnings=warnings)


def _build_provider_tool(
    tool: LanguageModelV4ProviderTool, entry: GoogleLanguageModelEntry, warnings: list[SharedV4Warning]
) -> JSONObject | None:
    known = _PROVIDER_TOOLS.get(tool.id)
    if known is not None and known.is_supported(entry):
        return known.build(tool.args)
    details = None if known is None else known.details
    warnings.append(SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.id}", details=details))
    return None


def _combined_calling_config(tool_choice: LanguageModelV4ToolChoice | None) -> JSONObject:
    """Functions beside provider tools: left to itself, the model's calls are validated."""
    if tool_choice is None or isinstance(tool_choice, LanguageModelV4ToolChoiceAuto):
        return {"mode": "VALIDATED"}
    return _calling_config(tool_choice, is_strict=False)


def _function_config(tool_choice: LanguageModelV4ToolChoice | None, *, is_strict: bool) -> JSONObject | None:
    if tool_choice is None:
        return {"functionCallingConfig": {"mode": "VALIDATED"}} if is_strict else None
    return {"functionCallingConfig": _calling_config(tool_choice, is_strict=is_strict)}


def _calling_config(tool_choice: LanguageModelV4ToolChoice, *, is_strict: bool) -> JSONObject:
    match tool_choice:
        case LanguageModelV4ToolChoiceAuto():
            return {"mode": "VALIDATED" if is_strict else "AUTO"}
        case LanguageModelV4ToolChoiceNone():
            return {"mode": "NONE"}
        case LanguageModelV4ToolChoiceRequired():
            return {"mode": "ANY"}
        case LanguageModelV4ToolChoiceTool():
            return {"mode": "ANY", "allowedFunctionNames": [tool_choice.tool_name]}
    assert_never(tool_choice)


def _declare(functions: list[LanguageModelV4FunctionTool]) -> JSONObject:
    declarations = [
        {
            "name": tool.name,
            "description": "" if tool.description is None else tool.description,
            "parametersJsonSchema": tool.input_schema,
        }
        for tool in functions
    ]
    return {"functionDeclarations": declarations}
