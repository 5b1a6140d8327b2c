"""Traffic is recorded against a server on this machine and replayed without it."""

import asyncio
import json

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    LanguageModelV4CallOptions,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.transport import HttpRequest, Transport
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import (
    LoopbackServer,
    MockTransport,
    RecordedConnectionError,
    RecordingMismatchError,
    Reply,
    UnusedExchangesError,
    answer_openai_chat,
    recorded,
)

pytestmark = pytest.mark.anyio

URL = "https://a.example/v1/things"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "recordings" / "test.json"


def options(text: str = "Good morning") -> LanguageModelV4CallOptions:
    user = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text=text)])
    return LanguageModelV4CallOptions(prompt=[user])


def chat(client, base_url: str = "https://a.example/v1"):
    return create_openai_compatible(name="test", base_url=base_url, api_key="k" * 20, http_client=client)("some-model")


async def send(client, content: bytes = b"", url: str = URL, **headers: str) -> list[bytes]:
    request = HttpRequest(method="POST", url=url, headers=headers, content=content)
    response = await client.send(request)
    pieces = [piece async for piece in response.pieces]
    await response.close()
    return pieces


async def record(path, *replies: Reply, contents=(b"",)) -> dict:
    async with recorded(path, http_client=MockTransport(list(replies))) as client:
        for content in contents:
            await send(client, content)
    return json.loads(path.read_text("utf-8"))


async def test_a_stream_is_recorded_from_a_server_and_replayed_without_it_part_for_part(path) -> None:
    async def parts(client, url):
        return dump([part async for part in (await chat(client, url).do_stream(options())).stream])

    async with LoopbackServer(answer_openai_chat) as server, recorded(path) as client:
        url = server.url
        live = await parts(client, url)
        assert len(server.requests) == 1
    async with recorded(path) as client:
        assert isinstance(client, Transport)
        assert await parts(client, url) == live
    (exchange,) = json.loads(path.read_text("utf-8"))["exchanges"]
    chunks = exchange["response"]["body"]["chunks"]  # a chunk is what arrived together, in one text or in lines
    events = "".join("".join(chunk) for chunk in chunks).split("\n\n")
    assert (len(events), events[-2:]) == (7, ["data: [DONE]", ""])
    assert "k" * 20 not in path.read_text("utf-8")


async def test_the_file_says_what_was_sent_and_what_came_back(path) -> None:
    reply = Reply.json({"ok": True}, headers={"X-Request-Id": "7", "set-cookie": "a=b", "content-length": "11"})
    async with recorded(path, http_client=MockTransport(reply)) as client:
        await send(client, b'{"a": [1]}', url=URL + "?key=123", accept="*/*", authorization="Bearer x", other="y")
    assert json.loads(path.read_text("utf-8")) == {
        "version": 1,
        "exchanges": [
            {
                "request": {
                    "method": "POST",
                    "url": URL + "?key=REDACTED",
                    "headers": {"accept": "*/*"},
                    "body": {"json": {"a": [1]}, "style": "spaced"},
                },
                "response": {
                    "status": 200,
                    "reason": "OK",
                    "headers": {"content-type": "application/json", "x-request-id": "7"},
                    "body": {"json": {"ok": True}},
                },
            }
        ],
    }
    assert path.read_text("utf-8").endswith("\n}\n")


async def test_an_error_response_is_replayed_as_the_same_error(path) -> None:
    client = recorded(path, http_client=MockTransport(Reply.json({"error": {"message": "slow down"}}, status=429)))
    errors = []
    for each in (client, None):
        async with each or recorded(path) as current:
            with pytest.raises(APICallError) as raised:
                await chat(current).do_generate(options())
            errors.append((str(raised.value), raised.value.status_code, raised.value.response_body))
    assert errors[0] == errors[1]
    assert errors[0][1] == 429


async def test_requests_are_matched_by_their_content_in_whatever_order_they_come(path) -> None:
    contents = [b'{"n": 1, "m": 2}', b'{"n": 2}', b"text"]
    await record(path, *(Reply(chunks=[content]) for content in (b"1", b"2", b"3")), contents=contents)
    async with recorded(path) as client:
        same_but_written_otherwise = b'{"m":2,"n":1}'
        answers = await asyncio.gather(
            *(send(client, each) for each in (b"text", same_but_written_otherwise, contents[1]))
        )
    assert answers == [[b"3"], [b"1"], [b"2"]]


async def test_equal_requests_are_answered_in_the_order_they_were_recorded(path) -> None:
    await record(path, Reply(chunks=[b"1"]), Reply(chunks=[b"2"]), contents=[b"a", b"a"])
    async with recorded(path) as client:
        assert [await send(client, b"a"), await send(client, b"a")] == [[b"1"], [b"2"]]


async def test_the_order_of_the_file_is_the_order_of_sending(path) -> None:
    second_was_answered = asyncio.Event()

    async def answer(request):
        if request.body == b"first":
            await second_was_answered.wait()
        second_was_answered.set()
        return Reply(chunks=[request.body])

    async with recorded(path, http_client=MockTransport(answer)) as client:
        await asyncio.gather(send(client, b"first"), send(client, b"second"))
    exchanges = json.loads(path.read_text("utf-8"))["exchanges"]
    assert [exchange["request"]["body"]["chunks"] for exchange in exchanges] == [["first"], ["second"]]


async def test_a_request_that_was_not_recorded_shows_how_it_differs_from_the_nearest(path) -> None:
    near, far = b'{"city":"Oslo","unit":"C"}', b'{"model":"x"}'
    await record(path, Reply(), Reply(), contents=[far, near])
    with pytest.raises(RecordingMismatchError) as raised:
        async with recorded(path) as client:
            await send(client, b'{"city":"Rome","unit":"C"}')
    assert str(raised.value) == (
        f"POST {URL}: no exchange is left for this request in {path}. The nearest one differs:\n"
        '--- recorded\n+++ sent\n@@ -1,5 +1,5 @@\n {\n   "body": {\n-    "city": "Oslo",\n+    "city": "Rome",\n'
        '     "unit": "C"\n   },\nIf the change is meant, record anew: AI_SDK_RECORD=record'
    )


async def test_a_request_sent_once_too_often_says_so(path) -> None:
    await record(path, Reply(chunks=[b"1"]))
    with pytest.raises(RecordingMismatchError, match="it was recorded 1 times and is sent once more"):
        async with recorded(path) as client:
            await send(client)
            await send(client)


async def test_a_mismatch_that_the_code_under_test_swallowed_is_raised_at_the_end(path) -> None:
    await record(path, Reply())
    with pytest.raises(RecordingMismatchError):
        async with recorded(path) as client:
            await asyncio.gather(send(client, b"other"), return_exceptions=True)


async def test_exchanges_that_were_not_used_are_named_when_it_is_closed(path) -> None:
    await record(path, Reply(), Reply(), contents=[b"a", b"b"])
    with pytest.raises(UnusedExchangesError) as raised:
        async with recorded(path) as client:
            await send(client, b"a")
    assert str(raised.value) == f"1 exchanges of {path} were not used:\n  POST {URL}"


async def test_the_failure_of_a_test_is_not_hidden_by_unused_exchanges(path) -> None:
    await record(path, Reply())
    with pytest.raises(ZeroDivisionError):
        async with recorded(path):
            _ = 1 / 0


async def test_recording_passes_each_piece_on_before_the_next_is_read(path) -> None:
    read = []

    async def pieces():
        for piece in (b"a", b"b"):
            read.append(piece)
            yield piece

    async with recorded(path, http_client=MockTransport(Reply(chunks=pieces()))) as client:
        response = await client.send(HttpRequest(method="GET", url=URL, headers={}))
        assert (await anext(response.pieces), read) == (b"a", [b"a"])
        await response.close()


async def test_a_stream_that_the_reader_left_is_replayed_as_far_as_it_came(path) -> None:
    async with recorded(path, http_client=MockTransport(Reply(chunks=[b"a", b"b"]))) as client:
        response = await client.send(HttpRequest(method="GET", url=URL, headers={}))
        assert await anext(response.pieces) == b"a"
        await response.close()
    async with recorded(path) as client:
        response = await client.send(HttpRequest(method="GET", url=URL, headers={}))
        assert await anext(response.pieces) == b"a"
        with pytest.raises(RecordedConnectionError, match="the reader closed the response here"):
            await anext(response.pieces)


async def test_a_stream_that_broke_off_breaks_off_again(path) -> None:
    delta = {"id": "1", "choices": [{"index": 0, "delta": {"content": "Hi"}}]}
    seen = []
    for client in (recorded(path, http_client=MockTransport(Reply.events(delta, reset=True))), None):
        async with client or recorded(path) as current:
            result = await chat(current).do_stream(options())
            parts = []
            with pytest.raises(APICallError) as raised:
                async for part in result.stream:
                    parts = [*parts, dump(part)]
            seen.append((parts, str(raised.value), str(raised.value.__cause__)))
    assert seen[0] == seen[1]
    assert json.loads(path.read_text("utf-8"))["exchanges"][0]["response"]["cut"] == "the connection was reset"


async def test_a_request_without_an_answer_is_not_recorded_and_without_any_there_is_no_file(path) -> None:
    async with recorded(path, http_client=MockTransport([Reply(status=0), Reply(chunks=[b"1"])])) as client:
        with pytest.raises(RecordedConnectionError, match="the connection was reset"):
            await send(client)
        assert not path.exists()
        assert await send(client) == [b"1"]
    async with recorded(path) as client:
        assert await send(client) == [b"1"]
    path.unlink()
    async with recorded(path):
        pass
    assert not path.exists()


async def test_a_form_matches_although_its_boundary_is_another(path) -> None:
    def form() -> tuple[bytes, str]:
        data = FormData()
        data.append("file", b"\xff\x00", filename="a.bin")
        return data.encode()

    async def upload(client):
        content, content_type = form()
        return await send(client, content, **{"content-type": content_type})

    async with recorded(path, http_client=MockTransport(Reply(chunks=[b"1"]))) as client:
        await upload(client)
    async with recorded(path) as client:
        assert await upload(client) == [b"1"]


async def test_a_body_sent_in_pieces_is_recorded_whole_and_passed_on_in_pieces(path) -> None:
    async def pieces():
        yield b'{"a"'
        yield b":1}"

    transport = MockTransport(Reply(chunks=[b"1"]))
    for client in (recorded(path, http_client=transport), None):
        async with client or recorded(path) as current:
            assert await send(current, pieces()) == [b"1"]
    assert transport.requests[0].body == b'{"a":1}'
    assert json.loads(path.read_text("utf-8"))["exchanges"][0]["request"]["body"] == {"json": {"a": 1}}


async def test_the_mode_comes_from_the_argument_or_else_from_the_environment(path, monkeypatch) -> None:
    with pytest.raises(FileNotFoundError, match=r"there is no recording at .*AI_SDK_RECORD=record makes one"):
        recorded(path, mode="replay")
    await record(path, Reply(chunks=[b"old"]))
    monkeypatch.setenv("AI_SDK_RECORD", "record")
    await record(path, Reply(chunks=[b"new"]))
    async with recorded(path, mode="replay") as client:
        assert await send(client) == [b"new"]
    monkeypatch.setenv("AI_SDK_RECORD", "always")
    with pytest.raises(ValueError, match="'always' is no mode of recording: once, replay, record"):
        recorded(path)


async def test_replaying_leaves_the_given_client_alone(path) -> None:
    await record(path, Reply(chunks=[b"1"]))

    def fail(request):
        raise AssertionError(request.url)

    async with httpx.AsyncClient(transport=httpx.MockTransport(fail)) as http_client:
        async with recorded(path, http_client=http_client) as client:
            assert await send(client) == [b"1"]
        assert not http_client.is_closed


async def test_a_file_that_is_no_recording_is_refused(path) -> None:
    path.parent.mkdir()
    for text, message in (
        ("[]", "is no recording"),
        ("{", "is no recording"),
        ('{"version": 2, "exchanges": []}', "has version 2 of the format, and not 1"),
    ):
        path.write_text(text)
        with pytest.raises(ValueError, match=message):
            recorded(path)


async def test_filters_change_what_is_written_and_what_is_compared(path) -> None:
    def without_time(form):
        if "method" in form and form["body"]:
            form["body"]["json"].pop("time", None)
        return form

    async def once(time: int, **settings):
        async with recorded(path, filters=[without_time], **settings) as client:
            return await send(client, json.dumps({"time": time, "a": 1}).encode())

    await once(1, http_client=MockTransport(Reply(chunks=[b"1"])))
    assert await once(2) == [b"1"]
    assert json.loads(path.read_text("utf-8"))["exchanges"][0]["request"]["body"]["json"] == {"a": 1}
