"""Image models behind the gateway."""

import base64

import pytest

from ai_sdk.provider import (
    ImageModelV4,
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    ImageModelV4Usage,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.providers.gateway import GatewayProviderOptions
from tests.providers.gateway.gateway_server import WIRE_WARNINGS, provider
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

DECODE = "experimental_streamingImageDecoding"
LARGE = bytes(65536)
LARGE_TEXT = base64.b64encode(LARGE).decode()


async def draw(server: Server, **options):
    return await provider(server).image("acme/one").do_generate(ImageModelV4CallOptions(**{"prompt": "A", **options}))


async def test_the_answer_is_read_whole():
    model = provider(Server()).image_model("acme/one")
    assert isinstance(model, ImageModelV4)
    assert model.max_images_per_call == 2**53 - 1
    server = Server(
        reply(
            {
                "images": ["AA=="],
                "isRetryable": True,
                "warnings": WIRE_WARNINGS,
                "providerMetadata": {"acme": {"images": [1], "more": None}},
                "usage": {"inputTokens": 3, "totalTokens": None},
            }
        )
    )
    result = await draw(server)
    assert (result.images, result.is_retryable) == (["AA=="], True)
    assert result.warnings == [SharedV4WarningUnsupported(feature="seed"), SharedV4WarningOther(message="slow")]
    assert result.provider_metadata == {"acme": {"images": [1], "more": None}}
    assert result.usage == ImageModelV4Usage(input_tokens=3)
    assert result.response.model_id == "acme/one"
    assert (server.requests[0].headers["ai-image-model-specification-version"], server.body) == (
        "4",
        {"prompt": "A", "n": 1, "providerOptions": {}},
    )


async def test_files_and_mask_are_sent_as_base64_or_url():
    server = Server(reply({"images": []}))
    data = ImageModelV4FileData(media_type="image/png", data=b"\x00\x01", provider_options={"acme": {"a": 1}})
    await draw(server, files=[data, ImageModelV4FileUrl(url="https://a.dev/x")], mask=data, size="", seed=0)
    file = {"type": "file", "mediaType": "image/png", "data": "AAE=", "providerOptions": {"acme": {"a": 1}}}
    assert server.body == {
        "prompt": "A",
        "n": 1,
        "seed": 0,
        "providerOptions": {},
        "files": [file, {"type": "url", "url": "https://a.dev/x"}],
        "mask": file,
    }


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"gateway": {DECODE: True}}, None),
        ({"gateway": {DECODE: True, "user": "u"}}, {"gateway": {"user": "u"}}),
        ({"gateway": {DECODE: True}, "acme": {}}, {"acme": {}}),
        ({"gateway": GatewayProviderOptions(experimental_streaming_image_decoding=True)}, None),
        ({"gateway": {"experimental_streaming_image_decoding": True}}, None),
    ],
)
async def test_the_option_to_decode_is_not_sent(given, sent):
    server = Server(reply({"images": [LARGE_TEXT, "AAE="]}))
    result = await draw(server, provider_options=given)
    assert result.images == [LARGE, b"\x00\x01"]
    assert server.body.get("providerOptions") == sent


@pytest.mark.parametrize("image", ["AAE=", LARGE_TEXT.rstrip("="), LARGE_TEXT[:-4] + "\nAA=="])
async def test_small_images_and_other_texts_stay_texts(image):
    result = await draw(Server(reply({"images": [image]})), provider_options={"gateway": {DECODE: True}})
    assert result.images == [image]


async def test_without_the_option_nothing_is_decoded():
    result = await draw(Server(reply({"images": [LARGE_TEXT]})), provider_options={"gateway": {DECODE: "yes"}})
    assert result.images == [LARGE_TEXT]
