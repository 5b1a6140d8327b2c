"""The speech model on xAI.

Ports: @ai-sdk/xai/src/xai-speech-model.ts, @ai-sdk/xai/src/xai-speech-model-options.ts
"""

from typing import Any

from ai_sdk_generated.xai.speech import wire
from ai_sdk_generated.xai.speech.options import XaiSpeechModelOptions

from ai_sdk.provider import (
    JSONObject,
    RequestMetadata,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    SpeechModelV4CallOptions,
    SpeechModelV4Result,
    SpeechModelV4ResultResponse,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ApiResponse, binary_response, json_response
from ai_sdk.providers.xai.errors import XAI_ERROR_STRUCTURE

__all__ = ["XaiSpeechModel"]

_CODECS = frozenset({"mp3", "wav", "pcm", "mulaw", "alaw"})
_DEFAULT_CODEC = "mp3"
_NO_INSTRUCTIONS = (
    "xAI speech models do not support the `instructions` option. Use xAI speech tags in `text` to control delivery."
)
_NO_BIT_RATE = "xAI `bitRate` is supported only for mp3 output. It was ignored."


class XaiSpeechModel(HttpModel):
    """Turns text into speech on xAI."""

    error_structure = XAI_ERROR_STRUCTURE

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Say a text in one call; with timestamps, the provider metadata says when each character is spoken.

        Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails.
        """
        timestamp = clock.now()
        given = parse_provider_options("xai", options.provider_options, XaiSpeechModelOptions)
        given = given or XaiSpeechModelOptions()
        warnings: list[SharedV4Warning] = []
        body = _build_body(options, given, warnings)
        response = await self.post_json(
            "/tts",
            body,
            # Timestamps come in an envelope of JSON that holds the audio as text.
            json_response(wire.XaiSpeechTimestampsResponse) if given.with_timestamps else binary_response(),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        envelope = response.value if given.with_timestamps else None
        return SpeechModelV4Result(
            audio=response.value if envelope is None else convert_base64_to_bytes(envelope.audio or ""),
            warnings=warnings,
            request=RequestMetadata(body=stringify(body)),
            response=SpeechModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
            provider_metadata={"xai": _metadata(response, envelope)},
        )


def _build_body(
    options: SpeechModelV4CallOptions, given: XaiSpeechModelOptions, warnings: list[SharedV4Warning]
) -> JSONObject:
    body = {
        "text": options.text,
        "voice_id": "eve" if options.voice is None else options.voice,
        "language": "auto" if options.language is None else options.language,
        "output_format": _output_format(options, given, warnings),
        "speed": options.speed,
        "optimize_streaming_latency": given.given("optimize_streaming_latency"),
        "text_normalization": given.given("text_normalization"),
        "with_timestamps": given.given("with_timestamps"),
        "replace": given.given("replace"),
    }
    return omit_none(body)


def _output_format(
    options: SpeechModelV4CallOptions, given: XaiSpeechModelOptions, warnings: list[SharedV4Warning]
) -> JSONObject:
    codec = _DEFAULT_CODEC if options.output_format is None else options.output_format
    if codec not in _CODECS:
        details = f"Unsupported output format: {codec}. Using {_DEFAULT_CODEC} instead."
        warnings.append(SharedV4WarningUnsupported(feature="outputFormat", details=details))
        codec = _DEFAULT_CODEC
    if options.instructions is not None:
        warnings.append(SharedV4WarningUnsupported(feature="instructions", details=_NO_INSTRUCTIONS))
    bit_rate = given.bit_rate
    if bit_rate is not None and codec != "mp3":
        warnings.append(SharedV4WarningUnsupported(feature="providerOptions", details=_NO_BIT_RATE))
        bit_rate = None
    return omit_none({"codec": codec, "sample_rate": given.sample_rate, "bit_rate": bit_rate})


def _metadata(response: ApiResponse[Any], envelope: wire.XaiSpeechTimestampsResponse | None) -> JSONObject:
    metadata: JSONObject = {"traceId": response.response_headers.get("x-trace-id")}
    if envelope is not None:
        times = envelope.audio_timestamps
        metadata |= {
            "duration": envelope.duration,
            "contentType": envelope.content_type,
            "audioTimestamps": times
            and {"graphChars": times.graph_chars, "graphTimes": [[*pair] for pair in times.graph_times]},
        }
    return omit_none(metadata)
