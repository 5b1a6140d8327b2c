"""Which URLs are downloaded, and which headers go along."""

import contextlib
import re

import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.download import Download, download, fetch_untrusted_url, is_url_supported
from ai_sdk.provider_utils.response_handler import DownloadError
from ai_sdk.provider_utils.transport import HttpxTransport
from ai_sdk.provider_utils.url_guard import is_same_origin, validate_download_url


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a.png",
        "http://8.8.8.8/",
        "http://[2606:4700::1111]/",
        "http://[64:ff9b::8.8.8.8]/",
        "data:text/plain,hi",
        "https://local/",
        "https://1.example/",
    ],
)
def test_public_urls_are_allowed(url: str) -> None:
    validate_download_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://LOCALHOST./",
        "http://printer.local/",
        "http://metadata.google.internal/",
        "http://a.localhost/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://017700000001/",
        "http://10.1.2.3/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://172.31.255.255/",
        "http://192.168.1.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::169.254.169.254]/",
        "http://[2001:db8::1]/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "http:///path",
        "/relative",
        "http://example.com:99999/",
        "http://[bad/",
    ],
)
def test_private_hosts_and_other_protocols_are_refused(url: str) -> None:
    with pytest.raises(DownloadError) as caught:
        validate_download_url(url)
    assert caught.value.url == url


@given(st.text())
def test_no_text_raises_anything_but_a_download_error(text: str) -> None:
    with contextlib.suppress(DownloadError):
        assert validate_download_url(text) is None


def test_origins_are_the_same_when_scheme_host_and_port_are() -> None:
    assert is_same_origin("https://a.example/x", "https://A.example:443/y")
    assert not is_same_origin("https://a.example", "http://a.example")
    assert not is_same_origin("https://a.example", "https://b.example")
    assert not is_same_origin("http://[", "http://[")


@pytest.mark.parametrize(
    ("media_type", "supported"),
    [
        ("image/png", True),
        ("IMAGE/PNG", True),
        ("image", True),
        ("application/pdf", True),
        ("application/json", False),
        ("application", False),
        ("text/plain", False),
    ],
)
def test_a_provider_fetches_what_it_says_for_the_media_type(media_type: str, supported: bool) -> None:  # noqa: FBT001
    patterns = {"image/*": [re.compile("^https://")], "application/pdf": [re.compile("^https://")]}
    assert is_url_supported(media_type, "https://a.example/f", patterns) is supported
    assert is_url_supported(media_type, "https://a.example/f", {"*/*": [re.compile("example")]})
    assert not is_url_supported(media_type, "http://a.example/f", patterns)


class Site:
    """Answers from a table of paths and remembers the headers that came."""

    def __init__(self, **pages: httpx.Response) -> None:
        self.pages = pages
        self.seen: list[tuple[str, dict[str, str]]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        sent = {k: v for k, v in request.headers.items() if k.startswith("x-") or k in {"user-agent", "cookie"}}
        self.seen.append((str(request.url), sent))
        return self.pages[request.url.path.strip("/")]

    def transport(self) -> HttpxTransport:
        return HttpxTransport(httpx.AsyncClient(transport=httpx.MockTransport(self)))


def redirect(location: str, status: int = 302) -> httpx.Response:
    return httpx.Response(status, headers={"location": location})


@pytest.mark.anyio
async def test_a_file_is_downloaded_with_the_media_type_of_its_server() -> None:
    site = Site(f=httpx.Response(200, content=b"abc", headers={"content-type": "image/png"}))
    assert await download("https://a.example/f", transport=site.transport()) == Download(
        data=b"abc", media_type="image/png"
    )


@pytest.mark.anyio
async def test_headers_stay_behind_when_a_redirect_leaves_the_origin() -> None:
    site = Site(a=redirect("/b"), b=redirect("https://other.example/c"), c=httpx.Response(200))
    headers = {"X-Key": "k", "User-Agent": "me", "Cookie": "c"}
    await fetch_untrusted_url(
        "https://a.example/a", transport=site.transport(), headers=headers, credentialed_origin="https://a.example"
    )
    assert site.seen == [
        ("https://a.example/a", {"x-key": "k", "user-agent": "me"}),
        ("https://a.example/b", {"x-key": "k", "user-agent": "me"}),
        ("https://other.example/c", {"user-agent": "me"}),
    ]


@pytest.mark.anyio
async def test_a_foreign_host_gets_no_header_that_may_be_a_key() -> None:
    site = Site(a=httpx.Response(200))
    headers = {"X-Key": "k", "X-Request-Id": "1", "X-Extra": "e", "User-Agent": "me"}
    await fetch_untrusted_url(
        "https://a.example/a", transport=site.transport(), headers=headers, untrusted_first_hop_headers=["X-Extra"]
    )
    assert site.seen == [("https://a.example/a", {"x-request-id": "1", "x-extra": "e", "user-agent": "me"})]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ({"a": redirect("http://a.example/b")}, "Redirect from HTTPS to HTTP was blocked"),
        ({"a": redirect("https://127.0.0.1/b")}, "URL with IP address 127.0.0.1 is not allowed"),
        ({"a": redirect("/a")}, "Too many redirects (max 10)"),
        ({"a": httpx.Response(404)}, "Failed to download https://a.example/a: 404 Not Found"),
        ({"a": httpx.Response(200, content=b"12345")}, "exceeded maximum size of 4 bytes (Content-Length: 5)."),
    ],
)
async def test_a_download_that_must_not_be_is_an_error_that_says_why(
    pages: dict[str, httpx.Response], message: str
) -> None:
    with pytest.raises(DownloadError) as caught:
        await download("https://a.example/a", transport=Site(**pages).transport(), max_bytes=4)
    assert message in caught.value.message


@pytest.mark.anyio
async def test_a_body_without_a_length_is_cut_off_at_the_limit() -> None:
    async def body():
        for _ in range(10):
            yield b"123"

    site = Site(a=httpx.Response(200, content=body()))
    with pytest.raises(DownloadError, match="exceeded maximum size of 4 bytes"):
        await download("https://a.example/a", transport=site.transport(), max_bytes=4)


@pytest.mark.anyio
async def test_a_network_error_is_a_download_error_with_its_cause() -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route", request=request)

    transport = HttpxTransport(httpx.AsyncClient(transport=httpx.MockTransport(fail)))
    with pytest.raises(DownloadError, match="no route") as caught:
        await download("https://a.example/a", transport=transport)
    assert isinstance(caught.value.cause, httpx.ConnectError)


@pytest.mark.anyio
async def test_an_aborted_download_is_an_abort_error() -> None:
    controller = AbortController()
    controller.abort()
    with pytest.raises(AbortError):
        await download("https://a.example/a", transport=Site().transport(), abort_signal=controller.signal)
