"""The login that the Vercel command line keeps on this machine, refreshed when it is old.

Unlike npm's `@vercel/oidc`, a refresh that fails leaves the login as it was: a network error logs nobody out.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.response_handler import read_body
from ai_sdk.provider_utils.transport import HttpRequest, Transport
from ai_sdk.providers.gateway.vercel_files import VercelOidcTokenError, user_data_directory, write_private
from ai_sdk.version import VERSION

__all__ = ["get_vercel_token"]

_ISSUER = "https://vercel.com"
_CLIENT_ID = "cl_HYyOPBNtFMfHhaUn9L4QPfTZz6TP47bp"
_USER_AGENT = {"user-agent": f"ai-sdk-gateway/{VERSION}"}
_NO_LOGIN = "No authentication found. Please log in with the Vercel CLI (vercel login)."
_NOT_REFRESHED = "Failed to refresh authentication token."
_FIRST_FAILURE = 300


async def get_vercel_token(transport: Transport) -> str:
    """Return the access token of the login; raises `VercelOidcTokenError` when there is none."""
    file = _login_file()
    login = _read(file)
    token = login.get("token")
    if not isinstance(token, str) or not token or file is None:
        raise VercelOidcTokenError(_NO_LOGIN)
    expires = login.get("expiresAt")
    if not isinstance(expires, int | float) or expires >= int(now().timestamp()):
        return token
    if not login.get("refreshToken"):
        raise VercelOidcTokenError(_NOT_REFRESHED)
    refreshed = await _refresh(transport, str(login["refreshToken"]))
    write_private(file, refreshed)
    return str(refreshed["token"])


def _login_file() -> Path | None:
    folder = user_data_directory()
    return None if folder is None else folder / "com.vercel.cli" / "auth.json"


def _read(file: Path | None) -> dict[str, Any]:
    try:
        login = json.loads(file.read_text("utf-8")) if file else {}
    except (OSError, ValueError):
        return {}
    return login if isinstance(login, dict) else {}


async def _refresh(transport: Transport, refresh_token: str) -> dict[str, Any]:
    discovery = HttpRequest(method="GET", url=f"{_ISSUER}/.well-known/openid-configuration", headers=_USER_AGENT)
    endpoint = (await _json(transport, discovery)).get("token_endpoint")
    form = {"client_id": _CLIENT_ID, "grant_type": "refresh_token", "refresh_token": refresh_token}
    request = HttpRequest(
        method="POST",
        url=str(endpoint),
        headers={**_USER_AGENT, "content-type": "application/x-www-form-urlencoded"},
        content=urlencode(form).encode(),
    )
    tokens = await _json(transport, request)
    access, seconds = tokens.get("access_token"), tokens.get("expires_in")
    if not isinstance(access, str) or tokens.get("token_type") != "Bearer" or not isinstance(seconds, int | float):
        raise VercelOidcTokenError(_NOT_REFRESHED)
    login = {"token": access, "expiresAt": int(now().timestamp()) + seconds}
    return {**login, "refreshToken": tokens["refresh_token"]} if tokens.get("refresh_token") else login


async def _json(transport: Transport, request: HttpRequest) -> dict[str, Any]:
    errors: tuple[type[Exception], ...] = (*transport.errors, ValueError)
    try:
        response = await transport.send(request)
        answer = json.loads(await read_body(response, request.url))
    except errors as error:
        raise VercelOidcTokenError(_NOT_REFRESHED, cause=error) from error
    if response.status_code >= _FIRST_FAILURE or not isinstance(answer, dict):
        raise VercelOidcTokenError(_NOT_REFRESHED)
    return answer
