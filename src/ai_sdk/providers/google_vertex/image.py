"""The image model on Vertex AI: Google's, with the option namespaces of Vertex AI and no tools.

Ports: @ai-sdk/google-vertex/src/google-vertex-image-model.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-image-model-options.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-image-settings.ts
"""

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    SharedV4ProviderMetadata,
)
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.image import GoogleImageModel, GoogleImageSettings, build_image_options, build_prompt

__all__ = ["GoogleVertexImageModel"]

_NAMESPACES = ("googleVertex", "vertex")


class GoogleVertexImageModel(GoogleImageModel):
    """Images by Gemini models, one in each call."""

    def __init__(self, model_id: str, config: GoogleConfig) -> None:
        super().__init__(model_id, GoogleImageSettings(), config)

    def language_model_options(self, options: ImageModelV4CallOptions) -> LanguageModelV4CallOptions:
        """Return the call of the language model."""
        given = options.provider_options or {}
        namespace = next((name for name in _NAMESPACES if given.get(name) is not None), _NAMESPACES[0])
        return LanguageModelV4CallOptions(
            prompt=build_prompt(options),
            seed=options.seed,
            provider_options=dict.fromkeys(_NAMESPACES, build_image_options(options, namespace)),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )

    def provider_metadata(
        self, result: LanguageModelV4GenerateResult, images: list[JSONObject]
    ) -> SharedV4ProviderMetadata:
        """Return one entry for each image, under both namespaces."""
        del result
        return {namespace: {"images": images} for namespace in _NAMESPACES}
