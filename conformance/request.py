"""A request as the outcome shows it: original URL, the headers that are contract, and a readable body."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from conformance.javascript_json import parse

_DROPPED_HEADERS = frozenset(
    {
        "host",
        "connection",
        "content-length",
        "user-agent",
        "accept-encoding",
        "accept-language",
        "sec-fetch-mode",
        "transfer-encoding",
        "keep-alive",
        "cache-control",
        "pragma",
        "expect",
    }
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BOUNDARY = re.compile(r'boundary="?([^";]+)"?')
LONGEST_BASE64 = 1200


def normalize_request(method: str, url: str, headers: Mapping[str, str], content: bytes) -> dict[str, Any]:
    """Return the request in the outcome format. Header names must be in lower case."""
    content_type = headers.get("content-type", "")
    found = _BOUNDARY.search(content_type) if content_type.startswith("multipart/") else None
    boundary = found[1] if found else None
    request: dict[str, Any] = {"method": method, "url": url, "headers": _headers(headers, boundary)}
    if content:
        request["body"] = _body(content_type, boundary, content)
    return request


def _headers(headers: Mapping[str, str], boundary: str | None) -> dict[str, str]:
    kept = {name: value for name, value in sorted(headers.items()) if _is_contract(name, value)}
    return kept if boundary is None else {name: kept[name].replace(boundary, "<boundary>") for name in kept}


def _is_contract(name: str, value: str) -> bool:
    return name not in _DROPPED_HEADERS and not name.startswith("x-replay-") and (name, value) != ("accept", "*/*")


def _body(content_type: str, boundary: str | None, content: bytes) -> dict[str, Any]:
    if boundary is not None:
        return {"multipart": _multipart(content, boundary)}
    if "x-www-form-urlencoded" in content_type:
        return {"form": dict(parse_qsl(content.decode(errors="replace"), keep_blank_values=True))}
    return _content(content_type, content)


def _content(content_type: str, content: bytes) -> dict[str, Any]:
    text = _readable(content)
    if text is not None:
        return _json(text) if "json" in content_type else {"text": text}
    encoded = base64.b64encode(content).decode()
    if len(encoded) <= LONGEST_BASE64:
        return {"base64": encoded}
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _json(text: str) -> dict[str, Any]:
    try:
        return {"json": parse(text)}
    except json.JSONDecodeError:
        return {"text": text}


def _readable(content: bytes) -> str | None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _multipart(content: bytes, boundary: str) -> list[dict[str, Any]]:
    _, *parts = (b"\r\n" + content).split(b"\r\n--" + boundary.encode())
    return [_part(part.removeprefix(b"\r\n")) for part in parts if not part.startswith(b"--")]


def _part(part: bytes) -> dict[str, Any]:
    head, _, content = part.partition(b"\r\n\r\n")
    text = head.decode()
    found = {
        "name": re.search(r'[; ]name="([^"]*)"', text),
        "filename": re.search(r'filename="([^"]*)"', text),
        "contentType": re.search(r"^content-type: *(.*?)\s*$", text, re.IGNORECASE | re.MULTILINE),
    }
    named = {key: match[1] for key, match in found.items() if match}
    return named | _content(named.get("contentType", ""), content)
