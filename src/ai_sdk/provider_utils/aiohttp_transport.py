"""Requests over aiohttp, several times cheaper than over httpx; needs the extra `ai-sdk-python[aiohttp]`."""

import importlib
from typing import Any
from urllib.request import getproxies

from ai_sdk.provider_utils.transport import CONNECT_SECONDS, READ_SECONDS, HttpRequest, HttpResponse

__all__ = ["AiohttpTransport"]


def _import_aiohttp() -> Any:
    try:
        return importlib.import_module("aiohttp")
    except ImportError as error:
        raise ImportError("AiohttpTransport needs aiohttp: pip install 'ai-sdk-python[aiohttp]'") from error


class AiohttpTransport:
    """A transport over an `aiohttp.ClientSession`: the one it is given, or one of its own, made at the first request.

    Pass it as a provider's `http_client`:

        async with create_groq(http_client=AiohttpTransport()) as groq: ...
    """

    def __init__(self, session: Any = None) -> None:
        self._aiohttp = _import_aiohttp()
        self._session = session
        self._owns_session = session is None
        self._yarl = importlib.import_module("yarl")
        self.errors: tuple[type[Exception], ...] = (self._aiohttp.ClientError, TimeoutError, OSError)

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Send a request and return as soon as the response's headers are there."""
        response = await self._open_session().request(
            request.method,
            self._yarl.URL(request.url, encoded=True),
            headers=request.headers,
            data=request.content,
            allow_redirects=follow_redirects,
        )

        async def close() -> None:
            response.close() if not response.content.at_eof() else response.release()

        return HttpResponse(
            status_code=response.status,
            reason=response.reason or "",
            headers={name.lower(): value for name, value in response.headers.items()},
            pieces=response.content.iter_any().__aiter__(),
            errors=self.errors,
            close=close,
        )

    async def aclose(self) -> None:
        """Close the session, unless it was given."""
        if self._session is not None and self._owns_session:
            await self._session.close()
            self._session = None

    def _open_session(self) -> Any:
        if self._session is None:
            aiohttp = self._aiohttp
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None, connect=CONNECT_SECONDS, sock_read=READ_SECONDS),
                trust_env=bool(getproxies()),  # asking for proxies costs aiohttp two threads a call
            )
        return self._session
