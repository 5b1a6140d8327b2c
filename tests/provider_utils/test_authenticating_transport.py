"""The transport that completes headers."""

import httpx
import pytest

from ai_sdk.provider_utils.authenticating_transport import AuthenticatingTransport, merge_headers
from ai_sdk.provider_utils.transport import HttpRequest, HttpxTransport
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

pytestmark = pytest.mark.anyio


def test_headers_of_one_spelling_are_replaced_and_of_another_appended() -> None:
    sent = {"a": "1", "b": "2"}
    assert merge_headers(sent, {"A": "3", "b": "4", "C": "5", "d": None}) == {"a": "1, 3", "b": "4", "c": "5"}


async def test_each_request_is_sent_with_the_headers_that_are_given_for_it() -> None:
    server = Server(reply("one"), reply("two"))

    async def authenticate(request: HttpRequest) -> dict[str, str]:
        return merge_headers(request.headers, {"x-url": request.url})

    below = HttpxTransport(client(server))
    transport = AuthenticatingTransport(below, authenticate)
    for path in ("a", "b"):
        request = HttpRequest(method="GET", url=f"https://h.test/{path}", headers={"x": "y"})
        response = await transport.send(request)
        await response.close()
        assert request.headers == {"x": "y"}
    assert [request.headers["x-url"] for request in server.requests] == ["https://h.test/a", "https://h.test/b"]
    assert transport.errors == below.errors
    await transport.aclose()
    with pytest.raises(RuntimeError, match="closed"):
        await below.send(HttpRequest(method="GET", url="https://h.test", headers={}))
    assert isinstance(server.requests[0], httpx.Request)
