from typing import Any

import httpx
import pytest

from ai_sdk.provider import (
    ImageModelV4,
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    InvalidArgumentError,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.response_handler import DownloadError
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

ANSWER = {"created": 1, "data": [{"b64_json": "AAAA"}, {"b64_json": "BBBB", "revised_prompt": "a bee"}]}
FIELD = 'Content-Disposition: form-data; name="{}"'
FILE = 'Content-Disposition: form-data; name="{}"; filename="blob"\r\nContent-Type: {}'
PNG = ImageModelV4FileData(media_type="image/png", data=b"png")
JPEG = ImageModelV4FileData(media_type="image/jpeg", data="anBn")


async def generate(model_id: str = "gpt-image-1", answer: Any = ANSWER, **options: Any) -> tuple[Server, Any]:
    server = Server(reply(answer))
    model = server.provider().image(model_id)
    assert isinstance(model, ImageModelV4)
    return server, dump(await model.do_generate(ImageModelV4CallOptions(prompt="A bee", **options)))


async def test_a_prompt_becomes_images() -> None:
    server, result = await generate(n=2, size="1024x1024")
    assert str(server.requests[0].url) == "https://api.openai.com/v1/images/generations"
    assert server.body == {"model": "gpt-image-1", "prompt": "A bee", "n": 2, "size": "1024x1024"}
    assert (result["images"], result["warnings"], "usage" in result) == (["AAAA", "BBBB"], [], False)
    assert result["providerMetadata"] == {
        "openai": {"images": [{"created": 1}, {"created": 1, "revisedPrompt": "a bee"}]}
    }


async def test_older_models_are_asked_for_base64() -> None:
    server, _ = await generate("dall-e-3")
    assert server.body["response_format"] == "b64_json"


async def test_provider_options_have_their_wire_names() -> None:
    given = {
        "quality": "high",
        "style": "vivid",
        "background": "opaque",
        "moderation": "low",
        "outputFormat": "gif",
        "outputCompression": 50,
        "complexity": "low",
        "frameCount": 3,
        "frameDurationMs": 30,
        "user": "u",
        "safetyIdentifier": "s",
    }
    server, _ = await generate(provider_options={"openai": given})
    assert server.body == {
        "model": "gpt-image-1",
        "prompt": "A bee",
        "n": 1,
        "quality": "high",
        "style": "vivid",
        "background": "opaque",
        "moderation": "low",
        "output_format": "gif",
        "output_compression": 50,
        "complexity": "low",
        "frame_count": 3,
        "frame_duration_ms": 30,
        "user": "u",
        "safety_identifier": "s",
    }


async def test_what_the_api_does_not_take_is_warned_of() -> None:
    _, result = await generate(aspect_ratio="1:1", seed=1)
    details = "This model does not support aspect ratio. Use `size` instead."
    assert result["warnings"] == [
        {"type": "unsupported", "feature": "aspectRatio", "details": details},
        {"type": "unsupported", "feature": "seed"},
    ]


async def test_the_tokens_of_the_input_are_shared_out_so_that_their_sum_is_exact() -> None:
    usage = {
        "input_tokens": 10,
        "output_tokens": 20,
        "total_tokens": 30,
        "input_tokens_details": {"image_tokens": 7, "text_tokens": None},
    }
    _, result = await generate(answer={"data": [{"b64_json": "A"}] * 3, "usage": usage, "size": "1x1"})
    assert result["usage"] == {"inputTokens": 10, "outputTokens": 20, "totalTokens": 30}
    assert result["providerMetadata"]["openai"]["images"] == [
        {"size": "1x1", "imageTokens": 2},
        {"size": "1x1", "imageTokens": 2},
        {"size": "1x1", "imageTokens": 3},
    ]


async def test_files_are_edited_by_a_form() -> None:
    options = {"openai": {"quality": "low", "inputFidelity": "high", "outputCompression": 9}}
    server, _ = await generate(files=[PNG, JPEG], mask=PNG, n=2, provider_options=options)
    assert str(server.requests[0].url) == "https://api.openai.com/v1/images/edits"
    assert server.form == [
        (FIELD.format("model"), "gpt-image-1"),
        (FIELD.format("prompt"), "A bee"),
        (FILE.format("image[]", "image/png"), "png"),
        (FILE.format("image[]", "image/jpeg"), "jpg"),
        (FILE.format("mask", "image/png"), "png"),
        (FIELD.format("n"), "2"),
        (FIELD.format("quality"), "low"),
        (FIELD.format("output_compression"), "9"),
        (FIELD.format("input_fidelity"), "high"),
    ]


async def test_files_at_urls_are_downloaded_first() -> None:
    server = Server(
        httpx.Response(200, headers={"content-type": "image/webp"}, content=b"webp"),
        httpx.Response(200, content=b"raw"),
        reply(ANSWER),
    )
    options = ImageModelV4CallOptions(
        files=[ImageModelV4FileUrl(url="https://a.example/x.webp")],
        provider_options={"openai": {"markup": "https://a.example/markup"}},
    )
    await server.provider().image("gpt-image-1").do_generate(options)
    assert [str(request.url) for request in server.requests] == [
        "https://a.example/x.webp",
        "https://a.example/markup",
        "https://api.openai.com/v1/images/edits",
    ]
    assert "authorization" not in server.requests[0].headers
    server.requests = server.requests[2:]
    assert server.form[1:3] == [
        (FILE.format("image", "image/webp"), "webp"),
        (FILE.format("markup", "application/octet-stream"), "raw"),
    ]


async def test_a_file_that_cannot_be_downloaded_is_an_error() -> None:
    server = Server(httpx.Response(404))
    options = ImageModelV4CallOptions(files=[ImageModelV4FileUrl(url="https://a.example/x")])
    with pytest.raises(DownloadError, match="404"):
        await server.provider().image("gpt-image-1").do_generate(options)


@pytest.mark.parametrize(
    ("markup", "media_type"),
    [("data:image/webp;base64,bWFyaw==", "image/webp"), ("data:;base64,bWFyaw==", "image/png")],
)
async def test_a_markup_may_be_a_data_url(markup: str, media_type: str) -> None:
    server, _ = await generate(files=[PNG], provider_options={"openai": {"markup": markup}})
    assert server.form[3] == (FILE.format("markup", media_type), "mark")


@pytest.mark.parametrize(
    ("markup", "mask", "message"),
    [("data:image/png,raw", None, "must be base64 encoded"), ("data:;base64,AAAA", PNG, "cannot be combined")],
)
async def test_a_markup_that_cannot_be_sent_is_refused(
    markup: str, mask: ImageModelV4FileData | None, message: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=message) as caught:
        await generate(files=[PNG], mask=mask, provider_options={"openai": {"markup": markup}})
    assert caught.value.argument == "providerOptions.openai.markup"


@pytest.mark.parametrize(
    ("model_id", "facts"),
    [("gpt-image-1", (10, True, True)), ("dall-e-3", (1, False, False)), ("own-model", (1, None, None))],
)
def test_a_model_says_what_it_takes(model_id: str, facts: tuple[int, bool | None, bool | None]) -> None:
    model = Server().provider().image_model(model_id)
    assert (model.max_images_per_call, model.supports_file_inputs, model.supports_mask_inputs) == facts
