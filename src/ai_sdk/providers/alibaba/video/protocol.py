"""Which way of asking for a video a model understands, and the sizes of videos.

Ports: @ai-sdk/alibaba/src/alibaba-video-model.ts, @ai-sdk/alibaba/src/alibaba-video-settings.ts
"""

import math
import re
from dataclasses import dataclass
from typing import Literal

__all__ = ["VideoProtocol", "derive_ratio", "detect_protocol", "resolution_tier"]

_RESOLUTION = re.compile(r"\s*(\d{1,15})\s*x\s*(\d{1,15})\s*(?:x.*)?", re.ASCII | re.DOTALL)
_RATIOS = frozenset({"16:9", "9:16", "1:1", "4:3", "3:4"})
_TIERS = {
    "1280x720": "720P",
    "720x1280": "720P",
    "960x960": "720P",
    "1088x832": "720P",
    "832x1088": "720P",
    "1920x1080": "1080P",
    "1080x1920": "1080P",
    "1440x1440": "1080P",
    "1632x1248": "1080P",
    "1248x1632": "1080P",
    "832x480": "480P",
    "480x832": "480P",
    "624x624": "480P",
}


@dataclass(frozen=True, slots=True)
class VideoProtocol:
    """How requests of one generation of models look, and what the model makes a video of.

    `wan2.6` and older take sizes, an image URL and reference URLs; `wan2.7` takes tiers of resolution and a list of
    media; `wan3` is one model for every mode, which takes a last frame too.
    """

    generation: Literal["wan2.6", "wan2.7", "wan3"]
    mode: Literal["t2v", "i2v", "r2v"]

    @property
    def has_tiers(self) -> bool:
        """Whether resolutions are tiers and files a list of media."""
        return self.generation != "wan2.6"

    @property
    def tiers(self) -> tuple[str, ...]:
        """The tiers of resolution."""
        return ("480P", "720P", "1080P") if self.generation == "wan3" else ("720P", "1080P")

    @property
    def takes_ratio(self) -> bool:
        """Whether the aspect ratio can be chosen; a video of an image has the image's."""
        return self.generation == "wan3" or (self.generation == "wan2.7" and self.mode != "i2v")

    @property
    def takes_references(self) -> bool:
        """Whether the video can show what it is given as references."""
        return self.generation == "wan3" or self.mode == "r2v"


def detect_protocol(model_id: str) -> VideoProtocol:
    """Return how to ask a model.

    >>> detect_protocol("wan2.7-r2v")
    VideoProtocol(generation='wan2.7', mode='r2v')
    """
    mode: Literal["t2v", "i2v", "r2v"] = "i2v" if "-i2v" in model_id else "r2v" if "-r2v" in model_id else "t2v"
    if model_id.startswith("wan3"):
        return VideoProtocol("wan3", mode)
    return VideoProtocol("wan2.7" if model_id.startswith("wan2.7") else "wan2.6", mode)


def resolution_tier(resolution: str) -> str:
    """Return the tier of a resolution in pixels; one that has none, such as a tier itself, stays as it is.

    >>> resolution_tier("1280x720"), resolution_tier("720P")
    ('720P', '720P')
    """
    return _TIERS.get(resolution, resolution)


def derive_ratio(resolution: str) -> str | None:
    """Return the aspect ratio of a resolution in pixels, when it is one that Alibaba has a name for.

    >>> derive_ratio("1920x1080"), derive_ratio("1000x10")
    ('16:9', None)
    """
    found = _RESOLUTION.fullmatch(resolution)
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not width or not height:
        return None
    divisor = math.gcd(width, height)
    ratio = f"{width // divisor}:{height // divisor}"
    return ratio if ratio in _RATIOS else None
