"""Which URLs may be downloaded: no private hosts, no other protocols, and no caller's headers for foreign hosts.

Ports: @ai-sdk/provider-utils/src/validate-download-url.ts, @ai-sdk/provider-utils/src/is-same-origin.ts
Ports: @ai-sdk/provider-utils/src/sanitize-request-headers.ts
"""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from ai_sdk.provider_utils.response_handler import DownloadError

__all__ = ["is_same_origin", "sanitize_request_headers", "validate_download_url"]

_LOCAL_SUFFIXES = (".local", ".localhost", ".internal")
_DEFAULT_PORTS = {"http": 80, "https": 443}

_BLOCKED_NETWORKS = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
        "::/127",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
        "2001:db8::/32",
        "3fff::/20",
    )
)
# IPv6 networks whose last 32 bits are an IPv4 address that the packet ends up at.
_EMBEDDING_NETWORKS = tuple(
    ip_network(network) for network in ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48")
)

# Headers that steer proxies, hosts or cloud metadata services, or carry a session.
_BLOCKED_HEADERS = frozenset(
    {
        "connection",
        "cookie",
        "forwarded",
        "host",
        "keep-alive",
        "metadata",
        "metadata-flavor",
        "proxy-authorization",
        "set-cookie",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "via",
        "x-aws-ec2-metadata-token",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-proto",
        "x-metadata-token",
        "x-real-ip",
    }
)


def validate_download_url(url: str) -> None:
    """Raise `DownloadError` unless `url` is a data URL, or http(s) at a host that is not private by name or address.

    Names are not looked up: a public name that resolves to a private address is not found out here.
    """
    parts = _split(url)
    if parts.scheme == "data":
        return
    if parts.scheme not in _DEFAULT_PORTS:
        raise DownloadError(f"URL scheme must be http, https, or data, got {parts.scheme}:", url=url)
    host = (parts.hostname or "").rstrip(".")
    if not host:
        raise DownloadError("URL must have a hostname", url=url)
    if host == "localhost" or host.endswith(_LOCAL_SUFFIXES):
        raise DownloadError(f"URL with hostname {host} is not allowed", url=url)
    _validate_address(host, url)


def is_same_origin(url: str, other: str) -> bool:
    """Whether two URLs have the same scheme, host and port."""
    try:
        return _origin(urlsplit(url)) == _origin(urlsplit(other))
    except ValueError:
        return False


def sanitize_request_headers(headers: dict[str, str]) -> dict[str, str]:
    """Return headers (names in lower case) without those that steer the connection or carry a session."""
    return {name: value for name, value in headers.items() if name not in _BLOCKED_HEADERS}


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError as error:
        raise DownloadError(f"Invalid URL: {url}", url=url) from error
    if not parts.scheme:
        raise DownloadError(f"Invalid URL: {url}", url=url)
    return parts


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _DEFAULT_PORTS.get(parts.scheme)


def _validate_address(host: str, url: str) -> None:
    if ":" in host:
        address = _ipv6(host)
        if address is None or _is_blocked(address):
            raise DownloadError(f"URL with IPv6 address [{host}] is not allowed", url=url)
        return
    ipv4 = _ipv4(host)
    if ipv4 is not None and _is_blocked(ipv4):
        raise DownloadError(f"URL with IP address {ipv4} is not allowed", url=url)


def _ipv6(host: str) -> IPv6Address | None:
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return address if isinstance(address, IPv6Address) else None


def _ipv4(host: str) -> IPv4Address | None:
    """Read every spelling of an IPv4 address that a browser reads: `127.1`, `0x7f000001`, `017700000001`."""
    if not host.rpartition(".")[2][:1].isdecimal():
        return None
    try:
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _is_blocked(address: IPv4Address | IPv6Address) -> bool:
    if any(address in network for network in _BLOCKED_NETWORKS if network.version == address.version):
        return True
    embeds = isinstance(address, IPv6Address) and any(address in network for network in _EMBEDDING_NETWORKS)
    return embeds and _is_blocked(IPv4Address(int(address) & 0xFFFF_FFFF))
