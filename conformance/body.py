"""The bytes of a canned response: the pieces that are written one after the other."""

import base64
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from itertools import repeat
from typing import Any

from conformance.javascript_json import stringify

ReadFile = Callable[[str], bytes]
_STRING_HEADER = 7


def response_pieces(response: dict[str, Any], read_file: ReadFile) -> list[bytes]:
    """Return the body in the pieces that the response's `truncateAt` and `split` ask for."""
    chunks = body_chunks(response["body"], read_file)
    whole = b"".join(chunks)
    kept = whole[: response["truncateAt"]] if "truncateAt" in response else whole
    split = response.get("split", "as-is")
    sizes = map(len, chunks) if split == "as-is" else _sizes(split, len(kept))
    return list(_cut(kept, iter(sizes)))


def is_streamed(body: dict[str, Any] | None) -> bool:
    """Say whether the body is sent without a content-length."""
    return body is not None and bool(body.keys() & {"chunks", "sseLines", "awsEventStream"})


def body_chunks(body: dict[str, Any] | None, read_file: ReadFile) -> list[bytes]:
    """Return the body as the case writes it down, before truncation and splitting."""
    match body:
        case None | {"empty": True}:
            return []
        case {"json": value}:
            return [stringify(value).encode("utf-8", "surrogatepass")]
        case {"text": str(text)}:
            return [text.encode()]
        case {"base64": str(text)}:
            return [base64.b64decode(text)]
        case {"file": str(name)}:
            return [read_file(name)]
        case {"chunks": list(chunks)}:
            return [chunk.encode() if isinstance(chunk, str) else base64.b64decode(chunk["base64"]) for chunk in chunks]
        case {"sseLines": dict(lines)}:
            return _event_lines(lines, read_file)
        case {"awsEventStream": dict(events)}:
            return [encode_event_frame(event) for event in events.get("events") or _json_lines(events, read_file)]
    raise ValueError(f"unknown body {sorted(body)}")


def _cut(data: bytes, sizes: Iterator[int]) -> Iterator[bytes]:
    offset = 0
    while offset < len(data):
        size = next(sizes)
        if size:
            yield data[offset : offset + size]
        offset += size


def _sizes(split: Any, length: int) -> Iterator[int]:
    match split:
        case "whole":
            return repeat(length)
        case "byte":
            return repeat(1)
        case {"bytes": int(size)}:
            return repeat(size)
        case {"seed": int(seed), "max": int(maximum)}:
            return _seeded(seed, maximum)
    raise ValueError(f"unknown split {split!r}")


def _seeded(state: int, maximum: int) -> Iterator[int]:
    while True:
        state = (state * 1664525 + 1013904223) % 2**32
        yield 1 + (state >> 8) % maximum


def _event_lines(source: dict[str, Any], read_file: ReadFile) -> list[bytes]:
    lines = source["lines"] if "lines" in source else _lines(read_file(source["file"]))
    chunks = [_event(line, named=source.get("event") == "type") for line in lines]
    return [*chunks, b"data: [DONE]\n\n"] if source.get("done") else chunks


def _event(line: str | dict[str, Any], *, named: bool) -> bytes:
    text = line if isinstance(line, str) else stringify(line)
    name = f"event: {json.loads(text)['type']}\n" if named else ""
    return f"{name}data: {text}\n\n".encode("utf-8", "surrogatepass")


def _lines(data: bytes) -> list[str]:
    return [line for line in data.decode().split("\n") if line.strip()]


def _json_lines(source: dict[str, Any], read_file: ReadFile) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _lines(read_file(source["file"]))]


def encode_event_frame(event: dict[str, Any]) -> bytes:
    """Return one binary frame of the AWS event stream: prelude, string headers, payload and both CRC32 sums."""
    named = {":event-type": event.get("type"), ":content-type": "application/json", ":message-type": "event"}
    headers = b"".join(_header(name, value) for name, value in (named | event.get("headers", {})).items() if value)
    payload = event.get("payload", "")
    content = payload.encode() if isinstance(payload, str) else stringify(payload).encode()
    lengths = struct.pack(">II", 16 + len(headers) + len(content), len(headers))
    message = lengths + struct.pack(">I", zlib.crc32(lengths)) + headers + content
    return message + struct.pack(">I", zlib.crc32(message))


def _header(name: str, value: str) -> bytes:
    encoded, text = name.encode(), value.encode()
    return struct.pack(">B", len(encoded)) + encoded + struct.pack(">BH", _STRING_HEADER, len(text)) + text
