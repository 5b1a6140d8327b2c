"""Transcription models behind the gateway.

Ports: @ai-sdk/gateway/src/gateway-transcription-model.ts
Ports: @ai-sdk/gateway/src/gateway-transcription-model-settings.ts
"""

from collections.abc import AsyncIterator
from typing import Any

from ai_sdk_generated.gateway.transcription import wire

from ai_sdk.provider import (
    RequestMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4StreamResult,
    TranscriptionModelV4StreamResultResponse,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes, convert_to_base64
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.provider_utils.transcription_stream_envelope import (
    TRANSCRIPTION_STREAM_AUDIO_DONE_FRAME_TYPE,
    TRANSCRIPTION_STREAM_START_FRAME_TYPE,
    parse_transcription_stream_part,
)
from ai_sdk.providers.gateway.model import GatewayModel, read_provider_metadata, read_warnings
from ai_sdk.providers.gateway.provider_options import write_provider_options
from ai_sdk.providers.gateway.realtime_auth import GATEWAY_TRANSCRIPTION_SUBPROTOCOL
from ai_sdk.providers.gateway.websocket_stream import (
    GatewayStreamKind,
    open_gateway_stream,
    to_gateway_websocket_url,
)

__all__ = ["GatewayTranscriptionModel"]

_PATH = "/transcription-model"
_XAI = ("spacexai", "xai")
_LONGEST_AUDIO_FRAME = 64 * 1024
_STREAM = GatewayStreamKind(
    label="transcription",
    subprotocol=GATEWAY_TRANSCRIPTION_SUBPROTOCOL,
    part_type=TranscriptionModelV4StreamPart,
    parse_part=parse_transcription_stream_part,
    has_typed_error_parts=False,
    tells_close_code=False,
)


class GatewayTranscriptionModel(GatewayModel):
    """Turns speech into text."""

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe audio in one call; raises a `GatewayError` when it fails."""
        body = {
            "audio": convert_to_base64(options.audio),
            "mediaType": options.media_type,
            "providerOptions": write_provider_options(options.provider_options),
        }
        return await self.call(
            _PATH,
            omit_none(body),
            json_response(wire.GatewayTranscriptionResponse),
            lambda response: self._read_response(response, options),
            options,
            self._headers(),
        )

    async def do_stream(self, options: TranscriptionModelV4StreamOptions) -> TranscriptionModelV4StreamResult:
        """Transcribe live audio over a WebSocket, which opens when the stream is read.

        The stream raises a `GatewayError` when it fails.
        """
        timestamp = now()
        frame = {
            "type": TRANSCRIPTION_STREAM_START_FRAME_TYPE,
            "inputAudioFormat": dump(options.input_audio_format),
            "providerOptions": write_provider_options(options.provider_options),
            "includeRawChunks": options.include_raw_chunks,
        }
        start_frame = omit_none(frame)
        stream = open_gateway_stream(
            _STREAM,
            url=to_gateway_websocket_url(self.config.url(_PATH, self.model_id), self.model_id),
            headers=await self.stream_headers(options.headers, self._headers()),
            websocket=self.config.websocket,
            abort_signal=options.abort_signal,
            source=options.audio,
            start_frame=start_frame,
            send_source=lambda connection: _send_audio(connection, options.audio),
        )
        return TranscriptionModelV4StreamResult(
            stream=stream,
            request=RequestMetadata(body=start_frame),
            response=TranscriptionModelV4StreamResultResponse(timestamp=timestamp, model_id=self.model_id),
        )

    def _headers(self) -> Headers:
        return {"ai-transcription-model-specification-version": "4", "ai-model-id": self.model_id}

    def _read_response(
        self, response: ApiResponse[Any], options: TranscriptionModelV4CallOptions
    ) -> TranscriptionModelV4Result:
        value: wire.GatewayTranscriptionResponse = response.value
        return TranscriptionModelV4Result(
            text=value.text,
            segments=[_segment(segment) for segment in value.segments or ()],
            words=None if value.words is None else [_segment(word) for word in value.words],
            language=value.language,
            duration_in_seconds=value.duration_in_seconds,
            warnings=[*read_warnings(value.warnings), *self._own_warnings(options, response.raw_value)],
            usage=value.usage,
            provider_metadata=read_provider_metadata(value.provider_metadata),
            response=TranscriptionModelV4ResultResponse(
                timestamp=now(), model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
        )

    def _own_warnings(self, options: TranscriptionModelV4CallOptions, answer: Any) -> list[SharedV4Warning]:
        warnings: list[SharedV4Warning] = []
        if options.timestamp_granularities:
            details = "The AI Gateway adapter does not forward the shared timestampGranularities option."
            warnings.append(SharedV4WarningUnsupported(feature="timestampGranularities", details=details))
        is_xai = self.model_id.partition("/")[0] in _XAI and "/" in self.model_id
        if is_xai and _wants_diarization(options.provider_options) and not _has_speaker(answer):
            details = "AI Gateway does not currently expose xAI speaker diarization metadata."
            warnings.append(SharedV4WarningUnsupported(feature="providerOptions.xai.diarize", details=details))
        return warnings


async def _send_audio(connection: WebSocketConnection, audio: AsyncIterator[bytes | str]) -> None:
    """Send the audio in frames that servers take, then the frame that says that it is over."""
    async for piece in audio:
        data = convert_base64_to_bytes(piece) if isinstance(piece, str) else bytes(piece)
        for offset in range(0, len(data), _LONGEST_AUDIO_FRAME):
            await connection.send(data[offset : offset + _LONGEST_AUDIO_FRAME])
    await connection.send_json({"type": TRANSCRIPTION_STREAM_AUDIO_DONE_FRAME_TYPE})


def _segment(part: Any) -> TranscriptionModelV4Segment:
    return TranscriptionModelV4Segment(text=part.text, start_second=part.start_second, end_second=part.end_second)


def _wants_diarization(provider_options: SharedV4ProviderOptions | None) -> bool:
    written = write_provider_options(provider_options) or {}
    return any((written.get(name) or {}).get("diarize") is True for name in _XAI)


def _has_speaker(value: Any) -> bool:
    match value:
        case list():
            return any(map(_has_speaker, value))
        case dict():
            return value.get("speaker") is not None or any(map(_has_speaker, value.values()))
    return False
