"""Messages of AWS's event stream as bytes, with headers of every type."""

import struct
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zlib import crc32

from ai_sdk.provider import stringify

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _checked(data: bytes) -> bytes:
    return data + struct.pack(">I", crc32(data))


def _value(value: Any) -> bytes:
    match value:
        case bool():
            return b"\x00" if value else b"\x01"
        case int():
            size = next(size for size in (1, 2, 4, 8) if -(2 ** (8 * size - 1)) <= value < 2 ** (8 * size - 1))
            return bytes([{1: 2, 2: 3, 4: 4, 8: 5}[size]]) + value.to_bytes(size, "big", signed=True)
        case bytes():
            return b"\x06" + struct.pack(">H", len(value)) + value
        case str():
            return b"\x07" + struct.pack(">H", len(value.encode())) + value.encode()
        case datetime():
            milliseconds = round((value - _EPOCH).total_seconds() * 1000)
            return b"\x08" + milliseconds.to_bytes(8, "big", signed=True)
        case UUID():
            return b"\x09" + value.bytes
    raise TypeError(value)


def encode_headers(headers: dict[str, Any]) -> bytes:
    return b"".join(bytes([len(name.encode())]) + name.encode() + _value(value) for name, value in headers.items())


def frame_of(headers: bytes, payload: bytes) -> bytes:
    """A message with right checksums around any bytes."""
    prelude = _checked(struct.pack(">II", 16 + len(headers) + len(payload), len(headers)))
    return _checked(prelude + headers + payload)


def frame(headers: dict[str, Any], payload: bytes) -> bytes:
    return frame_of(encode_headers(headers), payload)


def event(kind: str, payload: Any, message_type: str = "event") -> bytes:
    """An event, or an exception, whose payload is JSON; bytes are sent as they are."""
    name = ":event-type" if message_type == "event" else ":exception-type"
    content = payload if isinstance(payload, bytes) else stringify(payload).encode()
    return frame({name: kind, ":content-type": "application/json", ":message-type": message_type}, content)
