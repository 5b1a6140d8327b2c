"""Server-sent events: the law is that no split of the bytes changes what comes out."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider_utils.event_stream import EventStreamDecoder


def decode(*pieces: bytes) -> list[bytes]:
    decoder = EventStreamDecoder()
    return [event for piece in pieces for event in decoder.feed(piece)]


@pytest.mark.parametrize(
    ("stream", "events"),
    [
        (b"data: a\n\ndata: b\n\n", [b"a", b"b"]),
        (b"data:a\n\n", [b"a"]),
        (b"data:  a\n\n", [b" a"]),
        (b"data: a\ndata: b\n\n", [b"a\nb"]),
        (b"data\n\n", [b""]),
        (b"data\r\ndata: b\r\n\r\n", [b"\nb"]),
        (b": comment\nid: 7\nretry: 10\nevent: delta\ndata: a\n\n", [b"a"]),
        (b"\xef\xbb\xbfdata: a\n\n", [b"a"]),
        (b"data: a\r\n\r\ndata: b\r\rdata: c\n\n", [b"a", b"b", b"c"]),
        (b"data: a\n\ndata: [DONE]\n\ndata: b\n\n", [b"a", b"b"]),
        (b"data: a\n\ndata: no blank line\n", [b"a"]),
        (b"database: a\n\n", []),
        (b"\n\n\n", []),
        (b"", []),
    ],
)
def test_events_are_read_as_the_standard_says(stream: bytes, events: list[bytes]) -> None:
    assert decode(stream) == events


LINES = st.sampled_from(
    [
        b"data: {}",
        b"data:x",
        b"data",
        b": hi",
        b"event: e",
        b"id: 1",
        b"",
        "data: \N{SNOWMAN} ü".encode(),
        b"data: [DONE]",
    ]
)
ENDS = st.sampled_from([b"\n", b"\r\n", b"\r"])
STREAMS = st.builds(
    lambda mark, lines: mark + b"".join(line + end for line, end in lines),
    st.sampled_from([b"", b"\xef\xbb\xbf", b"\xef\xbb"]),
    st.lists(st.tuples(LINES, ENDS)),
)


@given(STREAMS, st.data())
def test_any_split_of_the_bytes_gives_the_same_events(stream: bytes, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=12)))
    edges = [0, *cuts, len(stream)]
    pieces = [stream[start:end] for start, end in pairwise(edges)]
    assert decode(*pieces) == decode(stream)
    assert decode(*(stream[i : i + 1] for i in range(len(stream)))) == decode(stream)


@given(st.lists(st.binary()))
def test_no_bytes_make_the_decoder_raise(pieces: list[bytes]) -> None:
    assert all(isinstance(event, bytes) for event in decode(*pieces))


def test_one_long_line_in_many_pieces_is_joined_once() -> None:
    pieces = [b"data: ", *[b"x" * 10] * 5000, b"\n\n"]
    assert decode(*pieces) == [b"x" * 50_000]
