"""The token with which a Vercel project proves who it is: from the request, the environment, or fetched anew.

A token lives for some hours. When that of the environment is missing or old, a linked project (`vc link`) and a login
(`vc login`) on this machine are enough to fetch another, as npm's `@vercel/oidc` does, with its files and its texts.
"""

import base64
import json
import os
from pathlib import Path
from typing import Any

from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.response_handler import read_body
from ai_sdk.provider_utils.transport import HttpRequest, Transport
from ai_sdk.providers.gateway.vercel_environment import vercel_request_header
from ai_sdk.providers.gateway.vercel_files import VercelOidcTokenError, user_data_directory, write_private
from ai_sdk.providers.gateway.vercel_login import get_vercel_token

__all__ = ["get_vercel_oidc_token"]

_MISSING = (
    "The 'x-vercel-oidc-token' header is missing from the request. "
    "Do you have the OIDC option enabled in the Vercel project settings?"
)
_PARTS_OF_A_TOKEN = 3
_FIRST_FAILURE = 300


async def get_vercel_oidc_token(transport: Transport) -> str:
    """Return a token that has not expired; raises `VercelOidcTokenError` when there is none."""
    token = vercel_request_header("x-vercel-oidc-token") or os.environ.get("VERCEL_OIDC_TOKEN")
    try:
        return token if token and not _is_expired(token) else await _refreshed(transport)
    except Exception as error:
        raise VercelOidcTokenError(f"{'' if token else _MISSING}\n{error}") from error


async def _refreshed(transport: Transport) -> str:
    project_id, team_id = _find_project()
    if not project_id:
        raise VercelOidcTokenError(
            "Failed to refresh OIDC token: No project specified. Try re-linking your project with `vc link`"
        )
    file = _token_file(project_id)
    stored = _read_token(file)
    if stored is not None and not _is_expired(stored):
        return stored
    fetched = await _fetch(transport, project_id, team_id)
    write_private(file, fetched)
    return str(fetched["token"])


async def _fetch(transport: Transport, project_id: str, team_id: str | None) -> dict[str, Any]:
    login = await get_vercel_token(transport)
    team = f"&teamId={team_id}" if team_id else ""
    url = f"https://api.vercel.com/v1/projects/{project_id}/token?source=vercel-oidc-refresh{team}"
    request = HttpRequest(method="POST", url=url, headers={"authorization": f"Bearer {login}"}, content=b"")
    response = await transport.send(request)
    body = await read_body(response, url)
    if response.status_code >= _FIRST_FAILURE:
        raise VercelOidcTokenError(f"Failed to refresh OIDC token: {response.reason}")
    return _checked(json.loads(body))


def _checked(answer: Any) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise VercelOidcTokenError(
            "Vercel OIDC token is malformed. Expected an object. Please run `vc env pull` and try again"
        )
    if not isinstance(answer.get("token"), str):
        raise VercelOidcTokenError(
            "Vercel OIDC token is malformed. Expected a string-valued token property. "
            "Please run `vc env pull` and try again"
        )
    return answer


def _find_project() -> tuple[str | None, str | None]:
    """Return the ids of the linked project and its team, from the folder `.vercel` here or above."""
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents[:-1]) if (folder / ".vercel").exists()), None)
    if root is None:
        raise VercelOidcTokenError(
            "Unable to find project root directory. Have you linked your project with `vc link?`"
        )
    file = root / ".vercel" / "project.json"
    if not file.exists():
        raise VercelOidcTokenError("project.json not found, have you linked your project with `vc link?`")
    project = json.loads(file.read_text("utf-8"))
    project_id, team_id = project.get("projectId"), project.get("orgId")
    if not isinstance(project_id, str) and not isinstance(team_id, str):
        raise VercelOidcTokenError(
            "Expected a string-valued projectId property. Try running `vc link` to re-link your project."
        )
    return project_id, team_id


def _token_file(project_id: str) -> Path:
    folder = user_data_directory()
    if folder is None:
        raise VercelOidcTokenError("Unable to find user data directory. Please reach out to Vercel support.")
    return folder / "com.vercel.token" / f"{project_id}.json"


def _read_token(file: Path) -> str | None:
    return str(_checked(json.loads(file.read_text("utf-8")))["token"]) if file.exists() else None


def _is_expired(token: str) -> bool:
    parts = token.split(".")
    if len(parts) != _PARTS_OF_A_TOKEN:
        raise VercelOidcTokenError("Invalid token. Please run `vc env pull` and try again")
    payload = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    expires = payload.get("exp") if isinstance(payload, dict) else None
    return isinstance(expires, int | float) and expires < now().timestamp()
