"""xAI's file store, against a server in the process."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from ai_sdk.provider import (
    FilesV4DeleteFileCallOptions,
    FilesV4GetFileMetadataCallOptions,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileStreamData,
    InvalidArgumentError,
    SharedV4FileDataText,
)
from ai_sdk.provider.codec import dump
from ai_sdk.providers.xai import create_xai
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

pytestmark = pytest.mark.anyio

FIELD = 'Content-Disposition: form-data; name="{}"'
FILE = 'Content-Disposition: form-data; name="file"; filename="{}"\r\nContent-Type: text/plain'
ANSWER = {"id": "file_1", "bytes": 3, "created_at": 1, "expires_at": 2, "filename": "a.txt", "status": "processed"}
DESCRIPTION = {
    "providerReference": {"xai": "file_1"},
    "filename": "a.txt",
    "byteSize": 3,
    "createdAt": datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
    "expiresAt": datetime(1970, 1, 1, 0, 0, 2, tzinfo=UTC),
    "providerMetadata": {
        "xai": {"filename": "a.txt", "bytes": 3, "createdAt": 1, "status": "processed", "expiresAt": 2}
    },
    "warnings": [],
}


class Stream:
    """The bytes of a file, and whether they were let go of."""

    def __init__(self) -> None:
        self.closed = False

    async def pieces(self) -> AsyncIterator[bytes]:
        try:
            yield b"ab"
            yield b"c"
        finally:
            self.closed = True


def files(server: Server) -> Any:
    return create_xai(api_key="key", http_client=client(server)).files()


def upload(data: Any, **given: Any) -> FilesV4UploadFileCallOptions:
    return FilesV4UploadFileCallOptions(data=data, media_type="text/plain", provider_options={"xai": given})


async def test_a_file_is_uploaded_after_its_fields() -> None:
    server = Server(reply(ANSWER))
    result = await files(server).upload_file(upload(SharedV4FileDataText(text="abc"), teamId="t", expiresAfter=3600))
    assert (str(server.requests[0].url), server.form) == (
        "https://api.x.ai/v1/files",
        [(FIELD.format("expires_after"), "3600"), (FIELD.format("team_id"), "t"), (FILE.format("blob"), "abc")],
    )
    assert dump(result) == {**DESCRIPTION, "mediaType": "text/plain"}


async def test_a_stream_is_sent_after_its_fields_and_closed() -> None:
    server, stream = Server(reply({"id": "file_1", "filename": ""})), Stream()
    data = FilesV4UploadFileStreamData(stream=stream.pieces())
    result = await files(server).upload_file(upload(data, teamId="t"))
    assert server.form == [(FIELD.format("team_id"), "t"), (FILE.format("blob"), "abc")]
    assert (result.filename, stream.closed) == (None, True)


async def test_options_that_do_not_fit_let_go_of_the_stream() -> None:
    stream = Stream()
    pieces = stream.pieces()
    await anext(pieces)
    with pytest.raises(InvalidArgumentError):
        await files(Server()).upload_file(upload(FilesV4UploadFileStreamData(stream=pieces), expiresAfter=1))
    assert stream.closed


async def test_a_file_is_described_and_deleted() -> None:
    server = Server(reply(ANSWER), reply({"id": "file_1", "deleted": True}))
    described = await files(server).get_file_metadata(FilesV4GetFileMetadataCallOptions(file={"xai": "file_1"}))
    deleted = await files(server).delete_file(FilesV4DeleteFileCallOptions(file={"xai": "file_1"}))
    assert dump(described) == DESCRIPTION
    assert dump(deleted) == {"providerReference": {"xai": "file_1"}, "deleted": True, "warnings": []}
    assert [request.method for request in server.requests] == ["GET", "DELETE"]


async def test_a_reference_without_an_id_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="missing an 'xai' file id"):
        await files(Server()).get_file_metadata(FilesV4GetFileMetadataCallOptions(file={"openai": "1"}))
