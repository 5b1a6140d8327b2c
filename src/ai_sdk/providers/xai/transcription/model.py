"""Transcription on xAI: of whole files, and of streams.

Ports: @ai-sdk/xai/src/xai-transcription-model.ts, @ai-sdk/xai/src/xai-transcription-model-options.ts
"""

from collections.abc import AsyncGenerator

from ai_sdk_generated.xai.transcription import wire
from ai_sdk_generated.xai.transcription.options import XaiTranscriptionModelOptions

from ai_sdk.provider import (
    JSONParseError,
    RequestMetadata,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Raw,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4StreamResult,
    TranscriptionModelV4StreamResultResponse,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection, connect_to_websocket
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.media_type_to_extension import media_type_to_extension
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.provider_utils.search_params import with_search_params
from ai_sdk.provider_utils.websocket import to_websocket_url
from ai_sdk.providers.xai.errors import XAI_ERROR_STRUCTURE
from ai_sdk.providers.xai.transcription.session import build_search_params, build_warnings, read_options
from ai_sdk.providers.xai.transcription.stream import XaiTranscriptionStream

__all__ = ["XaiTranscriptionModel"]


class XaiTranscriptionModel(HttpModel):
    """Turns speech into text on xAI."""

    error_structure = XAI_ERROR_STRUCTURE

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe audio in one call.

        Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails.
        """
        timestamp = clock.now()
        response = await self.post_form(
            "/stt",
            _build_form(options),
            json_response(wire.XaiTranscriptionResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        heard: wire.XaiTranscriptionResponse = response.value
        return TranscriptionModelV4Result(
            text=heard.text,
            segments=[
                TranscriptionModelV4Segment(text=word.text, start_second=word.start, end_second=word.end)
                for word in heard.words or ()
            ],
            language=heard.language or None,
            duration_in_seconds=heard.duration,
            warnings=[],
            response=TranscriptionModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
        )

    async def do_stream(self, options: TranscriptionModelV4StreamOptions) -> TranscriptionModelV4StreamResult:
        """Transcribe live audio over a WebSocket, which opens when the stream is read.

        Raises `InvalidArgumentError` for options that do not fit. The stream raises `APICallError` when the server
        refuses the connection, and `WebSocketError` when it breaks or the server reports an error; when the server
        closes it early, the stream ends without a finish.
        """
        timestamp = clock.now()
        given = read_options(options.provider_options)
        url = to_websocket_url(self.config.url("/stt", self.model_id))
        url = with_search_params(url, build_search_params(given, options.input_audio_format))
        connection = connect_to_websocket(
            url=url,
            headers=combine_headers(await self.config.headers(), options.headers),
            websocket=self.config.websocket,
            abort_signal=options.abort_signal,
            error_message="xAI streaming transcription error.",
            source=options.audio,
        )
        channels = given.channels if given.multichannel is True else None
        state = XaiTranscriptionStream(
            warnings=build_warnings(given, options.input_audio_format), language=given.language, channels=channels or 1
        )
        return TranscriptionModelV4StreamResult(
            stream=BodyStream(_stream(connection, state, options), connection.close),
            request=RequestMetadata(body=url),
            response=TranscriptionModelV4StreamResultResponse(timestamp=timestamp, model_id=self.model_id),
        )


async def _stream(
    connection: WebSocketConnection, state: XaiTranscriptionStream, options: TranscriptionModelV4StreamOptions
) -> AsyncGenerator[TranscriptionModelV4StreamPart, None]:
    async def send_audio() -> None:
        async for chunk in options.audio:
            await connection.send(convert_base64_to_bytes(chunk) if isinstance(chunk, str) else chunk)
        await connection.send_json({"type": "audio.done"})

    async with connection:
        async for text in connection:
            try:
                event = parse_json(text)
            except JSONParseError:
                continue
            if options.include_raw_chunks:
                yield TranscriptionModelV4Raw(raw_value=event)
            parts = state.feed(event)
            if state.takes_audio:
                connection.start(send_audio)
            if state.is_finished:
                await connection.close()
            for part in parts:
                yield part
            if state.is_finished:
                return


def _build_form(options: TranscriptionModelV4CallOptions) -> FormData:
    form = FormData()
    given = parse_provider_options("xai", options.provider_options, XaiTranscriptionModelOptions)
    _append_settings(form, given or XaiTranscriptionModelOptions())
    audio = convert_base64_to_bytes(options.audio) if isinstance(options.audio, str) else options.audio
    extension = media_type_to_extension(options.media_type)
    # xAI wants the file last.
    form.append("file", audio, filename=f"audio.{extension}", content_type=options.media_type.lower())
    return form


def _append_settings(form: FormData, given: XaiTranscriptionModelOptions) -> None:
    settings = {
        "audio_format": given.audio_format,
        "sample_rate": given.sample_rate,
        "language": given.language,
        "format": given.format,
        "multichannel": given.multichannel,
        "channels": given.channels,
        "diarize": given.diarize,
        "filler_words": given.filler_words,
    }
    for name, value in settings.items():
        if value is not None:
            form.append(name, value)
    for keyterm in [given.keyterm] if isinstance(given.keyterm, str) else given.keyterm or ():
        form.append("keyterm", keyterm)
