"""The settings of a live transcription, which are in the URL, and what they leave out.

Ports: @ai-sdk/xai/src/xai-transcription-model.ts
"""

from ai_sdk_generated.xai.transcription.options import (
    XaiTranscriptionModelOptions,
    XaiTranscriptionModelOptionsStreaming,
)

from ai_sdk.provider import (
    InvalidArgumentError,
    SharedV4AudioFormat,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options

__all__ = ["build_search_params", "build_warnings", "read_options"]

_ENCODINGS = {"audio/pcm": "pcm", "audio/pcmu": "mulaw", "audio/pcma": "alaw"}


def read_options(provider_options: SharedV4ProviderOptions | None) -> XaiTranscriptionModelOptions:
    """Return the options of xAI; raises `InvalidArgumentError` when they do not fit, or not together."""
    given = parse_provider_options("xai", provider_options, XaiTranscriptionModelOptions)
    given = given or XaiTranscriptionModelOptions()
    if given.multichannel is True and given.channels is None:
        raise InvalidArgumentError(
            "providerOptions.xai.channels is required when providerOptions.xai.multichannel is true",
            argument="providerOptions",
        )
    return given


def build_warnings(given: XaiTranscriptionModelOptions, audio_format: SharedV4AudioFormat) -> list[SharedV4Warning]:
    """Warn of an option that only whole files have, and of an audio format that xAI does not know."""
    warnings: list[SharedV4Warning] = []
    if given.format is not None:
        details = "xAI streaming transcription does not support format."
        warnings.append(SharedV4WarningUnsupported(feature="providerOptions.xai.format", details=details))
    if given.audio_format is None and audio_format.type not in _ENCODINGS:
        message = (
            f'Unrecognized inputAudioFormat.type "{audio_format.type}"; falling back to raw PCM encoding. '
            "Use audio/pcm, audio/pcmu, or audio/pcma, or set providerOptions.xai.audioFormat explicitly."
        )
        warnings.append(SharedV4WarningOther(message=message))
    return warnings


def build_search_params(
    given: XaiTranscriptionModelOptions, audio_format: SharedV4AudioFormat
) -> list[tuple[str, str]]:
    """Return the query of the URL."""
    streaming = given.streaming or XaiTranscriptionModelOptionsStreaming()
    settings = {
        "sample_rate": audio_format.rate if given.sample_rate is None else given.sample_rate,
        "encoding": given.audio_format or _ENCODINGS.get(audio_format.type, "pcm"),
        "language": given.language,
        "diarize": given.diarize,
        "filler_words": given.filler_words,
        "multichannel": given.multichannel,
        "channels": given.channels,
        "interim_results": streaming.interim_results,
        "endpointing": streaming.endpointing,
        "smart_turn": streaming.smart_turn,
        "smart_turn_timeout": streaming.smart_turn_timeout,
    }
    parameters = [
        (name, value if isinstance(value, str) else stringify(value))
        for name, value in settings.items()
        if value is not None
    ]
    keyterms = [given.keyterm] if isinstance(given.keyterm, str) else given.keyterm or []
    return [*parameters, *(("keyterm", keyterm) for keyterm in keyterms)]
