"""Images on Fireworks: at once, and by a job."""

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.providers.fireworks import FireworksImageGenerationError, create_fireworks
from conformance.clock import VirtualClock, VirtualLoop
from tests.providers.openai.server import Server, reply

BASE = "https://api.fireworks.ai/inference/v1"
KONTEXT = "accounts/fireworks/models/flux-kontext-pro"
SUBMITTED = {"request_id": "job"}


def image_model(server: Server, model_id: str = KONTEXT):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_fireworks(api_key="key", http_client=client).image(model_id)


def options(**given):
    return ImageModelV4CallOptions(**{"prompt": "A lamp", "n": 1, "provider_options": {}, **given})


def job(status, result=None):
    return reply({"id": "job", "status": status, "result": result})


def picture():
    return httpx.Response(200, headers={"content-type": "image/png"}, content=b"png")


def in_virtual_time(call):
    """Run a call and return its result or error with the seconds it took."""
    loop = VirtualLoop()

    async def run():
        with use_clock(VirtualClock(loop)):
            try:
                return await call
            except Exception as error:  # noqa: BLE001 - handed to the test
                return error

    try:
        return loop.run_until_complete(run()), loop.time()
    finally:
        loop.close()


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("model_id", "url", "files", "masks"),
    [
        ("accounts/fireworks/models/flux-1-dev-fp8", "/workflows/{}/text_to_image", False, False),
        ("accounts/fireworks/models/SSD-1B", "/image_generation/{}", False, False),
        ("new", "/workflows/{}/text_to_image", None, None),
    ],
)
async def test_an_image_that_comes_at_once(model_id, url, files, masks):
    server = Server(picture())
    model = image_model(server, model_id)
    result = await model.do_generate(options(aspect_ratio="1:1" if files is None else None))
    assert str(server.requests[0].url) == BASE + url.format(model_id)
    assert (result.images, model.supports_file_inputs, model.supports_mask_inputs) == ([b"png"], files, masks)


def test_a_job_is_asked_for_until_it_is_ready():
    server = Server(
        reply(SUBMITTED), job("Pending"), job("Running"), job("Ready", {"sample": "https://cdn.dev/1.png"}), picture()
    )
    result, seconds = in_virtual_time(image_model(server).do_generate(options()))
    assert (result.images, seconds) == ([b"png"], 1.0)
    assert [str(request.url) for request in server.requests] == [
        f"{BASE}/workflows/{KONTEXT}",
        *[f"{BASE}/workflows/{KONTEXT}/get_result"] * 3,
        "https://cdn.dev/1.png",
    ]
    assert ["authorization" in request.headers for request in server.requests] == [True] * 4 + [False]


def test_a_job_that_never_ends_is_given_up():
    server = Server(reply(SUBMITTED), *(job("Pending") for _ in range(300)))
    error, seconds = in_virtual_time(image_model(server).do_generate(options()))
    assert isinstance(error, FireworksImageGenerationError)
    assert (str(error), seconds) == ("Fireworks image generation timed out after 120000ms", 120.0)


def test_an_abort_ends_the_wait():
    controller = AbortController()
    server = Server(reply(SUBMITTED), job("Pending"))

    def answer(request):
        if len(server.requests) == 1:
            controller.abort()
        return server.answer(request)

    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    model = create_fireworks(api_key="key", http_client=client).image(KONTEXT)
    error, seconds = in_virtual_time(model.do_generate(options(abort_signal=controller.signal)))
    assert isinstance(error, AbortError)
    assert seconds == 0


@pytest.mark.parametrize(
    ("status", "result", "message"),
    [
        ("Failed", None, "Fireworks image generation failed with status: Failed"),
        ("Error", {}, "Fireworks image generation failed with status: Error"),
        ("Ready", None, "Fireworks poll response is Ready but missing result.sample"),
    ],
)
def test_a_job_that_fails_says_so(status, result, message):
    error, _ = in_virtual_time(image_model(Server(reply(SUBMITTED), job(status, result))).do_generate(options()))
    assert isinstance(error, FireworksImageGenerationError)
    assert str(error) == message


@pytest.mark.anyio
async def test_what_an_api_does_not_take_is_warned_of():
    server = Server(picture(), picture())
    files = [ImageModelV4FileData(media_type="image/png", data=b"Hi"), ImageModelV4FileUrl(url="https://a.dev/2.png")]
    given = options(size="64x32", files=files, mask=files[0], seed=2)
    result = await image_model(server, "accounts/fireworks/models/flux-1-dev-fp8").do_generate(given)
    assert server.body == {
        "prompt": "A lamp",
        "seed": 2,
        "samples": 1,
        "input_image": "data:image/png;base64,SGk=",
        "width": "64",
        "height": "32",
    }
    assert result.warnings == [
        SharedV4WarningUnsupported(
            feature="size", details="This model does not support the `size` option. Use `aspectRatio` instead."
        ),
        SharedV4WarningOther(message="Fireworks only supports a single input image. Additional images are ignored."),
        SharedV4WarningUnsupported(
            feature="mask",
            details=(
                "Fireworks Kontext models do not support explicit masks. Use the prompt to describe the areas to edit."
            ),
        ),
    ]
    result = await image_model(server, "accounts/fireworks/models/SSD-1B").do_generate(options(aspect_ratio="1:1"))
    details = "This model does not support the `aspectRatio` option."
    assert result.warnings == [SharedV4WarningUnsupported(feature="aspectRatio", details=details)]


@pytest.mark.anyio
async def test_an_error_has_the_words_of_its_status():
    with pytest.raises(APICallError, match="Service Unavailable"):
        await image_model(Server(httpx.Response(503, content=b"busy"))).do_generate(options())
