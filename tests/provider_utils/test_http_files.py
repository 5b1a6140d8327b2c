"""The shared file store, as a provider of the tests uses it."""

from typing import Any, ClassVar

import httpx
import pytest
from ai_sdk_generated.xai.files import wire

from ai_sdk.provider import (
    APICallError,
    FilesV4DeleteFileCallOptions,
    FilesV4DownloadFileCallOptions,
    FilesV4GetFileMetadataCallOptions,
    InvalidArgumentError,
)
from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.http_files import HttpFiles
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.response_handler import ErrorStructure
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

REFERENCE = {"acme": "a/b", "other": "1"}


class AcmeFiles(HttpFiles[wire.XaiFilesResponse, wire.XaiFileDeleteResponse]):
    reference_key: ClassVar[str] = "acme"
    file_type: ClassVar[Any] = wire.XaiFilesResponse
    deleted_type: ClassVar[Any] = wire.XaiFileDeleteResponse
    error_structure: ClassVar[ErrorStructure] = ErrorStructure(wire.XaiFilesResponse, lambda data: f"not {data.id}")
    extra_headers: ClassVar[Any] = {"x-version": "1"}


def store(server: Server) -> AcmeFiles:
    async def headers() -> dict[str, str | None]:
        return {"authorization": "Bearer key"}

    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    config = ModelConfig(
        provider="acme.files",
        url=lambda path, _model_id: f"https://acme.dev{path}",
        headers=headers,
        transport=ClientOwner(client).transport,
    )
    return AcmeFiles(config)


async def test_a_file_is_asked_for_by_its_escaped_id_with_the_headers_of_all():
    server = Server(reply({"id": "a/b"}))
    options = FilesV4GetFileMetadataCallOptions(file=REFERENCE, headers={"x-call": "2"})
    assert (await store(server).get_file(options)).id == "a/b"
    (request,) = server.requests
    assert (request.method, str(request.url)) == ("GET", "https://acme.dev/files/a%2Fb")
    sent = {name: request.headers[name] for name in ("authorization", "x-version", "x-call")}
    assert sent == {"authorization": "Bearer key", "x-version": "1", "x-call": "2"}


async def test_a_file_is_downloaded_with_its_media_type():
    server = Server(httpx.Response(200, headers={"content-type": "text/csv; charset=utf-8"}, content=b"a,b"))
    result = await store(server).download_file(FilesV4DownloadFileCallOptions(file=REFERENCE))
    assert result.media_type == "text/csv"
    assert b"".join([piece async for piece in result.content]) == b"a,b"
    assert str(server.requests[0].url) == "https://acme.dev/files/a%2Fb/content"


async def test_a_file_is_deleted():
    server = Server(reply({"id": "a/b", "deleted": True}))
    assert (await store(server).delete(FilesV4DeleteFileCallOptions(file=REFERENCE))).deleted is True
    assert server.requests[0].method == "DELETE"


@pytest.mark.parametrize("reference", [{}, {"acme": "  "}, {"other": "1"}])
async def test_a_reference_without_an_id_of_the_provider_is_refused_before_any_request(reference):
    server = Server()
    with pytest.raises(InvalidArgumentError, match=r"file reference is missing an 'acme' file id\."):
        await store(server).get_file(FilesV4GetFileMetadataCallOptions(file=reference))
    assert server.requests == []


async def test_an_error_is_told_in_the_words_of_the_provider():
    server = Server(reply({"id": "there"}, status=404))
    with pytest.raises(APICallError) as caught:
        await store(server).get_file(FilesV4GetFileMetadataCallOptions(file=REFERENCE))
    assert (caught.value.message, caught.value.status_code) == ("not there", 404)
