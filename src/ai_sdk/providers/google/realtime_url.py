"""Where Google's Live API is: on WebSockets beside the HTTP API, with a version of its own in the path.

Ports: @ai-sdk/google/src/get-realtime-base-url.ts
"""

from urllib.parse import urlsplit

__all__ = ["get_realtime_websocket_url"]


def get_realtime_websocket_url(base_url: str, path: str) -> str:
    """Return the URL of a service of the Live API; the version at the end of `base_url` is no part of it.

    >>> get_realtime_websocket_url("https://host/v1beta", "a.v1beta.Service")
    'wss://host/ws/a.v1beta.Service'
    """
    parts = urlsplit(base_url)
    *segments, last = parts.path.split("/")
    if last not in ("v1beta", "v1alpha"):
        segments.append(last)
    root = "/".join(segments).removesuffix("/")
    scheme = "wss" if parts.scheme == "https" else "ws"
    return parts._replace(scheme=scheme, path=f"{root}/ws/{path}").geturl()
