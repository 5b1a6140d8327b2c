"""Files and skills."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    FilesV4DeleteFileCallOptions,
    FilesV4DownloadFileCallOptions,
    FilesV4GetFileMetadataCallOptions,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileStreamData,
    InvalidArgumentError,
    SkillsV4UploadSkillCallOptions,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.providers.anthropic import create_anthropic
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

FILE = {
    "id": "file_1",
    "filename": "a.txt",
    "mime_type": "text/plain",
    "size_bytes": 4,
    "created_at": "2031-02-03T04:05:06.789123Z",
    "downloadable": True,
    "expires_at": "not a date",
}
METADATA = {
    "filename": "a.txt",
    "mimeType": "text/plain",
    "sizeBytes": 4,
    "createdAt": FILE["created_at"],
    "downloadable": True,
    "expiresAt": "not a date",
}
CREATED = datetime(2031, 2, 3, 4, 5, 6, 789000, tzinfo=UTC)


def provider(server: Server) -> Any:
    return create_anthropic(api_key="key", http_client=httpx.AsyncClient(transport=httpx.MockTransport(server.answer)))


def upload(**options: Any) -> FilesV4UploadFileCallOptions:
    found: FilesV4UploadFileCallOptions = load(FilesV4UploadFileCallOptions, options)
    return found


async def test_a_file_is_uploaded_with_the_beta_of_files():
    server = Server(reply(FILE))
    options = upload(
        data={"type": "text", "text": "Hallo"}, mediaType="text/plain", filename="b.txt", headers={"x-own": "1"}
    )
    result = await provider(server).files().upload_file(options)
    request = server.requests[0]
    assert (str(request.url), request.headers["anthropic-beta"], request.headers["x-own"]) == (
        "https://api.anthropic.com/v1/files",
        "files-api-2025-04-14",
        "1",
    )
    assert server.form == [
        ('Content-Disposition: form-data; name="file"; filename="b.txt"\r\nContent-Type: text/plain', "Hallo")
    ]
    assert dump(result) == {
        "providerReference": {"anthropic": "file_1"},
        "mediaType": "text/plain",
        "filename": "a.txt",
        "byteSize": 4,
        "createdAt": CREATED,
        "providerMetadata": {"anthropic": METADATA},
        "warnings": [],
    }


async def test_what_the_answer_leaves_out_is_known_from_the_call():
    options = upload(data={"type": "data", "data": "AAE="}, mediaType="image/png", filename="b.png")
    result = await provider(Server(reply({"id": "f", "created_at": "2031-01-01"}))).files().upload_file(options)
    assert (result.media_type, result.filename, result.byte_size) == ("image/png", "b.png", None)
    assert result.created_at == datetime(2031, 1, 1, tzinfo=UTC)


async def test_a_stream_is_not_uploaded():
    async def pieces():
        yield b"a"

    options = FilesV4UploadFileCallOptions(data=FilesV4UploadFileStreamData(stream=pieces()), media_type="text/plain")
    with pytest.raises(UnsupportedFunctionalityError, match="streaming file upload"):
        await provider(Server()).files().upload_file(options)


async def test_a_file_is_described_downloaded_and_deleted():
    contents = httpx.Response(200, headers={"content-type": "text/plain; charset=utf-8"}, content=b"abc")
    server = Server(reply(FILE), contents, reply({"id": "file_1", "type": "file_deleted"}))
    files = provider(server).files()
    file = {"anthropic": "file /1"}
    described = await files.get_file_metadata(FilesV4GetFileMetadataCallOptions(file=file))
    download = await files.download_file(FilesV4DownloadFileCallOptions(file=file))
    content = b"".join([piece async for piece in download.content])
    deleted = await files.delete_file(FilesV4DeleteFileCallOptions(file=file))
    assert (described.created_at, described.provider_metadata) == (CREATED, {"anthropic": METADATA})
    assert (content, download.media_type) == (b"abc", "text/plain")
    assert dump(deleted) == {"providerReference": {"anthropic": "file_1"}, "deleted": True, "warnings": []}
    assert [(request.method, request.url.raw_path.decode()) for request in server.requests] == [
        ("GET", "/v1/files/file%20%2F1"),
        ("GET", "/v1/files/file%20%2F1/content"),
        ("DELETE", "/v1/files/file%20%2F1"),
    ]


@pytest.mark.parametrize("reference", [{}, {"openai": "f"}, {"anthropic": " "}])
async def test_a_reference_without_an_id_is_refused(reference):
    with pytest.raises(InvalidArgumentError, match="missing an 'anthropic' file id"):
        await provider(Server()).files().delete_file(FilesV4DeleteFileCallOptions(file=reference))


SKILL = {
    "id": "skill_1",
    "display_title": "Stars",
    "name": "old",
    "latest_version": "7",
    "source": "custom",
    "created_at": "c",
    "updated_at": "u",
}


def skill(**options: Any) -> SkillsV4UploadSkillCallOptions:
    files = [{"path": "stars/SKILL.md", "data": {"type": "text", "text": "# Stars"}}]
    found: SkillsV4UploadSkillCallOptions = load(SkillsV4UploadSkillCallOptions, {"files": files, **options})
    return found


async def test_a_skill_is_uploaded_and_named_by_its_version():
    version = {"type": "skill_version", "skill_id": "skill_1", "name": "stars", "description": "Finds stars."}
    server = Server(reply(SKILL), reply(version))
    result = await provider(server).skills().upload_skill(skill(displayTitle="Stars"))
    assert dump(result) == {
        "providerReference": {"anthropic": "skill_1"},
        "displayTitle": "Stars",
        "name": "stars",
        "description": "Finds stars.",
        "latestVersion": "7",
        "providerMetadata": {"anthropic": {"source": "custom", "createdAt": "c", "updatedAt": "u"}},
        "warnings": [],
    }
    assert [str(request.url) for request in server.requests] == [
        "https://api.anthropic.com/v1/skills",
        "https://api.anthropic.com/v1/skills/skill_1/versions/7",
    ]
    assert {request.headers["anthropic-beta"] for request in server.requests} == {"skills-2025-10-02"}


async def test_a_skill_without_a_version_is_named_by_itself():
    result = await provider(Server(reply({**SKILL, "latest_version": None}))).skills().upload_skill(skill())
    assert (result.name, result.description, result.latest_version) == ("old", None, None)


async def test_a_refused_skill_raises_with_anthropics_words():
    body = {"type": "error", "error": {"type": "t", "message": "No."}}
    with pytest.raises(APICallError, match=r"No\."):
        await provider(Server(reply(body, 400))).skills().upload_skill(skill())
