"""Live transcription on OpenAI: what is sent, the parts that come of the server's events, and how it fails."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    APICallError,
    InvalidArgumentError,
    SharedV4AudioFormat,
    StreamingTranscriptionModelV4,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamResult,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.provider_utils.websocket import WebSocketError
from ai_sdk.providers.openai import create_openai
from ai_sdk.testing import LoopbackWebSocketServer, WebSocketSession
from tests.instant_clock import START, InstantClock
from tests.scripted_socket import ScriptedSocket

pytestmark = pytest.mark.anyio

MODEL = "gpt-realtime-whisper"
TRANSCRIPTION = "conversation.item.input_audio_transcription."
DELTA = {"type": f"{TRANSCRIPTION}delta", "item_id": "i1", "delta": "Hel"}
COMPLETED = {"type": f"{TRANSCRIPTION}completed", "item_id": "i1", "transcript": "Hello"}
STREAM_START: dict[str, Any] = {"type": "stream-start", "warnings": []}
FINISHED = [
    {"type": "transcript-final", "id": "i1", "text": "Hello"},
    {"type": "finish", "text": "Hello", "segments": []},
]


class Audio:
    """Pieces of audio; it notes that it was closed."""

    def __init__(self, *pieces: bytes | str) -> None:
        self._pieces = iter(pieces)
        self.is_closed = False

    def __aiter__(self) -> AsyncIterator[bytes | str]:
        return self

    async def __anext__(self) -> bytes | str:
        for piece in self._pieces:
            return piece
        raise StopAsyncIteration

    async def aclose(self) -> None:
        self.is_closed = True


def options(audio: Audio | None = None, **more: Any) -> TranscriptionModelV4StreamOptions:
    audio_format = more.pop("audio_format", SharedV4AudioFormat(type="audio/pcm", rate=24000))
    return TranscriptionModelV4StreamOptions(
        audio=audio or Audio(b"\0\1", "AAI="), input_audio_format=audio_format, **more
    )


async def stream(socket: ScriptedSocket, *, model: str = MODEL, **more: Any) -> TranscriptionModelV4StreamResult:
    provider = create_openai(api_key="key", base_url="https://host/v1", websocket=socket)
    return await provider.transcription(model).do_stream(options(**more))


async def read(result: TranscriptionModelV4StreamResult) -> list[Any]:
    return [dump(part) async for part in result.stream]


async def test_audio_goes_out_and_the_transcript_comes_back_over_a_real_websocket() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive_until("commit")
        await session.send(DELTA, COMPLETED)

    async with LoopbackWebSocketServer(answer) as server:
        model = create_openai(api_key="key", base_url=f"{server.url}/v1").transcription(MODEL)
        assert isinstance(model, StreamingTranscriptionModelV4)
        with use_clock(InstantClock()):
            result = await model.do_stream(options())
        delta = {"type": "transcript-delta", "id": "i1", "delta": "Hel"}
        assert await read(result) == [STREAM_START, delta, *FINISHED]
    (session,) = server.sessions
    session_update, *appended, commit = [json.loads(message) for message in session.messages]
    assert result.request is not None
    assert (
        session_update
        == result.request.body
        == {
            "type": "session.update",
            "session": {
                "type": "transcription",
                "audio": {
                    "input": {
                        "format": {"type": "audio/pcm", "rate": 24000},
                        "transcription": {"model": MODEL},
                        "turn_detection": None,
                    }
                },
            },
        }
    )
    assert [event["audio"] for event in appended] == ["AAE=", "AAI="]
    assert commit == {"type": "input_audio_buffer.commit"}
    assert (session.path, session.close_code) == ("/v1/realtime?intent=transcription", 1000)
    assert dump(result.response) == {"timestamp": START, "modelId": MODEL}


@pytest.mark.parametrize(
    ("headers", "protocols", "authorization"),
    [
        ({}, ["realtime", "openai-insecure-api-key.key"], None),
        ({"Authorization": "bEaReR  other"}, ["realtime", "openai-insecure-api-key.other"], None),
        ({"AUTHORIZATION": "Basic abc"}, ["realtime"], "Basic abc"),
        ({"authorization": None}, ["realtime"], None),
    ],
)
async def test_a_bearer_token_travels_as_a_subprotocol_and_not_as_a_header(
    headers: dict[str, str | None], protocols: list[str], authorization: str | None
) -> None:
    socket = ScriptedSocket(COMPLETED, after="commit")
    await read(await stream(socket, headers=headers))
    assert (socket.url, socket.protocols) == ("wss://host/v1/realtime?intent=transcription", protocols)
    sent = {name.lower(): value for name, value in socket.headers.items()}
    assert ("authorization" in sent) == (authorization is not None)
    assert sent["user-agent"].startswith("ai-sdk-openai/")


@pytest.mark.parametrize(
    ("model", "expected", "warned"),
    [
        ("gpt-transcribe", {"languages": ["de"]}, ["delay"]),
        ("gpt-transcribe-2026-01-01", {"languages": ["de"]}, ["delay"]),
        ("gpt-live-transcribe", {"languages": ["de"], "delay": "low"}, []),
        (MODEL, {"language": "de", "delay": "low"}, []),
    ],
)
async def test_options_are_sent_as_the_model_takes_them(
    model: str, expected: dict[str, Any], warned: list[str]
) -> None:
    given_options = {"openai": {"language": "de", "streaming": {"delay": "low", "include": ["logprobs"]}}}
    socket = ScriptedSocket(COMPLETED, after="commit")
    result = await stream(
        socket, model=model, provider_options=given_options, audio_format=SharedV4AudioFormat(type="audio/pcmu")
    )
    start, *_, finish = await read(result)
    session = json.loads(socket.sent[0])["session"]
    assert session["audio"]["input"]["transcription"] == {"model": model, **expected}
    assert (session["include"], session["audio"]["input"]["format"]) == (["logprobs"], {"type": "audio/pcmu"})
    assert [warning["feature"].rpartition(".")[2] for warning in start["warnings"]] == warned
    assert finish["language"] == "de"


async def test_options_for_recordings_are_left_out_with_a_warning() -> None:
    given_options = {"openai": {"prompt": "p", "temperature": 0, "timestamp_granularities": ["word"]}}
    start, *_ = await read(await stream(ScriptedSocket(COMPLETED, after="commit"), provider_options=given_options))
    assert start["warnings"] == [
        {
            "type": "unsupported",
            "feature": f"providerOptions.openai.{name}",
            "details": f"OpenAI streaming transcription does not support {name}.",
        }
        for name in ("prompt", "temperature", "timestampGranularities")
    ]


async def test_wrong_options_are_told_before_anything_is_connected() -> None:
    with pytest.raises(InvalidArgumentError, match="invalid openai provider options"):
        await stream(ScriptedSocket(), provider_options={"openai": {"temperature": 7}})


@pytest.mark.parametrize("model", ["whisper-1", "gpt-4o-transcribe", "custom"])
async def test_models_for_recordings_alone_say_so(model: str) -> None:
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        await stream(ScriptedSocket(), model=model)
    assert caught.value.functionality == f"streaming transcription with {model}"


async def test_raw_messages_are_parts_when_they_are_asked_for() -> None:
    socket = ScriptedSocket("no json", "null", b'{"type":"session.created"}', COMPLETED, after="commit")
    parts = await read(await stream(socket, include_raw_chunks=True))
    raw: list[Any] = [None, {"type": "session.created"}, COMPLETED]
    assert parts == [STREAM_START, *({"type": "raw", "rawValue": value} for value in raw), *FINISHED]


async def test_a_transcript_without_an_item_has_no_final_part() -> None:
    socket = ScriptedSocket({"type": f"{TRANSCRIPTION}completed", "transcript": 5}, after="commit")
    assert await read(await stream(socket)) == [STREAM_START, {"type": "finish", "text": "", "segments": []}]


@pytest.mark.parametrize(
    ("event", "message"),
    [
        ({"type": "error", "error": {"message": "no such model"}}, "no such model"),
        ({"type": "error", "error": {"message": ""}}, ""),
        ({"type": "error", "error": "text"}, "OpenAI realtime error"),
        ({"type": "error"}, "OpenAI realtime error"),
    ],
)
async def test_an_error_event_ends_the_stream(event: Any, message: str) -> None:
    audio = Audio()
    with pytest.raises(WebSocketError) as caught:
        await read(await stream(ScriptedSocket(event, after="commit"), audio=audio))
    assert (caught.value.message, audio.is_closed) == (message, True)


async def test_a_close_frame_ends_the_stream_without_a_finish_part() -> None:
    assert await read(await stream(ScriptedSocket(code=1011, after="commit"))) == [STREAM_START]


async def test_a_broken_connection_is_an_error() -> None:
    with pytest.raises(WebSocketError, match=r"^OpenAI realtime transcription error$"):
        await read(await stream(ScriptedSocket(code=None, after="commit")))


async def test_a_refused_connection_tells_the_status() -> None:
    async with LoopbackWebSocketServer(lambda _: asyncio.sleep(0), refuse=401) as server:
        model = create_openai(api_key="key", base_url=server.url).transcription(MODEL)
        result = await model.do_stream(options())
        with pytest.raises(APICallError) as caught:
            await read(result)
    assert caught.value.status_code == 401


async def test_an_abort_ends_the_stream_and_closes_the_audio() -> None:
    controller, audio = AbortController(), Audio()
    result = await stream(ScriptedSocket(DELTA, after="commit"), audio=audio, abort_signal=controller.signal)
    with pytest.raises(AbortError):
        async for part in result.stream:
            if part.type == "transcript-delta":
                controller.abort()
    assert audio.is_closed


async def test_closing_a_stream_that_nobody_reads_closes_the_audio() -> None:
    audio = Audio()
    result = await stream(ScriptedSocket(), audio=audio)
    closing: Any = result.stream
    await closing.aclose()
    assert audio.is_closed


VALUES = st.none() | st.text(max_size=4) | st.integers() | st.lists(st.text(max_size=2), max_size=2)
EVENTS = st.fixed_dictionaries(
    {"type": st.sampled_from([f"{TRANSCRIPTION}delta", f"{TRANSCRIPTION}completed", "error", "x"]) | VALUES},
    optional=dict.fromkeys(("item_id", "delta", "transcript", "error"), VALUES),
)
MESSAGES = st.lists(EVENTS.map(json.dumps) | st.text(max_size=6) | st.binary(max_size=6), max_size=6)


@given(messages=MESSAGES, code=st.sampled_from([None, 1000, 1006, 1011]), include_raw_chunks=st.booleans())
def test_whatever_the_server_sends_only_our_own_errors_come_out(
    *, messages: list[str | bytes], code: int | None, include_raw_chunks: bool
) -> None:
    async def run() -> list[Any]:
        socket = ScriptedSocket(*messages, after="commit", code=code)
        result, parts = await stream(socket, include_raw_chunks=include_raw_chunks), []
        try:
            async for part in result.stream:
                parts.append(part.type)  # noqa: PERF401 - what came before an error counts
        except AISDKError:
            parts.append("error")
        return parts

    parts = asyncio.run(run())
    assert parts[0] == "stream-start"
    assert parts.count("finish") <= 1
    assert parts.count("raw") <= (len(messages) if include_raw_chunks else 0)
