"""Messages of the user for a generation that is running."""

import asyncio
from typing import Any

import pytest

from ai_sdk import is_loop_finished, is_step_count, tool
from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.generate_text.steering import Steering, experimental_create_steering
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.model_message import UserModelMessage
from ai_sdk.testing import MockLanguageModelV4
from tests.generate_text.answers import answer, call, generate, mock, sent

pytestmark = pytest.mark.anyio

STOP = UserModelMessage(content="Stop.")


@tool
def clock() -> int:
    """Look at the clock."""
    return 12


def keep_the_first(options: Any) -> dict[str, Any]:
    return {"messages": options.messages[:1]}


def not_delivered(reason: str) -> dict[str, Any]:
    message = {"role": "user", "content": "Stop."}
    return {"type": "not-delivered", "id": "s", "message": message, "reason": reason}


async def test_a_message_is_sent_with_the_next_step_even_when_no_tool_was_called() -> None:
    steering = experimental_create_steering()
    outcomes: list[Any] = []

    def steer(_: Any) -> None:
        if not outcomes:
            outcomes.append(steering.steer({"role": "user", "content": "Stop."}, id="s"))

    model = mock("One.", "Two.")
    result = await generate(model, experimental_steering=steering, stop_when=is_loop_finished(), on_step_end=steer)
    assert dump(await outcomes[0]) == {
        "type": "delivered",
        "id": "s",
        "message": {"role": "user", "content": "Stop."},
        "stepNumber": 1,
    }
    assert (result.text, sent(model)[-1]["content"]) == ("Two.", [{"type": "text", "text": "Stop."}])
    assert [step.experimental_steering_messages for step in result.steps] == [None, [STOP]]


async def test_a_queued_message_waits_for_the_end_of_the_task() -> None:
    steering = experimental_create_steering()
    queued = steering.queue("Stop.", id="s")
    model = mock(answer(call("clock")), "One.", "Two.")
    await generate(model, tools=[clock], experimental_steering=steering, stop_when=is_loop_finished())
    assert dump(await queued)["stepNumber"] == 2
    assert [prompt.prompt[-1].role for prompt in model.do_generate_calls] == ["user", "tool", "user"]


async def test_the_same_id_is_the_same_message() -> None:
    steering = experimental_create_steering()
    assert steering.steer("Stop.", id="s") is steering.queue("Go.", id="s")


@pytest.mark.parametrize(
    ("reason", "answers", "options"),
    [
        ("stop-condition", [answer("One.")], {"stop_when": is_step_count(1)}),
        ("waiting-for-tool-results", [answer(call("ask"))], {"tools": {"ask": tool(input_schema={})}}),
        ("error", [ValueError("broken")], {}),
        ("error", [answer("", reason="error")], {}),
        (
            "removed-by-prepare-step",
            [answer("One.")],
            {"prepare_step": keep_the_first},
        ),
        ("finished", [answer("One.", reason="length")], {}),
    ],
)
async def test_a_message_that_is_not_delivered_says_why(reason: str, answers: Any, options: dict[str, Any]) -> None:
    steering = experimental_create_steering()
    waits: list[Any] = []
    if reason == "removed-by-prepare-step":
        waits.append(steering.steer("Stop.", id="s"))
    elif reason == "finished":
        waits.append(steering.queue("Stop.", id="s"))

    def steer(_: Any) -> None:
        waits.append(steering.steer("Stop.", id="s"))

    callback = {} if waits else {"on_step_end": steer, "on_language_model_call_start": steer}
    try:
        await generate(
            mock(*answers), experimental_steering=steering, **{"stop_when": is_loop_finished(), **callback, **options}
        )
    except ValueError:
        assert reason == "error"
    assert dump(await waits[0]) == not_delivered(reason)


async def test_an_abort_ends_what_waits() -> None:
    steering, controller = experimental_create_steering(), AbortController()
    queued = steering.queue("Stop.", id="s")
    with pytest.raises(AbortError):
        await generate(
            mock(answer(call("clock"))),
            tools=[clock],
            stop_when=is_loop_finished(),
            on_step_end=lambda _: controller.abort(),
            abort_signal=controller.signal,
            experimental_steering=steering,
        )
    assert dump(await queued) == not_delivered("aborted")


async def test_a_call_that_fails_before_its_loop_ends_what_waits() -> None:
    steering = experimental_create_steering()
    queued = steering.queue("Stop.", id="s")
    with pytest.raises(InvalidArgumentError):
        await generate(mock("One."), experimental_steering=steering, max_output_tokens=0)
    assert dump(await queued) == not_delivered("error")
    assert dump(await steering.steer("Go.", id="t"))["reason"] == "finished"


async def test_a_cancelled_call_ends_what_waits_as_aborted() -> None:
    steering = experimental_create_steering()
    queued = steering.queue("Stop.", id="s")

    async def respond(_: Any) -> str:
        await asyncio.sleep(30)
        return "too late"

    with pytest.raises(TimeoutError):
        model = MockLanguageModelV4(do_generate=respond)
        await asyncio.wait_for(generate(model, experimental_steering=steering), 0.01)
    assert dump(await queued) == not_delivered("aborted")


async def test_whoever_no_longer_waits_for_an_outcome_breaks_nothing() -> None:
    steering = experimental_create_steering()
    steering.queue("Stop.").cancel()
    assert (await generate(mock(answer("One.", reason="length")), experimental_steering=steering)).text == "One."


async def test_a_steering_is_for_one_call() -> None:
    steering = experimental_create_steering()
    await generate(mock("One."), experimental_steering=steering)
    with pytest.raises(InvalidArgumentError, match="already used by a generation"):
        await generate(mock("One."), experimental_steering=steering)


async def test_what_is_no_steering_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="must be created with experimental_createSteering"):
        await generate(mock("One."), experimental_steering="please")


async def test_only_messages_of_the_user_steer() -> None:
    with pytest.raises(InvalidArgumentError, match="message must be one of the user"):
        Steering().steer({"role": "assistant", "content": "Hm."})


async def test_a_run_that_is_over_takes_and_promises_nothing() -> None:
    steering = Steering()
    steering.queue("Stop.")
    run = steering.start()
    run.end("finished")
    run.end("error")
    assert (run.take_messages(), run.has_pending_messages(), run.promote_queued_message()) == ([], False, False)
