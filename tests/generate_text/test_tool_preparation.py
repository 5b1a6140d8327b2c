"""Tools, their choice and their outputs as a model is told of them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from ai_sdk_generated.openai import tools as openai_tools
from pydantic import BaseModel

from ai_sdk.generate_text.filter_active_tools import filter_active_tools
from ai_sdk.generate_text.tool_fingerprint import ToolDrift, detect_tool_drift, fingerprint_tools
from ai_sdk.prompt.create_tool_model_output import create_tool_model_output
from ai_sdk.prompt.prepare_tool_choice import prepare_tool_choice
from ai_sdk.prompt.prepare_tools import prepare_tools
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.tool import Tool, as_tool_set, dynamic_tool, tool
from ai_sdk.provider_utils.tool_execution_options import ToolModelOutputOptions

pytestmark = pytest.mark.anyio


def plain(**options: Any) -> Tool[Any, Any]:
    return tool(input_schema={"type": "object"}, **options)


async def test_tools_become_functions_and_provider_tools() -> None:
    tools = as_tool_set(
        {
            "a": plain(
                description="A.",
                strict=True,
                input_examples=[{"input": {"x": 1}}],
                provider_options={"p": {"o": 1}},
                title="not sent",
            ),
            "b": dynamic_tool(input_schema={}),
            "search": openai_tools.web_search(search_context_size="low"),
        }
    )
    assert dump(await prepare_tools(tools=tools)) == [
        {
            "type": "function",
            "name": "a",
            "description": "A.",
            "inputSchema": {"type": "object"},
            "inputExamples": [{"input": {"x": 1}}],
            "strict": True,
            "providerOptions": {"p": {"o": 1}},
        },
        {"type": "function", "name": "b", "inputSchema": {}},
        {"type": "provider", "name": "search", "id": "openai.web_search", "args": {"searchContextSize": "low"}},
    ]


@pytest.mark.parametrize("tools", [None, {}])
async def test_without_tools_there_is_nothing_to_send(tools: Any) -> None:
    assert await prepare_tools(tools=tools) is None


@pytest.mark.parametrize(
    ("order", "names"),
    [(None, "cab"), ([], "abc"), (["b"], "bac"), (["c", "none", "b", "c"], "cba")],
)
async def test_the_named_tools_come_first_and_the_others_sorted(order: Any, names: str) -> None:
    prepared = await prepare_tools(tools={name: plain() for name in "cab"}, tool_order=order)
    assert prepared is not None
    assert "".join(each.name for each in prepared) == names


async def test_a_description_may_depend_on_the_context() -> None:
    def describe(*, context: Any, experimental_sandbox: Any) -> str:
        return f"For {context['name']} in {experimental_sandbox}."

    prepared = await prepare_tools(
        tools={"a": plain(description=describe)}, tools_context={"a": {"name": "Ada"}}, experimental_sandbox="box"
    )
    assert [dump(each)["description"] for each in prepared or []] == ["For Ada in box."]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, {"type": "auto"}),
        ("required", {"type": "required"}),
        ({"type": "tool", "tool_name": "a"}, {"type": "tool", "toolName": "a"}),
        ({"type": "tool", "toolName": "a"}, {"type": "tool", "toolName": "a"}),
        (prepare_tool_choice(tool_choice="none"), {"type": "none"}),
    ],
)
async def test_tool_choices(choice: Any, expected: Any) -> None:
    assert dump(prepare_tool_choice(tool_choice=choice)) == expected


class Forecast(BaseModel):
    sky: str
    seen: datetime | None = None


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("sunny", {"type": "text", "value": "sunny"}),
        (None, {"type": "json", "value": None}),
        (Forecast(sky="clear"), {"type": "json", "value": {"sky": "clear"}}),
        (
            [Forecast(sky="clear", seen=datetime(2028, 3, 4, tzinfo=UTC))],
            {"type": "json", "value": [{"sky": "clear", "seen": "2028-03-04T00:00:00Z"}]},
        ),
        (
            {"set": {1}, "nan": float("nan"), 1: b"\xff"},
            {"type": "json", "value": {"set": [1], "nan": None, "1": "_w=="}},
        ),
    ],
)
async def test_outputs_become_texts_or_json_data(output: Any, expected: Any) -> None:
    shown = await create_tool_model_output(tool_call_id="1", input={}, output=output, tool=None, error_mode="none")
    assert dump(shown) == expected


@pytest.mark.parametrize("asynchronous", [False, True])
async def test_a_tool_may_say_what_the_model_is_told(asynchronous: bool) -> None:  # noqa: FBT001
    def plainly(options: ToolModelOutputOptions) -> Any:
        return {"type": "text", "value": f"{options.tool_call_id} {options.input} {options.output}"}

    async def later(options: ToolModelOutputOptions) -> Any:
        return plainly(options)

    made = plain(to_model_output=later if asynchronous else plainly)
    shown = await create_tool_model_output(tool_call_id="1", input=2, output=3, tool=made, error_mode="none")
    assert dump(shown) == {"type": "text", "value": "1 2 3"}


async def test_errors_are_told_as_text_or_data() -> None:
    error = {"tool_call_id": "1", "input": {}, "tool": plain(to_model_output=pytest.fail)}
    text = await create_tool_model_output(**error, output=ValueError("no"), error_mode="text")
    data = await create_tool_model_output(**error, output={"code": 1}, error_mode="json")
    assert (dump(text), dump(data)) == (
        {"type": "error-text", "value": "ValueError: no"},
        {"type": "error-json", "value": {"code": 1}},
    )


async def test_active_tools_are_kept_in_their_order() -> None:
    tools = {name: plain() for name in "abc"}
    assert list(filter_active_tools(tools=tools, active_tools=["c", "a", "x"])) == ["a", "c"]
    assert filter_active_tools(tools=tools, active_tools=None) is tools
    assert filter_active_tools(tools=None, active_tools=["a"]) is None


async def test_a_fingerprint_is_that_of_typescript_and_changes_with_the_definition() -> None:
    tools = {"x": dynamic_tool(description="d", input_schema={"type": "object"})}
    before = fingerprint_tools(tools)
    assert before == {"x": "fO-3Ppe1RQVHa13UtjLNHItprTKKmXlOEDsYzDC7lCo"}
    variants = [
        dynamic_tool(description="e", input_schema={"type": "object"}),
        dynamic_tool(input_schema={"type": "object"}),
        dynamic_tool(description=lambda **_: "d", input_schema={"type": "object"}),
        dynamic_tool(description="d", input_schema={"type": "string"}),
        dynamic_tool(description="d", title="t", input_schema={"type": "object"}),
    ]
    digests = [fingerprint_tools({"x": variant})["x"] for variant in variants]
    assert len({before["x"], *digests}) == 6
    assert detect_tool_drift({"x": digests[0], "y": "1"}, {**before, "z": "1"}) == ToolDrift(
        added=["y"], removed=["z"], changed=["x"]
    )
