"""A started video is asked for until it is done, or until a webhook tells that it is."""

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest

from ai_sdk.generate_video.generate_video import generate_video
from ai_sdk.generate_video.get_video_status import get_video_status
from ai_sdk.generate_video.start_video import start_video
from ai_sdk.generate_video.video_generation_error import VideoGenerationError
from ai_sdk.provider import APICallError, VideoModelV4StatusOptions
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.testing import MockVideoModelV4
from ai_sdk.version import AI_VERSION
from tests.instant_clock import InstantClock

VIDEO = {"type": "base64", "data": "AAAA", "media_type": "video/mp4"}
STARTED = {"operation": {"id": "v1"}, "provider_metadata": {"mock": {"a": 1, "b": 1}}}
PENDING = {"status": "pending", "provider_metadata": {"mock": {"b": 2}}}
COMPLETED = {"status": "completed", "videos": [VIDEO], "warnings": [{"type": "other", "message": "slow"}]}
AGENT = {"user-agent": f"ai/{AI_VERSION}"}


def server_error() -> APICallError:
    return APICallError("busy", url="http://a", request_body_values={}, status_code=500)


def operation_model(*statuses: Any, start: Any = STARTED, **settings: Any) -> MockVideoModelV4:
    return MockVideoModelV4(has_generate=False, do_start=start, do_status=list(statuses), **settings)


def run(model: Any, clock: InstantClock | None = None, **settings: Any) -> Any:
    with use_clock(clock or InstantClock()):
        return asyncio.run(generate_video(model=model, prompt="waves", **settings))


def test_a_video_is_asked_for_every_five_seconds() -> None:
    model, clock = operation_model(PENDING, PENDING, COMPLETED), InstantClock()
    result = run(model, clock)
    assert clock.slept == [5.0, 5.0, 5.0]
    assert len(result.videos) == 1
    assert result.provider_metadata == {"mock": {"a": 1, "b": 2}}
    assert dump(result.warnings) == [{"type": "other", "message": "slow"}]
    assert [dump(call.operation) for call in model.do_status_calls] == [{"id": "v1"}] * 3
    assert [call.headers for call in model.do_status_calls] == [AGENT] * 3


def test_a_model_that_has_both_ways_polls_when_it_is_asked_to() -> None:
    model = MockVideoModelV4(do_generate={"videos": [VIDEO]}, do_start=STARTED, do_status=COMPLETED)
    run(model)
    assert (len(model.do_generate_calls), len(model.do_start_calls)) == (1, 0)
    run(model, poll={"interval_ms": 100})
    assert (len(model.do_generate_calls), len(model.do_start_calls)) == (1, 1)


def test_polling_ends_at_the_timeout() -> None:
    model, clock = operation_model(PENDING, PENDING, PENDING), InstantClock()
    with pytest.raises(VideoGenerationError, match=r"^Video generation timed out after 250ms\.$"):
        run(model, clock, poll={"intervalMs": 100, "timeoutMs": 250})
    assert (clock.slept, len(model.do_status_calls)) == ([0.1, 0.1, pytest.approx(0.05)], 2)


def test_an_answer_that_takes_too_long_is_given_up() -> None:
    signals: list[Any] = []

    async def hang(options: VideoModelV4StatusOptions) -> Any:
        signals.append(options.abort_signal)
        await asyncio.Event().wait()

    model = MockVideoModelV4(has_generate=False, do_start=STARTED, do_status=hang)
    with pytest.raises(VideoGenerationError, match="timed out after 20ms"):
        run(model, poll={"interval_ms": 1, "timeout_ms": 20})
    assert [signal.aborted for signal in signals] == [True]


def test_asking_is_tried_again_without_starting_again() -> None:
    model, clock = operation_model(server_error(), COMPLETED), InstantClock()
    run(model, clock)
    assert (clock.slept, len(model.do_start_calls)) == ([5.0, 2.0], 1)


def test_a_failed_operation_is_an_error() -> None:
    with pytest.raises(VideoGenerationError, match=r"^out of film$"):
        run(operation_model({"status": "error", "error": "out of film"}))


def test_an_own_delay_replaces_the_clock() -> None:
    waits: list[Any] = []

    async def wait(milliseconds: float, *, abort_signal: Any) -> None:
        waits.append((milliseconds, abort_signal))

    signal, clock = AbortController().signal, InstantClock()
    run(operation_model(PENDING, COMPLETED), clock, poll={"interval_ms": 7, "delay": wait}, abort_signal=signal)
    assert (waits, clock.slept) == ([(7, signal), (7, signal)], [])


def test_an_abort_ends_the_wait() -> None:
    controller = AbortController()

    class AbortingClock(InstantClock):
        async def sleep(self, seconds: float) -> None:
            controller.abort()
            await asyncio.sleep(0)

    model = operation_model(PENDING)
    with pytest.raises(AbortError):
        run(model, AbortingClock(), abort_signal=controller.signal)
    assert model.do_status_calls == []


def test_all_tries_of_a_start_have_the_same_key() -> None:
    model = operation_model(COMPLETED, start=[server_error(), STARTED])
    run(model)
    first, second = [call.headers["idempotency-key"] for call in model.do_start_calls]
    assert first == second
    assert first.startswith("aisdk_vid_")


def test_each_start_has_a_key_of_its_own_unless_the_caller_gives_one() -> None:
    model = MockVideoModelV4(has_generate=False, do_start=STARTED, do_status=COMPLETED)
    run(model, n=2)
    assert len({call.headers["idempotency-key"] for call in model.do_start_calls}) == 2
    run(model, headers={"Idempotency-Key": "mine"})
    assert model.do_start_calls[-1].headers == {**AGENT, "idempotency-key": "mine"}


@dataclass
class Webhook:
    """A webhook that was called, or that never is."""

    received: Any
    url: str = "https://a.example/hook"


async def handle_webhook_option(make: Any) -> Any:
    return await make()


async def called() -> None:
    """Be a webhook that was called."""


async def never() -> None:
    await asyncio.Event().wait()


def test_a_webhook_replaces_polling() -> None:
    async def webhook() -> Webhook:
        return Webhook(called())

    model = operation_model(COMPLETED, handle_webhook_option=handle_webhook_option)
    result = run(model, webhook=webhook)
    assert ([call.webhook_url for call in model.do_start_calls], len(result.videos)) == (["https://a.example/hook"], 1)
    assert len(model.do_status_calls) == 1


def test_a_webhook_that_is_never_called_ends_at_the_timeout() -> None:
    async def webhook() -> Webhook:
        return Webhook(never())

    model, clock = operation_model(handle_webhook_option=handle_webhook_option), InstantClock()
    with pytest.raises(VideoGenerationError, match="timed out after 600000ms"):
        run(model, clock, webhook=webhook)
    assert clock.slept == [600.0]


def test_a_webhook_for_a_video_that_is_not_done_is_an_error() -> None:
    async def webhook() -> Webhook:
        return Webhook(called())

    model = operation_model(PENDING, handle_webhook_option=handle_webhook_option)
    with pytest.raises(VideoGenerationError, match="did not complete after webhook notification"):
        run(model, webhook=webhook)


def test_an_error_of_a_webhook_is_raised() -> None:
    async def fail() -> None:
        raise ConnectionError("no tunnel")

    async def webhook() -> Webhook:
        return Webhook(fail())

    model = operation_model(handle_webhook_option=handle_webhook_option)
    clock = InstantClock()
    clock.sleep = lambda _: asyncio.Event().wait()
    with pytest.raises(ConnectionError, match="no tunnel"):
        run(model, clock, webhook=webhook)


def test_a_webhook_is_let_go_when_the_start_fails() -> None:
    hooks: list[Webhook] = []

    async def webhook() -> Webhook:
        hooks.append(Webhook(called()))
        return hooks[0]

    model = operation_model(start=ValueError("no"), handle_webhook_option=handle_webhook_option)
    with pytest.raises(ValueError, match="no"):
        run(model, webhook=webhook)
    assert hooks[0].received.cr_frame is None


def test_a_model_without_webhooks_is_polled_and_warned_of() -> None:
    async def webhook() -> Webhook:
        raise AssertionError("a webhook was made")

    result = run(operation_model(COMPLETED), webhook=webhook)
    assert dump(result.warnings)[0] == {
        "type": "unsupported",
        "feature": "webhook",
        "details": "This model does not support webhooks. Falling back to polling.",
    }


def test_a_start_returns_the_operation_at_once() -> None:
    model = operation_model()
    started = asyncio.run(start_video(model=model, prompt="waves", webhook_url="https://a.example/hook"))
    assert (started.operation, started.provider_metadata) == ({"id": "v1"}, STARTED["provider_metadata"])
    assert model.do_start_calls[0].webhook_url == "https://a.example/hook"
    assert model.do_start_calls[0].headers["idempotency-key"].startswith("aisdk_vid_")


@pytest.mark.parametrize(
    ("model", "settings", "message"),
    [
        (MockVideoModelV4(), {}, "does not implement doStart"),
        (operation_model(), {"n": 0}, "Invalid n: expected a positive integer, received 0"),
        (operation_model(), {"n": 1.5}, "Invalid n: expected a positive integer, received 1.5"),
        (operation_model(), {"n": 2}, r"supports at most 1 video\(s\) per call, but 2 were requested"),
    ],
)
def test_a_start_that_cannot_be_is_refused(model: Any, settings: Any, message: str) -> None:
    with pytest.raises(VideoGenerationError, match=message):
        asyncio.run(start_video(model=model, prompt="waves", **settings))


def test_a_status_is_asked_for_once_and_tried_again_when_that_fails() -> None:
    model, clock = operation_model(server_error(), PENDING), InstantClock()
    with use_clock(clock):
        status = asyncio.run(get_video_status(model=model, operation={"id": "v1"}, headers={"X-Team": "a"}))
    assert (status.status, clock.slept) == ("pending", [2.0])
    assert model.do_status_calls[0] == VideoModelV4StatusOptions(
        operation={"id": "v1"}, headers={"x-team": "a", **AGENT}
    )


def test_a_status_of_a_model_without_operations_is_refused() -> None:
    with pytest.raises(VideoGenerationError, match="does not implement doStatus"):
        asyncio.run(get_video_status(model=MockVideoModelV4(), operation="v1"))
