"""The loop of tools: what runs, what the model is told, and that the loop always ends."""

from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest
from pydantic import BaseModel

from ai_sdk import is_loop_finished, is_step_count, tool
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.tool import Tool, as_tool_set
from ai_sdk.testing import MockLanguageModelV4
from tests.generate_text.answers import USER, answer, call, generate, mock, plain, sent

pytestmark = pytest.mark.anyio


@tool
def weather(city: str) -> str:
    """Look up the weather."""
    return f"sunny in {city}"


@tool
def boom() -> None:
    """Fail."""
    raise OSError("no network")


@tool(needs_approval=True)
def pay(amount: int) -> int:
    """Pay."""
    return amount


def told(model: MockLanguageModelV4) -> list[Any]:
    """Return what the model was told of its last tool calls."""
    content: list[Any] = sent(model)[-1]["content"]
    return content


async def test_by_default_there_is_one_step() -> None:
    model = mock(answer(call("weather", {"city": "Rome"})))
    result = await generate(model, tools=[weather])
    assert [each.output for each in result.tool_results] == ["sunny in Rome"]
    assert len(model.do_generate_calls) == 1


async def test_the_model_sees_the_result_of_its_tool() -> None:
    model = mock(answer("Look:", call("weather", {"city": "Rome"})), "It is sunny.")
    result = await generate(model, tools=[weather], stop_when=is_step_count(5))
    assert result.text == "It is sunny."
    assert sent(model)[1:] == [
        {
            "role": "assistant",
            "content": [
                {"type": "text", "text": "Look:"},
                {"type": "tool-call", "toolCallId": "c1", "toolName": "weather", "input": {"city": "Rome"}},
            ],
        },
        {
            "role": "tool",
            "content": [
                {
                    "type": "tool-result",
                    "toolCallId": "c1",
                    "toolName": "weather",
                    "output": {"type": "text", "value": "sunny in Rome"},
                }
            ],
        },
    ]


async def test_an_unknown_tool_is_told_to_the_model_and_the_loop_goes_on() -> None:
    model = mock(answer(call("wether", {"city": "Rome"})), "Sorry.")
    result = await generate(model, tools=[weather], stop_when=is_step_count(5))
    assert told(model)[0]["output"] == {
        "type": "error-text",
        "value": "AI_NoSuchToolError: Model tried to call unavailable tool 'wether'. Available tools: weather.",
    }
    assert (result.text, result.tool_calls[0].invalid, result.dynamic_tool_calls) == (
        "Sorry.",
        True,
        result.tool_calls,
    )


async def test_arguments_that_do_not_fit_come_back_to_the_model_as_it_sent_them() -> None:
    model = mock(answer(call("weather", {"a": "zzz"})), "Sorry.")
    await generate(model, tools=[weather], stop_when=is_step_count(5))
    assert sent(model)[1]["content"][0]["input"] == {"a": "zzz"}
    problem = told(model)[0]["output"]["value"]
    assert '{"a":"zzz"}' in problem
    assert "city: Missing required argument\na: Unexpected keyword argument" in problem
    assert "pydantic" not in problem


async def test_arguments_that_are_no_json_come_back_to_the_model_as_they_were() -> None:
    model = mock(answer(call("weather", '{"city": ')), "Sorry.")
    result = await generate(model, tools=[weather], stop_when=is_step_count(5))
    assert result.tool_calls[0].input == '{"city": '
    assert '{"city": ' in told(model)[0]["output"]["value"]
    assert sent(model)[1]["content"][0]["input"] == {}  # providers take objects only


async def test_a_tool_that_raises_does_not_end_the_run() -> None:
    model = mock(answer(call("boom"), call("weather", {"city": "Rome"}, call_id="c2")), "Sorry.")
    result = await generate(model, tools=[boom, weather], stop_when=is_step_count(5))
    assert result.text == "Sorry."
    assert [part["output"] for part in told(model)] == [
        {"type": "error-text", "value": "OSError: no network"},
        {"type": "text", "value": "sunny in Rome"},
    ]


async def test_a_model_that_always_calls_a_tool_ends_at_the_step_count() -> None:
    model = MockLanguageModelV4(do_generate=answer(call("weather", {"city": "Rome"})))
    result = await generate(model, tools=[weather], stop_when=is_step_count(4))
    assert (len(model.do_generate_calls), len(result.steps)) == (4, 4)


async def test_a_loop_without_a_limit_goes_on_for_as_long_as_the_model_calls_tools() -> None:
    model = mock(*[answer(call("weather", {"city": "Rome"}))] * 30, "Done.")
    result = await generate(model, tools=[weather], stop_when=is_loop_finished())
    assert (len(model.do_generate_calls), result.text) == (31, "Done.")


async def test_a_tool_without_a_function_ends_the_loop() -> None:
    model = mock(answer(call("ask")))
    result = await generate(model, tools={"ask": tool(input_schema={})}, stop_when=is_loop_finished())
    assert (len(result.tool_calls), result.tool_results, len(model.do_generate_calls)) == (1, [], 1)


async def test_tools_do_not_run_when_the_answer_was_cut_off() -> None:
    result = await generate(mock(answer(call("weather", {"city": "R"}), reason="length")), tools=[weather])
    assert ([part.type for part in result.content], result.finish_reason) == (["tool-call"], "length")


async def test_an_interrupted_answer_ends_the_loop() -> None:
    model = mock(answer("Wait", reason="interrupted"))
    assert len((await generate(model, stop_when=is_loop_finished())).steps) == 1


async def test_tools_run_side_by_side_and_results_keep_the_order_of_the_calls() -> None:
    second_runs = anyio.Event()

    @tool
    async def first() -> str:
        """Wait for the second."""
        await second_runs.wait()
        return "1"

    @tool
    async def second() -> str:
        """Let the first go on."""
        second_runs.set()
        return "2"

    result = await generate(mock(answer(call("first"), call("second", call_id="c2"))), tools=[first, second])
    assert [each.output for each in result.tool_results] == ["1", "2"]
    assert set(result.steps[0].performance.tool_execution_ms) == {"c1", "c2"}


async def test_the_last_value_of_a_tool_that_yields_is_its_result() -> None:
    @tool
    async def count() -> AsyncIterator[int]:
        """Count."""
        for number in range(3):
            yield number

    result = await generate(mock(answer(call("count"))), tools=[count])
    assert [each.output for each in result.tool_results] == [2]


async def test_a_call_that_needs_approval_waits_for_the_user() -> None:
    model = mock(answer(call("pay", {"amount": 5})))
    result = await generate(model, tools=[pay], stop_when=is_loop_finished())
    request = result.content[-1]
    assert dump(request) == {
        "type": "tool-approval-request",
        "approvalId": "id-2",
        "toolCall": dump(result.tool_calls[0]),
    }
    assert (result.tool_results, len(model.do_generate_calls)) == ([], 1)


def approval(*, approved: bool, **more: Any) -> list[Any]:
    """Return a conversation whose last message answers a request to pay."""
    asked = [
        {"type": "tool-call", "toolCallId": "c1", "toolName": "pay", "input": {"amount": 5}, **more},
        {"type": "tool-approval-request", "approvalId": "a1", "toolCallId": "c1"},
    ]
    given = {"type": "tool-approval-response", "approvalId": "a1", "approved": approved, "reason": "because", **more}
    return [USER, {"role": "assistant", "content": asked}, {"role": "tool", "content": [given]}]


async def test_an_approved_call_runs_before_the_model_is_called_again() -> None:
    model = mock("Paid.")
    result = await generate(model, tools=[pay], messages=approval(approved=True))
    assert told(model) == [
        {"type": "tool-result", "toolCallId": "c1", "toolName": "pay", "output": {"type": "json", "value": 5}}
    ]
    assert [message.role for message in result.response_messages] == ["tool", "assistant"]


async def test_a_denied_call_is_told_to_the_model_and_does_not_run() -> None:
    model = mock("Fine.")
    await generate(model, tools=[pay], messages=approval(approved=False))
    assert told(model)[0]["output"] == {"type": "execution-denied", "reason": "because"}


async def test_a_denied_call_of_the_provider_says_which_request_it_was() -> None:
    model = mock("Fine.")
    await generate(model, tools=[pay], messages=approval(approved=False, providerExecuted=True))
    assert told(model)[-1]["output"] == {
        "type": "execution-denied",
        "reason": "because",
        "providerOptions": {"openai": {"approvalId": "a1"}},
    }


async def test_an_approved_call_whose_arguments_do_not_fit_is_told_to_the_model() -> None:
    messages = approval(approved=True)
    messages[1]["content"][0]["input"] = {"amount": "much"}
    model = mock("Oh.")
    await generate(model, tools=[pay], messages=messages)
    output = told(model)[0]["output"]
    assert output["type"] == "error-text"
    assert (
        'amount: Input should be a valid integer, unable to parse string as an integer, not "much"' in output["value"]
    )


async def test_a_policy_that_approves_or_denies_asks_nobody() -> None:
    model = mock(answer(call("pay", {"amount": 5}), call("pay", {"amount": 9}, call_id="c2")), "Done.")

    def decide(value: dict[str, int], _: Any) -> dict[str, str]:
        return {"type": "denied", "reason": "too much"} if value["amount"] > 8 else {"type": "approved"}

    result = await generate(model, tools=[pay], tool_approval={"pay": decide}, stop_when=is_loop_finished())
    assert [(part.type, getattr(part, "is_automatic", None)) for part in result.steps[0].content] == [
        ("tool-call", None),
        ("tool-call", None),
        ("tool-approval-request", True),
        ("tool-approval-request", True),
        ("tool-approval-response", None),
        ("tool-approval-response", None),
        ("tool-result", None),
    ]
    assert [part["output"] for part in told(model)] == [
        {"type": "json", "value": 5},
        {"type": "execution-denied", "reason": "too much"},
    ]


async def test_a_result_of_the_provider_may_come_with_a_later_answer() -> None:
    search = Tool(type="provider", id="toy.search", args={}, supports_deferred_results=True)
    later = {"type": "tool-result", "toolCallId": "c1", "toolName": "search", "result": {"hits": 1}}
    model = mock(answer(call("search", providerExecuted=True)), answer("Found.", later, reason="stop"))
    result = await generate(model, tools={"search": search}, stop_when=is_loop_finished())
    assert (len(result.steps), result.text) == (2, "Found.")
    assert plain(result.tool_results) == [
        {
            "type": "tool-result",
            "toolCallId": "c1",
            "toolName": "search",
            "output": {"hits": 1},
            "providerExecuted": True,
        }
    ]


async def test_a_result_of_the_provider_that_comes_at_once_is_not_waited_for() -> None:
    search = Tool(type="provider", id="toy.search", args={}, supports_deferred_results=True)
    now = {"type": "tool-result", "toolCallId": "c1", "toolName": "search", "result": 1}
    model = mock(answer(call("search", providerExecuted=True), now, "Found.", reason="stop"))
    assert len((await generate(model, tools={"search": search}, stop_when=is_loop_finished())).steps) == 1


async def test_an_orphaned_result_of_the_provider_fails_before_any_tool_runs() -> None:
    ran: list[str] = []

    @tool
    def note() -> None:
        """Take a note."""
        ran.append("note")

    orphan = {"type": "tool-result", "toolCallId": "c9", "toolName": "search", "result": 1}
    with pytest.raises(ValueError, match=r"^Tool call c9 not found\.$"):
        await generate(mock(answer(call("note"), orphan)), tools=[note])
    assert ran == []


async def test_a_tool_hears_of_its_input_with_its_context() -> None:
    heard: list[Any] = []

    async def available(options: Any) -> None:
        heard.append((options.input, options.context, options.tool_call_id))

    given = tool(
        input_schema={},
        execute=lambda value, _: value,
        on_input_start=lambda options: heard.append(("start", options.context)),
        on_input_available=available,
    )
    result = await generate(
        mock(answer(call("echo", {"a": 1}))), tools={"echo": given}, tools_context={"echo": {"user": "Ada"}}
    )
    assert heard == [("start", {"user": "Ada"}), ({"a": 1}, {"user": "Ada"}, "c1")]
    assert [each.output for each in result.tool_results] == [{"a": 1}]


@pytest.mark.parametrize("name", ["on_input_start", "on_input_available"])
async def test_a_tool_may_listen_to_one_of_the_two(name: str) -> None:
    heard: list[Any] = []
    given: Any = tool(input_schema={}, execute=lambda value, _: value, **{name: heard.append})  # type: ignore[call-overload]
    await generate(mock(answer(call("echo", {"a": 1}))), tools={"echo": given})
    assert [each.tool_call_id for each in heard] == ["c1"]


async def test_with_the_tool_choice_none_no_function_of_the_caller_sees_a_call() -> None:
    seen: list[Any] = []
    with pytest.raises(Exception, match="tool"):
        await generate(
            mock(answer(call("weather", "{"))), tools=[weather], tool_choice="none", repair_tool_call=seen.append
        )
    assert seen == []


async def test_a_refined_input_that_json_cannot_say_is_text_for_the_model() -> None:
    class Place:
        def __str__(self) -> str:
            return "the place"

    class Query(BaseModel):
        city: str

    echo = tool(input_schema=Query, execute=lambda value, _: str(value))
    model = mock(answer(call("echo", {"city": "Rome"})), "Done.")
    await generate(
        model,
        tools=as_tool_set({"echo": echo}),
        experimental_refine_tool_input={"echo": lambda _: Place()},
        stop_when=is_step_count(2),
    )
    assert sent(model)[1]["content"][0]["input"] == "the place"
