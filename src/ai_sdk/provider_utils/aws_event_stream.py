"""The binary event stream of AWS, sans-io: bytes in, messages out; any split of the bytes gives the same.

A message is a prelude (its length, the length of its headers, and a checksum of the two), headers, a payload, and a
checksum of it all. Both checksums are checked before anything is read.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-event-stream-decoder.ts
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zlib import crc32

from ai_sdk.provider import AISDKError

__all__ = ["AwsEventStreamDecoder", "AwsEventStreamError", "AwsEventStreamMessage", "AwsHeaderValue"]

AwsHeaderValue = bool | int | bytes | str | datetime | UUID

MAX_MESSAGE_BYTES = 25 * 1024 * 1024
"""More than AWS allows: 24 MiB of payload and 128 KiB of headers."""

_PRELUDE = struct.Struct(">III")
_CHECKSUM = struct.Struct(">I")
_OVERHEAD = _PRELUDE.size + _CHECKSUM.size
_LENGTH_BYTES = 4
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class AwsEventStreamError(AISDKError):
    """The bytes are no event stream of AWS: a checksum is wrong, a length cannot be, or the last message is cut."""

    name = "Error"


@dataclass(frozen=True, slots=True)
class AwsEventStreamMessage:
    """One message: its headers by name, and its payload."""

    headers: dict[str, AwsHeaderValue]
    payload: bytes

    def text(self, header: str) -> str | None:
        """Return a header that holds text, or `None`."""
        value = self.headers.get(header)
        return value if isinstance(value, str) else None


class AwsEventStreamDecoder:
    """Decodes one stream; after an error it is of no more use."""

    __slots__ = ("_buffer",)

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, piece: bytes) -> Iterator[AwsEventStreamMessage]:
        """Take the next bytes and yield the messages that they complete; the iterator must be read to its end.

        Raises `AwsEventStreamError` behind the last good message.
        """
        self._buffer += piece
        start = 0
        try:
            while (length := self._next_length(start)) is not None:
                frame = bytes(self._buffer[start : start + length])
                start += length
                yield _decode(frame)
        finally:
            del self._buffer[:start]

    def finish(self) -> None:
        """Take the news that the body has ended; raises `AwsEventStreamError` when that was within a message."""
        if self._buffer:
            raise AwsEventStreamError(
                f"Incomplete Amazon Bedrock event-stream frame: {len(self._buffer)} "
                "buffered bytes remain at end of stream."
            )

    def _next_length(self, start: int) -> int | None:
        """Return the length of the message that begins at `start` when it is all there."""
        available = len(self._buffer) - start
        if available < _LENGTH_BYTES:
            return None
        length = int.from_bytes(self._buffer[start : start + _LENGTH_BYTES], "big")
        if available < length:
            if available > MAX_MESSAGE_BYTES:  # a wrong length must not make us wait for more than a message may have
                raise AwsEventStreamError(f"An event stream message of {length} bytes is not allowed")
            return None
        if length < _OVERHEAD:
            raise AwsEventStreamError("Provided message too short to accommodate event stream message overhead")
        return length


def _decode(frame: bytes) -> AwsEventStreamMessage:
    length, headers_length, expected = _PRELUDE.unpack_from(frame)
    actual = crc32(frame[: _PRELUDE.size - _CHECKSUM.size])
    if actual != expected:
        raise AwsEventStreamError(
            f"The prelude checksum specified in the message ({expected}) "
            f"does not match the calculated CRC32 checksum ({actual})"
        )
    (expected,) = _CHECKSUM.unpack_from(frame, len(frame) - _CHECKSUM.size)
    actual = crc32(frame[: -_CHECKSUM.size])
    if actual != expected:
        raise AwsEventStreamError(f"The message checksum ({actual}) did not match the expected value of {expected}")
    headers_end = _PRELUDE.size + headers_length
    if headers_end > length - _CHECKSUM.size:
        raise AwsEventStreamError("The headers of an event stream message are longer than the message")
    headers = _HeaderReader(frame[_PRELUDE.size : headers_end]).read_all()
    return AwsEventStreamMessage(headers, frame[headers_end : -_CHECKSUM.size])


class _HeaderReader:
    """Reads headers one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._position = 0

    def read_all(self) -> dict[str, AwsHeaderValue]:
        headers: dict[str, AwsHeaderValue] = {}
        while self._position < len(self._data):
            name = self.take(self.unsigned(1)).decode("utf-8", "replace")
            kind = self.unsigned(1)
            read = _VALUE_READERS.get(kind)
            if read is None:
                raise AwsEventStreamError(f"Unrecognized header type tag {kind}")
            headers[name] = read(self)
        return headers

    def take(self, size: int) -> bytes:
        taken = self._data[self._position : self._position + size]
        if len(taken) < size:
            raise AwsEventStreamError("The headers of an event stream message are cut")
        self._position += size
        return taken

    def unsigned(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")

    def signed(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big", signed=True)

    def sized(self) -> bytes:
        return self.take(self.unsigned(2))

    def timestamp(self) -> datetime:
        milliseconds = self.signed(8)
        try:
            return _EPOCH + timedelta(milliseconds=milliseconds)
        except OverflowError as error:
            raise AwsEventStreamError(f"No calendar has the time {milliseconds} ms", cause=error) from error


_VALUE_READERS: dict[int, Callable[[_HeaderReader], AwsHeaderValue]] = {
    0: lambda _: True,
    1: lambda _: False,
    2: lambda reader: reader.signed(1),
    3: lambda reader: reader.signed(2),
    4: lambda reader: reader.signed(4),
    5: lambda reader: reader.signed(8),
    6: _HeaderReader.sized,
    7: lambda reader: reader.sized().decode("utf-8", "replace"),
    8: _HeaderReader.timestamp,
    9: lambda reader: UUID(bytes=reader.take(16)),
}
