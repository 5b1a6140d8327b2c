"""The token of a Vercel project: found, kept, fetched anew."""

import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pytest

from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.provider_utils.transport import as_transport
from ai_sdk.providers.gateway import VercelOidcTokenError
from ai_sdk.providers.gateway.vercel_files import user_data_directory
from ai_sdk.providers.gateway.vercel_oidc import get_vercel_oidc_token
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 1, 2, tzinfo=UTC)
SECONDS = int(NOW.timestamp())
MISSING = (
    "The 'x-vercel-oidc-token' header is missing from the request. "
    "Do you have the OIDC option enabled in the Vercel project settings?\n"
)
DISCOVERY = {"token_endpoint": "https://vercel.com/token"}


class StoppedClock(SystemClock):
    def now(self) -> datetime:
        return NOW


@pytest.fixture(autouse=True)
def machine(monkeypatch, tmp_path):
    """A machine without token, project and login."""
    monkeypatch.delenv("VERCEL_OIDC_TOKEN", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "project" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project" / "deep")
    with use_clock(StoppedClock()):
        yield monkeypatch


def token(expires: object, name: str = "owner") -> str:
    payload = base64.urlsafe_b64encode(json.dumps({"sub": name, "exp": expires}).encode()).decode().rstrip("=")
    return f"head.{payload}.signature"


FRESH, STALE = token(SECONDS + 60), token(SECONDS - 60)


def link(tmp_path: Path, project: object = None) -> None:
    folder = tmp_path / "project" / ".vercel"
    folder.mkdir()
    folder.joinpath("project.json").write_text(json.dumps(project or {"projectId": "prj_1", "orgId": "team_1"}))


def log_in(tmp_path: Path, **login: object) -> Path:
    file = tmp_path / "data" / "com.vercel.cli" / "auth.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(login))
    return file


async def get(server: Server) -> str:
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return await get_vercel_oidc_token(as_transport(client))


async def refused(server: Server) -> str:
    with pytest.raises(VercelOidcTokenError) as caught:
        await get(server)
    return caught.value.message


@pytest.mark.parametrize("expires", [SECONDS, SECONDS + 60, None])
async def test_a_token_of_the_environment_that_is_good_is_used(machine, expires):
    machine.setenv("VERCEL_OIDC_TOKEN", token(expires))
    assert await get(Server()) == token(expires)


async def test_a_token_that_is_none_says_so(machine):
    machine.setenv("VERCEL_OIDC_TOKEN", "abc")
    assert await refused(Server()) == "\nInvalid token. Please run `vc env pull` and try again"


async def test_without_a_linked_project_there_is_no_token():
    message = "Unable to find project root directory. Have you linked your project with `vc link?`"
    assert await refused(Server()) == MISSING + message


@pytest.mark.parametrize(
    ("project", "message"),
    [
        ({"projectId": 1}, "Expected a string-valued projectId property. Try running `vc link` to re-link"),
        ({"orgId": "team_1"}, "Failed to refresh OIDC token: No project specified."),
    ],
)
async def test_a_project_file_without_ids_is_refused(tmp_path, project, message):
    link(tmp_path, project)
    assert (await refused(Server())).startswith(MISSING + message)


async def test_a_folder_without_a_project_file_is_refused(tmp_path):
    (tmp_path / "project" / ".vercel").mkdir()
    assert (await refused(Server())).startswith(MISSING + "project.json not found")


async def test_a_stored_token_that_is_good_is_used(machine, tmp_path):
    machine.setenv("VERCEL_OIDC_TOKEN", STALE)
    link(tmp_path)
    stored = tmp_path / "data" / "com.vercel.token" / "prj_1.json"
    stored.parent.mkdir(parents=True)
    stored.write_text(json.dumps({"token": FRESH}))
    assert await get(Server()) == FRESH


@pytest.mark.parametrize("stored", ["[]", '{"token": 1}'])
async def test_a_stored_token_that_is_malformed_is_refused(tmp_path, stored):
    link(tmp_path)
    file = tmp_path / "data" / "com.vercel.token" / "prj_1.json"
    file.parent.mkdir(parents=True)
    file.write_text(stored)
    assert (await refused(Server())).startswith(MISSING + "Vercel OIDC token is malformed. Expected a")


async def test_a_login_fetches_a_token_and_keeps_it(tmp_path):
    link(tmp_path)
    log_in(tmp_path, token="cli", expiresAt=SECONDS)
    server = Server(reply({"token": FRESH}))
    assert await get(server) == FRESH
    (request,) = server.requests
    assert (request.method, str(request.url), request.headers["authorization"]) == (
        "POST",
        "https://api.vercel.com/v1/projects/prj_1/token?source=vercel-oidc-refresh&teamId=team_1",
        "Bearer cli",
    )
    assert await get(Server()) == FRESH


async def test_without_a_login_there_is_no_token(tmp_path):
    link(tmp_path)
    assert (await refused(Server())).endswith("Please log in with the Vercel CLI (vercel login).")


async def test_a_refused_token_says_the_status(tmp_path):
    link(tmp_path)
    log_in(tmp_path, token="cli")
    assert (await refused(Server(reply({}, 403)))).endswith("Failed to refresh OIDC token: Forbidden")


async def test_an_old_login_is_refreshed_and_kept(tmp_path):
    link(tmp_path)
    file = log_in(tmp_path, token="old", expiresAt=SECONDS - 1, refreshToken="again")
    tokens = {"access_token": "new", "token_type": "Bearer", "expires_in": 60, "refresh_token": "later"}
    server = Server(reply(DISCOVERY), reply(tokens), reply({"token": FRESH}))
    assert await get(server) == FRESH
    _, refresh, fetch = server.requests
    assert parse_qs(refresh.content.decode()) == {
        "client_id": ["cl_HYyOPBNtFMfHhaUn9L4QPfTZz6TP47bp"],
        "grant_type": ["refresh_token"],
        "refresh_token": ["again"],
    }
    assert fetch.headers["authorization"] == "Bearer new"
    assert json.loads(file.read_text()) == {"token": "new", "expiresAt": SECONDS + 60, "refreshToken": "later"}


@pytest.mark.parametrize(
    "answers",
    [
        [httpx.Response(500, content=b"<html>")],
        [reply([])],
        [reply(DISCOVERY), reply({"error": "expired"}, 400)],
        [reply(DISCOVERY), reply({"access_token": "new", "token_type": "MAC", "expires_in": 1})],
    ],
)
async def test_a_login_that_cannot_be_refreshed_stays_as_it_was(tmp_path, answers):
    link(tmp_path)
    file = log_in(tmp_path, token="old", expiresAt=0, refreshToken="again")
    assert (await refused(Server(*answers))).endswith("Failed to refresh authentication token.")
    assert json.loads(file.read_text())["token"] == "old"


async def test_an_old_login_without_a_refresh_token_is_of_no_use(tmp_path):
    link(tmp_path)
    log_in(tmp_path, token="old", expiresAt=0)
    assert (await refused(Server())).endswith("Failed to refresh authentication token.")


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("darwin", Path.home() / "Library" / "Application Support"),
        ("linux", Path.home() / ".local" / "share"),
        ("win32", Path("C:/local")),
        ("sunos", None),
    ],
)
def test_each_system_has_its_folder(machine, platform, folder):
    machine.delenv("XDG_DATA_HOME")
    machine.setenv("LOCALAPPDATA", "C:/local")
    machine.setattr("sys.platform", platform)
    assert user_data_directory() == folder


async def test_a_system_without_such_a_folder_keeps_no_token(machine, tmp_path):
    link(tmp_path)
    machine.delenv("XDG_DATA_HOME")
    machine.setattr("sys.platform", "sunos")
    assert (await refused(Server())).endswith("Unable to find user data directory. Please reach out to Vercel support.")
