"""Downloads on behalf of the core."""

from typing import Any

import httpx
import pytest

from ai_sdk.provider.codec import dump_error
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.download import Download
from ai_sdk.provider_utils.response_handler import DownloadError
from ai_sdk.util.download import download as download_module
from ai_sdk.util.download.create_download import create_download
from ai_sdk.util.download.download_function import DownloadRequest, create_default_download_function
from ai_sdk.util.is_caused_by_abort import is_caused_by_abort
from ai_sdk.version import VERSION

pytestmark = pytest.mark.anyio
IMAGE = "https://files.test/image.png"


class Server:
    """Answers every request in the same way and remembers them."""

    def __init__(self, status: int = 200, content: bytes = b"png", error: Exception | None = None) -> None:
        self.answer = {"status_code": status, "content": content, "headers": {"content-type": "image/png"}}
        self.error = error
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.error:
            raise self.error
        return httpx.Response(**self.answer)

    def client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.MockTransport(self))


async def failure(server: Server, request: DownloadRequest, **settings: Any) -> DownloadError:
    async with server.client() as client:
        with pytest.raises(DownloadError) as caught:
            await create_download(http_client=client, **settings)(request)
    return caught.value


async def test_one_request_gives_the_file_and_says_who_asks() -> None:
    server = Server()
    async with server.client() as client:
        file = await create_download(http_client=client)(DownloadRequest(url=IMAGE))
    assert file == Download(data=b"png", media_type="image/png")
    [request] = server.requests
    assert (request.method, str(request.url)) == ("GET", IMAGE)
    assert request.headers["user-agent"].startswith(f"ai-sdk/{VERSION} python/")


async def test_several_requests_give_what_the_model_does_not_read_itself() -> None:
    server = Server()
    requests = [DownloadRequest(url=IMAGE, is_url_supported_by_model=known) for known in (True, False)]
    async with server.client() as client:
        files = await create_download(http_client=client)(requests)
    assert files == [None, Download(data=b"png", media_type="image/png")]
    assert len(server.requests) == 1


async def test_a_file_that_is_not_there_is_an_error_with_its_status() -> None:
    assert dump_error(await failure(Server(status=404), DownloadRequest(url=IMAGE))) == {
        "name": "AI_DownloadError",
        "message": f"Failed to download {IMAGE}: 404 Not Found",
        "url": IMAGE,
        "statusCode": 404,
        "statusText": "Not Found",
    }


async def test_a_file_over_the_limit_is_an_error() -> None:
    error = await failure(Server(content=b"12345"), DownloadRequest(url=IMAGE), max_bytes=4)
    assert error.message.startswith(f"Download of {IMAGE} exceeded maximum size of 4 bytes")


async def test_a_network_that_fails_is_the_cause_of_the_error() -> None:
    broken = httpx.ConnectError("refused")
    error = await failure(Server(error=broken), DownloadRequest(url=IMAGE))
    assert (error.message, error.cause) == (f"Failed to download {IMAGE}: ConnectError: refused", broken)


async def test_an_abort_is_the_cause_of_the_error() -> None:
    controller, server = AbortController(), Server()
    controller.abort()
    error = await failure(server, DownloadRequest(url=IMAGE, abort_signal=controller.signal))
    assert error.message == f"Failed to download {IMAGE}: AbortError: This operation was aborted"
    assert is_caused_by_abort(error)
    assert server.requests == []


async def test_private_hosts_are_refused_before_any_request() -> None:
    server = Server()
    error = await failure(server, DownloadRequest(url="http://127.0.0.1/x"))
    assert (error.message, server.requests) == ("URL with IP address 127.0.0.1 is not allowed", [])


async def test_the_default_function_uses_the_shared_client(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server()
    async with server.client() as client:
        monkeypatch.setattr(download_module, "_shared_client", ClientOwner(client))
        files = await create_default_download_function()(
            [DownloadRequest(url=IMAGE), DownloadRequest(url=IMAGE, is_url_supported_by_model=True)]
        )
    assert files == [Download(data=b"png", media_type="image/png"), None]


async def test_the_signal_of_the_default_function_goes_before_that_of_a_request() -> None:
    own, other = AbortController().signal, AbortController().signal
    seen: list[Any] = []

    async def remember(request: DownloadRequest) -> Download:
        seen.append((request.url, request.abort_signal))
        return Download(data=b"")

    requests = [DownloadRequest(url="a", abort_signal=other), DownloadRequest(url="b")]
    await create_default_download_function(remember, own)(requests)
    await create_default_download_function(remember)(requests)
    assert seen == [("a", own), ("b", own), ("a", other), ("b", None)]


async def test_a_client_of_its_own_is_closed_with_it() -> None:
    download = create_download()
    await download.aclose()
    with pytest.raises(DownloadError, match="URL scheme must be http, https, or data, got ftp:"):
        await download(DownloadRequest(url="ftp://files.test/x"))
    await download.aclose()
