"""Tools and tool choice."""

import pytest

from ai_sdk.provider import TypeValidationError
from tests.providers.anthropic.build import betas, build, warnings

SIZE = {"displayWidthPx": 8, "displayHeightPx": 6}
WIRE_SIZE = {"display_width_px": 8, "display_height_px": 6}
EDITOR = "str_replace_based_edit_tool"


def tool(name="focus", **more):
    return {"type": "function", "name": name, "inputSchema": {"type": "object"}, **more}


def provider_tool(kind, **args):
    return {"type": "provider", "id": f"anthropic.{kind}", "name": "own", "args": args}


@pytest.mark.parametrize(
    ("kind", "args", "body", "beta"),
    [
        ("code_execution_20250522", {}, {"name": "code_execution"}, "code-execution-2025-05-22"),
        ("code_execution_20250825", {}, {"name": "code_execution"}, "code-execution-2025-08-25"),
        ("code_execution_20260120", {}, {"name": "code_execution"}, None),
        ("computer_20241022", SIZE, {"name": "computer", **WIRE_SIZE}, "computer-use-2024-10-22"),
        (
            "computer_20250124",
            {**SIZE, "displayNumber": None},
            {"name": "computer", **WIRE_SIZE, "display_number": None},
            "computer-use-2025-01-24",
        ),
        (
            "computer_20251124",
            {**SIZE, "enableZoom": True},
            {"name": "computer", **WIRE_SIZE, "enable_zoom": True},
            "computer-use-2025-11-24",
        ),
        (
            "computer_toolset_20260801",
            {"configs": {"zoom": {"enabled": False}, "key": {"deferLoading": True}}},
            {"configs": {"zoom": {"enabled": False}, "key": {"defer_loading": True}}},
            None,
        ),
        ("computer_toolset_20260801", {}, {}, None),
        ("text_editor_20241022", {}, {"name": "str_replace_editor"}, "computer-use-2024-10-22"),
        ("text_editor_20250124", {}, {"name": "str_replace_editor"}, "computer-use-2025-01-24"),
        ("text_editor_20250429", {}, {"name": EDITOR}, "computer-use-2025-01-24"),
        ("text_editor_20250728", {"maxCharacters": 9}, {"name": EDITOR, "max_characters": 9}, None),
        ("bash_20241022", {}, {"name": "bash"}, "computer-use-2024-10-22"),
        ("bash_20250124", {}, {"name": "bash"}, "computer-use-2025-01-24"),
        ("memory_20250818", {}, {"name": "memory"}, "context-management-2025-06-27"),
        ("web_search_20250305", {"maxUses": 2}, {"name": "web_search", "max_uses": 2}, None),
        (
            "web_search_20260209",
            {"userLocation": {"type": "approximate", "city": "C"}},
            {"name": "web_search", "user_location": {"type": "approximate", "city": "C"}},
            "code-execution-web-tools-2026-02-09",
        ),
        (
            "web_search_20260318",
            {"responseInclusion": "excluded"},
            {"name": "web_search", "response_inclusion": "excluded"},
            None,
        ),
        (
            "web_fetch_20250910",
            {"citations": {"enabled": True}},
            {"name": "web_fetch", "citations": {"enabled": True}},
            "web-fetch-2025-09-10",
        ),
        (
            "web_fetch_20260209",
            {"maxContentTokens": 5},
            {"name": "web_fetch", "max_content_tokens": 5},
            "code-execution-web-tools-2026-02-09",
        ),
        ("web_fetch_20260318", {"useCache": False}, {"name": "web_fetch", "use_cache": False}, None),
        (
            "advisor_20260301",
            {"model": "m", "maxTokens": 2048},
            {"name": "advisor", "model": "m", "max_tokens": 2048},
            "advisor-tool-2026-03-01",
        ),
    ],
)
def test_provider_tools_become_anthropics(kind, args, body, beta):
    request = build(tools=[provider_tool(kind, **args)])
    assert request.body["tools"] == [{"type": kind, **body}]
    assert betas(request) == ([] if beta is None else [beta])


@pytest.mark.parametrize("kind", ["regex", "bm25"])
def test_tool_search_has_a_longer_name_on_the_wire(kind):
    request = build(tools=[provider_tool(f"tool_search_{kind}_20251119")])
    assert request.body["tools"] == [{"type": f"tool_search_tool_{kind}_20251119", "name": f"tool_search_tool_{kind}"}]


@pytest.mark.parametrize(
    ("kind", "args"),
    [("advisor_20260301", {"model": "m", "maxTokens": 1}), ("web_search_20250305", {"maxUses": "2"})],
)
def test_arguments_that_do_not_fit_are_refused(kind, args):
    with pytest.raises(TypeValidationError):
        build(tools=[provider_tool(kind, **args)])


def test_tools_of_others_are_left_out_with_a_warning():
    request = build(tools=[{"type": "provider", "id": "x.y", "name": "y", "args": {}}])
    assert (request.body["tools"], warnings(request)) == ([], ["provider-defined tool x.y"])


def test_function_tools_carry_their_options_in_either_spelling():
    full = tool(
        description="d",
        strict=True,
        inputExamples=[{"input": {"a": 1}}],
        providerOptions={
            "anthropic": {"defer_loading": True, "allowedCallers": ["direct"], "eagerInputStreaming": True}
        },
    )
    cached = tool("park", providerOptions={"anthropic": {"cacheControl": {"type": "ephemeral"}}})
    request = build(tools=[full, cached])
    assert request.body["tools"] == [
        {
            "name": "focus",
            "description": "d",
            "input_schema": {"type": "object"},
            "eager_input_streaming": True,
            "strict": True,
            "defer_loading": True,
            "allowed_callers": ["direct"],
            "input_examples": [{"a": 1}],
        },
        {"name": "park", "input_schema": {"type": "object"}, "cache_control": {"type": "ephemeral"}},
    ]
    assert betas(request) == ["structured-outputs-2025-11-13", "advanced-tool-use-2025-11-20"]


def test_strict_is_left_out_where_it_is_not_known():
    request = build(tools=[tool(strict=True)], hooks={"supports_strict_tools": False})
    assert "strict" not in request.body["tools"][0]
    assert betas(request) == []
    assert warnings(request)[0].startswith("Tool 'focus' has strict: true, but strict mode is not supported")


@pytest.mark.parametrize(
    ("choice", "sent", "refused"),
    [
        (None, None, None),
        ({"type": "auto"}, {"type": "auto"}, {"type": "auto"}),
        ({"type": "none"}, {"type": "none"}, {"type": "none"}),
        ({"type": "required"}, {"type": "any"}, {"type": "auto"}),
        ({"type": "tool", "toolName": "park"}, {"type": "tool", "name": "park"}, {"type": "auto"}),
    ],
)
def test_a_choice_is_forced_only_where_the_model_takes_it(choice, sent, refused):
    given = {"tools": [tool(), tool("park")]} | ({} if choice is None else {"toolChoice": choice})
    taken, fallen_back = build(**given), build("claude-opus-5-5", **given)
    assert (taken.body.get("tool_choice"), fallen_back.body.get("tool_choice")) == (sent, refused)
    assert len(fallen_back.warnings) == (sent != refused)
    named = [sent_tool["name"] for sent_tool in fallen_back.body["tools"]]
    assert named == (["park"] if choice and choice["type"] == "tool" else ["focus", "park"])


def test_parallel_calls_can_be_switched_off():
    off = {"anthropic": {"disableParallelToolUse": True}}
    sent = {"type": "auto", "disable_parallel_tool_use": True}
    assert build(tools=[tool()], providerOptions=off).body["tool_choice"] == sent
    assert build(tools=[], providerOptions=off).body.get("tool_choice") is None
