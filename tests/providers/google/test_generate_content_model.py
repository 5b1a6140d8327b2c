"""The language model on `generateContent` against a server in the process."""

import re
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, APICallError, LanguageModelV4
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.response_handler import DownloadError
from ai_sdk.provider_utils.transport import as_transport
from ai_sdk.providers.google import GoogleLanguageModel, ToolResultDownloads
from tests.providers.google.calls import call, config, provider, read
from tests.providers.openai.server import Pieces, Server, events, reply, stream
from tests.providers.responses_laws import client, cut

pytestmark = pytest.mark.anyio

VERTEX = "google.vertex.chat"
NEW, OLD = "gemini-3-pro-preview", "gemini-2.5-flash"


def chunk(text: str, reason: str | None = None, **more: Any) -> dict[str, Any]:
    end = {} if reason is None else {"finishReason": reason}
    return {"candidates": [{"content": {"parts": [{"text": text}]}, **end, **more}]}


def body(request: httpx.Request) -> Any:
    return httpx.Response(200, content=request.content).json()


CHUNKS = [chunk("größer"), chunk(" 🚂", "STOP")]


async def test_a_model_answers_and_streams() -> None:
    server = Server(reply(chunk("Hi", "STOP")), stream(events(*CHUNKS, done=False)))
    model = provider(server)(OLD)
    assert isinstance(model, LanguageModelV4)
    result = await model.do_generate(call())
    parts = await read(model)
    assert [dump(part) for part in result.content] == [{"type": "text", "text": "Hi"}]
    assert [part["type"] for part in parts] == [
        "stream-start",
        "text-start",
        "text-delta",
        "text-delta",
        "text-end",
        "finish",
    ]
    base = "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash"
    assert [str(request.url) for request in server.requests] == [
        f"{base}:generateContent",
        f"{base}:streamGenerateContent?alt=sse",
    ]
    assert body(server.requests[0]) == body(server.requests[1]) == result.request.body


BODY = events(*CHUNKS, done=False)


@given(st.sets(st.integers(1, len(BODY) - 1), max_size=6))
async def test_any_split_of_the_bytes_gives_the_same_parts(cuts: set[int]) -> None:
    whole = await read(provider(Server(stream(BODY)))(OLD))
    assert await read(provider(Server(stream(cut(BODY, cuts))))(OLD)) == whole


async def test_an_answer_goes_on_in_further_requests() -> None:
    first = chunk("a", "CONTINUATION", continuationToken="t1")
    server = Server(reply(first), reply(chunk("b", "CONTINUATION", continuationToken="t2")), reply(chunk("c", "STOP")))
    result = await provider(server)(NEW).do_generate(call())
    assert [part.text for part in result.content] == ["a", "b", "c"]
    sent = [body(request) for request in server.requests]
    assert sent == [sent[0], {**sent[0], "continuationToken": "t1"}, {**sent[0], "continuationToken": "t2"}]
    assert "continuationToken" not in sent[0]


async def test_a_stream_goes_on_in_further_requests_and_each_response_is_closed() -> None:
    bodies = [
        Pieces([events(each, done=False)])
        for each in (chunk("a", "CONTINUATION", continuationToken="t"), chunk("b", "STOP"))
    ]
    server = Server(*map(stream, bodies))
    parts = await read(provider(server)(NEW))
    assert "".join(part.get("delta", "") for part in parts) == "ab"
    assert parts[-1]["finishReason"] == {"unified": "stop", "raw": "STOP"}
    assert body(server.requests[1])["continuationToken"] == "t"
    assert [each.is_closed for each in bodies] == [True, True]


async def test_a_stream_that_cannot_go_on_ends_with_an_error_and_its_token() -> None:
    failed = reply({"error": {"code": 500, "message": "dark", "status": "INTERNAL"}}, 500)
    server = Server(stream(events(chunk("a", "CONTINUATION", continuationToken="t"), done=False)), failed)
    parts = await read(provider(server)(NEW), call(includeRawChunks=True))
    *_, raw, error, text_end, finish = parts
    assert (raw, text_end["type"]) == ({"type": "raw"}, "text-end")
    assert isinstance(error["error"], APICallError)
    assert finish["finishReason"] == {"unified": "length", "raw": "CONTINUATION"}
    assert finish["providerMetadata"]["google"]["continuationToken"] == "t"


@pytest.mark.parametrize("begin", [False, True])
async def test_a_stream_that_is_left_closes_its_response(*, begin: bool) -> None:
    pieces = Pieces([events(each, done=False) for each in CHUNKS])
    result = await provider(Server(stream(pieces)))(OLD).do_stream(call())
    if begin:
        async for part in result.stream:
            if part.type == "text-delta":
                break
    await result.stream.aclose()
    assert pieces.is_closed


async def test_arguments_without_a_place_end_the_stream_with_an_error() -> None:
    pieces = [{"jsonPath": "$.a", "stringValue": "x"}, {"jsonPath": "$.a.b", "numberValue": 1}]
    odd = {"candidates": [{"content": {"parts": [{"functionCall": {"name": "f", "partialArgs": pieces}}]}}]}
    with pytest.raises(AISDKError, match="no place for 'b'"):
        await read(provider(Server(stream(events(odd, done=False))))(NEW))


async def test_headers_of_vertex_beat_those_of_the_call() -> None:
    server = Server(reply(chunk("a", "STOP")))
    name = "X-Vertex-AI-LLM-Request-Type"
    options = call(google={"requestType": "shared"}, headers={name: "mine", "X-Call": "1"})
    await GoogleLanguageModel(OLD, config(VERTEX, server)).do_generate(options)
    assert (server.requests[0].headers[name], server.requests[0].headers["x-call"]) == ("shared", "1")


def downloading(model_id: str, server: Server, files: Server, **settings: Any) -> GoogleLanguageModel:
    transport = as_transport(client(files))
    downloads = ToolResultDownloads(**{"max_bytes": 99, "transport": lambda: transport, **settings})
    return GoogleLanguageModel(model_id, config(VERTEX, server, tool_result_downloads=downloads))


def photo(url: str, media_type: str = "image/*") -> dict[str, Any]:
    file = {"type": "file", "data": {"type": "url", "url": url}, "mediaType": media_type}
    output = {"type": "content", "value": [{"type": "text", "text": "see"}, file]}
    return {"type": "tool-result", "toolCallId": "1", "toolName": "photo", "output": output}


def results(*parts: Any) -> Any:
    plain = {"type": "tool-result", "toolCallId": "2", "toolName": "t", "output": {"type": "text", "value": "a"}}
    history = {"role": "assistant", "content": [{"type": "text", "text": "a"}, *parts]}
    system = {"role": "system", "content": "s"}
    return call(
        system,
        history,
        {
            "role": "tool",
            "content": [plain, *parts, {"type": "tool-approval-response", "approvalId": "a", "approved": True}],
        },
    )


async def test_files_of_tool_results_are_downloaded_where_the_api_does_not_fetch_them() -> None:
    server = Server(reply(chunk("a", "STOP")))
    png = httpx.Response(200, headers={"content-type": "image/gif"}, content=b"\x89PNG\r\n\x1a\n")
    text = httpx.Response(200, headers={"content-type": "text/csv"}, content=b"a,b")
    files = Server(png, text)
    model = downloading(NEW, server, files)
    photos = [photo("https://files.example/i"), photo("https://files.example/t", "text")]
    await model.do_generate(call({"role": "tool", "content": photos}))
    parts = [
        part["functionResponse"]["parts"][0]["inlineData"] for part in body(server.requests[0])["contents"][0]["parts"]
    ]
    assert [part["mimeType"] for part in parts] == ["image/png", "text/csv"]
    assert [request.headers.get("x-goog-api-key") for request in files.requests] == [None, None]


@pytest.mark.parametrize(("model_id", "sent"), [(NEW, True), (OLD, False)])
async def test_cloud_storage_files_are_sent_as_they_are_to_models_that_take_them(*, model_id: str, sent: bool) -> None:
    server = Server(reply(chunk("a", "STOP")))
    model = downloading(model_id, server, Server(), supports_google_cloud_storage_urls=True)
    options = call({"role": "tool", "content": [photo("gs://bucket/i.png", "image/png")]})
    if not sent:
        with pytest.raises(DownloadError, match="must be http, https, or data, got gs"):
            await model.do_generate(options)
        return
    await model.do_generate(options)
    (part,) = body(server.requests[0])["contents"][0]["parts"]
    file = {"fileData": {"mimeType": "image/png", "fileUri": "gs://bucket/i.png"}}
    assert part["functionResponse"]["parts"] == [file]


async def test_other_parts_stay_and_large_files_are_refused() -> None:
    server = Server(reply(chunk("a", "STOP")))
    await downloading(NEW, server, Server()).do_generate(results())
    assert [content["role"] for content in body(server.requests[0])["contents"]] == ["model", "user"]
    with pytest.raises(DownloadError, match="exceeded maximum size of 2 bytes"):
        large = Server(httpx.Response(200, content=b"abc"))
        await downloading(NEW, server, large, max_bytes=2).do_generate(results(photo("https://files.example/i")))


async def test_options_are_read_before_anything_is_downloaded() -> None:
    files = Server()
    with pytest.raises(AISDKError, match="invalid google provider options"):
        options = call({"role": "tool", "content": [photo("https://files.example/i")]}, google={"threshold": 1})
        await downloading(NEW, Server(), files).do_generate(options)
    assert files.requests == []


def test_a_configuration_says_what_is_supported() -> None:
    pattern = (re.compile("^https:"),)
    model = GoogleLanguageModel(OLD, config(VERTEX, supported_urls=lambda: {"*": pattern}))
    assert (model.supported_urls, GoogleLanguageModel(OLD, config()).supported_urls) == ({"*": pattern}, {})
