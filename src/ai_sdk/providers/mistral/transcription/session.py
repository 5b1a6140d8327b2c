"""The settings of a live transcription, and what they leave out.

Ports: @ai-sdk/mistral/src/mistral-transcription-stream.ts
"""

from ai_sdk_generated.mistral.transcription.options import MistralTranscriptionModelOptions

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    SharedV4AudioFormat,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none

__all__ = ["build_session", "build_warnings"]

_DEFAULT_RATE = 16000
_FILES_ONLY = {
    "return_language": "returnLanguage",
    "temperature": "temperature",
    "timestamp_granularities": "timestampGranularities",
}


def build_warnings(given: MistralTranscriptionModelOptions) -> list[SharedV4Warning]:
    """Warn of options that only whole files have."""
    details = "This option is not supported for realtime transcription."
    return [
        SharedV4WarningUnsupported(feature=f"providerOptions.mistral.{name}", details=details)
        for field, name in _FILES_ONLY.items()
        if getattr(given, field) is not None
    ]


def build_session(given: MistralTranscriptionModelOptions, audio_format: SharedV4AudioFormat) -> JSONObject:
    """Return the settings; raises `InvalidArgumentError` for audio that Mistral does not take."""
    rate = _DEFAULT_RATE if audio_format.rate is None else audio_format.rate
    if audio_format.type != "audio/pcm" or rate != int(rate) or rate <= 0:
        raise InvalidArgumentError(
            "Mistral realtime transcription requires audio/pcm (mono, signed 16-bit little-endian) with a positive "
            "integer sample rate.",
            argument="inputAudioFormat",
        )
    return omit_none(
        {
            "audio_format": {"encoding": "pcm_s16le", "sample_rate": rate},
            "target_streaming_delay_ms": given.target_streaming_delay_ms,
            "language": given.language,
            "context_bias": given.context_bias,
            "diarize": given.diarize,
            "speaker_references": given.speaker_references,
            "turn_detection": _build_turn_detection(given),
        }
    )


def _build_turn_detection(given: MistralTranscriptionModelOptions) -> JSONObject | None:
    detection = given.turn_detection
    if detection is None:
        return None
    return omit_none(
        {
            "start_threshold": detection.start_threshold,
            "eager_end_threshold": detection.eager_end_threshold,
            "end_threshold": detection.end_threshold,
            "min_silence_ms": detection.min_silence_ms,
            "end_timeout_ms": detection.end_timeout_ms,
        }
    )
