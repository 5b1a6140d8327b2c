"""Live audio for the tests of streaming transcription, and what came of it."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from hypothesis import strategies as st

from ai_sdk.provider import TranscriptionModelV4StreamOptions
from ai_sdk.provider.codec import dump, load
from ai_sdk.testing.loopback_websocket import LoopbackWebSocketServer, WebSocketSession

PCM = {"type": "audio/pcm", "rate": 16000}
START = {"type": "stream-start", "warnings": []}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)

Answer = Callable[[WebSocketSession], Awaitable[None]]


class Audio:
    """Pieces of audio that know whether they were closed; an exception among them is raised."""

    def __init__(self, *pieces: bytes | str | Exception) -> None:
        self._pieces = iter(pieces)
        self.is_closed = False

    def __aiter__(self) -> AsyncIterator[bytes | str]:
        return self

    async def __anext__(self) -> bytes | str:
        piece = next(self._pieces, None)
        if piece is None:
            raise StopAsyncIteration
        if isinstance(piece, Exception):
            raise piece
        return piece

    async def aclose(self) -> None:
        self.is_closed = True


class Transcript:
    """The parts of a stream so far, what it raised, and what the server saw."""

    def __init__(self) -> None:
        self.parts: list[Any] = []
        self.error: Exception | None = None
        self.request: Any = None
        self.response: Any = None
        self.session: Any = None
        self.audio = Audio(b"\x01\x02", "AwQF")

    @property
    def sent(self) -> list[Any]:
        """The messages that the server got; texts are JSON."""
        return [json.loads(each) if isinstance(each, str) else each for each in self.session.messages]


async def transcribe(
    make: Callable[[LoopbackWebSocketServer], Any], answer: Answer, *, audio: Audio | None = None, **options: Any
) -> Transcript:
    """Stream audio to the model that `make` makes, and collect what comes back."""
    transcript = Transcript()
    transcript.audio = audio or transcript.audio
    async with LoopbackWebSocketServer(answer) as server:
        given = {"inputAudioFormat": PCM, **options, "audio": transcript.audio}
        result = await make(server).do_stream(load(TranscriptionModelV4StreamOptions, given))
        transcript.request, transcript.response = dump(result.request), result.response
        try:
            async for part in result.stream:
                transcript.parts.append(dump(part))
        except Exception as error:  # noqa: BLE001 - the test looks at it
            transcript.error = error
        finally:
            await result.stream.aclose()
        transcript.session = server.sessions[0] if server.sessions else None
    return transcript
