"""What an interaction is to answer with: text, images, audio or video.

Ports: @ai-sdk/google/src/interactions/google-interactions-language-model.ts
"""

from typing import Any

from ai_sdk_generated.google.interactions.options import GoogleInteractionsLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ResponseFormat,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningOther,
)
from ai_sdk.provider_utils.json import omit_none

__all__ = ["add_image_config", "build_response_format"]

# The wire's names of the options of an entry, by its type.
_FIELDS = {
    "text": {"mime_type": "mime_type", "schema": "schema_"},
    "image": {"mime_type": "mime_type", "aspect_ratio": "aspect_ratio", "image_size": "image_size"},
    "audio": {"mime_type": "mime_type"},
    "video": {
        "aspect_ratio": "aspect_ratio",
        "resolution": "resolution",
        "duration": "duration",
        "delivery": "delivery",
        "gcs_uri": "gcs_uri",
    },
}
_NOT_WITH_AGENTS = (
    "google.interactions: structured output (responseFormat) is not supported when an agent is set; "
    "responseFormat will be ignored."
)
_DEPRECATED = (
    "google.interactions: providerOptions.google.imageConfig is deprecated. "
    'Use providerOptions.google.responseFormat with a { type: "image", ... } entry instead.'
)
_IGNORED = (
    "google.interactions: providerOptions.google.imageConfig is deprecated and was ignored because "
    "providerOptions.google.responseFormat already supplies an image entry. Use responseFormat exclusively."
)


def build_response_format(
    response_format: LanguageModelV4ResponseFormat | None,
    given: GoogleInteractionsLanguageModelOptions,
    warnings: list[SharedV4Warning],
    *,
    is_agent: bool,
) -> list[JSONObject]:
    """Return the entries of `response_format`: the call's JSON format first, then those of the provider options."""
    entries: list[JSONObject] = []
    if isinstance(response_format, LanguageModelV4ResponseFormatJson):
        if is_agent:
            warnings.append(SharedV4WarningOther(message=_NOT_WITH_AGENTS))
        else:
            schema = response_format.schema
            entries.append(omit_none({"type": "text", "mime_type": "application/json", "schema": schema}))
    return entries + [_entry(entry) for entry in given.response_format or ()]


def _entry(entry: Any) -> JSONObject:
    fields = {name: getattr(entry, attribute) for name, attribute in _FIELDS[entry.type].items()}
    return omit_none({"type": entry.type, **fields})


def add_image_config(
    entries: list[JSONObject], given: GoogleInteractionsLanguageModelOptions, warnings: list[SharedV4Warning]
) -> None:
    """Ask for an image as the deprecated `imageConfig` says, unless an entry asks for one already."""
    config = given.image_config
    if config is None:
        return
    has_image = any(entry["type"] == "image" for entry in entries)
    warnings.append(SharedV4WarningOther(message=_IGNORED if has_image else _DEPRECATED))
    if not has_image:
        image = {"aspect_ratio": config.aspect_ratio, "image_size": config.image_size}
        entries.append(omit_none({"type": "image", "mime_type": "image/png", **image}))
