"""Changing what a step is given."""

from typing import Any

import pytest

from ai_sdk import is_step_count, tool
from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.generate_text.prepare_step import PrepareStepOptions
from ai_sdk.provider import InvalidPromptError
from ai_sdk.provider.codec import dump
from ai_sdk.testing import MockLanguageModelV4
from tests.generate_text.answers import USER, answer, call, generate, mock, sent

pytestmark = pytest.mark.anyio


@tool
def weather(city: str) -> str:
    """Look up the weather."""
    return f"sunny in {city}"


@tool
def clock() -> int:
    """Look at the clock."""
    return 12


async def test_it_is_told_of_the_steps_so_far() -> None:
    seen: list[PrepareStepOptions] = []
    model = mock(answer(call("weather", {"city": "Rome"})), "Sunny.")
    await generate(
        model,
        tools=[weather],
        stop_when=is_step_count(2),
        instructions="Be brief.",
        runtime_context={"a": 1},
        prepare_step=seen.append,
    )
    assert [(each.step_number, len(each.messages), len(each.response_messages)) for each in seen] == [
        (0, 1, 0),
        (1, 3, 2),
    ]
    assert (seen[1].instructions, seen[1].initial_instructions, seen[1].runtime_context) == (
        "Be brief.",
        "Be brief.",
        {"a": 1},
    )
    assert (dump(seen[1].initial_messages), seen[1].model) == ([USER], model)


async def test_settings_change_for_one_step_alone() -> None:
    model = mock(answer(call("weather", {"city": "Rome"})), "Sunny.")

    async def prepare(options: PrepareStepOptions) -> dict[str, Any]:
        if options.step_number:
            return {}
        return {
            "temperature": 0,
            "activeTools": ["weather"],
            "toolChoice": "required",
            "toolOrder": ["weather"],
            "provider_options": {"toy": {"b": 2}},
        }

    await generate(
        model,
        tools=[clock, weather],
        stop_when=is_step_count(2),
        temperature=1,
        provider_options={"toy": {"a": 1}},
        prepare_step=prepare,
    )
    calls = [dump(each) for each in model.do_generate_calls]
    assert [
        (
            each["temperature"],
            [given["name"] for given in each["tools"]],
            each["toolChoice"]["type"],
            each["providerOptions"],
        )
        for each in calls
    ] == [
        (0, ["weather"], "required", {"toy": {"a": 1, "b": 2}}),
        (1, ["clock", "weather"], "auto", {"toy": {"a": 1}}),
    ]


async def test_instructions_and_messages_stay_changed() -> None:
    model = mock(answer(call("weather", {"city": "Rome"})), "Sunny.")

    def prepare(options: PrepareStepOptions) -> dict[str, Any] | None:
        return None if options.step_number else {"instructions": "New.", "messages": [{**USER, "content": "Bye"}]}

    await generate(model, tools=[weather], stop_when=is_step_count(2), instructions="Old.", prepare_step=prepare)
    assert sent(model)[:2] == [
        {"role": "system", "content": "New."},
        {"role": "user", "content": [{"type": "text", "text": "Bye"}]},
    ]


@pytest.mark.parametrize(
    "instructions", [{"role": "system", "content": "New."}, [{"role": "system", "content": "New."}]]
)
async def test_instructions_may_be_dicts(instructions: Any) -> None:
    model = mock("Hello")
    await generate(model, prepare_step=lambda _: {"instructions": instructions})
    assert sent(model)[0] == {"role": "system", "content": "New."}


async def test_instructions_that_do_not_fit_are_named() -> None:
    with pytest.raises(InvalidPromptError, match=r"instructions\.content: "):
        await generate(mock("Hello"), prepare_step=lambda _: {"instructions": {"role": "system", "content": 5}})


async def test_contexts_stay_changed_and_reach_tools_and_the_step() -> None:
    seen: list[Any] = []

    def look(_: Any, options: Any) -> None:
        seen.append(options.context)

    def prepare(options: PrepareStepOptions) -> dict[str, Any]:
        return {"tools_context": {"look": {"user": "Ada"}}, "runtime_context": {"step": options.step_number}}

    result = await generate(
        mock(answer(call("look")), "Done."),
        tools={"look": tool(input_schema={}, execute=look)},
        stop_when=is_step_count(2),
        prepare_step=prepare,
    )
    assert (seen, [step.runtime_context for step in result.steps]) == ([{"user": "Ada"}], [{"step": 0}, {"step": 1}])


async def test_another_model_may_take_a_step() -> None:
    other = MockLanguageModelV4(do_generate="From the other.", provider="toy.chat", model_id="other")
    result = await generate(mock(), prepare_step=lambda _: {"model": other})
    assert (result.text, dump(result.steps[0].model)) == (
        "From the other.",
        {"provider": "toy.chat", "modelId": "other"},
    )


async def test_a_change_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(InvalidArgumentError, match="prepareStep returned 'temprature', which is none of"):
        await generate(mock("Hello"), prepare_step=lambda _: {"temprature": 1})


async def test_settings_of_a_step_are_checked() -> None:
    with pytest.raises(InvalidArgumentError, match="maxOutputTokens must be >= 1"):
        await generate(mock("Hello"), prepare_step=lambda _: {"max_output_tokens": 0})


async def test_changing_a_message_in_place_changes_what_is_sent_but_no_step_that_is_done() -> None:
    model = mock(answer("Look:", call("weather", {"city": "Rome"})), "Sunny.")

    def prepare(options: PrepareStepOptions) -> None:
        if options.step_number:
            part: Any = options.messages[1].content[1]
            part.provider_options, part.input["city"] = {"toy": {"cache": True}}, "Oslo"

    result = await generate(
        model, tools=[weather], stop_when=is_step_count(2), prepare_step=prepare, include={"request_messages": True}
    )
    kept = {"type": "tool-call", "toolCallId": "c1", "toolName": "weather", "input": {"city": "Rome"}}
    changed = {**kept, "input": {"city": "Oslo"}, "providerOptions": {"toy": {"cache": True}}}
    assert sent(model)[1]["content"][1] == changed
    assert dump(result.response_messages)[0]["content"][1] == kept
    result.steps[1].request.messages.clear()  # type: ignore[union-attr]
    assert dump(result.steps[0].request.messages) == [USER]


async def test_changing_the_messages_of_a_step_that_is_done_changes_nothing_that_is_sent() -> None:
    model = mock(answer("Look:", call("weather", {"city": "Rome"})), "Sunny.")

    def spoil(step: Any) -> None:
        step.response.messages[0].content[0].text = "spoiled"

    await generate(model, tools=[weather], stop_when=is_step_count(2), on_step_end=spoil)
    assert sent(model)[1]["content"][0] == {"type": "text", "text": "Look:"}
