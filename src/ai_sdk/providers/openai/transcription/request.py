"""Call options as the form of a Transcriptions request.

Ports: @ai-sdk/openai/src/transcription/openai-transcription-model.ts
"""

from typing import Any

from ai_sdk_generated.openai.transcription.options import (
    OpenAITranscriptionModelOptions,
    OpenAITranscriptionModelOptionsChunkingStrategy,
)

from ai_sdk.provider import (
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4TimestampGranularity,
)
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.media_type_to_extension import media_type_to_extension
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.openai.model_catalog import get_openai_transcription_model_entry

__all__ = ["build_request"]


def build_request(model_id: str, options: TranscriptionModelV4CallOptions) -> tuple[FormData, list[SharedV4Warning]]:
    """Return the form, and warnings about timestamps that will not come.

    Raises `InvalidArgumentError` when the provider options do not fit, or the audio is not base64.
    """
    given = parse_provider_options("openai", options.provider_options, OpenAITranscriptionModelOptions)
    entry = get_openai_transcription_model_entry(model_id)
    response_format = given.response_format if given and given.response_format else entry.response_format
    granularities = _granularities(options, given, response_format)
    form = FormData()
    form.append("model", model_id)
    _append_audio(form, options)
    _append_settings(form, _settings(given, response_format, granularities))
    strategy = given.chunking_strategy if given and given.chunking_strategy else entry.chunking_strategy
    if strategy is not None:
        form.append("chunking_strategy", _chunking_strategy(strategy))
    warnings = [*_excluded_warnings(options, given), *_format_warnings(given, response_format, granularities or ())]
    return form, warnings


def _granularities(
    options: TranscriptionModelV4CallOptions,
    given: OpenAITranscriptionModelOptions | None,
    response_format: str | None,
) -> list[TranscriptionModelV4TimestampGranularity] | None:
    """Return which times are wanted; only `verbose_json` has a default, because only it takes the setting."""
    if given is not None and given.timestamp_granularities is not None:
        return given.timestamp_granularities
    if options.timestamp_granularities is not None:
        return options.timestamp_granularities
    return ["segment"] if response_format == "verbose_json" else None


def _append_audio(form: FormData, options: TranscriptionModelV4CallOptions) -> None:
    audio = convert_base64_to_bytes(options.audio) if isinstance(options.audio, str) else bytes(options.audio)
    filename = f"audio.{media_type_to_extension(options.media_type)}"
    form.append("file", audio, filename=filename, content_type=options.media_type)


def _settings(
    given: OpenAITranscriptionModelOptions | None,
    response_format: str | None,
    granularities: list[TranscriptionModelV4TimestampGranularity] | None,
) -> JSONObject:
    own: JSONObject = {}
    if given is not None:
        names = ("include", "language", "languages", "keywords", "prompt", "temperature")
        own = {name: getattr(given, name) for name in names}
    times = granularities if response_format == "verbose_json" else None
    return {"response_format": response_format, **own, "timestamp_granularities": times}


def _append_settings(form: FormData, settings: JSONObject) -> None:
    for name, value in settings.items():
        if isinstance(value, list):
            for item in value:
                form.append(f"{name}[]", item)
        elif value is not None:
            form.append(name, value)


def _chunking_strategy(strategy: str | OpenAITranscriptionModelOptionsChunkingStrategy) -> str:
    if isinstance(strategy, str):
        return strategy
    values: dict[str, Any] = {
        "type": strategy.type,
        "threshold": strategy.threshold,
        "prefix_padding_ms": strategy.prefix_padding_ms,
        "silence_duration_ms": strategy.silence_duration_ms,
    }
    return stringify(omit_none(values))


def _excluded_warnings(
    options: TranscriptionModelV4CallOptions, given: OpenAITranscriptionModelOptions | None
) -> list[SharedV4Warning]:
    """Warn of what the call asks for and the provider options leave out."""
    kept = None if given is None else given.timestamp_granularities
    if kept is None:
        return []
    return [
        SharedV4WarningUnsupported(
            feature="timestampGranularities",
            details=(
                f'The "{granularity}" timestamp granularity is excluded by '
                "providerOptions.openai.timestampGranularities."
            ),
        )
        for granularity in options.timestamp_granularities or ()
        if granularity not in kept
    ]


def _format_warnings(
    given: OpenAITranscriptionModelOptions | None,
    response_format: str | None,
    granularities: Any,
) -> list[SharedV4Warning]:
    """Warn of times that the response format does not have."""
    is_own = given is not None and given.timestamp_granularities is not None
    available = {"verbose_json": {"word", "segment"}, "diarized_json": {"segment"}}.get(response_format or "", set())
    return [
        SharedV4WarningUnsupported(
            feature="providerOptions.openai.timestampGranularities" if is_own else "timestampGranularities",
            details=(
                f"OpenAI transcription with the {response_format or 'default JSON'} response format "
                f"does not support {granularity} timestamps."
            ),
        )
        for granularity in granularities
        if granularity not in available
    ]
