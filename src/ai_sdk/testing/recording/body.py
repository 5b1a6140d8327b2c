r"""The body of a request or response as it stands in a recording: readable, and the same bytes again when read back.

A body that is one JSON document is that document. Any other is the list of its chunks: a chunk is a text, a list of
lines when it has several, or base64 when it is not UTF-8.

>>> encode_body([b'{"a":', b"1}"])
{'json': {'a': 1}}
>>> encode_body([b"data: 1\n\n", b"event: x\ndata: 2\n\n", b"\xff"])
{'chunks': ['data: 1\n\n', ['event: x\n', 'data: 2\n\n'], {'base64': '/w=='}]}
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any, NoReturn

__all__ = ["canonical_body", "decode_body", "encode_body"]

_COMPACT = "compact"
_STYLES: dict[str, dict[str, Any]] = {
    _COMPACT: {"separators": (",", ":")},
    "spaced": {},
    "indented": {"indent": 2},
}
_LINES = re.compile(r"[^\n]*\n+|[^\n]+")


def encode_body(pieces: Sequence[bytes]) -> dict[str, Any] | None:
    """Return the form of a body for the file; an empty one is None."""
    body = b"".join(pieces)
    if not body:
        return None
    document = _read_json(body)
    style = next((name for name in _STYLES if document and _write_json(document[0], name) == body), None)
    if document and style:
        return {"json": document[0]} | ({} if style == _COMPACT else {"style": style})
    return {"chunks": [_encode_chunk(piece) for piece in pieces if piece]}


def decode_body(form: dict[str, Any] | None) -> list[bytes]:
    """Return the chunks of a body."""
    if form is None:
        return []
    if "json" in form:
        return [_write_json(form["json"], form.get("style", _COMPACT))]
    return [_decode_chunk(chunk) for chunk in form["chunks"]]


def canonical_body(form: dict[str, Any] | None) -> Any:
    """Return what makes two bodies the same: the document when it is JSON however it is written, else the bytes."""
    if form is not None and "json" in form:
        return {"json": form["json"]}
    body = b"".join(decode_body(form))
    document = _read_json(body)
    return {"json": document[0]} if document else {"base64": b64encode(body).decode()}


def _read_json(body: bytes) -> tuple[Any] | None:
    try:
        return (json.loads(body.decode(), parse_constant=_refuse),)
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _write_json(document: Any, style: str) -> bytes:
    # A lone surrogate has no UTF-8: what is written instead differs from the body, which is then kept as text.
    return json.dumps(document, ensure_ascii=False, **_STYLES[style]).encode("utf-8", "replace")


def _encode_chunk(chunk: bytes) -> str | list[str] | dict[str, str]:
    try:
        text = chunk.decode()
    except UnicodeDecodeError:
        return {"base64": b64encode(chunk).decode()}
    lines = _LINES.findall(text)
    return text if len(lines) == 1 else lines


def _decode_chunk(chunk: Any) -> bytes:
    if isinstance(chunk, dict):
        return b64decode(chunk["base64"])
    return "".join(chunk).encode()
