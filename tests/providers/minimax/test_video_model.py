"""How a video is started, asked for and waited for."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    APICallError,
    InvalidArgumentError,
    VideoModelV4CallOptions,
    VideoModelV4StatusOptions,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.providers.minimax import create_minimax
from ai_sdk.providers.minimax.errors import (
    MiniMaxVideoCancelledError,
    MiniMaxVideoExpiredError,
    MiniMaxVideoFailedError,
    MiniMaxVideoGenerationError,
    MiniMaxVideoTimeoutError,
)
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

pytestmark = pytest.mark.anyio

STARTED = {"task_id": "t/1"}
DONE = {"task": {"status": "succeeded", "content": {"url": "https://v.dev/1.mp4"}, "duration": 5, "usage": {}}}
OPERATION = {"taskId": "t/1", "resolvedInputs": {"imageCount": 0, "referenceVideoIndices": []}}
RUNNING = {"task": {"status": "running"}}


class JumpingClock(SystemClock):
    """Time passes only by sleeping."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.sleeps: list[float] = []

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.seconds += seconds


def model(server):
    return create_minimax(api_key="key", http_client=client(server)).video("MiniMax-H3")


def call(**settings):
    return load(VideoModelV4CallOptions, {"prompt": "p", "providerOptions": {}, **settings})


def polling(interval, timeout):
    return {"providerOptions": {"minimax": {"pollIntervalMs": interval, "pollTimeoutMs": timeout}}}


async def status(answer, code=200):
    server = Server(reply(answer, code))
    return await model(server).do_status(VideoModelV4StatusOptions(operation=OPERATION))


async def test_a_started_video_is_an_operation_that_can_be_stored():
    server = Server(reply(STARTED))
    result = await model(server).do_start(call(headers={"x-call": "1"}, fps=1))
    assert (result.operation, [warning.feature for warning in result.warnings]) == (OPERATION, ["fps"])
    assert (result.response.model_id, server.requests[0].headers["x-call"]) == ("MiniMax-H3", "1")


@pytest.mark.parametrize("answer", [{}, {"task_id": None}, {"task_id": ""}])
async def test_a_start_without_a_task_is_an_error(answer):
    with pytest.raises(MiniMaxVideoGenerationError, match=r"^No task_id returned from the MiniMax API"):
        await model(Server(reply(answer))).do_start(call())


async def test_a_finished_task_has_a_video_and_says_what_it_was_made_of():
    result = await status(DONE)
    assert dump(result.videos) == [{"type": "url", "url": "https://v.dev/1.mp4", "mediaType": "video/mp4"}]
    assert result.provider_metadata == {
        "minimax": {
            "taskId": "t/1",
            "videoUrl": "https://v.dev/1.mp4",
            "resolvedInputs": OPERATION["resolvedInputs"],
            "duration": 5,
            "usage": {},
        }
    }


async def test_the_task_is_one_segment_of_the_address():
    server = Server(reply(RUNNING))
    await model(server).do_status(VideoModelV4StatusOptions(operation=OPERATION, headers={"x-call": "1"}))
    (request,) = server.requests
    assert (str(request.url), request.headers["authorization"], request.headers["x-call"]) == (
        "https://api.minimax.io/v2/query/video_generation/t%2F1",
        "Bearer key",
        "1",
    )


@pytest.mark.parametrize("task", [{"status": "queued"}, {"status": "running"}, {"status": "new"}, {"status": None}, {}])
async def test_any_task_that_has_not_ended_is_pending(task):
    assert (await status({"task": task})).status == "pending"


@pytest.mark.parametrize(
    ("task", "error"),
    [
        ({"status": "failed"}, "MiniMax video generation failed. Task ID: t/1"),
        (
            {"status": "failed", "error": {"message": "dark", "code": 7.0}},
            "MiniMax video generation failed: dark (7). Task ID: t/1",
        ),
        ({"status": "failed", "error": {"code": "E"}}, "MiniMax video generation failed (E). Task ID: t/1"),
        ({"status": "cancelled"}, "MiniMax video generation was cancelled. Task ID: t/1"),
        ({"status": "expired"}, "MiniMax video generation request expired. Task ID: t/1"),
    ],
)
async def test_a_task_that_ended_badly_says_why(task, error):
    result = await status({"task": task})
    assert (result.status, result.error) == ("error", error)


async def test_a_finished_task_without_a_video_is_an_error():
    with pytest.raises(MiniMaxVideoGenerationError, match="no video URL was returned"):
        await status({"task": {"status": "succeeded"}})


@pytest.mark.parametrize("operation", [None, {}, {"taskId": 1}, "t"])
async def test_an_operation_of_another_model_is_refused(operation):
    with pytest.raises(InvalidArgumentError):
        await model(Server()).do_status(VideoModelV4StatusOptions(operation=operation))


@pytest.mark.parametrize(
    ("body", "message"),
    [({"error": {"message": "Gone."}}, "Gone."), ({"error": {}}, "MiniMax video generation error")],
)
async def test_an_error_of_the_api_says_what_minimax_says(body, message):
    with pytest.raises(APICallError) as caught:
        await status(body, 404)
    assert (caught.value.message, caught.value.status_code) == (message, 404)


async def test_a_video_is_waited_for_at_the_usual_pace():
    clock, server = JumpingClock(), Server(reply(STARTED), reply(RUNNING), reply(DONE))
    references = [{"type": "url", "url": "https://a.dev/1", "mediaType": kind} for kind in ("image/png", "video/mp4")]
    with use_clock(clock):
        result = await model(server).do_generate(call(inputReferences=references, seed=1))
    assert (clock.sleeps, [warning.feature for warning in result.warnings]) == ([10, 10], ["seed"])
    assert result.provider_metadata["minimax"]["resolvedInputs"] == {
        "imageCount": 1,
        "referenceVideoUrls": ["https://a.dev/1"],
    }


async def test_a_video_is_waited_for_no_longer_than_asked():
    clock, server = JumpingClock(), Server(reply(STARTED), *[reply(RUNNING) for _ in range(3)])
    with use_clock(clock), pytest.raises(MiniMaxVideoTimeoutError, match=r"timed out after 30ms\. Task ID: t/1"):
        await model(server).do_generate(call(**polling(10, 30)))
    assert (len(server.requests), len(clock.sleeps)) == (4, 4)


@pytest.mark.parametrize(
    ("state", "error"),
    [
        ("failed", MiniMaxVideoFailedError),
        ("cancelled", MiniMaxVideoCancelledError),
        ("expired", MiniMaxVideoExpiredError),
    ],
)
async def test_waiting_ends_with_the_error_of_the_task(state, error):
    server = Server(reply(STARTED), reply({"task": {"status": state}}))
    with use_clock(JumpingClock()), pytest.raises(error) as caught:
        await model(server).do_generate(call())
    assert caught.value.name == f"MINIMAX_VIDEO_GENERATION_{state.upper()}"


async def test_waiting_can_be_given_up():
    controller = AbortController()

    class AbortingClock(JumpingClock):
        async def sleep(self, seconds):
            controller.abort()
            await super().sleep(seconds)

    options = call()
    options.abort_signal = controller.signal
    with use_clock(AbortingClock()), pytest.raises(AbortError):
        await model(Server(reply(STARTED))).do_generate(options)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["succeeded", "failed", "u"]),
    lambda inner: st.dictionaries(
        st.sampled_from(["task", "status", "content", "url", "error", "code", "message", "usage", "duration"]),
        inner,
        max_size=4,
    ),
    max_leaves=8,
)


@given(JSON)
async def test_whatever_the_api_answers_only_errors_of_the_library_come_out(answer):
    try:
        result = await status(answer)
    except AISDKError:
        return
    assert result.status in {"pending", "completed", "error"}
