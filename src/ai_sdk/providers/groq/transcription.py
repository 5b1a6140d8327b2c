"""Transcription on Groq.

Ports: @ai-sdk/groq/src/groq-transcription-model.ts, @ai-sdk/groq/src/groq-transcription-model-options.ts
Ports: @ai-sdk/groq/src/groq-api-types.ts
"""

import re
from typing import Any

from ai_sdk_generated.groq.transcription.options import GroqTranscriptionModelOptions
from ai_sdk_generated.groq.transcription.wire import GroqTranscriptionResponse
from pydantic_core import Url

from ai_sdk.provider import (
    APICallError,
    InvalidArgumentError,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
    TranscriptionModelV4UrlCallOptions,
)
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.media_type_to_extension import media_type_to_extension
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ApiResponse, Exchange, binary_response, json_response
from ai_sdk.providers.groq.errors import GROQ_ERROR_STRUCTURE

__all__ = ["GroqTranscriptionModel"]

_PATH = "/audio/transcriptions"
_REDIRECT_MESSAGE = re.compile(r"failed to retrieve media: received status code: (301|302|303|307|308)\b")
_BAD_REQUEST = 400


class GroqTranscriptionModel(HttpModel):
    """Turns speech into text on Groq."""

    error_structure = GROQ_ERROR_STRUCTURE

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe audio in one call.

        Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails.
        """
        form = FormData()
        form.append("model", self.model_id)
        audio = convert_base64_to_bytes(options.audio) if isinstance(options.audio, str) else options.audio
        extension = media_type_to_extension(options.media_type)
        form.append("file", audio, filename=f"audio.{extension}", content_type=options.media_type.lower())
        return await self._generate(form, options)

    async def do_generate_from_url(
        self, options: TranscriptionModelV4UrlCallOptions
    ) -> TranscriptionModelV4Result | None:
        """Transcribe audio that Groq fetches itself.

        Returns `None` when Groq cannot fetch it because the URL redirects; download it then and call `do_generate`.
        Raises `InvalidArgumentError` for a URL that is not HTTP or names a user.
        """
        form = FormData()
        form.append("model", self.model_id)
        form.append("url", _audio_url(options.audio))
        try:
            return await self._generate(form, options)
        except APICallError as error:
            if error.status_code == _BAD_REQUEST and _REDIRECT_MESSAGE.match(error.message):
                return None
            raise

    async def _generate(
        self, form: FormData, options: TranscriptionModelV4CallOptions | TranscriptionModelV4UrlCallOptions
    ) -> TranscriptionModelV4Result:
        timestamp = now()
        settings = parse_provider_options("groq", options.provider_options, GroqTranscriptionModelOptions)
        settings = settings or GroqTranscriptionModelOptions()
        _append_settings(form, settings)
        response = await self.post_form(
            _PATH,
            form,
            _text_response if settings.response_format == "text" else json_response(GroqTranscriptionResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        metadata = TranscriptionModelV4ResultResponse(
            timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
        )
        return _read_response(response.value, metadata)


def _audio_url(audio: str) -> str:
    url = _parse_url(audio)
    if url is None or url.scheme not in {"http", "https"} or url.username or url.password:
        message = "Groq URL transcription requires an HTTP(S) URL without userinfo."
        raise InvalidArgumentError(message, argument="audio")
    # A request for a URL leaves its fragment out.
    return str(url).partition("#")[0]


def _parse_url(text: str) -> Url | None:
    try:
        return Url(text)
    except ValueError:
        return None


def _append_settings(form: FormData, settings: GroqTranscriptionModelOptions) -> None:
    for name in ("language", "prompt", "response_format", "temperature", "timestamp_granularities"):
        value = getattr(settings, name)
        if isinstance(value, list):
            for item in value:
                form.append(f"{name}[]", item)
        elif value is not None:
            form.append(name, value)


async def _text_response(exchange: Exchange) -> ApiResponse[str]:
    response = await binary_response()(exchange)
    text = response.value.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return ApiResponse(value=text, raw_value=text, response_headers=response.response_headers)


def _read_response(
    response: GroqTranscriptionResponse | str, metadata: TranscriptionModelV4ResultResponse
) -> TranscriptionModelV4Result:
    if isinstance(response, str):
        return TranscriptionModelV4Result(text=response, segments=[], warnings=[], response=metadata)
    return TranscriptionModelV4Result(
        text=response.text,
        segments=_segments(response),
        language=response.language,
        duration_in_seconds=response.duration,
        warnings=[],
        response=metadata,
    )


def _segments(response: GroqTranscriptionResponse) -> list[TranscriptionModelV4Segment]:
    if response.segments is not None:
        timed: list[tuple[str, Any]] = [(segment.text, segment) for segment in response.segments]
    else:
        timed = [(word.word, word) for word in response.words or []]
    return [TranscriptionModelV4Segment(text=text, start_second=at.start, end_second=at.end) for text, at in timed]
