"""Video models behind the gateway."""

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
    VideoModelV4,
    VideoModelV4CallOptions,
    VideoModelV4FileData,
    VideoModelV4FileUrl,
    VideoModelV4FrameImage,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusError,
    VideoModelV4OperationStatusPending,
    VideoModelV4OperationWebhook,
    VideoModelV4StatusOptions,
    VideoModelV4VideoDataBase64,
    VideoModelV4VideoDataUploaded,
    VideoModelV4VideoDataUrl,
)
from ai_sdk.providers.gateway import (
    GatewayForbiddenError,
    GatewayNotFoundError,
    GatewayResponseError,
    GatewayVideoWebhook,
)
from tests.providers.gateway.gateway_server import WIRE_WARNINGS, provider
from tests.providers.openai.server import Pieces, Server, events, reply, stream

pytestmark = pytest.mark.anyio

WARNINGS = [SharedV4WarningUnsupported(feature="seed"), SharedV4WarningOther(message="slow")]
VIDEOS = [
    {"type": "url", "url": "https://a.dev/v", "mediaType": "video/mp4"},
    {"type": "base64", "data": "AA==", "mediaType": "video/mp4"},
    {"type": "uploaded", "mediaType": "video/mp4"},
]
READ_VIDEOS = [
    VideoModelV4VideoDataUrl(url="https://a.dev/v", media_type="video/mp4"),
    VideoModelV4VideoDataBase64(data="AA==", media_type="video/mp4"),
    VideoModelV4VideoDataUploaded(media_type="video/mp4"),
]
RESULT = {"type": "result", "videos": VIDEOS, "warnings": WIRE_WARNINGS, "providerMetadata": {"acme": {"videos": [1]}}}


def model(server: Server):
    return provider(server).video("acme/one")


async def film(server: Server, **options):
    return await model(server).do_generate(VideoModelV4CallOptions(**{"prompt": "A", **options}))


async def test_progress_is_waited_for_until_the_result_comes():
    pieces = Pieces([b": heartbeat\n\n", b": heartbeat\n\n", events(RESULT, "never read")])
    server = Server(stream(pieces))
    result = await film(server, headers={"accept": "mine"})
    assert isinstance(model(server), VideoModelV4)
    assert (result.videos, result.warnings) == (READ_VIDEOS, WARNINGS)
    assert (result.provider_metadata, result.response.model_id) == ({"acme": {"videos": [1]}}, "acme/one")
    assert server.requests[0].headers["accept"] == "text/event-stream"
    assert pieces.is_closed


async def test_every_option_is_sent_and_zeros_are_not():
    file = VideoModelV4FileData(media_type="image/png", data=b"\x00\x01")
    url = VideoModelV4FileUrl(url="https://a.dev/i")
    server = Server(stream(events(RESULT)))
    await film(
        server,
        n=2,
        aspect_ratio="16:9",
        resolution="",
        duration=0,
        fps=24,
        seed=0,
        generate_audio=False,
        image=file,
        frame_images=[VideoModelV4FrameImage(image=file, frame_type="last_frame")],
        input_references=[url],
        provider_options={"acme": {"a": 1}},
    )
    written = {"type": "file", "mediaType": "image/png", "data": "AAE="}
    assert server.body == {
        "prompt": "A",
        "n": 2,
        "aspectRatio": "16:9",
        "fps": 24,
        "seed": 0,
        "generateAudio": False,
        "image": written,
        "frameImages": [{"image": written, "frameType": "last_frame"}],
        "inputReferences": [{"type": "url", "url": "https://a.dev/i"}],
        "providerOptions": {"acme": {"a": 1}},
    }


async def test_an_error_event_is_an_error_of_its_status():
    event = {"type": "error", "message": "no", "errorType": "forbidden", "statusCode": 403, "param": {"ruleId": "r"}}
    with pytest.raises(GatewayForbiddenError) as caught:
        await film(Server(stream(events(event))))
    assert (caught.value.message, caught.value.status_code, caught.value.rule_id) == ("no", 403, "r")


@pytest.mark.parametrize(
    ("response", "message"),
    [
        (stream(events()), "SSE stream ended without a data event"),
        (stream(events('{"type":')), "Failed to parse video SSE event"),
        (stream(events({"type": "progress"})), "Failed to parse video SSE event"),
        (httpx.Response(204), "SSE response body is empty"),
    ],
)
async def test_an_answer_without_a_result_is_an_error(response, message):
    with pytest.raises(GatewayResponseError) as caught:
        await film(Server(response))
    assert isinstance(caught.value.cause, APICallError)
    assert caught.value.cause.message == message


async def test_a_started_operation_comes_back_as_json():
    server = Server(reply({"operation": {"job": 1}, "warnings": WIRE_WARNINGS, "providerMetadata": None}))
    options = VideoModelV4CallOptions(prompt="A", webhook_url="https://a.dev/hook")
    result = await model(server).do_start(options)
    assert (result.operation, result.warnings, result.provider_metadata) == ({"job": 1}, WARNINGS, None)
    assert server.requests[0].url.path == "/v4/ai/video-model/start"
    assert server.body == {"prompt": "A", "n": 1, "providerOptions": {}, "callbackUrl": "https://a.dev/hook"}


@pytest.mark.parametrize(
    ("answer", "kind", "fields"),
    [
        ({"status": "pending", "warnings": None}, VideoModelV4OperationStatusPending, {"warnings": []}),
        (
            {"status": "completed", "videos": VIDEOS, "warnings": WIRE_WARNINGS},
            VideoModelV4OperationStatusCompleted,
            {"videos": READ_VIDEOS, "warnings": WARNINGS},
        ),
        ({"status": "error", "error": "too dark"}, VideoModelV4OperationStatusError, {"error": "too dark"}),
        (
            {"status": "cancelled"},
            VideoModelV4OperationStatusError,
            {"error": "Video generation was cancelled."},
        ),
    ],
)
async def test_a_status_is_read(answer, kind, fields):
    server = Server(reply({**answer, "providerMetadata": {"acme": {"x": 1}}}))
    status = await model(server).do_status(VideoModelV4StatusOptions(operation={"job": 1}))
    assert status == kind(**fields, provider_metadata={"acme": {"x": 1}}, response=status.response)
    assert (server.requests[0].url.path, server.body) == ("/v4/ai/video-model/status", {"operation": {"job": 1}})


async def test_an_operation_that_is_not_there_is_not_found():
    server = Server(reply({"error": {"message": "gone", "type": "not_found"}}, 404))
    with pytest.raises(GatewayNotFoundError, match="gone"):
        await model(server).do_status(VideoModelV4StatusOptions(operation=1))


async def test_a_webhook_of_the_caller_is_used_as_it_is():
    async def received() -> VideoModelV4OperationWebhook:
        return VideoModelV4OperationWebhook(headers={}, body=None)

    made = GatewayVideoWebhook("https://a.dev/hook", received())

    async def webhook() -> GatewayVideoWebhook:
        return made

    assert await model(Server()).handle_webhook_option(webhook) is made
    assert await made.received == VideoModelV4OperationWebhook(headers={}, body=None)
