"""Speech models behind the gateway.

Ports: @ai-sdk/gateway/src/gateway-speech-model.ts, @ai-sdk/gateway/src/gateway-speech-model-settings.ts
"""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from ai_sdk_generated.gateway.speech import wire

from ai_sdk.provider import (
    JSONObject,
    RequestMetadata,
    SpeechModelV4CallOptions,
    SpeechModelV4Result,
    SpeechModelV4ResultResponse,
    SpeechModelV4StreamOptions,
    SpeechModelV4StreamPart,
    SpeechModelV4StreamResult,
    SpeechModelV4StreamResultResponse,
    SpeechModelV4StreamTextPart,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.provider_utils.speech_stream_envelope import (
    SPEECH_STREAM_START_FRAME_TYPE,
    SPEECH_STREAM_TEXT_DELTA_FRAME_TYPE,
    SPEECH_STREAM_TEXT_DONE_FRAME_TYPE,
    parse_speech_stream_part,
)
from ai_sdk.providers.gateway.model import GatewayModel, read_provider_metadata, read_warnings
from ai_sdk.providers.gateway.provider_options import write_provider_options
from ai_sdk.providers.gateway.realtime_auth import GATEWAY_SPEECH_SUBPROTOCOL
from ai_sdk.providers.gateway.websocket_stream import (
    GatewayStreamKind,
    open_gateway_stream,
    to_gateway_websocket_url,
)

__all__ = ["GatewaySpeechModel"]

_PATH = "/speech-model"
_LONGEST_DELTA = 8 * 1024
"""In UTF-16 code units: a frame stays below 64 KiB even when JSON escapes each of them."""
_LAST_OF_ONE_UNIT = 0xFFFF
_STREAM = GatewayStreamKind(
    label="speech",
    subprotocol=GATEWAY_SPEECH_SUBPROTOCOL,
    part_type=SpeechModelV4StreamPart,
    parse_part=parse_speech_stream_part,
    has_typed_error_parts=True,
    tells_close_code=True,
)


class GatewaySpeechModel(GatewayModel):
    """Turns text into speech; the audio of a result is base64 text."""

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Make the audio in one call; raises a `GatewayError` when it fails."""
        handler = json_response(wire.GatewaySpeechResponse)
        return await self.call(_PATH, _body(options), handler, self._read_response, options, self._headers())

    async def do_stream(self, options: SpeechModelV4StreamOptions) -> SpeechModelV4StreamResult:
        """Turn text into speech while it is written, over a WebSocket, which opens when the stream is read.

        The stream raises a `GatewayError` when it fails.
        """
        timestamp = now()
        start_frame = _start_frame(options)
        stream = open_gateway_stream(
            _STREAM,
            url=to_gateway_websocket_url(self.config.url(_PATH, self.model_id), self.model_id),
            headers=await self.stream_headers(options.headers, self._headers()),
            websocket=self.config.websocket,
            abort_signal=options.abort_signal,
            source=options.text,
            start_frame=start_frame,
            send_source=lambda connection: _send_text(connection, options.text),
        )
        return SpeechModelV4StreamResult(
            stream=stream,
            request=RequestMetadata(body=start_frame),
            response=SpeechModelV4StreamResultResponse(timestamp=timestamp, model_id=self.model_id),
        )

    def _headers(self) -> Headers:
        return {"ai-speech-model-specification-version": "4", "ai-model-id": self.model_id}

    def _read_response(self, response: ApiResponse[Any]) -> SpeechModelV4Result:
        value: wire.GatewaySpeechResponse = response.value
        return SpeechModelV4Result(
            audio=value.audio,
            warnings=read_warnings(value.warnings),
            usage=value.usage,
            provider_metadata=read_provider_metadata(value.provider_metadata),
            response=SpeechModelV4ResultResponse(
                timestamp=now(), model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
        )


def _body(options: SpeechModelV4CallOptions) -> JSONObject:
    return omit_none(
        {
            "text": options.text,
            "voice": options.voice or None,
            "outputFormat": options.output_format or None,
            "instructions": options.instructions or None,
            "speed": options.speed,
            "language": options.language or None,
            "providerOptions": write_provider_options(options.provider_options),
        }
    )


def _start_frame(options: SpeechModelV4StreamOptions) -> JSONObject:
    return omit_none(
        {
            "type": SPEECH_STREAM_START_FRAME_TYPE,
            "voice": options.voice,
            "outputFormat": None if options.output_format is None else dump(options.output_format),
            "instructions": options.instructions,
            "speed": options.speed,
            "language": options.language,
            "providerOptions": write_provider_options(options.provider_options),
            "includeRawChunks": options.include_raw_chunks,
        }
    )


async def _send_text(connection: WebSocketConnection, text: AsyncIterator[SpeechModelV4StreamTextPart]) -> None:
    """Send the text in frames that servers take, then the frame that says that it is over."""
    async for part in text:
        for frame in _text_frames(part):
            await connection.send_json(frame)
    await connection.send_json({"type": SPEECH_STREAM_TEXT_DONE_FRAME_TYPE})


def _text_frames(part: SpeechModelV4StreamTextPart) -> Iterator[JSONObject]:
    """Give the frames of a part: the voice is on each of them, its options on the first alone."""
    options = write_provider_options(part.provider_options)
    # An empty part still carries its voice or its options.
    empty = [""] if part.voice is not None or options is not None else []
    for index, delta in enumerate(_split_text_delta(part.text) or empty):
        yield omit_none(
            {
                "type": SPEECH_STREAM_TEXT_DELTA_FRAME_TYPE,
                "delta": delta,
                "voice": part.voice,
                "providerOptions": options if index == 0 else None,
            }
        )


def _split_text_delta(delta: str) -> list[str]:
    """Cut a text into pieces of at most `_LONGEST_DELTA` UTF-16 code units, never inside of a character."""
    pieces: list[str] = []
    start = units = 0
    for index, character in enumerate(delta):
        width = 2 if ord(character) > _LAST_OF_ONE_UNIT else 1
        if units + width > _LONGEST_DELTA:
            pieces.append(delta[start:index])
            start, units = index, 0
        units += width
    return [*pieces, delta[start:]] if delta else []
