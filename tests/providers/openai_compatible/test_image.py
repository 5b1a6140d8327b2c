"""Images: generated, edited, returned as text or to be downloaded."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    ImageModelV4,
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    ImageModelV4Result,
    ImageModelV4ResultResponse,
    ImageModelV4Usage,
    SharedV4WarningDeprecated,
    SharedV4WarningUnsupported,
    TypeValidationError,
)
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.provider_utils.response_handler import DownloadError
from ai_sdk.providers.openai_compatible import create_openai_compatible
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 1, 2, tzinfo=UTC)
ONE = {"data": [{"b64_json": "AAAA"}]}


class StoppedClock(SystemClock):
    def now(self) -> datetime:
        return NOW


def model(server: Server, name: str = "acme"):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    provider = create_openai_compatible(
        name=name, base_url="https://a.dev/v1", api_key="key", headers={"x-own": "1"}, http_client=client
    )
    return provider.image_model("m")


async def generate(server: Server, name: str = "acme", **options: Any) -> ImageModelV4Result:
    with use_clock(StoppedClock()):
        return await model(server, name).do_generate(ImageModelV4CallOptions(**{"prompt": "A cat", **options}))


def test_it_is_an_image_model_for_ten_images_a_call():
    assert isinstance(model(Server()), ImageModelV4)
    assert model(Server()).max_images_per_call == 10


async def test_images_are_generated_with_options_as_they_are():
    server = Server(reply({**ONE, "usage": {"input_tokens": 1, "output_tokens": 2, "total_tokens": 3}}))
    given = {"my-acme": {"quality": "low", "user": "raw"}, "myAcme": {"user": "u", "own": None}, "other": {"a": 1}}
    result = await generate(
        server, "my-acme", n=2, size="1x1", aspect_ratio="1:1", seed=1, provider_options=given, headers={"x-call": "2"}
    )
    assert str(server.requests[0].url) == "https://a.dev/v1/images/generations"
    assert server.body == {
        "model": "m",
        "prompt": "A cat",
        "n": 2,
        "size": "1x1",
        "quality": "low",
        "user": "u",
        "own": None,
    }
    assert result == ImageModelV4Result(
        images=["AAAA"],
        warnings=[
            SharedV4WarningUnsupported(
                feature="aspectRatio", details="This model does not support aspect ratio. Use `size` instead."
            ),
            SharedV4WarningUnsupported(feature="seed"),
            SharedV4WarningDeprecated(setting="providerOptions key 'my-acme'", message="Use 'myAcme' instead."),
        ],
        usage=ImageModelV4Usage(input_tokens=1, output_tokens=2, total_tokens=3),
        response=ImageModelV4ResultResponse(timestamp=NOW, model_id="m", headers=result.response.headers),
    )


def field(name: str) -> str:
    return f'Content-Disposition: form-data; name="{name}"'


def file_field(name: str, media_type: str) -> str:
    return f'{field(name)}; filename="blob"\r\nContent-Type: {media_type}'


async def test_files_are_edited_with_a_form():
    server = Server(
        httpx.Response(200, headers={"content-type": "image/webp"}, content=b"webp"), httpx.Response(200, json=ONE)
    )
    files = [
        ImageModelV4FileUrl(url="https://files.dev/a.webp"),
        ImageModelV4FileData(media_type="image/png", data=b"png"),
    ]
    mask = ImageModelV4FileData(media_type="image/gif", data="Z2lm")
    result = await generate(server, files=files, mask=mask, provider_options={"acme": {"quality": "low"}})
    download, edit = server.requests
    assert (str(download.url), "authorization" in download.headers) == ("https://files.dev/a.webp", False)
    assert str(edit.url) == "https://a.dev/v1/images/edits"
    server.requests = [edit]
    assert server.form == [
        (field("model"), "m"),
        (field("prompt"), "A cat"),
        (file_field("image[]", "image/webp"), "webp"),
        (file_field("image[]", "image/png"), "png"),
        (file_field("mask", "image/gif"), "gif"),
        (field("n"), "1"),
        (field("quality"), "low"),
    ]
    assert (result.images, result.usage) == (["AAAA"], None)


async def test_one_file_is_no_list():
    server = Server(reply(ONE))
    await generate(server, files=[ImageModelV4FileData(media_type="image/png", data=b"png")])
    assert (file_field("image", "image/png"), "png") in server.form


async def test_images_at_urls_are_downloaded_and_the_key_goes_to_the_provider_alone():
    data = [{"url": "https://a.dev/1"}, {"b64_json": "Mg=="}, {"url": "https://cdn.dev/3"}]
    server = Server(reply({"data": data}), httpx.Response(200, content=b"1"), httpx.Response(200, content=b"3"))
    result = await generate(server, headers={"x-call": "2"})
    assert result.images == [b"1", b"2", b"3"]
    _, own, foreign = server.requests
    assert [own.headers.get(name) for name in ("authorization", "x-own", "x-call")] == ["Bearer key", "1", "2"]
    assert [foreign.headers.get(name) for name in ("authorization", "x-own", "x-call")] == [None, None, None]


async def test_an_image_at_a_private_address_is_not_downloaded():
    server = Server(reply({"data": [{"url": "http://127.0.0.1/1"}]}))
    with pytest.raises(DownloadError):
        await generate(server)
    assert len(server.requests) == 1


async def test_an_image_that_is_not_there_is_an_error():
    server = Server(reply({"data": [{"url": "https://cdn.dev/1"}]}), httpx.Response(404))
    with pytest.raises(APICallError) as caught:
        await generate(server)
    assert (caught.value.url, caught.value.status_code) == ("https://cdn.dev/1", 404)


async def test_an_answer_with_neither_text_nor_url_is_invalid():
    with pytest.raises(APICallError, match="Invalid JSON response") as caught:
        await generate(Server(reply({"data": [{"revised_prompt": "A dog"}]})))
    assert isinstance(caught.value.cause, TypeValidationError)
