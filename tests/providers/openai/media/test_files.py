from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    FilesV4,
    FilesV4DeleteFileCallOptions,
    FilesV4DownloadFileCallOptions,
    FilesV4GetFileMetadataCallOptions,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileStreamData,
    InvalidArgumentError,
    SharedV4FileDataText,
    SkillsV4,
    SkillsV4File,
    SkillsV4UploadSkillCallOptions,
)
from ai_sdk.provider.codec import dump
from ai_sdk.providers.openai import create_openai
from tests.providers.openai.server import Pieces, Server, reply

pytestmark = pytest.mark.anyio

FIELD = 'Content-Disposition: form-data; name="{}"'
FILE = 'Content-Disposition: form-data; name="{}"; filename="{}"\r\nContent-Type: {}'
ANSWER = {"id": "file-1", "bytes": 3, "created_at": 1, "expires_at": 2, "filename": "a.txt", "purpose": "user_data"}
METADATA = {"filename": "a.txt", "purpose": "user_data", "bytes": 3, "createdAt": 1, "expiresAt": 2}
SECONDS = [datetime(1970, 1, 1, 0, 0, second, tzinfo=UTC) for second in range(3)]
REFERENCE = {"openai": "file/1"}


class Stream:
    """The bytes of a file, and whether they were let go of."""

    def __init__(self) -> None:
        self.closed = False

    async def pieces(self) -> AsyncIterator[bytes]:
        try:
            yield b"a"
            yield b"bc"
        finally:
            self.closed = True


def upload(data: Any = None, **options: Any) -> FilesV4UploadFileCallOptions:
    return FilesV4UploadFileCallOptions(
        data=data or SharedV4FileDataText(text="abc"), media_type="text/plain", **options
    )


async def test_a_file_is_uploaded_as_a_form() -> None:
    server = Server(reply(ANSWER))
    files = server.provider().files()
    assert isinstance(files, FilesV4)
    result = dump(await files.upload_file(upload(headers={"x-own": "1"})))
    assert str(server.requests[0].url) == "https://api.openai.com/v1/files"
    assert server.requests[0].headers["x-own"] == "1"
    assert server.form == [
        (FILE.format("file", "blob", "text/plain"), "abc"),
        (FIELD.format("purpose"), "assistants"),
    ]
    assert result == {
        "warnings": [],
        "providerReference": {"openai": "file-1"},
        "filename": "a.txt",
        "mediaType": "text/plain",
        "byteSize": 3,
        "createdAt": SECONDS[1],
        "expiresAt": SECONDS[2],
        "providerMetadata": {"openai": METADATA},
    }


async def test_purpose_and_expiry_are_fields_of_the_form() -> None:
    server = Server(reply({"id": "file-1"}))
    options = {"openai": {"purpose": "batch", "expiresAfter": 3600}}
    result = dump(await server.provider().files().upload_file(upload(filename="b.txt", provider_options=options)))
    assert server.form == [
        (FILE.format("file", "b.txt", "text/plain"), "abc"),
        (FIELD.format("purpose"), "batch"),
        (FIELD.format("expires_after[anchor]"), "created_at"),
        (FIELD.format("expires_after[seconds]"), "3600"),
    ]
    assert result == {
        "warnings": [],
        "providerReference": {"openai": "file-1"},
        "filename": "b.txt",
        "mediaType": "text/plain",
        "providerMetadata": {"openai": {}},
    }


class Recorder(httpx.AsyncBaseTransport):
    """Notes the pieces in which a request arrives."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        self.content_type = request.headers["content-type"]
        self.pieces = [piece async for piece in request.stream]
        return reply({"id": "file-1"})


async def test_a_stream_is_sent_piece_by_piece_and_closed() -> None:
    source, recorder = Stream(), Recorder()
    provider = create_openai(api_key="key", http_client=httpx.AsyncClient(transport=recorder))
    data = FilesV4UploadFileStreamData(stream=source.pieces())
    options = upload(data, filename='a"b\n.txt', provider_options={"openai": {"expiresAfter": 5}})
    await provider.files().upload_file(options)
    boundary = recorder.content_type.removeprefix("multipart/form-data; boundary=")
    assert [piece.decode() for piece in recorder.pieces] == [
        f"--{boundary}\r\n" + FIELD.format("purpose") + "\r\n\r\nassistants\r\n",
        f"--{boundary}\r\n" + FIELD.format("expires_after[anchor]") + "\r\n\r\ncreated_at\r\n",
        f"--{boundary}\r\n" + FIELD.format("expires_after[seconds]") + "\r\n\r\n5\r\n",
        f"--{boundary}\r\n" + FILE.format("file", 'a\\"b.txt', "text/plain") + "\r\n\r\n",
        "a",
        "bc",
        "\r\n",
        f"--{boundary}--\r\n",
    ]
    assert source.closed


async def test_a_stream_is_closed_when_the_options_do_not_fit() -> None:
    source, server = Stream(), Server()
    stream = source.pieces()
    await anext(stream)
    with pytest.raises(InvalidArgumentError):
        await (
            server.provider()
            .files()
            .upload_file(
                upload(FilesV4UploadFileStreamData(stream=stream), provider_options={"openai": {"purpose": 1}})
            )
        )
    assert (source.closed, server.requests) == (True, [])


async def test_a_failed_upload_of_a_stream_says_what_was_sent() -> None:
    server = Server(reply({"error": {"message": "too large"}}, status=413))
    data = FilesV4UploadFileStreamData(stream=Stream().pieces())
    with pytest.raises(APICallError, match="too large") as caught:
        await server.provider().files().upload_file(upload(data))
    assert caught.value.request_body_values == {"purpose": "assistants", "file": "<file:file>"}


async def test_a_file_is_described() -> None:
    server = Server(reply(ANSWER))
    result = await server.provider().files().get_file_metadata(FilesV4GetFileMetadataCallOptions(file=REFERENCE))
    (request,) = server.requests
    assert (request.method, str(request.url)) == ("GET", "https://api.openai.com/v1/files/file%2F1")
    assert dump(result) == {
        "warnings": [],
        "providerReference": {"openai": "file-1"},
        "filename": "a.txt",
        "byteSize": 3,
        "createdAt": SECONDS[1],
        "expiresAt": SECONDS[2],
        "providerMetadata": {"openai": METADATA},
    }


@pytest.mark.parametrize(
    ("headers", "media_type"), [({"content-type": "text/csv; charset=utf-8"}, "text/csv"), ({}, None)]
)
async def test_a_file_is_downloaded_piece_by_piece(headers: dict[str, str], media_type: str | None) -> None:
    pieces = Pieces([b"a", b"bc"])
    server = Server(httpx.Response(200, headers=headers, stream=pieces))
    result = await server.provider().files().download_file(FilesV4DownloadFileCallOptions(file=REFERENCE))
    assert str(server.requests[0].url) == "https://api.openai.com/v1/files/file%2F1/content"
    assert ([piece async for piece in result.content], result.media_type) == ([b"a", b"bc"], media_type)
    assert pieces.is_closed


async def test_a_file_is_deleted() -> None:
    server = Server(reply({"id": "file-1", "deleted": True}))
    result = await server.provider().files().delete_file(FilesV4DeleteFileCallOptions(file=REFERENCE))
    assert server.requests[0].method == "DELETE"
    assert dump(result) == {"warnings": [], "providerReference": {"openai": "file-1"}, "deleted": True}


@pytest.mark.parametrize("reference", [{}, {"openai": " "}, {"xai": "file-1"}])
async def test_a_reference_without_an_openai_id_is_refused(reference: dict[str, str]) -> None:
    with pytest.raises(InvalidArgumentError, match="missing an 'openai' file id"):
        await Server().provider().files().delete_file(FilesV4DeleteFileCallOptions(file=reference))


async def test_a_skill_is_uploaded_file_by_file() -> None:
    server = Server(
        reply({"id": "skill-1", "name": "bees", "description": "d", "latest_version": "2", "created_at": 1})
    )
    skills = server.provider().skills()
    assert isinstance(skills, SkillsV4)
    files = [SkillsV4File(path="bees/SKILL.md", data=SharedV4FileDataText(text="# Bees"))]
    result = dump(await skills.upload_skill(SkillsV4UploadSkillCallOptions(files=files, display_title="Bees")))
    assert server.form == [(FILE.format("files[]", "bees/SKILL.md", "application/octet-stream"), "# Bees")]
    assert result == {
        "providerReference": {"openai": "skill-1"},
        "name": "bees",
        "description": "d",
        "latestVersion": "2",
        "providerMetadata": {"openai": {"createdAt": 1}},
        "warnings": [{"type": "unsupported", "feature": "displayTitle"}],
    }
