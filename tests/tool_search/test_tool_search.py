"""Tools that wait to be found, and the tool that finds them."""

from typing import Any

import pytest

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider_utils.tool import Tool, ToolExecutionOptions, ToolSet, tool
from ai_sdk.provider_utils.tool_caller import DIRECT_TOOL_CALL, LocalToolCaller, tool_caller
from ai_sdk.tool_search.prepare_tool_search import ToolSearchState, create_tool_search_state
from ai_sdk.tool_search.tool_search import ToolSearchOptions, tool_search

pytestmark = pytest.mark.anyio


def deferred(description: str | None = None, **options: Any) -> Tool[Any, Any]:
    return tool(input_schema={}, description=description, defer_loading=True, **options)


def many() -> ToolSet:
    return {
        "search": tool_search(),
        "always": tool(input_schema={}),
        "sendEmail": deferred("Write to somebody."),
        "email_list": deferred("All messages: email and more."),
        "weather": deferred(lambda *, context, **_: f"The sky over {context}."),
    }


async def find(tools: ToolSet | None, query: str, name: str = "search") -> list[str]:
    execute = (tools or {})[name].execute
    assert execute is not None
    found = await execute({"query": query}, ToolExecutionOptions(tool_call_id="1", messages=[]))
    return [each["name"] for each in found["tools"]]


def state(tools: ToolSet, callers: Any = None) -> ToolSearchState:
    return create_tool_search_state(tools=tools, tool_callers=callers)


async def test_what_is_found_belongs_to_the_next_step() -> None:
    tools = many()
    prepare = state(tools)
    first = prepare(tools)
    assert list(first or {}) == ["search", "always"]
    assert await find(first, "e-mail email") == ["email_list", "sendEmail"]
    assert list(first or {}) == ["search", "always"]
    assert list(prepare(tools) or {}) == ["search", "always", "sendEmail", "email_list"]
    assert list(state(tools)(tools) or {}) == ["search", "always"]


async def test_descriptions_are_made_with_the_context_of_the_step() -> None:
    tools = many()
    prepare = state(tools)
    step = prepare(tools, tools_context={"weather": "Oslo"})
    assert await find(step, "OSLO sky") == ["weather"]
    assert await find(step, "nothing of it") == []


async def test_the_number_of_results_is_limited() -> None:
    tools: ToolSet = {f"mail {index}": deferred() for index in range(9)}
    assert len(await find(state(tools)({"search": tool_search(), **tools}), "mail")) == 5
    assert len(await find(state(tools)({"search": tool_search(max_results=2), **tools}), "mail")) == 2


@pytest.mark.parametrize("asynchronous", [False, True])
async def test_a_search_of_ones_own_ranks_the_tools(asynchronous: bool) -> None:  # noqa: FBT001
    told: list[ToolSearchOptions] = []

    def plainly(options: ToolSearchOptions) -> list[str]:
        told.append(options)
        return ["b", "unknown", "b", "a"]

    async def later(options: ToolSearchOptions) -> list[str]:
        return plainly(options)

    tools: ToolSet = {
        "find": tool_search(search=later if asynchronous else plainly),
        "a": deferred("A."),
        "b": deferred(),
    }
    assert await find(state(tools)(tools), "x", "find") == ["b", "a"]
    assert told == [ToolSearchOptions(query="x", tools=[{"name": "a", "description": "A."}, {"name": "b"}])]


async def test_only_tools_with_the_same_caller_are_found() -> None:
    code = tool_caller(
        tool(input_schema={}),
        LocalToolCaller(bind=lambda _: tool(input_schema={}), prepare_model_message=lambda _: "told"),
    )
    tools: ToolSet = {"search": tool_search(), "code": code, "mail one": deferred(), "mail two": deferred()}
    callers = {"mail one": ["code"], "mail two": ["code", DIRECT_TOOL_CALL]}
    assert await find(state(tools, callers)(tools), "mail") == ["mail two"]
    both = {**callers, "search": ["code"]}
    assert await find(state(tools, both)(tools), "mail") == ["mail one", "mail two"]


@pytest.mark.parametrize("callers", [{"mail": ["code"]}, {"mail": ["silent"]}, {"mail": ["unknown"]}])
async def test_a_tool_that_no_one_would_learn_of_is_refused(callers: Any) -> None:
    silent = tool_caller(tool(input_schema={}), LocalToolCaller(bind=lambda _: tool(input_schema={})))
    tools: ToolSet = {"search": tool_search(), "mail": deferred(), "code": tool(input_schema={}), "silent": silent}
    with pytest.raises(InvalidArgumentError, match='tool "mail" must be callable directly'):
        state(tools, callers)


async def test_the_search_itself_is_never_deferred() -> None:
    search = tool_search()
    search.defer_loading = True
    with pytest.raises(InvalidArgumentError, match="must not defer loading"):
        state({"search": search})


async def test_without_deferred_tools_nothing_changes() -> None:
    tools: ToolSet = {"a": tool(input_schema={})}
    assert state(tools)(tools) is tools
    assert state(tools)(None) is None


@pytest.mark.parametrize("count", [0, -1, 1.5, True, 2**53])
async def test_the_limit_is_a_positive_safe_integer(count: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="maxResults must be a positive safe integer"):
        tool_search(max_results=count)


async def test_a_search_outside_of_a_generation_is_an_error() -> None:
    search = tool_search(max_results=3)
    assert search.description is not None
    assert "up to 3 matching tools" in str(search.description)
    with pytest.raises(RuntimeError, match="must be bound"):
        await find({"search": search}, "x")
