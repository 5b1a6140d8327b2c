"""The server of a case: which exchange answers, what arrives, and how it may break off."""

import base64
import struct
import zlib
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from conformance.body import encode_event_frame, response_pieces
from conformance.case import Case, Exchange
from conformance.clock import VirtualLoop
from conformance.replay import ReplayTransport
from conformance.suite import Suite


def answer(body: Any, **more: Any) -> dict[str, Any]:
    return {"status": 200, "headers": {}, "body": body, **more}


def no_file(name: str) -> bytes:
    raise FileNotFoundError(name)


def replay(*exchanges: Exchange) -> tuple[ReplayTransport, VirtualLoop]:
    loop = VirtualLoop()
    case = Case("mini/replay", "", (), {"api": "model"}, exchanges)
    return ReplayTransport(case, loop, no_file), loop


def fetch(exchanges: tuple[Exchange, ...], *requests: tuple[str, str, Any]) -> tuple[list[Any], ReplayTransport]:
    transport, loop = replay(*exchanges)

    async def send_all() -> list[Any]:
        async with httpx.AsyncClient(transport=transport) as client:
            responses = [await client.request(method, url, json=body) for method, url, body in requests]
            return [(response.status_code, response.text) for response in responses]

    try:
        return loop.run_until_complete(send_all()), transport
    finally:
        loop.close()


def test_the_first_unused_exchange_that_accepts_answers() -> None:
    exchanges = (
        Exchange(answer({"text": "b"}), match={"bodyContains": '"q":"b"'}),
        Exchange(answer({"text": "put"}), match={"method": "PUT"}),
        Exchange(answer({"text": "suffix"}), match={"urlSuffix": "/x?y=1"}),
        Exchange(answer({"text": "exact"}), match={"url": "https://a.test/exact"}),
        Exchange(answer({"text": "any"})),
    )
    answers, transport = fetch(
        exchanges,
        ("POST", "https://a.test/", {"q": "a"}),
        ("PUT", "https://a.test/", {"q": "a"}),
        ("POST", "https://a.test/x?y=1", None),
        ("GET", "https://a.test/exact", None),
        ("POST", "https://a.test/", {"q": "b"}),
    )
    assert [text for _, text in answers] == ["any", "put", "suffix", "exact", "b"]
    assert (transport.unused_exchanges, transport.unexpected_requests) == (0, 0)


def test_a_request_nobody_expects_gets_599_and_is_counted() -> None:
    answers, transport = fetch((Exchange(answer({"empty": True})),), *[("GET", "https://a.test/", None)] * 2)
    assert answers == [(200, ""), (599, "")]
    assert (len(transport.requests), transport.unexpected_requests) == (2, 1)


def test_a_repeating_exchange_is_never_used_up_and_never_unused() -> None:
    exchanges = (Exchange(answer({"text": "r"}), repeat=True), Exchange(answer({"text": "x"}), match={"method": "PUT"}))
    answers, transport = fetch(exchanges, *[("GET", "https://a.test/", None)] * 3)
    assert ([text for _, text in answers], transport.unused_exchanges) == (["r"] * 3, 1)
    assert fetch(exchanges[:1])[1].unused_exchanges == 0


def test_two_exchanges_of_the_same_content_answer_once_each() -> None:
    same = answer({"text": "s"}, status=500)
    answers, transport = fetch((Exchange(same), Exchange(same)), *[("GET", "https://a.test/", None)] * 3)
    assert ([status for status, _ in answers], transport.unused_exchanges) == ([500, 500, 599], 0)


def test_the_status_text_and_headers_arrive() -> None:
    transport, loop = replay(Exchange(answer({"text": "x"}, statusText="Teapot", headers={"X-A": "1"})))

    async def send() -> Any:
        async with httpx.AsyncClient(transport=transport) as client:
            response = await client.get("https://a.test/")
            return response.reason_phrase, dict(response.headers)

    assert loop.run_until_complete(send()) == ("Teapot", {"x-a": "1", "content-length": "1"})
    loop.close()


@pytest.mark.parametrize(("reset", "read"), [("before-headers", None), ("after-body", b"ab")])
def test_a_reset_is_a_read_error_at_its_place(reset: str, read: bytes | None) -> None:
    transport, loop = replay(Exchange(answer({"chunks": ["a", "b"]}, reset=reset)))
    seen: list[bytes] = []

    async def send() -> None:
        async with (
            httpx.AsyncClient(transport=transport) as client,
            client.stream("GET", "https://a.test/") as response,
        ):
            seen.append(b"")
            async for chunk in response.aiter_bytes():
                seen[0] += chunk

    with pytest.raises(httpx.ReadError):
        loop.run_until_complete(send())
    assert (seen[0] if seen else None, transport.open_streams) == (read, 0)
    loop.close()


def test_delays_pass_in_virtual_time_and_not_before_the_first_piece() -> None:
    response = answer({"chunks": ["a", "b", "c"]}, delayMs=500, chunkDelayMs=1000)
    transport, loop = replay(Exchange(response))

    async def send() -> list[tuple[bytes, float]]:
        async with (
            httpx.AsyncClient(transport=transport) as client,
            client.stream("GET", "https://a.test/") as response,
        ):
            return [(chunk, loop.time()) async for chunk in response.aiter_raw()]

    assert loop.run_until_complete(send()) == [(b"a", 0.5), (b"b", 1.5), (b"c", 2.5)]
    loop.close()


BODIES: list[tuple[Any, list[bytes]]] = [
    (None, []),
    ({"empty": True}, []),
    ({"json": {"a": 1.0, "ö": [None, 1e21]}}, ['{"a":1,"ö":[null,1e+21]}'.encode()]),
    ({"text": "täxt"}, ["täxt".encode()]),
    ({"base64": "AP8="}, [b"\x00\xff"]),
    ({"file": "f.txt"}, [b'{"type":"x"}\n\n{"type":"y","n":1.0}\n']),
    ({"chunks": ["a", {"base64": "/w=="}]}, [b"a", b"\xff"]),
    (
        {"sseLines": {"lines": ["a", {"b": 1.0}], "done": True}},
        [b"data: a\n\n", b'data: {"b":1}\n\n', b"data: [DONE]\n\n"],
    ),
    ({"sseLines": {"lines": [{"type": "t"}], "event": "type"}}, [b'event: t\ndata: {"type":"t"}\n\n']),
    (
        {"sseLines": {"file": "f.txt", "event": "type"}},
        [b'event: x\ndata: {"type":"x"}\n\n', b'event: y\ndata: {"type":"y","n":1.0}\n\n'],
    ),
]


@pytest.mark.parametrize(("body", "pieces"), BODIES, ids=lambda value: str(value)[:40])
def test_a_body_is_written_in_these_pieces(body: Any, pieces: list[bytes]) -> None:
    files = {"f.txt": b'{"type":"x"}\n\n{"type":"y","n":1.0}\n'}
    assert response_pieces(answer(body), files.__getitem__) == pieces


@pytest.mark.parametrize(
    ("split", "pieces"),
    [
        ("as-is", [b"abc", b"def"]),
        ("whole", [b"abcdef"]),
        ("byte", [b"a", b"b", b"c", b"d", b"e", b"f"]),
        ({"bytes": 4}, [b"abcd", b"ef"]),
        ({"seed": 7, "max": 3}, [b"a", b"bc", b"de", b"f"]),
    ],
)
def test_a_split_cuts_the_bytes(split: Any, pieces: list[bytes]) -> None:
    assert response_pieces(answer({"chunks": ["abc", "def"]}, split=split), no_file) == pieces


@pytest.mark.parametrize(
    ("kept", "pieces"), [(0, []), (2, [b"ab"]), (4, [b"abc", b"d"]), (-1, [b"abc", b"de"]), (-9, [])]
)
def test_a_truncation_keeps_the_first_bytes(kept: int, pieces: list[bytes]) -> None:
    assert response_pieces(answer({"chunks": ["abc", "def"]}, truncateAt=kept), no_file) == pieces


@given(st.binary(max_size=60), st.integers(0, 2**32), st.integers(1, 9))
def test_law_every_split_keeps_the_bytes(data: bytes, seed: int, maximum: int) -> None:
    body = {"base64": base64.b64encode(data).decode()}
    for split in ("whole", "byte", {"bytes": maximum}, {"seed": seed, "max": maximum}):
        assert b"".join(response_pieces(answer(body, split=split), no_file)) == data


def test_an_event_frame_has_its_lengths_headers_and_checksums() -> None:
    frame = encode_event_frame({"type": "chunk", "payload": {"a": 1.0}})
    total, size, prelude_sum = struct.unpack(">III", frame[:12])
    assert (total, frame[12 + size : -4]) == (len(frame), b'{"a":1}')
    assert prelude_sum == zlib.crc32(frame[:8])
    assert struct.unpack(">I", frame[-4:])[0] == zlib.crc32(frame[:-4])
    assert frame[12:32] == b"\x0b:event-type\x07\x00\x05chunk"


def test_a_fixture_is_read_below_the_suite(tmp_path: Path) -> None:
    (tmp_path / "fixtures").mkdir()
    (tmp_path / "fixtures" / "a.json").write_bytes(b"{}")
    suite = Suite(tmp_path, "mini")
    assert suite.read_file("fixtures/a.json") == b"{}"
    with pytest.raises(ValueError, match="outside of the suite"):
        suite.read_file("/etc/hostname")
