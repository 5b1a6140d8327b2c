"""Videos on Alibaba Cloud: what is asked for, and how a job is followed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    APICallError,
    InvalidArgumentError,
    VideoModelV4,
    VideoModelV4CallOptions,
    VideoModelV4OperationStatusPending,
    VideoModelV4ResultResponse,
    VideoModelV4StatusOptions,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.providers.alibaba import AlibabaVideoGenerationError, create_alibaba
from ai_sdk.providers.alibaba.video.protocol import derive_ratio
from ai_sdk.providers.alibaba.video.request import build_request
from tests.providers.chat_laws import warned
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

OLD, OLD_I2V, OLD_R2V = "wan2.6-t2v", "wan2.6-i2v", "wan2.6-r2v"
T2V, I2V, R2V, ALL = "wan2.7-t2v", "wan2.7-i2v", "wan2.7-r2v", "wan3.0-video"


def link(name):
    return {"type": "url", "url": f"https://a.dev/{name}"}


def file(media_type="image/png"):
    return {"type": "file", "mediaType": media_type, "data": "AA=="}


def frames(**images):
    return [{"frameType": f"{name}_frame", "image": image} for name, image in images.items()]


def build(model_id, alibaba=None, **settings):
    """The body's input and parameters, and what the warnings are about."""
    given = {"n": 1, "providerOptions": {"alibaba": alibaba or {}}, **settings}
    request = build_request(model_id, load(VideoModelV4CallOptions, given))
    assert request.body["model"] == model_id
    return request.body["input"], request.body["parameters"], warned(request.warnings)


INLINE = "data:image/png;base64,AA=="
BOTH = frames(first=file(), last=link("z.png"))
REFERENCES = [link("a.png"), link("b.MP4?x"), file(), file("video/mp4")]
MEDIA = [
    {"type": "reference_image", "url": "https://a.dev/a.png"},
    {"type": "reference_video", "url": "https://a.dev/b.MP4?x"},
    {"type": "reference_image", "url": INLINE},
]
FIRST, LAST = {"type": "first_frame", "url": INLINE}, {"type": "last_frame", "url": "https://a.dev/z.png"}


@pytest.mark.parametrize(
    ("model_id", "files", "sent", "warnings"),
    [
        (OLD, {"image": file()}, {}, []),
        (OLD, {"frameImages": BOTH, "inputReferences": REFERENCES}, {}, ["frameImages", "inputReferences"]),
        (OLD_I2V, {"image": file()}, {"img_url": "AA=="}, []),
        (I2V, {"image": file(), "frameImages": frames(first=link("a"))}, {"img_url": "https://a.dev/a"}, []),
        (OLD_R2V, {"frameImages": BOTH, "inputReferences": REFERENCES}, {}, ["frameImages"]),
        (
            OLD_R2V,
            {"inputReferences": REFERENCES},
            {"reference_urls": ["https://a.dev/a.png", "https://a.dev/b.MP4?x"]},
            ["inputReferences", "inputReferences"],
        ),
        (OLD_R2V, {"inputReferences": [file()]}, {}, ["inputReferences"]),
        (R2V, {"image": file(), "inputReferences": REFERENCES}, {"media": MEDIA}, ["inputReferences"]),
        (R2V, {"frameImages": BOTH}, {"media": [FIRST]}, ["frameImages"]),
        (ALL, {"frameImages": BOTH}, {"media": [FIRST, LAST]}, []),
        (ALL, {"image": file(), "inputReferences": REFERENCES}, {"media": [*MEDIA, FIRST]}, ["inputReferences"]),
        (ALL, {}, {}, []),
    ],
)
def test_files_are_sent_as_each_generation_of_models_takes_them(model_id, files, sent, warnings):
    assert build(model_id, **files) == (sent, {}, warnings)


def test_reference_urls_and_media_of_the_options_count_too():
    urls = ["https://a.dev/r"]
    assert build(OLD_R2V, {"referenceUrls": urls})[0] == {"reference_urls": urls}
    media = [{"type": "link", "url": "u", "referenceVoice": "v"}, {"type": "file", "url": "w"}]
    sent = [{"type": "link", "url": "u", "reference_voice": "v"}, {"type": "file", "url": "w"}]
    assert build(ALL, {"media": media}, image=file(), inputReferences=[file("video/mp4")]) == ({"media": sent}, {}, [])


def test_texts_go_into_the_input():
    alibaba = {"negativePrompt": "fog", "audioUrl": "https://a.dev/a.mp3"}
    texts = {"prompt": "p", "negative_prompt": "fog", "audio_url": "https://a.dev/a.mp3"}
    assert build(OLD, alibaba, prompt="p")[0] == texts


OPTIONS = {"shotType": "multi", "watermark": False, "promptExtend": True, "audio": True}
PLAIN = {"watermark": False, "prompt_extend": True}


@pytest.mark.parametrize(
    ("model_id", "parameters", "warnings"),
    [
        (OLD, {**PLAIN, "size": "1280*720", "shot_type": "multi", "audio": True}, ["aspectRatio", "fps", "n"]),
        (OLD_I2V, {**PLAIN, "resolution": "720P", "shot_type": "multi", "audio": True}, ["aspectRatio", "fps", "n"]),
        (T2V, {**PLAIN, "resolution": "720P", "ratio": "4:3"}, ["shotType", "generateAudio", "fps", "n"]),
        (I2V, {**PLAIN, "resolution": "720P"}, ["shotType", "generateAudio", "aspectRatio", "fps", "n"]),
        (ALL, {**PLAIN, "resolution": "720P", "ratio": "4:3", "audio": True}, ["shotType", "fps", "n"]),
    ],
)
def test_each_generation_of_models_has_its_parameters(model_id, parameters, warnings):
    settings = {"duration": 5, "seed": 7, "resolution": "1280x720", "aspectRatio": "4:3", "fps": 24, "n": 2}
    assert build(model_id, OPTIONS, **settings)[1:] == ({"duration": 5, "seed": 7, **parameters}, warnings)


@pytest.mark.parametrize(
    ("model_id", "resolution", "sent", "warnings"),
    [
        (T2V, "624x624", {"ratio": "1:1"}, ["resolution"]),
        (ALL, "624x624", {"resolution": "480P", "ratio": "1:1"}, []),
        (ALL, "720P", {"resolution": "720P"}, []),
        (ALL, "1000x300", {}, ["resolution"]),
        (OLD_I2V, "1000x300", {"resolution": "1000x300"}, []),
    ],
)
def test_newer_models_take_tiers_and_the_ratio_of_the_resolution(model_id, resolution, sent, warnings):
    assert build(model_id, resolution=resolution)[1:] == (sent, warnings)


def test_the_options_decide_over_the_call_on_ratio_and_the_call_on_audio():
    parameters = build(ALL, {"ratio": "adaptive", "audio": True}, aspectRatio="1:1", generateAudio=False)[1]
    assert parameters == {"ratio": "adaptive", "audio": False}


@given(st.integers(1, 99), st.sampled_from([(16, 9), (9, 16), (1, 1), (4, 3), (3, 4)]))
def test_a_ratio_is_known_in_every_size(factor, ratio):
    width, height = ratio
    assert derive_ratio(f"{width * factor}x{height * factor}") == f"{width}:{height}"


@pytest.mark.parametrize("resolution", ["", "x", "0x9", "16x0", "-16x9", "16.5x9", "720P", "21x9"])
def test_other_resolutions_have_no_known_ratio(resolution):
    assert derive_ratio(resolution) is None


NOW = datetime(2026, 1, 2, tzinfo=UTC)


class Frozen(SystemClock):
    """A clock that stands still."""

    def now(self):
        return NOW


def model(server, **settings):
    return create_alibaba(api_key="key", http_client=client(server), **settings).video(OLD)


STATUS = VideoModelV4StatusOptions(operation={"taskId": "t1"})


@pytest.mark.anyio
async def test_a_started_video_is_a_task():
    server = Server(reply({"output": {"task_id": "t1", "task_status": "PENDING"}}))
    video = model(server, video_base_url="https://proxy.dev/")
    assert isinstance(video, VideoModelV4)
    with use_clock(Frozen()):
        start = await video.do_start(VideoModelV4CallOptions(prompt="p", headers={"x-own": "1"}))
    assert (start.operation, start.warnings, start.response.timestamp) == ({"taskId": "t1"}, [], NOW)
    (request,) = server.requests
    assert str(request.url) == "https://proxy.dev/api/v1/services/aigc/video-generation/video-synthesis"
    assert (request.headers["x-dashscope-async"], request.headers["x-own"]) == ("enable", "1")
    assert server.body == {"model": OLD, "input": {"prompt": "p"}, "parameters": {}}


@pytest.mark.anyio
@pytest.mark.parametrize("answer", [{"request_id": "r"}, {"output": {"task_id": "", "task_status": "P"}}])
async def test_a_start_without_a_task_raises_with_the_answer(answer):
    with pytest.raises(AlibabaVideoGenerationError, match="No task_id returned") as caught:
        await model(Server(reply(answer))).do_start(VideoModelV4CallOptions())
    assert caught.value.name == "ALIBABA_VIDEO_GENERATION_ERROR"


@pytest.mark.anyio
@pytest.mark.parametrize("answer", [{}, {"output": {"task_id": "t1", "task_status": "RUNNING"}}])
async def test_a_running_task_is_pending(answer):
    server = Server(reply(answer))
    with use_clock(Frozen()):
        status = await model(server).do_status(STATUS)
    assert str(server.requests[0].url) == "https://dashscope-intl.aliyuncs.com/api/v1/tasks/t1"
    response = VideoModelV4ResultResponse(timestamp=NOW, model_id=OLD, headers=status.response.headers)
    assert status == VideoModelV4OperationStatusPending(response=response)


def done(usage=None, **output):
    task = {"task_id": "t1", "task_status": "SUCCEEDED", "video_url": "https://a.dev/v", **output}
    return {"output": task, **({} if usage is None else {"usage": usage})}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("answer", "metadata"),
    [
        (done(), {}),
        (
            done({"duration": None, "SR": 720, "fps": None}, actual_prompt="better"),
            {"actualPrompt": "better", "usage": {"duration": None, "resolution": 720}},
        ),
        (
            done({"output_video_duration": 5, "size": "s", "input_video_duration": 1, "fps": 24, "ratio": "1:1"}),
            {
                "usage": {
                    "outputVideoDuration": 5,
                    "size": "s",
                    "inputVideoDuration": 1,
                    "fps": 24,
                    "ratio": "1:1",
                }
            },
        ),
    ],
)
async def test_a_video_that_is_ready_lies_at_a_url(answer, metadata):
    status = dump(await model(Server(reply(answer))).do_status(STATUS))
    assert (status["status"], status["warnings"]) == ("completed", [])
    assert status["videos"] == [{"type": "url", "url": "https://a.dev/v", "mediaType": "video/mp4"}]
    assert status["providerMetadata"] == {"alibaba": {"taskId": "t1", "videoUrl": "https://a.dev/v", **metadata}}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("output", "error"),
    [
        ({"task_status": "FAILED", "message": "No."}, "Video generation failed. Task ID: t1. No."),
        ({"task_status": "CANCELED"}, "Video generation canceled. Task ID: t1."),
    ],
)
async def test_a_failed_task_says_why(output, error):
    status = await model(Server(reply({"output": {"task_id": "t1", **output}}))).do_status(STATUS)
    assert (status.status, status.error) == ("error", error)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("given", "response", "error"),
    [
        ({"taskId": "t1"}, reply(done(video_url=None)), AlibabaVideoGenerationError),
        ({"taskId": "t1"}, reply({"message": "Gone"}, 404), APICallError),
        ({"requestId": "t1"}, None, InvalidArgumentError),
    ],
)
async def test_a_status_that_cannot_be_had_raises(given, response, error):
    with pytest.raises(error):
        await model(Server(response)).do_status(VideoModelV4StatusOptions(operation=given))
