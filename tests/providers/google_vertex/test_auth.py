"""Access tokens: given, by credentials, and as Google's own library makes them."""

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from ai_sdk.providers.google_vertex.auth import AuthTokenSource, GoogleAuthOptions
from ai_sdk.providers.google_vertex.errors import GoogleVertexError

pytestmark = pytest.mark.anyio


class TokenServer(HTTPServer):
    """Gives out tokens: `token-1`, `token-2`, …, or refuses."""

    asked = 0
    refuses = False
    forms: list[str]

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _TokenHandler)
        self.forms = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/token"


class _TokenHandler(BaseHTTPRequestHandler):
    server: TokenServer

    def do_POST(self) -> None:
        self.server.forms.append(self.rfile.read(int(self.headers["content-length"])).decode())
        self.server.asked += 1
        body: dict[str, Any] = {"access_token": f"token-{self.server.asked}", "expires_in": 3600}
        self.send_response(400 if self.server.refuses else 200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"error": "invalid_grant"} if self.server.refuses else body).encode())

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def tokens() -> Iterator[TokenServer]:
    with TokenServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    plain = serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain).decode()


def account(tokens: TokenServer, private_key: str) -> dict[str, Any]:
    return {"client_email": "keeper@lighthouse.test", "private_key": private_key, "token_uri": tokens.url}


@pytest.mark.parametrize("given", ["lamp", None])
async def test_a_function_gives_the_token(given: str | None) -> None:
    async def ask() -> str | None:
        return given

    for function in (ask, lambda: given):
        source = AuthTokenSource(GoogleAuthOptions(), function)
        assert await source.authorization() == f"Bearer {given or 'null'}"


async def test_a_service_account_gets_one_token_and_keeps_it(tokens: TokenServer, private_key: str) -> None:
    source = AuthTokenSource(GoogleAuthOptions(credentials=account(tokens, private_key), scopes="one"))
    assert [await source.authorization() for _ in range(2)] == ["Bearer token-1"] * 2
    assert (tokens.asked, "assertion=" in tokens.forms[0]) == (1, True)


async def test_a_key_file_is_read(tokens: TokenServer, private_key: str, tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    path.write_text(json.dumps({**account(tokens, private_key), "type": "service_account"}))
    assert await AuthTokenSource(GoogleAuthOptions(key_filename=str(path))).authorization() == "Bearer token-1"


async def test_application_default_credentials_are_found(
    tokens: TokenServer, private_key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "key.json"
    path.write_text(json.dumps({**account(tokens, private_key), "type": "service_account"}))
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))
    assert await AuthTokenSource(GoogleAuthOptions()).authorization() == "Bearer token-1"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_credentials_of_another_kind_are_read_by_googles_library(
    tokens: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("google.oauth2.credentials._GOOGLE_OAUTH2_TOKEN_ENDPOINT", tokens.url)
    user = {"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r"}
    source = AuthTokenSource(GoogleAuthOptions(credentials=user))
    assert await source.authorization() == "Bearer token-1"
    assert "refresh_token=r" in tokens.forms[0]


async def test_credentials_that_expired_are_renewed() -> None:
    class Expired:
        valid = False
        token = "old"

        def refresh(self, request: Any) -> None:
            self.valid, self.token = True, f"new by {type(request).__name__}"

    assert await AuthTokenSource(GoogleAuthOptions(auth_client=Expired())).authorization() == "Bearer new by Request"


async def test_a_refusal_is_an_error_with_its_cause(tokens: TokenServer, private_key: str) -> None:
    tokens.refuses = True
    with pytest.raises(GoogleVertexError, match=r"Google gives no access token: .*invalid_grant") as caught:
        await AuthTokenSource(GoogleAuthOptions(credentials=account(tokens, private_key))).authorization()
    assert type(caught.value.cause).__name__ == "RefreshError"


async def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "google.auth.exceptions", None)
    with pytest.raises(ImportError, match=r"pip install 'ai-sdk-python\[vertex\]'"):
        await AuthTokenSource(GoogleAuthOptions()).authorization()
