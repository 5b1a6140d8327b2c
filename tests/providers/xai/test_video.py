"""Videos on xAI: what is asked for, and how a job is followed."""

import httpx
import pytest

from ai_sdk.provider import APICallError, InvalidArgumentError, VideoModelV4CallOptions, VideoModelV4StatusOptions
from ai_sdk.provider.codec import dump, load
from ai_sdk.providers.xai import create_xai
from ai_sdk.providers.xai.errors import XaiVideoGenerationError
from ai_sdk.providers.xai.video.request import build_request
from ai_sdk.providers.xai.video.response import MAX_PENDING_BODY_BYTES
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

pytestmark = pytest.mark.anyio

SMALL, LARGE = "grok-imagine-video", "grok-imagine-video-1.5"


def link(name, media_type=None):
    file = {"type": "url", "url": f"https://a.dev/{name}"}
    return file if media_type is None else {**file, "mediaType": media_type}


def url(name):
    return {"url": f"https://a.dev/{name}"}


def build(model_id=SMALL, xai=None, **settings):
    given = {"prompt": "p", "providerOptions": {} if xai is None else {"xai": xai}, **settings}
    request = build_request(model_id, load(VideoModelV4CallOptions, given))
    assert (request.body.pop("model"), request.body.pop("prompt")) == (model_id, "p")
    return request.path, request.body, [warning.feature for warning in request.warnings]


MOVIE = link("v", "video/mp4")
KEYFRAME = {"imageUrl": "https://a.dev/k", "timestampSeconds": 1.5}
EDIT, EXTEND, MAKE = "/videos/edits", "/videos/extensions", "/videos/generations"


@pytest.mark.parametrize(
    ("given", "path", "body", "features"),
    [
        (
            {"duration": 6, "aspectRatio": "1:1", "resolution": "854x480", "generateAudio": False},
            MAKE,
            {"duration": 6, "aspect_ratio": "1:1", "resolution": "480p", "generate_audio": False},
            [],
        ),
        ({"fps": 1, "seed": 1, "n": 2, "resolution": "1x1"}, MAKE, {}, ["fps", "seed", "n", "resolution"]),
        ({"xai": {"resolution": "1080p"}}, MAKE, {"resolution": "1080p"}, ["resolution"]),
        (
            {"xai": {"videoUrl": "u", "user": "x"}, "duration": 1, "aspectRatio": "1:1", "generateAudio": True},
            EDIT,
            {"video": {"url": "u"}, "user": "x"},
            ["duration", "aspectRatio", "generateAudio"],
        ),
        (
            {"xai": {"mode": "extend-video", "videoUrl": "u", "user": "x"}, "duration": 1, "resolution": "1280x720"},
            EXTEND,
            {"video": {"url": "u"}, "duration": 1},
            ["resolution"],
        ),
        ({"xai": {"mode": "edit-video"}}, EDIT, {"video": {}}, []),
        (
            {"image": {"type": "file", "mediaType": "image/png", "data": "aGk="}},
            MAKE,
            {"image": {"url": "data:image/png;base64,aGk="}},
            [],
        ),
        ({"image": MOVIE}, MAKE, {}, ["image"]),
        (
            {"image": link("i"), "frameImages": [{"frameType": "first_frame", "image": MOVIE}]},
            MAKE,
            {},
            ["frameImages"],
        ),
        ({"frameImages": [{"frameType": "last_frame", "image": link("i")}]}, MAKE, {}, ["frameImages"]),
        (
            {"model_id": LARGE, "frameImages": [{"frameType": "last_frame", "image": link("i")}]},
            MAKE,
            {"last_frame": url("i")},
            [],
        ),
        ({"model_id": LARGE, "frameImages": [{"frameType": "last_frame", "image": MOVIE}]}, MAKE, {}, ["frameImages"]),
        ({"xai": {"keyframes": [KEYFRAME]}}, MAKE, {}, ["keyframes"]),
        (
            {"model_id": LARGE, "xai": {"keyframes": [KEYFRAME], "videoUrl": "u"}},
            EDIT,
            {"video": {"url": "u"}},
            ["keyframes"],
        ),
        (
            {"model_id": LARGE, "xai": {"keyframes": [KEYFRAME]}},
            MAKE,
            {"keyframes": [{"image": url("k"), "timestamp_s": 1.5}]},
            [],
        ),
        (
            {
                "inputReferences": [link("i"), MOVIE, link("a", "audio/mpeg")],
                "xai": {"referenceVoiceIds": ["1", "2", "3"]},
            },
            MAKE,
            {
                "reference_images": [url("i")],
                "reference_audios": [url("a"), {"voice_id": "1"}, {"voice_id": "2"}],
            },
            ["inputReferences", "inputReferences"],
        ),
        ({"inputReferences": [link("a", "audio/mpeg")]}, MAKE, {"reference_audios": [url("a")]}, []),
        (
            {"xai": {"referenceImageUrls": ["u"], "resolution": "1080p"}},
            MAKE,
            {"reference_images": [{"url": "u"}], "resolution": "720p"},
            ["resolution"],
        ),
        ({"xai": {"mode": "reference-to-video"}}, MAKE, {}, ["referenceImages"]),
        (
            {"inputReferences": [MOVIE], "xai": {"referenceVoiceIds": ["1"]}},
            MAKE,
            {},
            ["inputReferences", "referenceVoiceIds"],
        ),
        (
            {"inputReferences": [link("i")], "xai": {"videoUrl": "u"}},
            EDIT,
            {"video": {"url": "u"}},
            ["inputReferences"],
        ),
        (
            {"xai": {"storageOptions": {"filename": "f", "expiresAfter": 1, "publicUrl": {}}, "pollTimeoutMs": 3}},
            MAKE,
            {"storage_options": {"filename": "f", "expires_after": 1, "public_url": {}}},
            [],
        ),
        (
            {"xai": {"storageOptions": {"filename": "f", "publicUrl": False}, "duration": 9}, "duration": 1},
            MAKE,
            {"storage_options": {"filename": "f", "public_url": False}, "duration": 9},
            [],
        ),
    ],
)
def test_a_call_becomes_a_request_with_a_warning_for_what_is_not_sent(given, path, body, features):
    assert build(**given) == (path, body, features)


def model(*responses):
    server = Server(*responses)
    return server, create_xai(api_key="key", http_client=client(server)).video(SMALL)


async def test_a_started_video_is_named_by_its_request():
    server, video = model(reply({"request_id": "r1"}))
    result = await video.do_start(VideoModelV4CallOptions(prompt="p", fps=1, headers={"x-own": "1"}))
    assert (str(server.requests[0].url), server.requests[0].headers["x-own"]) == (
        "https://api.x.ai/v1/videos/generations",
        "1",
    )
    assert (result.operation, [warning.feature for warning in result.warnings]) == ({"requestId": "r1"}, ["fps"])


async def test_a_video_without_a_request_id_was_not_started():
    _, video = model(reply({}))
    with pytest.raises(XaiVideoGenerationError, match="No request_id returned from xAI API"):
        await video.do_start(VideoModelV4CallOptions(prompt="p"))


async def follow(response, operation=None):
    server, video = model(response)
    options = VideoModelV4StatusOptions(operation={"requestId": "a/b"} if operation is None else operation)
    result = await video.do_status(options)
    assert str(server.requests[0].url) == "https://api.x.ai/v1/videos/a%2Fb"
    return {name: value for name, value in dump(result).items() if name not in {"response", "warnings"}}


FILE_OUTPUT = {"file_id": "f", "filename": "n", "public_url": "https://a.dev/p", "expires_at": 1}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"status": "pending"}, {"status": "pending"}),
        ({}, {"status": "pending"}),
        ({"status": "expired"}, {"status": "error", "error": "Video generation request expired."}),
        ({"status": "failed"}, {"status": "error", "error": "Video generation failed."}),
        ({"status": "failed", "error": {"code": "c"}}, {"status": "error", "error": "Video generation failed: c"}),
        (
            {"status": "done", "video": {"url": "u", "respect_moderation": False}},
            {"status": "error", "error": "Video generation was blocked due to a content policy violation."},
        ),
        (
            {"status": "done"},
            {"status": "error", "error": "Video generation completed but no video URL was returned."},
        ),
        (
            {"video": {"url": "u", "duration": 3}, "progress": 100, "usage": {"cost_in_usd_ticks": 7}},
            {
                "status": "completed",
                "videos": [{"type": "url", "url": "u", "mediaType": "video/mp4"}],
                "providerMetadata": {
                    "xai": {"requestId": "a/b", "videoUrl": "u", "duration": 3, "costInUsdTicks": 7, "progress": 100}
                },
            },
        ),
        (
            {"status": "done", "video": {"file_output": FILE_OUTPUT, "storage_error": "e"}},
            {
                "status": "completed",
                "videos": [{"type": "url", "url": "https://a.dev/p", "mediaType": "video/mp4"}],
                "providerMetadata": {
                    "xai": {
                        "requestId": "a/b",
                        "videoUrl": "https://a.dev/p",
                        "storageError": "e",
                        "fileOutput": {
                            "fileId": "f",
                            "filename": "n",
                            "publicUrl": "https://a.dev/p",
                            "expiresAt": 1,
                        },
                    }
                },
            },
        ),
    ],
)
async def test_a_status_is_told(answer, told):
    assert await follow(reply(answer)) == told


@pytest.mark.parametrize("body", [b"", b"  ", b"wait", b"[1]", b'{"status":"queued"}'])
async def test_an_accepted_request_is_pending_whatever_it_says(body):
    assert await follow(httpx.Response(202, content=body)) == {"status": "pending"}


async def test_an_accepted_request_that_says_too_much_raises():
    with pytest.raises(APICallError) as caught:
        await follow(httpx.Response(202, content=b"x" * (MAX_PENDING_BODY_BYTES + 1)))
    assert (caught.value.message, caught.value.status_code) == ("xAI video status response exceeded 1048576 bytes", 202)


async def test_an_operation_of_another_model_is_refused():
    with pytest.raises(InvalidArgumentError, match="The operation has no requestId"):
        await follow(reply({}), operation={"id": 1})
