"""Access tokens of Google Cloud: from a function, from credentials, or as Google's own library finds them.

Ports: @ai-sdk/google-vertex/src/google-vertex-auth-google-auth-library.ts
"""

import importlib
import json
import threading
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio.to_thread

from ai_sdk.provider import JSONObject
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.resolve import resolve
from ai_sdk.providers.google_vertex.errors import GoogleVertexError

__all__ = ["AuthTokenSource", "GenerateAuthToken", "GoogleAuthOptions"]

GenerateAuthToken = Callable[[], str | Awaitable[str | None] | None]
"""A function, plain or async, that is asked for an access token at each request."""

_SCOPES = ("https://www.googleapis.com/auth/cloud-platform",)
_TOKEN_URI = "https://oauth2.googleapis.com/token"  # noqa: S105 - an address, not a token


@dataclass(slots=True, kw_only=True)
class GoogleAuthOptions(Spec):
    """How access tokens are had; the first of client, credentials and file that is given counts."""

    auth_client: Any = None
    """Credentials of google-auth, or anything with `valid`, `token` and `refresh(request)`."""
    credentials: JSONObject | None = None
    """The content of a key file, such as that of a service account."""
    key_filename: str | None = None
    """The path of a key file."""
    scopes: str | list[str] | None = None
    """What the token is for, instead of all of Google Cloud."""


class AuthTokenSource:
    """Gives access tokens and renews them when they expire; Google's library is asked in a thread."""

    def __init__(self, options: GoogleAuthOptions, generate_auth_token: GenerateAuthToken | None = None) -> None:
        self._options = options
        self._generate_auth_token = generate_auth_token
        self._credentials: Any = options.auth_client
        self._lock = threading.Lock()

    async def authorization(self) -> str:
        """Return the value of the header; raises `GoogleVertexError` without credentials.

        Raises `ImportError` when google-auth, the extra `vertex`, is missing.
        """
        token = await self._token()
        return f"Bearer {'null' if token is None else token}"

    async def _token(self) -> str | None:
        if self._generate_auth_token is not None:
            return await resolve(self._generate_auth_token)
        if self._credentials is not None and self._credentials.valid:
            return str(self._credentials.token)
        return await anyio.to_thread.run_sync(self._renewed_token)

    def _renewed_token(self) -> str | None:
        failures = _import_google("auth.exceptions").GoogleAuthError
        with self._lock:  # requests at the same time ask for one token
            try:
                if self._credentials is None:
                    self._credentials = _find_credentials(self._options)
                if not self._credentials.valid:
                    self._credentials.refresh(_import_google("auth.transport.requests").Request())
            except failures as error:
                raise GoogleVertexError(f"Google gives no access token: {error}", cause=error) from error
            token: str | None = self._credentials.token
            return token


def _find_credentials(options: GoogleAuthOptions) -> Any:
    scopes = [options.scopes] if isinstance(options.scopes, str) else options.scopes or list(_SCOPES)
    if options.credentials is not None:
        return _read_credentials(options.credentials, scopes)
    if options.key_filename is not None:
        return _read_credentials(json.loads(Path(options.key_filename).read_bytes()), scopes)
    credentials, _project = _import_google("auth").default(scopes=scopes)
    return credentials


def _read_credentials(content: Mapping[str, Any], scopes: list[str]) -> Any:
    if content.get("type", "service_account") != "service_account":
        credentials, _project = _import_google("auth").load_credentials_from_dict(content, scopes=scopes)
        return credentials
    accounts = _import_google("oauth2.service_account")
    return accounts.Credentials.from_service_account_info({"token_uri": _TOKEN_URI, **content}, scopes=scopes)


def _import_google(module: str) -> Any:
    try:
        return importlib.import_module(f"google.{module}")
    except ImportError as error:
        raise ImportError(
            "Google Cloud credentials need google-auth: pip install 'ai-sdk-python[vertex]' (an API key does not)"
        ) from error
