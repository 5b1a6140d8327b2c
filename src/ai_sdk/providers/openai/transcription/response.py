"""What a Transcriptions response says.

Ports: @ai-sdk/openai/src/transcription/openai-transcription-model.ts
"""

import re
from datetime import datetime

from ai_sdk_generated.openai.transcription import wire

from ai_sdk.provider import (
    JSONObject,
    SharedV4Warning,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
)
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.response_handler import ApiResponse
from ai_sdk.providers.openai.transcription.languages import LANGUAGE_CODES

__all__ = ["read_response"]

_LANGUAGE_CODE = re.compile(r"[a-z]{2}")


def read_response(
    response: ApiResponse[wire.OpenaiTranscriptionResponse],
    *,
    model_id: str,
    timestamp: datetime,
    warnings: list[SharedV4Warning],
) -> TranscriptionModelV4Result:
    """Return the transcript of a response."""
    value = response.value
    words = None if value.words is None else [_segment(word.word, word.start, word.end) for word in value.words]
    return TranscriptionModelV4Result(
        text=value.text,
        segments=_segments(value, words),
        words=words or None,
        language=_language(value),
        duration_in_seconds=_duration(value),
        warnings=warnings,
        usage=value.usage,
        response=TranscriptionModelV4ResultResponse(
            timestamp=timestamp, model_id=model_id, headers=response.response_headers, body=response.raw_value
        ),
        provider_metadata=_provider_metadata(value),
    )


def _segments(
    value: wire.OpenaiTranscriptionResponse, words: list[TranscriptionModelV4Segment] | None
) -> list[TranscriptionModelV4Segment]:
    if value.segments is not None:
        return [_segment(segment.text, segment.start, segment.end) for segment in value.segments]
    return [] if words is None else words


def _segment(text: str, start: float, end: float) -> TranscriptionModelV4Segment:
    return TranscriptionModelV4Segment(text=text, start_second=start, end_second=end)


def _language(value: wire.OpenaiTranscriptionResponse) -> str | None:
    """Return the language's code: older models say its English name, newer ones list codes."""
    code = _code(value.language) or LANGUAGE_CODES.get(value.language or "")
    if code is None and value.languages is not None and len(value.languages) == 1:
        return _code(value.languages[0].code)
    return code


def _code(language: str | None) -> str | None:
    return language if language is not None and _LANGUAGE_CODE.fullmatch(language) else None


def _duration(value: wire.OpenaiTranscriptionResponse) -> float | None:
    """Return the seconds of audio; responses that are billed by them say so in the usage only."""
    if value.duration is not None:
        return value.duration
    match value.usage:
        case {"type": "duration", "seconds": int() | float() as seconds} if not isinstance(seconds, bool):
            return seconds
    return None


def _provider_metadata(value: wire.OpenaiTranscriptionResponse) -> dict[str, JSONObject] | None:
    metadata: JSONObject = {}
    speakers = [
        {"text": segment.text, "startSecond": segment.start, "endSecond": segment.end, "speaker": segment.speaker}
        for segment in value.segments or ()
        if isinstance(segment, wire.OpenaiTranscriptionResponseSegmentVariant2)
    ]
    if speakers:
        metadata["segments"] = speakers
    if value.languages is not None:
        metadata["languages"] = [dump_wire(language) for language in value.languages]
    return {"openai": metadata} if metadata else None
