"""The body of a request for a video: its size, shape and length as MiniMax takes them.

Ports: @ai-sdk/minimax/src/minimax-video-model.ts, @ai-sdk/minimax/src/minimax-video-model-options.ts
Ports: @ai-sdk/minimax/src/minimax-video-settings.ts
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from ai_sdk_generated.minimax.video.options import MinimaxVideoProviderOptions

from ai_sdk.provider import (
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    VideoModelV4CallOptions,
    stringify,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.minimax.video.inputs import VideoInputs, read_inputs

__all__ = ["VideoRequest", "build_request", "parse_options"]

_TIERS: Final = ("480P", "768P", "2K")
_TIERS_BY_MODEL: Mapping[str, tuple[Sequence[str], str]] = MappingProxyType(
    {"MiniMax-H3": (("768P", "2K"), "2K"), "MiniMax-H3-Max": (("480P", "768P"), "768P")}
)
_DEFAULT_TIER: Final = "2K"
_RATIOS: Final = frozenset({"adaptive", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16"})
_DEFAULT_RATIO: Final = "16:9"
_DEFAULT_DURATION: Final = 5
_MAX_DURATION: Final = 15

# MiniMax names its tiers without their sizes: one frame size for each ratio of a tier.
_SIZES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "480P": ("480x480", "1120x480", "854x480", "640x480", "480x854", "480x640"),
        "768P": ("768x768", "1792x768", "1366x768", "1024x768", "768x1366", "768x1024"),
        "2K": ("2048x2048", "2560x1080", "2560x1440", "2048x1536", "1440x2560", "1536x2048"),
    }
)
_TIER_BY_SIZE: Mapping[str, str] = MappingProxyType({size: tier for tier, sizes in _SIZES.items() for size in sizes})


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoRequest:
    """A finished request, with what it sends of the call's files."""

    body: JSONObject
    warnings: list[SharedV4Warning]
    inputs: VideoInputs


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """The call, and the warnings that collect in the order of its settings."""

    model_id: str
    options: VideoModelV4CallOptions
    given: MinimaxVideoProviderOptions
    warnings: list[SharedV4Warning] = field(default_factory=list)

    def warn(self, feature: str, details: str) -> None:
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))


def parse_options(options: VideoModelV4CallOptions) -> MinimaxVideoProviderOptions:
    """Return MiniMax's own options; raises `InvalidArgumentError` when they do not fit."""
    given = parse_provider_options("minimax", options.provider_options, MinimaxVideoProviderOptions)
    return given or MinimaxVideoProviderOptions()


def build_request(model_id: str, options: VideoModelV4CallOptions) -> VideoRequest:
    """Turn call options into a body and warnings; raises `InvalidArgumentError` when provider options do not fit."""
    call = _Call(model_id=model_id, options=options, given=parse_options(options))
    _warn_of_settings(call)
    resolution = _resolution(call)
    inputs = read_inputs(model_id, options, call.given.reference_audio_urls or ())
    call.warnings.extend(inputs.warnings)
    ratio = _ratio(call, inputs)
    body = omit_none(
        {
            "model": model_id,
            "content": inputs.content,
            "resolution": resolution,
            "duration": _duration(call),
            "ratio": ratio,
            "aigc_watermark": call.given.aigc_watermark,
            # MiniMax asks the receiver to echo a challenge within three seconds, so it must be the caller's own.
            "callback_url": options.webhook_url,
        }
    )
    return VideoRequest(body=body, warnings=call.warnings, inputs=inputs)


def _warn_of_settings(call: _Call) -> None:
    options, model_id = call.options, call.model_id
    if options.fps is not None:
        call.warn("fps", f"{model_id} does not support a custom frame rate.")
    if options.seed is not None:
        call.warn("seed", f"{model_id} does not support a seed.")
    if options.n > 1:
        call.warn("n", f"{model_id} generates a single video per call. Only 1 video will be generated.")
    if options.generate_audio is not None:
        details = f"The {model_id} API does not expose an audio parameter. The generateAudio option was ignored."
        call.warn("generateAudio", details)


def _resolution(call: _Call) -> str:
    """Return the tier: MiniMax's own option wins over the call's frame size."""
    tiers, default = _TIERS_BY_MODEL.get(call.model_id, (_TIERS, _DEFAULT_TIER))
    supported = " or ".join(f'"{tier}"' for tier in tiers)
    own: str | None = call.given.resolution
    if own is not None and own not in tiers:
        details = f'{call.model_id} supports {supported}. The provider resolution "{own}" was ignored.'
        call.warn("resolution", details)
        own = None
    asked = call.options.resolution
    if asked is None:
        return own or default
    mapped = _tier(asked)
    if own is not None:
        _warn_of_other_tier(call, own, mapped, supported)
        return own
    if mapped is not None and mapped in tiers:
        return mapped
    details = (
        f'Unrecognized resolution "{asked}". {call.model_id} supports {supported}.'
        if mapped is None
        else f'{call.model_id} does not support the resolution "{mapped}". It supports {supported}.'
    )
    call.warn("resolution", details)
    return default


def _tier(resolution: str) -> str | None:
    """Return the tier that a frame size stands for, or that is named in either case."""
    named = resolution.upper()
    return named if named in _TIERS else _TIER_BY_SIZE.get(resolution)


def _warn_of_other_tier(call: _Call, own: str, mapped: str | None, supported: str) -> None:
    if mapped == own:
        return
    asked, used = call.options.resolution, f'providerOptions.minimax.resolution ("{own}") was used instead.'
    details = (
        f'Unrecognized resolution "{asked}". {call.model_id} supports {supported}, so {used}'
        if mapped is None
        else f'The resolution "{asked}" selects {mapped}, but {used}'
    )
    call.warn("resolution", details)


def _ratio(call: _Call, inputs: VideoInputs) -> str | None:
    """Return the aspect ratio; a prompt alone must have one, and with frames it follows the first of them."""
    model_id, text_only = call.model_id, inputs.is_text_only
    ratio = _asked_ratio(call, text_only=text_only)
    if ratio == "adaptive" and text_only:
        details = (
            f"{model_id} text-to-video does not support the adaptive aspect ratio. "
            f"Using the default ({_DEFAULT_RATIO})."
        )
        call.warn("aspectRatio", details)
        ratio = None
    if ratio is not None and inputs.uses_frames:
        details = f"{model_id} derives the aspect ratio from the frame image; the requested ratio was ignored."
        call.warn("aspectRatio", details)
        return None
    return _DEFAULT_RATIO if ratio is None and text_only else ratio


def _asked_ratio(call: _Call, *, text_only: bool) -> str | None:
    own, asked = call.given.ratio, call.options.aspect_ratio
    if own is not None or asked is None or asked in _RATIOS:
        return asked if own is None else own
    default = f"the default ({_DEFAULT_RATIO})" if text_only else "the provider default (adaptive)"
    details = f'{call.model_id} does not support the aspect ratio "{asked}". Using {default}.'
    call.warn("aspectRatio", details)
    return None


def _duration(call: _Call) -> int | float:
    """Return whole seconds within the model's limits."""
    asked = call.options.duration
    if asked is None:
        return _DEFAULT_DURATION
    duration, model_id = asked, call.model_id
    if duration != math.floor(duration):
        duration = math.floor(duration + 0.5)
        details = (
            f"{model_id} requires a whole number of seconds. "
            f"The requested duration of {stringify(asked)} was rounded to {stringify(duration)}."
        )
        call.warn("duration", details)
    smallest = 4 if model_id == "MiniMax-H3" else 5
    if smallest <= duration <= _MAX_DURATION:
        return duration
    limit, bound = (_MAX_DURATION, "at most") if duration > _MAX_DURATION else (smallest, "at least")
    verb = "supports" if duration > _MAX_DURATION else "requires"
    details = (
        f"{model_id} {verb} {bound} {limit} seconds. "
        f"The requested duration of {stringify(asked)} was clamped to {limit}."
    )
    call.warn("duration", details)
    return limit
