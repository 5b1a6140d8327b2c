"""What `generate_image` returns.

Ports: ai/src/generate-image/generate-image-result.ts
"""

from dataclasses import dataclass

from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.usage import ImageModelUsage
from ai_sdk.provider import ImageModelV4ProviderMetadata, ImageModelV4ResultResponse, SharedV4Warning
from ai_sdk.provider.spec import Spec

__all__ = ["GenerateImageCall", "GenerateImageResult"]


@dataclass(slots=True, kw_only=True)
class GenerateImageCall(Spec):
    """What one call of the model made; a call that made nothing is here too."""

    images: list[GeneratedFile]
    provider_metadata: ImageModelV4ProviderMetadata | None = None
    response: ImageModelV4ResultResponse
    warnings: list[SharedV4Warning]
    usage: ImageModelUsage | None = None


@dataclass(slots=True, kw_only=True)
class GenerateImageResult(Spec):
    """The images, and the calls of the model that made them; `usage` is the sum over the calls.

    `responses` and `provider_metadata` join what the calls have each by itself.
    """

    images: list[GeneratedFile]
    calls: list[GenerateImageCall]
    warnings: list[SharedV4Warning]
    responses: list[ImageModelV4ResultResponse]
    provider_metadata: ImageModelV4ProviderMetadata
    usage: ImageModelUsage

    @property
    def image(self) -> GeneratedFile:
        """The first image."""
        return self.images[0]
