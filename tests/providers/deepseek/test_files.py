"""Images are uploaded to DeepSeek."""

import pytest

from ai_sdk.provider import (
    APICallError,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    FilesV4UploadFileStreamData,
    InvalidArgumentError,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import load
from ai_sdk.providers.deepseek import create_deepseek
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

pytestmark = pytest.mark.anyio

PNG = "iVBORw0KGgo="
TEXT = "aGk="


def upload_options(data=PNG, media_type="image/png", **more):
    return load(
        FilesV4UploadFileCallOptions,
        {"data": {"type": "data", "data": data}, "mediaType": media_type, **more},
    )


async def upload(server, given):
    return await create_deepseek(api_key="key", http_client=client(server)).files().upload_file(given)


async def test_an_image_is_posted_as_a_form_and_comes_back_as_a_reference():
    answer = {
        "id": "f1",
        "object": "file",
        "bytes": 8,
        "created_at": 1,
        "filename": "b.png",
        "purpose": "user_data",
        "expires_at": 2,
    }
    server = Server(reply(answer))
    given = upload_options(TEXT, filename="a.png", providerOptions={"deepseek": {"expiresAfter": 3600}})
    assert await upload(server, given) == FilesV4UploadFileResult(
        warnings=[],
        provider_reference={"deepseek": "f1"},
        filename="b.png",
        media_type="image/png",
        provider_metadata={
            "deepseek": {
                "object": "file",
                "filename": "b.png",
                "purpose": "user_data",
                "bytes": 8,
                "createdAt": 1,
                "expiresAt": 2,
            }
        },
    )
    assert str(server.requests[0].url) == "https://api.deepseek.com/files"
    assert [head.split("\r\n")[0].partition("form-data; ")[2] for head, _ in server.form] == [
        'name="file"; filename="a.png"',
        'name="purpose"',
        'name="expires_after[anchor]"',
        'name="expires_after[seconds]"',
    ]
    assert [body for _, body in server.form[1:]] == ["user_data", "created_at", "3600"]


@pytest.mark.parametrize(
    "given",
    [
        upload_options(TEXT, " IMAGE/WEBP ; a=b"),
        upload_options(PNG, "application/octet-stream"),
        upload_options(TEXT, "image/*", filename="A.JPEG"),
    ],
)
async def test_a_generic_type_is_fine_when_the_bytes_or_the_name_say_more(given):
    result = await upload(Server(reply({"id": "f1"})), given)
    assert (result.provider_reference, result.filename) == ({"deepseek": "f1"}, given.filename)


@pytest.mark.parametrize(
    ("given", "argument"),
    [
        (upload_options("JVBERi0=", "image/png"), "data"),
        (upload_options("A" * (4 * 22_369_624), "image/png"), "data"),
        (upload_options(TEXT, "text/plain"), "mediaType"),
        (upload_options(TEXT, "image", filename="a.txt"), "mediaType"),
        (upload_options(TEXT, "", filename="png"), "mediaType"),
        (upload_options(filename="é" * 513), "filename"),
        (upload_options(providerOptions={"deepseek": {"expiresAfter": 60}}), "providerOptions"),
    ],
    ids=["content", "size", "type", "generic", "no extension", "name", "option"],
)
async def test_what_deepseek_does_not_store_is_refused_before_any_request(given, argument):
    with pytest.raises(InvalidArgumentError) as caught:
        await upload(Server(), given)
    assert caught.value.argument == argument


async def test_a_stream_is_refused():
    async def pieces():
        yield b"a"

    given = FilesV4UploadFileCallOptions(data=FilesV4UploadFileStreamData(stream=pieces()), media_type="image/png")
    with pytest.raises(UnsupportedFunctionalityError):
        await upload(Server(), given)


async def test_an_error_status_raises_with_deepseeks_words():
    with pytest.raises(APICallError, match="No room"):
        await upload(Server(reply({"error": {"message": "No room"}}, 413)), upload_options())
