"""`upload_file` hands a file in any form to a provider's store, with its media type."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from ai_sdk.provider import (
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    FilesV4UploadFileStreamData,
    InvalidArgumentError,
    SharedV4FileDataData,
    SharedV4FileDataText,
)
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.upload_file.upload_error import UploadNotSupportedError
from ai_sdk.upload_file.upload_file import upload_file

RESULT = FilesV4UploadFileResult(provider_reference={"mock": "f1"}, warnings=[])


class Store:
    """Keeps what it is given, or fails."""

    specification_version = "v4"
    provider = "mock"

    def __init__(self, error: Exception | None = None) -> None:
        self.calls: list[FilesV4UploadFileCallOptions] = []
        self._error = error

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        self.calls.append(options)
        if self._error is not None:
            raise self._error
        return RESULT


def upload(data: Any, **settings: Any) -> FilesV4UploadFileCallOptions:
    store = Store()
    assert asyncio.run(upload_file(api=store, data=data, **settings)) is RESULT
    return store.calls[0]


def test_the_store_gets_all_options() -> None:
    signal = AbortController().signal
    settings = {
        "filename": "a.pdf", "abort_signal": signal, "headers": {"X-Team": "a"}, "provider_options": {"mock": {"o": 1}},
    }  # fmt: skip
    assert upload(b"%PDF-1.7", media_type="a/b", **settings) == FilesV4UploadFileCallOptions(
        data=SharedV4FileDataData(data=b"%PDF-1.7"), media_type="a/b", **settings
    )


@pytest.mark.parametrize(
    ("data", "tagged", "media_type"),
    [
        (b"%PDF-1.7", SharedV4FileDataData(data=b"%PDF-1.7"), "application/pdf"),
        (bytearray(b"Hi\n"), SharedV4FileDataData(data=b"Hi\n"), "text/plain"),
        (memoryview(b"a\0"), SharedV4FileDataData(data=b"a\0"), "application/octet-stream"),
        (b"", SharedV4FileDataData(data=b""), "application/octet-stream"),
        ("JVBERi0=", SharedV4FileDataData(data="JVBERi0="), "application/pdf"),
        ("SGk=", SharedV4FileDataData(data="SGk="), "text/plain"),
        ({"type": "text", "text": "Hi"}, SharedV4FileDataText(text="Hi"), "text/plain"),
        ({"type": "data", "data": b"%PDF-"}, SharedV4FileDataData(data=b"%PDF-"), "application/pdf"),
        (SharedV4FileDataText(text="Hi"), SharedV4FileDataText(text="Hi"), "text/plain"),
    ],
)
def test_data_in_any_form_is_tagged_and_its_media_type_found(data: Any, tagged: Any, media_type: str) -> None:
    options = upload(data)
    assert (options.data, options.media_type) == (tagged, media_type)


@pytest.mark.parametrize(("length", "media_type"), [(512, "text/plain"), (511, "application/octet-stream")])
def test_only_the_beginning_says_whether_it_is_text(length: int, media_type: str) -> None:
    assert upload(b"a" * length + b"\0").media_type == media_type


def test_a_path_gives_bytes_and_a_file_name(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(b"Hi")
    options = upload(file)
    assert (options.data, options.filename, options.media_type) == (
        SharedV4FileDataData(data=b"Hi"), "note.txt", "text/plain",
    )  # fmt: skip
    assert upload(file, filename="other.txt").filename == "other.txt"


def test_text_that_is_no_base64_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="not valid base64"):
        upload("!")


class Pieces:
    """A stream that knows whether it was closed."""

    def __init__(self) -> None:
        self.is_closed = False

    async def read(self) -> AsyncIterator[bytes]:
        try:
            yield b"Hi"
            yield b"!"
        finally:
            self.is_closed = True


def test_a_stream_is_not_read_to_find_its_media_type() -> None:
    async def main() -> FilesV4UploadFileCallOptions:
        store, stream = Store(), Pieces().read()
        await upload_file(api=store, data=stream)
        assert isinstance(store.calls[0].data, FilesV4UploadFileStreamData)
        assert [piece async for piece in store.calls[0].data.stream] == [b"Hi", b"!"]
        return store.calls[0]

    assert asyncio.run(main()).media_type == "application/octet-stream"


@pytest.mark.parametrize("is_tagged", [True, False])
def test_a_stream_is_closed_when_the_upload_fails(*, is_tagged: bool) -> None:
    async def main() -> bool:
        pieces = Pieces()
        stream: Any = pieces.read()
        await anext(stream)
        with pytest.raises(ValueError, match="full"):
            data = {"type": "stream", "stream": stream} if is_tagged else stream
            await upload_file(api=Store(ValueError("full")), data=data)
        return pieces.is_closed

    assert asyncio.run(main())


def test_a_provider_gives_its_store() -> None:
    class Provider:
        store = Store()

        def files(self) -> Store:
            return self.store

    assert asyncio.run(upload_file(api=Provider(), data=b"Hi")) is RESULT
    assert len(Provider.store.calls) == 1


def test_a_provider_without_a_store_is_refused() -> None:
    with pytest.raises(UploadNotSupportedError, match=r"Make sure it exposes a files\(\) method\."):
        asyncio.run(upload_file(api=object(), data=b"Hi"))
