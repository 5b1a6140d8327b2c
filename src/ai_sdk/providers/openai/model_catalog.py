"""What OpenAI's models can do, as far as a request depends on it: frozen facts by model id.

An id that is not listed gets the facts of its family, and an unknown one those of a custom model.

Ports: @ai-sdk/openai/src/openai-model-catalog.ts
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

__all__ = [
    "OpenAIImageModelEntry",
    "OpenAILanguageModelEntry",
    "OpenAITranscriptionModelEntry",
    "SystemMessageMode",
    "get_openai_image_model_entry",
    "get_openai_language_model_entry",
    "get_openai_transcription_model_entry",
]

SystemMessageMode = Literal["remove", "system", "developer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAILanguageModelEntry:
    """The facts of a language model."""

    supports_reasoning: bool
    """Whether it is known to reason."""
    reasoning_efforts: tuple[str, ...] | None
    """The efforts it takes; `None` when they are not known."""
    samples_without_reasoning: bool
    """Whether temperature, top_p and logprobs are taken when the reasoning effort is `none`."""
    supports_flex_processing: bool
    supports_priority_processing: bool
    supports_configuration_updates: bool
    """Whether the reasoning effort can change within a conversation (Responses)."""
    supports_async_tools: bool
    """Whether tools may answer later (Responses)."""
    supports_prompt_cache_retention: bool
    chat_temperature_without_reasoning: bool
    """Whether Chat Completions takes a temperature from this model when it does not reason."""
    chat_function_tools_with_reasoning: bool
    """Whether Chat Completions takes function tools while the model reasons."""
    responses_logprobs_require_non_reasoning: bool
    system_message_mode: SystemMessageMode


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAIImageModelEntry:
    """The facts of an image model; `None` is unknown."""

    supports_file_inputs: bool | None
    supports_mask_inputs: bool | None
    max_images_per_call: int
    has_default_response_format: bool
    """Whether the API answers with base64 unasked, and refuses to be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAITranscriptionModelEntry:
    """The facts of a transcription model."""

    supports_transcription: bool = True
    """Whether it transcribes whole files; unknown counts as yes."""
    supports_streaming: bool = False
    """Whether it transcribes live audio; unknown counts as no."""
    supports_streaming_delay: bool = False
    """Whether the delay of a live transcript can be chosen."""
    language_field: Literal["language", "languages"] = "language"
    """How live transcription names the language of the audio."""
    response_format: Literal["verbose_json", "diarized_json"] | None = None
    chunking_strategy: Literal["auto"] | None = None


@dataclass(frozen=True, slots=True)
class _GptVersion:
    major: int
    minor: int | None
    variant: str | None

    def is_at_least(self, major: int, minor: int) -> bool:
        return (self.major, self.minor or 0) >= (major, minor)

    def is_between(self, first: tuple[int, int], end: tuple[int, int]) -> bool:
        return self.is_at_least(*first) and not self.is_at_least(*end)

    @property
    def is_chat_alias(self) -> bool:
        return self.minor is None and (self.variant or "").startswith("chat")


_O_SERIES = re.compile(r"o(\d+)(?:-|\Z)", re.ASCII)
_GPT = re.compile(r"gpt-(\d+)(?:\.(\d+))?(?:-(.+))?", re.ASCII)
# Efforts of pro, codex and chat variants are not known.
_STANDARD_VARIANT = re.compile(r"(?:mini|nano|sol|luna|terra)(?:-\d{4}-\d{2}-\d{2})?|\d{4}-\d{2}-\d{2}", re.ASCII)
_SEARCH_PREVIEWS = ("gpt-4o-search-preview", "gpt-4o-mini-search-preview")
_EFFORTS_SINCE = (
    (6, 0, ("low", "medium", "high", "xhigh", "max")),
    (5, 6, ("none", "low", "medium", "high", "xhigh", "max")),
    (5, 2, ("none", "low", "medium", "high", "xhigh")),
    (5, 1, ("none", "low", "medium", "high")),
    (5, 0, ("minimal", "low", "medium", "high")),
)
# GPT-6 models that, unlike their family, can go without reasoning.
_CONFIGURABLE_NON_REASONING = frozenset({"gpt-6.1-terra", "gpt-6-luna", "gpt-6-sol"})
_FIRST_O_SERIES_WITH_SERVICE_TIERS = 3


@lru_cache(maxsize=1024)
def get_openai_language_model_entry(model_id: str) -> OpenAILanguageModelEntry:
    """Return the facts of a language model.

    >>> get_openai_language_model_entry("o3-mini").system_message_mode
    'developer'
    """
    gpt, o_series = _gpt_version(model_id), _o_series_version(model_id)
    is_gpt_5_or_later = gpt is not None and gpt.is_at_least(5, 0) and not gpt.is_chat_alias
    is_gpt_6_or_later = gpt is not None and gpt.is_at_least(6, 0)
    has_service_tiers = is_gpt_5_or_later or (o_series or 0) >= _FIRST_O_SERIES_WITH_SERVICE_TIERS
    is_nano = gpt is not None and (gpt.variant or "").startswith("nano")
    supports_reasoning = o_series is not None or is_gpt_5_or_later
    return OpenAILanguageModelEntry(
        supports_reasoning=supports_reasoning,
        reasoning_efforts=_reasoning_efforts(model_id, gpt),
        samples_without_reasoning=_samples_without_reasoning(model_id, gpt),
        supports_flex_processing=has_service_tiers,
        supports_priority_processing=model_id.startswith("gpt-4") or (has_service_tiers and not is_nano),
        supports_configuration_updates=is_gpt_6_or_later,
        supports_async_tools=is_gpt_6_or_later,
        supports_prompt_cache_retention=not is_gpt_6_or_later,
        chat_temperature_without_reasoning=not model_id.startswith(_SEARCH_PREVIEWS),
        chat_function_tools_with_reasoning=not (gpt is not None and gpt.is_between((5, 6), (6, 0))),
        responses_logprobs_require_non_reasoning=is_gpt_6_or_later,
        system_message_mode="developer" if supports_reasoning else "system",
    )


def _reasoning_efforts(model_id: str, gpt: _GptVersion | None) -> tuple[str, ...] | None:
    if model_id in _CONFIGURABLE_NON_REASONING:
        return ("none", "low", "medium", "high", "xhigh", "max")
    if gpt is None or not gpt.is_at_least(5, 0):
        return None
    if not gpt.is_at_least(6, 0) and gpt.variant is not None and not _STANDARD_VARIANT.fullmatch(gpt.variant):
        return None
    return next(efforts for major, minor, efforts in _EFFORTS_SINCE if gpt.is_at_least(major, minor))


def _samples_without_reasoning(model_id: str, gpt: _GptVersion | None) -> bool:
    if model_id in _CONFIGURABLE_NON_REASONING:
        return True
    return gpt is not None and gpt.is_between((5, 1), (6, 0))


def _o_series_version(model_id: str) -> int | None:
    found = _O_SERIES.match(model_id)
    return None if found is None else int(found[1])


def _gpt_version(model_id: str) -> _GptVersion | None:
    found = _GPT.fullmatch(model_id)
    if found is None:
        return None
    return _GptVersion(int(found[1]), None if found[2] is None else int(found[2]), found[3])


_GPT_IMAGE = OpenAIImageModelEntry(
    supports_file_inputs=True, supports_mask_inputs=True, max_images_per_call=10, has_default_response_format=True
)
_IMAGE_MODELS = {
    **dict.fromkeys(
        (
            "gpt-image-2.6-flare",
            "gpt-image-2.6-sunburst",
            "gpt-image-2.5-flare",
            "gpt-image-2.5-flare-2026-09-08",
            "gpt-image-2.5-sunburst",
            "gpt-image-2.5-sunburst-2026-09-08",
            "gpt-image-2",
            "gpt-image-1.5",
            "gpt-image-1-mini",
            "gpt-image-1",
            "chatgpt-image-latest",
        ),
        _GPT_IMAGE,
    ),
    "dall-e-3": OpenAIImageModelEntry(
        supports_file_inputs=False, supports_mask_inputs=False, max_images_per_call=1, has_default_response_format=False
    ),
    "dall-e-2": OpenAIImageModelEntry(
        supports_file_inputs=True, supports_mask_inputs=True, max_images_per_call=10, has_default_response_format=False
    ),
}


def get_openai_image_model_entry(model_id: str) -> OpenAIImageModelEntry:
    """Return the facts of an image model."""
    return _IMAGE_MODELS.get(model_id) or OpenAIImageModelEntry(
        supports_file_inputs=None,
        supports_mask_inputs=None,
        max_images_per_call=10 if model_id.startswith("gpt-image-") else 1,
        has_default_response_format=model_id.startswith(("chatgpt-image-", "gpt-image-")),
    )


_TRANSCRIPTION_MODELS = {
    "whisper-1": OpenAITranscriptionModelEntry(response_format="verbose_json"),
    "gpt-4o-transcribe-diarize": OpenAITranscriptionModelEntry(
        response_format="diarized_json", chunking_strategy="auto"
    ),
    "gpt-transcribe": OpenAITranscriptionModelEntry(supports_streaming=True, language_field="languages"),
    "gpt-live-transcribe": OpenAITranscriptionModelEntry(
        supports_transcription=False,
        supports_streaming=True,
        supports_streaming_delay=True,
        language_field="languages",
    ),
    "gpt-realtime-whisper": OpenAITranscriptionModelEntry(
        supports_transcription=False, supports_streaming=True, supports_streaming_delay=True
    ),
}
_TRANSCRIPTION_SNAPSHOTS = ("gpt-transcribe", "gpt-live-transcribe", "gpt-realtime-whisper")


def get_openai_transcription_model_entry(model_id: str) -> OpenAITranscriptionModelEntry:
    """Return the facts of a transcription model."""
    family = next((name for name in _TRANSCRIPTION_SNAPSHOTS if model_id.startswith(f"{name}-")), model_id)
    return _TRANSCRIPTION_MODELS.get(family) or OpenAITranscriptionModelEntry()
