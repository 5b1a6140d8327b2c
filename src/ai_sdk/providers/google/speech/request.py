"""Speech options as a `generateContent` body.

Ports: @ai-sdk/google/src/google-speech-model.ts, @ai-sdk/google/src/google-speech-model-options.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.google.speech.options import GoogleSpeechProviderOptions, SpeechMetadata

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    SpeechModelV4CallOptions,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.speech.input import get_google_speech_input

__all__ = ["SpeechRequest", "build_speech_request"]

_DEFAULT_VOICE = "Kore"
_WAV = "AUDIO_WAV"
_FORMATS = {"wav": _WAV, "pcm": "AUDIO_L16"}
_STRUCTURED_FORMATS = {
    **_FORMATS,
    "audio/wav": _WAV,
    "audio/l16": "AUDIO_L16",
    "mulaw": "AUDIO_MULAW",
    "audio/mulaw": "AUDIO_MULAW",
    "alaw": "AUDIO_ALAW",
    "audio/alaw": "AUDIO_ALAW",
}
# Families that take directions in the prompt only; any other id is taken for a newer one.
_PROMPTED_MODELS = ("gemini-2.5-", "gemini-3.1-")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechRequest:
    """A body, what was left out of it, and the format that the audio will have."""

    body: JSONObject
    warnings: list[SharedV4Warning]
    output_format: str
    is_structured: bool
    """Whether the model takes directions apart from the text, and answers in the format asked for."""


def build_speech_request(model_id: str, config: GoogleConfig, options: SpeechModelV4CallOptions) -> SpeechRequest:
    """Turn speech options into a body.

    Raises `InvalidArgumentError` for custom voices, an empty text, and options that the model or each other exclude.
    """
    given = _read_options(config, options)
    is_structured = not model_id.startswith(_PROMPTED_MODELS)
    voice = _DEFAULT_VOICE if options.voice is None else options.voice
    spoken = get_google_speech_input(options.text, voice, {"google": dump_wire(given)})
    if spoken.uses_custom_voice:
        message = "Custom voices are not supported. Use a prebuilt voice instead."
        raise InvalidArgumentError(message, argument="voice")
    warnings: list[SharedV4Warning] = []
    if is_structured:
        parts = _structured_parts(options, given, warnings)
    else:
        parts = [{"text": _prompted_text(options, given, warnings)}]
    if not spoken.text:
        raise InvalidArgumentError("Speech input must contain a non-empty transcript.", argument="text")
    output_format = _output_format(options, warnings, is_structured=is_structured)
    asks_format = is_structured and options.output_format is not None
    generation_config = {
        "responseModalities": ["AUDIO"],
        "speechConfig": _speech_config(options, given, voice),
        "responseFormat": {"audio": {"mimeType": output_format}} if asks_format else None,
    }
    return SpeechRequest(
        body={"contents": [{"role": "user", "parts": parts}], "generationConfig": omit_none(generation_config)},
        warnings=warnings,
        output_format=output_format,
        is_structured=is_structured,
    )


def _read_options(config: GoogleConfig, options: SpeechModelV4CallOptions) -> GoogleSpeechProviderOptions:
    given, _ = resolve_provider_options(
        options.provider_options,
        [*config.namespaces, "google"],
        GoogleSpeechProviderOptions,
        resolution="first",
    )
    return given or GoogleSpeechProviderOptions()


def _speech_config(options: SpeechModelV4CallOptions, given: GoogleSpeechProviderOptions, voice: str) -> JSONObject:
    """Return who speaks; several speakers win over the one voice."""
    language = {} if options.language in {None, "auto"} else {"languageCode": options.language}
    if given.multi_speaker_voice_config is not None:
        return {"multiSpeakerVoiceConfig": dump_wire(given.multi_speaker_voice_config), **language}
    return {"voiceConfig": {"prebuiltVoiceConfig": {"voiceName": voice}}, **language}


def _prompted_text(
    options: SpeechModelV4CallOptions, given: GoogleSpeechProviderOptions, warnings: list[SharedV4Warning]
) -> str:
    if given.turns is not None or given.speech_metadata is not None:
        message = "Structured speech metadata and turns require Gemini 3.8 TTS."
        raise InvalidArgumentError(message, argument="providerOptions")
    if options.instructions is None:
        return options.text
    if given.multi_speaker_voice_config is None:
        return f"{options.instructions}: {options.text}"
    details = (
        "Google Gemini TTS ignores `instructions` when `multiSpeakerVoiceConfig` is set, "
        "because prepending them would break multi-speaker transcript parsing."
    )
    warnings.append(SharedV4WarningUnsupported(feature="instructions", details=details))
    return options.text


def _structured_parts(
    options: SpeechModelV4CallOptions, given: GoogleSpeechProviderOptions, warnings: list[SharedV4Warning]
) -> list[JSONObject]:
    if given.turns is None:
        return [_turn(options.text, given.speech_metadata, options, given)]
    if given.speech_metadata is not None:
        message = "Set speechMetadata on each turn when using turns."
        raise InvalidArgumentError(message, argument="providerOptions")
    if options.text:
        details = "Google TTS turns replace the top-level text."
        warnings.append(SharedV4WarningUnsupported(feature="text", details=details))
    return [_turn(turn.text, turn.speech_metadata, options, given) for turn in given.turns]


def _turn(
    text: str,
    metadata: SpeechMetadata | None,
    options: SpeechModelV4CallOptions,
    given: GoogleSpeechProviderOptions,
) -> JSONObject:
    metadata = metadata or SpeechMetadata()
    _check_speaker(metadata.speaker, given)
    style = options.instructions if metadata.style is None else metadata.style
    directions = omit_none({"style": style, "speaker": metadata.speaker})
    return {"text": text, "speechMetadata": directions} if directions else {"text": text}


def _check_speaker(speaker: str | None, given: GoogleSpeechProviderOptions) -> None:
    config = given.multi_speaker_voice_config
    if config is not None and all(each.speaker != speaker for each in config.speaker_voice_configs):
        message = "Every multi-speaker turn must specify a speechMetadata.speaker matching a configured speaker."
        raise InvalidArgumentError(message, argument="speechMetadata.speaker")


def _output_format(options: SpeechModelV4CallOptions, warnings: list[SharedV4Warning], *, is_structured: bool) -> str:
    if options.speed is not None:
        details = "Google Gemini TTS models do not support the `speed` option. It was ignored."
        warnings.append(SharedV4WarningUnsupported(feature="speed", details=details))
    formats = _STRUCTURED_FORMATS if is_structured else _FORMATS
    asked = "wav" if options.output_format is None else options.output_format
    if asked not in formats:
        details = f"Unsupported output format: {asked}. Using wav instead."
        warnings.append(SharedV4WarningUnsupported(feature="outputFormat", details=details))
    return formats.get(asked, _WAV)
