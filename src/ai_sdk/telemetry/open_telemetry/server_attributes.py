"""Where a request went, as far as its URL says.

Ports: @ai-sdk/otel/src/server-attributes.ts
"""

from typing import Any
from urllib.parse import urlsplit

__all__ = ["get_server_attributes"]

_DEFAULT_PORTS = {"http": 80, "https": 443}


def get_server_attributes(url: str | None) -> dict[str, Any]:
    """Return host and port of an HTTP URL.

    >>> get_server_attributes("https://api.example.com")
    {'server.address': 'api.example.com', 'server.port': 443}
    """
    try:
        parts = urlsplit(url or "")
        if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
            return {}
        port = _DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
    except ValueError:
        return {}
    return {"server.address": parts.hostname, "server.port": port}
