"""AWS's event stream, held against botocore's decoder; no split of the bytes changes what comes out."""

import struct
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zlib import crc32

import pytest
from botocore.eventstream import EventStreamBuffer
from hypothesis import given, strategies as st

from ai_sdk.provider_utils.aws_event_stream import (
    MAX_MESSAGE_BYTES,
    AwsEventStreamDecoder,
    AwsEventStreamError,
    AwsEventStreamMessage,
)
from tests.provider_utils.aws_frames import encode_headers, frame, frame_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HEADERS = {
    "true": True,
    "false": False,
    "byte": -1,
    "short": 300,
    "integer": -70_000,
    "long": 2**40,
    "bytes": b"\x00\xff",
    ":text": "høy",
    "time": datetime(2024, 2, 29, 12, 0, 0, 250_000, tzinfo=UTC),
    "uuid": UUID(int=7),
}
MILLISECONDS = st.integers(-62_135_596_800_000, 253_402_300_799_999)
VALUES = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.binary(max_size=40)
    | st.text(st.characters(codec="utf-8"), max_size=20)
    | MILLISECONDS.map(lambda milliseconds: EPOCH + timedelta(milliseconds=milliseconds))
    | st.uuids()
)
MESSAGES = st.builds(
    AwsEventStreamMessage,
    st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=12), VALUES, max_size=5),
    st.binary(max_size=60),
)


def decode(*pieces: bytes) -> list[AwsEventStreamMessage]:
    decoder = AwsEventStreamDecoder()
    messages = [message for piece in pieces for message in decoder.feed(piece)]
    decoder.finish()
    return messages


def encode(message: AwsEventStreamMessage) -> bytes:
    return frame(message.headers, message.payload)


def as_botocore_reads_it(value: object) -> object:
    if isinstance(value, datetime):
        return round((value - EPOCH) / timedelta(milliseconds=1))
    return value.bytes if isinstance(value, UUID) else value


def test_headers_of_every_type_are_read() -> None:
    assert decode(frame(HEADERS, b"{}")) == [AwsEventStreamMessage(HEADERS, b"{}")]


def test_only_text_is_text() -> None:
    (message,) = decode(frame({"a": "b", "n": 1}, b""))
    assert (message.text("a"), message.text("n"), message.text("x")) == ("b", None, None)


@given(st.lists(MESSAGES, max_size=4))
def test_it_reads_what_botocore_reads(messages: list[AwsEventStreamMessage]) -> None:
    body = b"".join(map(encode, messages))
    theirs = EventStreamBuffer()
    theirs.add_data(body)
    read = [(event.headers, event.payload) for event in theirs]
    ours = [
        ({name: as_botocore_reads_it(value) for name, value in message.headers.items()}, message.payload)
        for message in decode(body)
    ]
    assert ours == read


@given(st.lists(MESSAGES, min_size=1, max_size=3), st.data())
def test_any_split_of_the_bytes_gives_the_same_messages(messages: list[AwsEventStreamMessage], data: st.DataObject):
    body = b"".join(map(encode, messages))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), max_size=8)))
    pieces = [body[start:end] for start, end in pairwise([0, *cuts, len(body)])]
    assert decode(*pieces) == messages


@given(MESSAGES, st.data())
def test_a_changed_byte_is_an_error_and_nothing_else(message: AwsEventStreamMessage, data: st.DataObject) -> None:
    body = bytearray(encode(message))
    body[data.draw(st.integers(0, len(body) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(AwsEventStreamError):
        decode(bytes(body))


@given(MESSAGES, st.data())
def test_a_cut_message_is_an_error(message: AwsEventStreamMessage, data: st.DataObject) -> None:
    body = encode(message)
    with pytest.raises(AwsEventStreamError, match="Incomplete"):
        decode(body[: data.draw(st.integers(1, len(body) - 1))])


@given(st.binary(max_size=80), st.binary(max_size=20))
def test_headers_of_any_bytes_are_read_or_are_an_error(headers: bytes, payload: bytes) -> None:
    try:
        (message,) = decode(frame_of(headers, payload))
    except AwsEventStreamError:
        return
    assert message.payload == payload


@given(st.binary(max_size=200))
def test_any_bytes_are_messages_or_an_error(body: bytes) -> None:
    try:
        assert decode(body) == []
    except AwsEventStreamError as error:
        assert error.name == "Error"  # noqa: PT017 - there may be no error at all


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (struct.pack(">I", 8) + bytes(8), "Provided message too short to accommodate event stream message overhead"),
        (frame_of(b"\x01a\x0a", b""), "Unrecognized header type tag 10"),
        (frame_of(b"\x05ab", b""), "The headers of an event stream message are cut"),
        (frame_of(b"\x01t\x08\x7f" + b"\xff" * 7, b""), "No calendar has the time 9223372036854775807 ms"),
        (b"\x00\x00", "Incomplete Amazon Bedrock event-stream frame: 2 buffered bytes remain at end of stream."),
    ],
)
def test_the_error_says_what_is_wrong(body: bytes, message: str) -> None:
    with pytest.raises(AwsEventStreamError) as caught:
        decode(body)
    assert str(caught.value) == message


def test_headers_may_not_be_longer_than_the_message() -> None:
    prelude = struct.pack(">II", 16, 40)
    prelude += struct.pack(">I", crc32(prelude))
    with pytest.raises(AwsEventStreamError, match="longer than the message"):
        decode(prelude + struct.pack(">I", crc32(prelude)))


def test_both_checksums_are_named() -> None:
    good = bytearray(frame({"a": 1}, b"x"))
    wrong_prelude, wrong_message = bytearray(good), bytearray(good)
    wrong_prelude[8] ^= 1
    wrong_message[-1] ^= 1
    with pytest.raises(AwsEventStreamError, match="The prelude checksum specified"):
        decode(bytes(wrong_prelude))
    with pytest.raises(AwsEventStreamError, match="The message checksum"):
        decode(bytes(wrong_message))


def test_good_messages_come_before_the_error() -> None:
    bad = bytearray(frame({"a": 2}, b""))
    bad[-1] ^= 1
    feed = AwsEventStreamDecoder().feed(frame({"a": 1}, b"") + bytes(bad))
    assert next(feed) == AwsEventStreamMessage({"a": 1}, b"")
    with pytest.raises(AwsEventStreamError):
        next(feed)


def test_a_length_that_cannot_be_is_not_waited_for_for_ever() -> None:
    decoder = AwsEventStreamDecoder()
    assert list(decoder.feed(b"\xff" * MAX_MESSAGE_BYTES)) == []
    with pytest.raises(AwsEventStreamError, match="of 4294967295 bytes is not allowed"):
        list(decoder.feed(b"\xff"))


def test_names_of_headers_need_not_be_utf_8() -> None:
    (message,) = decode(frame_of(b"\x01\xff" + encode_headers({"": "x"})[1:], b""))
    assert message.headers == {"\N{REPLACEMENT CHARACTER}": "x"}
