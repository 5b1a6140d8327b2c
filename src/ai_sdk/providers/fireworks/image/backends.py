"""Which of three APIs makes a model's images, and what that API takes.

Ports: @ai-sdk/fireworks/src/fireworks-image-model.ts, @ai-sdk/fireworks/src/fireworks-image-options.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["IMAGE_BACKENDS", "ImageBackend", "get_image_backend"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageBackend:
    """One API. What is not known of a model is `None`, and so is sent for Fireworks to decide.

    - `api`: `workflows` and `image_generation` answer with the image, `workflows_async` is polled
    - `supports_size`: a size is taken, but no aspect ratio; for the others it is the other way round
    """

    api: Literal["workflows", "workflows_async", "image_generation"] = "workflows"
    supports_size: bool = False
    supports_file_inputs: bool | None = None

    def path(self, model_id: str) -> str:
        """Return where images are asked for."""
        if self.api == "image_generation":
            return f"/image_generation/{model_id}"
        return f"/workflows/{model_id}" if self.api == "workflows_async" else f"/workflows/{model_id}/text_to_image"


_WORKFLOW = ImageBackend(supports_file_inputs=False)
_KONTEXT = ImageBackend(api="workflows_async", supports_file_inputs=True)
_GENERATION = ImageBackend(api="image_generation", supports_size=True, supports_file_inputs=False)

IMAGE_BACKENDS: Mapping[str, ImageBackend] = MappingProxyType(
    {
        "accounts/fireworks/models/flux-1-dev-fp8": _WORKFLOW,
        "accounts/fireworks/models/flux-1-schnell-fp8": _WORKFLOW,
        "accounts/fireworks/models/flux-kontext-pro": _KONTEXT,
        "accounts/fireworks/models/flux-kontext-max": _KONTEXT,
        "accounts/fireworks/models/playground-v2-5-1024px-aesthetic": _GENERATION,
        "accounts/fireworks/models/japanese-stable-diffusion-xl": _GENERATION,
        "accounts/fireworks/models/playground-v2-1024px-aesthetic": _GENERATION,
        "accounts/fireworks/models/stable-diffusion-xl-1024-v1-0": _GENERATION,
        "accounts/fireworks/models/SSD-1B": _GENERATION,
    }
)
"""The documented models."""


def get_image_backend(model_id: str) -> ImageBackend:
    """Return what is known of a model's API; any other id is taken for a workflow.

    >>> get_image_backend("accounts/fireworks/models/flux-kontext-pro").api
    'workflows_async'
    """
    return IMAGE_BACKENDS.get(model_id, ImageBackend())
