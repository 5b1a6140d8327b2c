"""Live transcription over OpenAI's realtime WebSocket.

Ports: @ai-sdk/openai/src/transcription/openai-transcription-model.ts
"""

import re
from collections.abc import AsyncGenerator, AsyncIterator
from functools import partial
from typing import Any

from ai_sdk_generated.openai.transcription.options import OpenAITranscriptionModelOptions

from ai_sdk.provider import (
    JSONParseError,
    RequestMetadata,
    SharedV4Warning,
    TranscriptionModelV4Finish,
    TranscriptionModelV4Raw,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4StreamResult,
    TranscriptionModelV4StreamResultResponse,
    TranscriptionModelV4StreamStart,
    TranscriptionModelV4TranscriptDelta,
    TranscriptionModelV4TranscriptFinal,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection, connect_to_websocket
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.websocket import WebSocketError, to_websocket_url
from ai_sdk.providers.openai.transcription.session import build_session, session_warnings

__all__ = ["open_stream"]

_BEARER = re.compile(r"bearer\s+(.+)", re.IGNORECASE)
_EVENT = "conversation.item.input_audio_transcription."

_Parts = AsyncGenerator[TranscriptionModelV4StreamPart, None]


async def open_stream(
    model_id: str, config: ModelConfig, options: TranscriptionModelV4StreamOptions
) -> TranscriptionModelV4StreamResult:
    """Return the stream of a live transcription; nothing is connected before it is read."""
    timestamp = clock.now()
    given = parse_provider_options("openai", options.provider_options, OpenAITranscriptionModelOptions)
    session = build_session(model_id, options.input_audio_format, given)
    protocols, headers = _authenticate(combine_headers(await config.headers(), options.headers))
    connection = connect_to_websocket(
        url=to_websocket_url(config.url("/realtime?intent=transcription", model_id)),
        protocols=protocols,
        headers=headers,
        websocket=config.websocket,
        abort_signal=options.abort_signal,
        error_message="OpenAI realtime transcription error",
        source=options.audio,
    )
    parts = _parts(
        connection,
        session,
        options,
        warnings=session_warnings(model_id, given),
        language=given.language if given else None,
    )
    return TranscriptionModelV4StreamResult(
        stream=BodyStream(parts, partial(close_stream, options.audio)),
        request=RequestMetadata(body=session),
        response=TranscriptionModelV4StreamResultResponse(timestamp=timestamp, model_id=model_id),
    )


def _authenticate(headers: Headers) -> tuple[list[str], Headers]:
    """Move a bearer token to the subprotocols: the server refuses connections that have it in both places."""
    authorization = [value for name, value in headers.items() if name.lower() == "authorization" and value is not None]
    token = _BEARER.fullmatch(authorization[-1]) if authorization else None
    if token is None:
        return ["realtime"], headers
    others = {name: value for name, value in headers.items() if name.lower() != "authorization"}
    return ["realtime", f"openai-insecure-api-key.{token[1]}"], others


async def _parts(
    connection: WebSocketConnection,
    session: Any,
    options: TranscriptionModelV4StreamOptions,
    *,
    warnings: list[SharedV4Warning],
    language: str | None,
) -> _Parts:
    async with connection:
        connection.start(partial(_send, connection, session, options.audio))
        yield TranscriptionModelV4StreamStart(warnings=warnings)
        async for text in connection:
            try:
                event = parse_json(text)
            except JSONParseError:
                continue
            if options.include_raw_chunks:
                yield TranscriptionModelV4Raw(raw_value=event)
            match event:
                case {"type": str() as kind} if kind == f"{_EVENT}delta":
                    yield TranscriptionModelV4TranscriptDelta(
                        id=_text(event, "item_id"), delta=_text(event, "delta") or ""
                    )
                case {"type": str() as kind} if kind == f"{_EVENT}completed":
                    await connection.close()
                    for part in _completed(event, language):
                        yield part
                    return
                case {"type": "error"}:
                    raise WebSocketError(_error_text(event))


async def _send(connection: WebSocketConnection, session: Any, audio: AsyncIterator[bytes | str]) -> None:
    await connection.send_json(session)
    async for piece in audio:
        await connection.send_json({"type": "input_audio_buffer.append", "audio": convert_to_base64(piece)})
    await connection.send_json({"type": "input_audio_buffer.commit"})


def _completed(event: dict[str, Any], language: str | None) -> list[TranscriptionModelV4StreamPart]:
    text, item_id = _text(event, "transcript") or "", _text(event, "item_id")
    finish = TranscriptionModelV4Finish(text=text, segments=[], language=language)
    return [finish] if item_id is None else [TranscriptionModelV4TranscriptFinal(id=item_id, text=text), finish]


def _error_text(event: dict[str, Any]) -> str:
    error = event.get("error")
    message = _text(error, "message") if isinstance(error, dict) else None
    return "OpenAI realtime error" if message is None else message


def _text(event: dict[str, Any], name: str) -> str | None:
    """Return a text of an event, `None` for anything else: no schema is checked."""
    value = event.get(name)
    return value if isinstance(value, str) else None
