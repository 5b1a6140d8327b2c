"""The settings of a live transcription, and what they leave out.

Ports: @ai-sdk/openai/src/transcription/openai-transcription-model.ts
"""

from ai_sdk_generated.openai.transcription.options import OpenAITranscriptionModelOptions

from ai_sdk.provider import JSONObject, SharedV4AudioFormat, SharedV4Warning, SharedV4WarningUnsupported
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.openai.model_catalog import get_openai_transcription_model_entry

__all__ = ["build_session", "session_warnings"]

_FOR_RECORDINGS = {
    "include": "include",
    "languages": "languages",
    "keywords": "keywords",
    "prompt": "prompt",
    "temperature": "temperature",
    "timestamp_granularities": "timestampGranularities",
}
"""Options of the endpoint for recordings, by our name."""


def build_session(
    model_id: str, audio_format: SharedV4AudioFormat, given: OpenAITranscriptionModelOptions | None
) -> JSONObject:
    """Return the event that sets up the session."""
    entry = get_openai_transcription_model_entry(model_id)
    streaming = given.streaming if given else None
    transcription: JSONObject = {"model": model_id}
    if given is not None and given.language is not None:
        several = entry.language_field == "languages"
        transcription[entry.language_field] = [given.language] if several else given.language
    if entry.supports_streaming_delay and streaming is not None and streaming.delay is not None:
        transcription["delay"] = streaming.delay
    session = {
        "type": "transcription",
        "audio": {
            "input": {
                "format": omit_none({"type": audio_format.type, "rate": audio_format.rate}),
                "transcription": transcription,
                "turn_detection": None,
            }
        },
        "include": streaming.include if streaming else None,
    }
    return {"type": "session.update", "session": omit_none(session)}


def session_warnings(model_id: str, given: OpenAITranscriptionModelOptions | None) -> list[SharedV4Warning]:
    """Warn of options that live transcription does not have."""
    if given is None:
        return []
    warnings: list[SharedV4Warning] = [
        SharedV4WarningUnsupported(
            feature=f"providerOptions.openai.{name}",
            details=f"OpenAI streaming transcription does not support {name}.",
        )
        for field, name in _FOR_RECORDINGS.items()
        # Some have a default, which nobody asked for.
        if field in given.model_fields_set and getattr(given, field) is not None
    ]
    entry = get_openai_transcription_model_entry(model_id)
    if not entry.supports_streaming_delay and given.streaming is not None and given.streaming.delay is not None:
        warnings.append(
            SharedV4WarningUnsupported(
                feature="providerOptions.openai.streaming.delay",
                details=f"OpenAI streaming transcription with {model_id} does not support delay.",
            )
        )
    return warnings
