"""The conversation with Mistral about the transcription of live audio, over a WebSocket.

Ports: @ai-sdk/mistral/src/mistral-transcription-stream.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator
from functools import partial

from ai_sdk_generated.mistral.transcription.options import MistralTranscriptionModelOptions

from ai_sdk.provider import (
    JSONObject,
    RequestMetadata,
    SharedV4Warning,
    TranscriptionModelV4Raw,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4StreamResult,
    TranscriptionModelV4StreamResultResponse,
    TranscriptionModelV4StreamStart,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.abort import throw_if_aborted
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes, convert_to_base64
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection, connect_to_websocket
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.search_params import with_search_params
from ai_sdk.provider_utils.websocket import WebSocketError, to_websocket_url
from ai_sdk.providers.mistral.transcription.session import build_session, build_warnings
from ai_sdk.providers.mistral.transcription.stream import MistralTranscriptionStream, read_event

__all__ = ["open_stream"]

_AUDIO_BYTES = 64 * 1024
"""The most audio of one message: base64 makes it longer, and a message may have 256 KiB."""


async def open_stream(
    model_id: str, config: ModelConfig, options: TranscriptionModelV4StreamOptions
) -> TranscriptionModelV4StreamResult:
    """Return the stream of a live transcription; nothing is connected before it is read."""
    timestamp = clock.now()
    headers = combine_headers(await config.headers(), options.headers)
    given = parse_provider_options("mistral", options.provider_options, MistralTranscriptionModelOptions)
    given = given or MistralTranscriptionModelOptions()
    session = build_session(given, options.input_audio_format)
    url = to_websocket_url(config.url("/audio/transcriptions/realtime", model_id))
    url = with_search_params(url, [("model", model_id)])
    connection = connect_to_websocket(
        url=url,
        headers=headers,
        websocket=config.websocket,
        abort_signal=options.abort_signal,
        error_message="Mistral realtime transcription WebSocket error.",
        source=options.audio,
    )
    state = MistralTranscriptionStream(model_id)
    parts = _parts(connection, state, options, session=session, warnings=build_warnings(given))
    return TranscriptionModelV4StreamResult(
        stream=BodyStream(parts, connection.close),
        request=RequestMetadata(body=url),
        response=TranscriptionModelV4StreamResultResponse(timestamp=timestamp, model_id=model_id),
    )


async def _parts(
    connection: WebSocketConnection,
    state: MistralTranscriptionStream,
    options: TranscriptionModelV4StreamOptions,
    *,
    session: JSONObject,
    warnings: list[SharedV4Warning],
) -> AsyncGenerator[TranscriptionModelV4StreamPart, None]:
    try:
        throw_if_aborted(options.abort_signal)
        yield TranscriptionModelV4StreamStart(warnings=warnings)
        async with connection:
            async for text in connection:
                event = read_event(text)
                if options.include_raw_chunks:
                    yield TranscriptionModelV4Raw(raw_value=event)
                was_created, was_configured = state.is_created, state.is_configured
                parts = state.feed(event)
                if state.is_created and not was_created:
                    connection.start(partial(connection.send_json, {"type": "session.update", "session": session}))
                if state.is_configured and not was_configured:
                    connection.start(partial(_send_audio, connection, options.audio))
                if state.is_finished:
                    await connection.close(None)
                for part in parts:
                    yield part
                if state.is_finished:
                    return
            raise _closed_early(connection)
    finally:
        await connection.close()


async def _send_audio(connection: WebSocketConnection, audio: AsyncIterator[bytes | str]) -> None:
    async for chunk in audio:
        content = convert_base64_to_bytes(chunk) if isinstance(chunk, str) else chunk
        for offset in range(0, len(content), _AUDIO_BYTES):
            piece = convert_to_base64(content[offset : offset + _AUDIO_BYTES])
            await connection.send_json({"type": "input_audio.append", "audio": piece})
    await connection.send_json({"type": "input_audio.end"})


def _closed_early(connection: WebSocketConnection) -> WebSocketError:
    code, reason = connection.close_code, connection.close_reason
    told = f"code: {code}, reason: {reason}" if reason else f"code: {code}"
    return WebSocketError(f"Mistral realtime transcription connection closed before transcription.done ({told}).")
