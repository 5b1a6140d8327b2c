"""What a Google model needs to know of its provider, with the hooks for others that speak Google's interfaces.

Ports: @ai-sdk/google/src/google-language-model.ts, @ai-sdk/google/src/get-model-path.ts
"""

from collections.abc import Callable
from dataclasses import dataclass

from ai_sdk.provider import SupportedUrls
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.transport import Transport

__all__ = ["GoogleConfig", "ToolResultDownloads", "get_model_path"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolResultDownloads:
    """How files that tool results name by URL are downloaded before they are sent."""

    max_bytes: int
    """The largest file, in bytes."""
    supports_google_cloud_storage_urls: bool = False
    """Whether `gs:` URLs are sent as they are to models that take files in function responses."""
    transport: Callable[[], Transport] | None = None
    """What to download with, without the provider's credentials; the model's own transport by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleConfig(ModelConfig):
    """The configuration of a Google model.

    `provider` decides more than the name: `google.vertex.` at its start chooses Vertex AI's request fields, and
    `vertex` anywhere in it the option namespaces `googleVertex` and `vertex`.
    """

    supported_urls: Callable[[], SupportedUrls] | None = None
    """URLs that the API fetches itself; each surface has a default."""
    tool_result_downloads: ToolResultDownloads | None = None
    """Set where the API takes no URLs in tool results."""

    @property
    def base_url(self) -> str:
        """Where requests go, without a slash at the end."""
        return self.url("", "")

    @property
    def is_vertex(self) -> bool:
        """Whether requests go to Vertex AI, which takes other fields than the Gemini API."""
        return self.provider.startswith("google.vertex.")

    @property
    def namespaces(self) -> tuple[str, ...]:
        """The keys under which provider options are read and provider metadata is written."""
        return ("googleVertex", "vertex") if "vertex" in self.provider else ("google",)


def get_model_path(model_id: str) -> str:
    """Return the path of a model; an id with a slash is one already.

    >>> get_model_path("gemini-2.5-pro"), get_model_path("tunedModels/mine")
    ('models/gemini-2.5-pro', 'tunedModels/mine')
    """
    return model_id if "/" in model_id else f"models/{model_id}"
