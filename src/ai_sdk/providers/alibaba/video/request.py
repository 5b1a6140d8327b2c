"""The body of a request for a video, piece by piece in the order of its warnings.

Ports: @ai-sdk/alibaba/src/alibaba-video-model.ts, @ai-sdk/alibaba/src/alibaba-video-model-options.ts
"""

from dataclasses import dataclass, field

from ai_sdk_generated.alibaba.video.options import AlibabaVideoModelOptions

from ai_sdk.provider import JSONObject, SharedV4Warning, SharedV4WarningUnsupported, VideoModelV4CallOptions
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.alibaba.video.media import build_media_input, find_frame
from ai_sdk.providers.alibaba.video.protocol import VideoProtocol, derive_ratio, detect_protocol, resolution_tier

__all__ = ["VideoRequest", "build_request"]


@dataclass(frozen=True, slots=True)
class VideoRequest:
    """A request ready to be posted."""

    body: JSONObject
    warnings: list[SharedV4Warning]


def build_request(model_id: str, options: VideoModelV4CallOptions) -> VideoRequest:
    """Turn call options into a body and warnings; raises `InvalidArgumentError` for options that do not fit."""
    given = parse_provider_options("alibaba", options.provider_options, AlibabaVideoModelOptions)
    draft = _Draft(options, given or AlibabaVideoModelOptions(), detect_protocol(model_id))
    body = {"model": model_id, "input": draft.input(), "parameters": omit_none(draft.parameters())}
    draft.warn_of_ignored_options()
    return VideoRequest(body, draft.warnings)


@dataclass(frozen=True, slots=True)
class _Draft:
    options: VideoModelV4CallOptions
    settings: AlibabaVideoModelOptions
    protocol: VideoProtocol
    warnings: list[SharedV4Warning] = field(default_factory=list)

    def warn(self, feature: str, details: str) -> None:
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))

    def input(self) -> JSONObject:
        texts = {
            "prompt": self.options.prompt,
            "negative_prompt": self.settings.negative_prompt,
            "audio_url": self.settings.audio_url,
        }
        media = build_media_input(self.options, self.settings, self.protocol, self.warnings)
        if find_frame(self.options, "last_frame") is not None and self.protocol.generation != "wan3":
            details = "This model does not support last_frame. The last frame image was ignored."
            self.warn("frameImages", details)
        if self.options.input_references and not self.protocol.takes_references:
            details = (
                "Alibaba only supports inputReferences (reference-to-video) on reference-to-video models. "
                "The reference images were ignored."
            )
            self.warn("inputReferences", details)
        return {**omit_none(texts), **media}

    def parameters(self) -> JSONObject:
        return {
            "duration": self.options.duration,
            "seed": self.options.seed,
            **self._resolution(),
            "ratio": self._ratio(),
            "prompt_extend": self.settings.prompt_extend,
            "shot_type": self._shot_type(),
            "watermark": self.settings.watermark,
            "audio": self._audio(),
        }

    def _resolution(self) -> JSONObject:
        resolution, protocol = self.options.resolution, self.protocol
        if resolution is None:
            return {}
        if protocol.mode != "i2v" and not protocol.has_tiers:
            return {"size": resolution.replace("x", "*", 1)}
        tier = resolution_tier(resolution)
        if not protocol.has_tiers or tier in protocol.tiers:
            return {"resolution": tier}
        details = (
            f"{protocol.generation} models only support the {', '.join(protocol.tiers)} resolution tiers. "
            f'The resolution "{resolution}" was ignored.'
        )
        self.warn("resolution", details)
        return {}

    def _ratio(self) -> str | None:
        if not self.protocol.takes_ratio:
            return None
        given = self.options.aspect_ratio if self.settings.ratio is None else self.settings.ratio
        if given is not None or self.options.resolution is None:
            return given
        return derive_ratio(self.options.resolution)

    def _shot_type(self) -> str | None:
        if self.settings.shot_type is None or not self.protocol.has_tiers:
            return self.settings.shot_type
        details = (
            f"{self.protocol.generation} models do not support the shotType option. "
            "Describe the shot structure in the prompt instead."
        )
        self.warn("shotType", details)
        return None

    def _audio(self) -> bool | None:
        audio = self.settings.audio if self.options.generate_audio is None else self.options.generate_audio
        if audio is None or self.protocol.generation != "wan2.7":
            return audio
        self.warn("generateAudio", "wan2.7 models always generate audio. The audio option was ignored.")
        return None

    def warn_of_ignored_options(self) -> None:
        if self.options.aspect_ratio and not self.protocol.takes_ratio:
            details = (
                "Alibaba video models use explicit size/resolution dimensions. "
                "Use the resolution option or providerOptions.alibaba for size control."
            )
            self.warn("aspectRatio", details)
        if self.options.fps:
            self.warn("fps", "Alibaba video models do not support custom FPS.")
        if self.options.n > 1:
            self.warn("n", "Alibaba video models only support generating 1 video per call.")
