"""Videos and files on Google: jobs that take their time."""

from typing import Any

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    FilesV4,
    FilesV4UploadFileCallOptions,
    InvalidArgumentError,
    InvalidResponseDataError,
    VideoModelV4,
    VideoModelV4CallOptions,
    VideoModelV4StatusOptions,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.providers.google.errors import (
    GoogleFilesUploadError,
    GoogleFilesUploadFailedError,
    GoogleFilesUploadTimeoutError,
    GoogleVideoGenerationError,
)
from ai_sdk.providers.google.video.request import build_video_request
from tests.providers.google.calls import MOMENT, PIXEL, JumpingClock, provider
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

BASE = "https://generativelanguage.googleapis.com/v1beta"
FRAME = {"type": "file", "mediaType": "image/jpeg", "data": PIXEL}
WIRE_FRAME = {"bytesBase64Encoded": PIXEL, "mimeType": "image/jpeg"}


def google(**options: Any) -> dict[str, Any]:
    return {"providerOptions": {"google": options}}


def build(**options: Any) -> tuple[Any, Any, list[str]]:
    request = build_video_request(load(VideoModelV4CallOptions, options))
    (instance,) = request.body["instances"]
    assert request.body["parameters"].pop("sampleCount") == options.get("n", 1)
    return instance, request.body["parameters"], [warning.feature for warning in request.warnings]


def link(url: str) -> dict[str, str]:
    return {"type": "url", "url": url}


def asset(image: Any) -> dict[str, Any]:
    return {"image": image, "referenceType": "asset"}


BUCKET = {"gcsUri": "gs://b/i", "mimeType": "image/png"}


@pytest.mark.parametrize(
    ("options", "instance", "parameters", "features"),
    [
        ({"prompt": "p", "n": 2, "seed": 0}, {"prompt": "p"}, {"seed": 0}, []),
        (
            {"aspectRatio": "1:1", "resolution": "1920x1080", "duration": 6, "fps": 9},
            {},
            {"aspectRatio": "1:1", "resolution": "1080p", "durationSeconds": 6},
            [],
        ),
        ({"resolution": "9x9", "duration": 0}, {}, {"resolution": "9x9"}, []),
        ({"image": FRAME}, {"image": WIRE_FRAME}, {}, []),
        (
            {"image": {"type": "file", "mediaType": "", "data": b"GIF"}},
            {"image": {"bytesBase64Encoded": "R0lG", "mimeType": "image/png"}},
            {},
            [],
        ),
        ({"image": link("gs://b/i")}, {"image": BUCKET}, {}, []),
        ({"image": link("https://a.dev/i")}, {}, {}, ["URL-based image input"]),
        (
            {
                "image": link("https://a.dev/i"),
                "frameImages": [
                    {"frameType": "first_frame", "image": FRAME},
                    {"frameType": "last_frame", "image": link("gs://b/i")},
                ],
                "inputReferences": [FRAME],
            },
            {"image": WIRE_FRAME, "lastFrame": BUCKET},
            {},
            [],
        ),
        (
            {"inputReferences": [FRAME, link("https://a.dev/i")], **google(referenceImages=[{"gcsUri": "gs://x"}])},
            {"referenceImages": [asset(WIRE_FRAME)]},
            {},
            ["URL-based image input"],
        ),
        (
            google(
                referenceImages=[
                    {"bytesBase64Encoded": "A", "gcsUri": "gs://x"},
                    {"gcsUri": "gs://b/i"},
                    {"gcsUri": None, "x": 1},
                ]
            ),
            {
                "referenceImages": [
                    asset({"bytesBase64Encoded": "A", "mimeType": "image/png"}),
                    asset(BUCKET),
                    {"gcsUri": None},
                ]
            },
            {},
            [],
        ),
        (
            google(
                personGeneration="allow_all", negativePrompt="sun", pollIntervalMs=1, pollTimeoutMs=2, odd=None, new=1
            ),
            {},
            {"personGeneration": "allow_all", "negativePrompt": "sun", "odd": None, "new": 1},
            [],
        ),
        (google(personGeneration=None, negativePrompt=None, referenceImages=None), {}, {}, []),
    ],
)
def test_a_film_is_described_by_an_instance_and_parameters(
    options: Any, instance: Any, parameters: Any, features: Any
) -> None:
    assert build(**options) == (instance, parameters, features)


def test_options_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="invalid google provider options"):
        build(**google(pollIntervalMs=0))


async def start(answer: Any) -> tuple[Any, Server]:
    server = Server(reply(answer))
    model = provider(server).video("veo-1")
    assert isinstance(model, VideoModelV4)
    with use_clock(JumpingClock()):
        return dump(await model.do_start(VideoModelV4CallOptions(prompt="p", headers={"X-Call": "1"}))), server


async def test_a_job_is_started() -> None:
    result, server = await start({"name": "operations/1"})
    assert str(server.requests[0].url) == f"{BASE}/models/veo-1:predictLongRunning"
    assert server.requests[0].headers["x-call"] == "1"
    response = result.pop("response")
    assert (response["timestamp"], response["modelId"]) == (MOMENT, "veo-1")
    assert result == {"operation": {"operationName": "operations/1"}, "warnings": []}
    with pytest.raises(GoogleVideoGenerationError, match="No operation name"):
        await start({"name": ""})


async def status(answer: Any, operation: Any = None) -> Any:
    server = Server(reply(answer))
    model = provider(server).video_model("veo-1")
    assert model.max_videos_per_call == 4
    options = VideoModelV4StatusOptions(
        operation=operation or {"operationName": "operations/1"}, headers={"X-Call": "1"}
    )
    result = dump(await model.do_status(options))
    assert str(server.requests[0].url) == f"{BASE}/operations/1"
    assert result.pop("response")["modelId"] == "veo-1"
    return result


def finished(*uris: Any) -> dict[str, Any]:
    samples = [{} if uri is None else {"video": {"uri": uri}} for uri in uris]
    return {"done": True, "response": {"generateVideoResponse": {"generatedSamples": samples}}}


async def test_a_job_is_asked_for_until_it_is_done() -> None:
    assert await status({"name": "operations/1"}) == {"status": "pending"}
    failed = {"done": True, "error": {"message": "dark"}}
    assert await status(failed) == {"status": "error", "error": "Video generation failed: dark"}


async def test_the_key_goes_to_googles_own_addresses_only() -> None:
    uris = [f"{BASE}/files/1:download?alt=media", f"{BASE}/files/2", "https://elsewhere.example/3"]
    urls = [f"{uris[0]}&key=key", f"{uris[1]}?key=key", uris[2]]
    assert await status(finished(*uris, None)) == {
        "status": "completed",
        "videos": [{"type": "url", "url": url, "mediaType": "video/mp4"} for url in urls],
        "warnings": [],
        "providerMetadata": {"google": {"videos": [{"uri": uri} for uri in uris]}},
    }


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ({"done": True}, r'No videos in response\. Response: \{"done":true\}'),
        (finished(), "No videos in response"),
        (finished(None, ""), "No valid videos in response"),
    ],
)
async def test_a_job_that_is_done_without_videos_is_an_error(answer: Any, text: str) -> None:
    with pytest.raises(GoogleVideoGenerationError, match=text):
        await status(answer)


@pytest.mark.parametrize("operation", ["operations/1", {"name": "operations/1"}, {"operationName": 1}])
async def test_only_a_job_that_was_started_can_be_asked_for(operation: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="operationName"):
        await status({}, operation)


FILE = {
    "name": "files/lamp 1",
    "displayName": None,
    "mimeType": "text/plain",
    "sizeBytes": "2",
    "createTime": "2025-01-01T00:00:00Z",
    "expirationTime": None,
    "uri": f"{BASE}/files/1",
    "state": "ACTIVE",
}


def upload_url(status_code: int = 200) -> httpx.Response:
    return httpx.Response(status_code, headers={"x-goog-upload-url": "https://up.example/1"}, text="øre")


async def upload(*responses: httpx.Response, clock: JumpingClock | None = None, **options: Any) -> tuple[Any, Server]:
    server = Server(*responses)
    files = provider(server, base_url=options.pop("baseURL", None)).files()
    assert isinstance(files, FilesV4)
    given = {"data": {"type": "text", "text": "Hi"}, "mediaType": "text/plain", "headers": {"X-Call": "1"}, **options}
    with use_clock(clock or JumpingClock()):
        result = dump(await files.upload_file(load(FilesV4UploadFileCallOptions, given)))
    return result, server


async def test_a_file_is_announced_then_sent_without_the_key() -> None:
    result, server = await upload(
        upload_url(), reply({"file": FILE}), filename="a.txt", **google(displayName="Lamp", odd=1)
    )
    announced, sent = server.requests
    assert str(announced.url) == "https://generativelanguage.googleapis.com/upload/v1beta/files"
    assert announced.content == b'{"file":{"display_name":"Lamp"}}'
    names = ("protocol", "command", "header-content-length", "header-content-type")
    values = [announced.headers[f"x-goog-upload-{name}"] for name in names]
    assert values == ["resumable", "start", "2", "text/plain"]
    assert (announced.headers["x-goog-api-key"], announced.headers["x-call"]) == ("key", "1")
    assert (str(sent.url), sent.content, "x-goog-api-key" in sent.headers) == ("https://up.example/1", b"Hi", False)
    assert sent.headers["x-goog-upload-command"] == "upload, finalize"
    told = {key: value for key, value in FILE.items() if key != "expirationTime"}
    assert result == {
        "warnings": [{"type": "unsupported", "feature": "filename"}],
        "providerReference": {"google": FILE["uri"]},
        "mediaType": "text/plain",
        "providerMetadata": {"google": told},
    }


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [("https://own.example/v1beta/", "https://own.example"), ("https://own.example/api", "https://own.example/api")],
)
async def test_files_are_announced_beside_the_api(base_url: str, expected: str) -> None:
    result, server = await upload(upload_url(), reply({"file": {"uri": "u"}}), baseURL=base_url)
    assert str(server.requests[0].url) == f"{expected}/upload/v1beta/files"
    assert (result["mediaType"], result["providerMetadata"]) == ("text/plain", {"google": {"uri": "u"}})


async def test_a_file_is_asked_for_until_it_has_been_processed() -> None:
    processing, clock = {**FILE, "state": "PROCESSING"}, JumpingClock()
    _, server = await upload(upload_url(), reply({"file": processing}), reply(processing), reply(FILE), clock=clock)
    assert clock.slept == [2, 2]
    assert [str(request.url) for request in server.requests[2:]] == [f"{BASE}/files/lamp%201"] * 2
    odd = {**processing, "name": "a/../b"}
    _, server = await upload(upload_url(), reply({"file": odd}), reply(FILE), **google(pollIntervalMs=500))
    assert str(server.requests[2].url) == f"{BASE}/a%2F..%2Fb"


async def test_processing_may_fail_or_take_too_long() -> None:
    with pytest.raises(GoogleFilesUploadFailedError, match="File processing failed for files/lamp 1"):
        await upload(upload_url(), reply({"file": {**FILE, "state": "FAILED"}}))
    processing = {**FILE, "state": "PROCESSING"}
    with pytest.raises(GoogleFilesUploadTimeoutError, match="timed out after 2500ms"):
        answers = [reply({"file": processing}), reply(processing), reply(processing)]
        await upload(upload_url(), *answers, **google(pollTimeoutMs=2500))


@pytest.mark.parametrize(
    ("responses", "error", "text"),
    [
        ([upload_url(403)], GoogleFilesUploadError, "Failed to initiate resumable upload: 403 øre"),
        ([reply({})], GoogleFilesUploadError, "No upload URL returned"),
        ([upload_url(), upload_url(500)], GoogleFilesUploadError, "Failed to upload file data: 500 øre"),
        ([upload_url(), reply({"files": []})], InvalidResponseDataError, "Invalid response data"),
        ([upload_url(), reply([])], InvalidResponseDataError, "Invalid response data"),
    ],
)
async def test_an_upload_that_is_refused_is_an_error(responses: Any, error: Any, text: str) -> None:
    with pytest.raises(error, match=text):
        await upload(*responses)


async def test_a_connection_that_fails_is_an_error_of_the_call() -> None:
    class Down(Server):
        def answer(self, request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("down", request=request)

    options = load(FilesV4UploadFileCallOptions, {"data": {"type": "text", "text": "Hi"}, "mediaType": "text/plain"})
    with pytest.raises(APICallError, match="Cannot connect to API: down") as caught:
        await provider(Down()).files().upload_file(options)
    assert caught.value.is_retryable
