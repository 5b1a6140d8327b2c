"""Tools and tool choice of `generateContent`."""

from typing import Any

import pytest

from ai_sdk.provider import LanguageModelV4CallOptions
from ai_sdk.provider.codec import dump, load
from ai_sdk.providers.google.generate_content.tools import prepare_tools
from ai_sdk.providers.google.model_catalog import get_google_language_model_entry

CLOCK = {"type": "function", "name": "clock", "description": "d", "inputSchema": {"type": "object"}}
DECLARED = {"functionDeclarations": [{"name": "clock", "description": "d", "parametersJsonSchema": {"type": "object"}}]}
NEW, OLD, ANCIENT = "gemini-3-pro-preview", "gemini-2.5-flash", "gemini-1.5-pro"


def tool(name: str, **args: Any) -> dict[str, Any]:
    return {"type": "provider", "id": f"google.{name}", "name": name, "args": args}


def prepare(model_id: str, *tools: Any, choice: Any = None, is_vertex: bool = False) -> tuple[Any, Any, list[Any]]:
    given = {"prompt": [], "tools": list(tools), "toolChoice": choice}
    options = load(LanguageModelV4CallOptions, {key: value for key, value in given.items() if value is not None})
    entry = get_google_language_model_entry(model_id)
    prepared = prepare_tools(options.tools, options.tool_choice, entry, is_vertex=is_vertex)
    return prepared.tools, prepared.tool_config, [dump(warning) for warning in prepared.warnings]


SEARCH = tool("google_search", searchTypes={"webSearch": {}})
SEARCHES = {"googleSearch": {"searchTypes": {"webSearch": {}}}}
TOOLS = [
    (SEARCH, SEARCHES),
    (tool("enterprise_web_search", x=1), {"enterpriseWebSearch": {}}),
    (tool("url_context"), {"urlContext": {}}),
    (tool("code_execution"), {"codeExecution": {}}),
    (
        tool("file_search", fileSearchStoreNames=["s"], topK=2),
        {"fileSearch": {"fileSearchStoreNames": ["s"], "topK": 2}},
    ),
    (tool("google_maps"), {"googleMaps": {}}),
    (
        tool("vertex_rag_store", ragCorpus="c", topK=2),
        {"retrieval": {"vertex_rag_store": {"rag_resources": {"rag_corpus": "c"}, "similarity_top_k": 2}}},
    ),
]


@pytest.mark.parametrize(("given", "wire"), TOOLS)
def test_provider_tools_have_wire_names_of_their_own(given: Any, wire: Any) -> None:
    assert prepare(OLD, given) == ([wire], None, [])


@pytest.mark.parametrize("given", [given for given, _ in TOOLS])
def test_provider_tools_are_refused_by_models_before_gemini_2(given: Any) -> None:
    tools, config, warnings = prepare(ANCIENT, given)
    assert (tools, config) == (None, None)
    assert [(each["feature"], bool(each["details"])) for each in warnings] == [
        (f"provider-defined tool {given['id']}", True)
    ]


def test_an_unknown_provider_tool_is_left_out() -> None:
    warning = {"type": "unsupported", "feature": "provider-defined tool google.odd"}
    assert prepare(NEW, tool("odd")) == (None, None, [warning])


@pytest.mark.parametrize(
    ("choice", "strict", "config"),
    [
        (None, False, None),
        (None, True, {"mode": "VALIDATED"}),
        ({"type": "auto"}, False, {"mode": "AUTO"}),
        ({"type": "auto"}, True, {"mode": "VALIDATED"}),
        ({"type": "none"}, True, {"mode": "NONE"}),
        ({"type": "required"}, True, {"mode": "ANY"}),
        ({"type": "tool", "toolName": "clock"}, False, {"mode": "ANY", "allowedFunctionNames": ["clock"]}),
    ],
)
def test_functions_are_declared_and_chosen(*, choice: Any, strict: bool, config: Any) -> None:
    expected = None if config is None else {"functionCallingConfig": config}
    assert prepare(OLD, {**CLOCK, "strict": strict}, choice=choice) == ([DECLARED], expected, [])


@pytest.mark.parametrize(
    ("choice", "mode"),
    [
        (None, {"mode": "VALIDATED"}),
        ({"type": "auto"}, {"mode": "VALIDATED"}),
        ({"type": "required"}, {"mode": "ANY"}),
        ({"type": "tool", "toolName": "clock"}, {"mode": "ANY", "allowedFunctionNames": ["clock"]}),
    ],
)
def test_gemini_3_takes_functions_beside_provider_tools(choice: Any, mode: Any) -> None:
    config = {"functionCallingConfig": mode, "includeServerSideToolInvocations": True}
    assert prepare(NEW, CLOCK, SEARCH, choice=choice) == ([SEARCHES, DECLARED], config, [])
    vertex = {"functionCallingConfig": mode}
    assert prepare(NEW, CLOCK, SEARCH, choice=choice, is_vertex=True) == ([SEARCHES, DECLARED], vertex, [])


def test_older_models_take_provider_tools_instead_of_functions() -> None:
    warning = {"type": "unsupported", "feature": "combination of function and provider-defined tools"}
    assert prepare(OLD, CLOCK, SEARCH) == ([SEARCHES], None, [warning])


def test_no_tools_may_be_used_but_functions_stay_declared() -> None:
    none = {"type": "none"}
    config = {"functionCallingConfig": {"mode": "NONE"}}
    assert prepare(NEW, CLOCK, SEARCH, choice=none) == ([DECLARED], config, [])
    assert prepare(NEW, SEARCH, choice=none) == (None, None, [])
    assert prepare(NEW) == (None, None, [])
