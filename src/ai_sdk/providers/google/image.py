"""The image model on Google: a language model that is asked for images alone.

Ports: @ai-sdk/google/src/google-image-model.ts, @ai-sdk/google/src/google-image-model-options.ts
Ports: @ai-sdk/google/src/google-image-settings.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.google.image.options import GoogleImageModelOptions

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    ImageModelV4FileUrl,
    ImageModelV4Result,
    ImageModelV4ResultResponse,
    ImageModelV4Usage,
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4File,
    LanguageModelV4FilePart,
    LanguageModelV4GenerateResult,
    LanguageModelV4Prompt,
    LanguageModelV4ProviderTool,
    LanguageModelV4TextPart,
    LanguageModelV4Usage,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataUrl,
    SharedV4ProviderMetadata,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider.image_model import ImageModelV4File
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.errors import GoogleError, google_error_structure
from ai_sdk.providers.google.generate_content.model import GoogleLanguageModel

__all__ = ["GoogleImageModel", "GoogleImageSettings", "build_image_options", "build_prompt"]

_EDITING_MODELS = frozenset(
    {
        "gemini-2.5-flash-image",
        "gemini-3-pro-image-preview",
        "gemini-3.1-flash-image-preview",
        "gemini-nano-banana-2.1",
    }
)
# What is not handed on to the language model as it is; keys come in both spellings.
_OWN_OPTIONS = frozenset(
    {"googleSearch", "google_search", "responseModalities", "response_modalities", "imageConfig", "image_config"}
)


@dataclass(slots=True, kw_only=True)
class GoogleImageSettings(Spec):
    """Settings of one image model."""

    max_images_per_call: int | None = None
    """How many images one call makes, instead of one."""


class GoogleImageModel(HttpModel):
    """Images by Gemini models."""

    error_structure = google_error_structure
    config: GoogleConfig

    def __init__(self, model_id: str, settings: GoogleImageSettings, config: GoogleConfig) -> None:
        super().__init__(model_id, config)
        self.settings = settings

    @property
    def max_images_per_call(self) -> int:
        """How many images one call makes."""
        own = self.settings.max_images_per_call
        return 1 if own is None else own

    @property
    def supports_file_inputs(self) -> bool | None:
        """Whether the model edits images; `None` when it is not known."""
        return True if self.model_id in _EDITING_MODELS else None

    @property
    def supports_mask_inputs(self) -> bool | None:
        """Whether the model takes a mask; `None` when it is not known."""
        return False if self.supports_file_inputs else None

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make images, or edit `options.files`, in one call.

        Raises `GoogleError` for models other than Gemini and for masks, `InvalidArgumentError` for provider options
        that do not fit, and `APICallError` when the request fails.
        """
        if not self.model_id.startswith("gemini-"):
            raise GoogleError(
                "Google image models other than Gemini are no longer supported. "
                "Use a model ID that starts with `gemini-`."
            )
        if options.mask is not None:
            raise GoogleError("Gemini image models do not support mask-based image editing.")
        model = GoogleLanguageModel(self.model_id, self.config)
        result = await model.do_generate(self.language_model_options(options))
        return self._read(result, _warnings(options))

    def language_model_options(self, options: ImageModelV4CallOptions) -> LanguageModelV4CallOptions:
        """Return the call of the language model; raises `InvalidArgumentError` for provider options that do not fit."""
        search = parse_provider_options("google", options.provider_options, GoogleImageModelOptions)
        return LanguageModelV4CallOptions(
            prompt=build_prompt(options),
            seed=options.seed,
            provider_options={"google": build_image_options(options, "google")},
            tools=None if search is None or search.google_search is None else [_search_tool(search)],
            headers=options.headers,
            abort_signal=options.abort_signal,
        )

    def provider_metadata(
        self, result: LanguageModelV4GenerateResult, images: list[JSONObject]
    ) -> SharedV4ProviderMetadata:
        """Return what the answer says besides the images; `images` has one entry for each."""
        own = (result.provider_metadata or {}).get("google") or {}
        return {"google": {**own, "finishReason": result.finish_reason.raw, "images": images}}

    def _read(self, result: LanguageModelV4GenerateResult, warnings: list[SharedV4Warning]) -> ImageModelV4Result:
        images = [
            convert_to_base64(part.data.data)
            for part in result.content
            if isinstance(part, LanguageModelV4File)
            and part.media_type.startswith("image/")
            and isinstance(part.data, SharedV4FileDataData)
        ]
        return ImageModelV4Result(
            images=images,
            is_retryable=False if result.finish_reason.unified == "content-filter" else None,
            warnings=warnings,
            provider_metadata=self.provider_metadata(result, [{} for _ in images]),
            response=ImageModelV4ResultResponse(
                timestamp=clock.now(),
                model_id=self.model_id,
                headers=None if result.response is None else result.response.headers,
            ),
            usage=_usage(result.usage),
        )


def _warnings(options: ImageModelV4CallOptions) -> list[SharedV4Warning]:
    if options.size is None:
        return []
    details = "This model does not support the `size` option. Use `aspectRatio` instead."
    return [SharedV4WarningUnsupported(feature="size", details=details)]


def build_prompt(options: ImageModelV4CallOptions) -> LanguageModelV4Prompt:
    """Return the prompt and the images to edit as a user's message."""
    content: list[LanguageModelV4TextPart | LanguageModelV4FilePart] = []
    if options.prompt is not None:
        content.append(LanguageModelV4TextPart(text=options.prompt))
    content += [_file_part(file) for file in options.files or ()]
    return [LanguageModelV4UserMessage(content=content)]


def _file_part(file: ImageModelV4File) -> LanguageModelV4FilePart:
    if isinstance(file, ImageModelV4FileUrl):
        return LanguageModelV4FilePart(data=SharedV4FileDataUrl(url=file.url), media_type="image/*")
    return LanguageModelV4FilePart(data=SharedV4FileDataData(data=file.data), media_type=file.media_type)


def build_image_options(options: ImageModelV4CallOptions, namespace: str) -> JSONObject:
    """Return the provider options of a namespace with what makes a language model answer in images."""
    given = (options.provider_options or {}).get(namespace) or {}
    passed = {key: value for key, value in given.items() if key not in _OWN_OPTIONS}
    image_config = given.get("imageConfig", given.get("image_config"))
    if options.aspect_ratio is not None:
        kept = {key: value for key, value in (image_config or {}).items() if key != "aspect_ratio"}
        image_config = {**kept, "aspectRatio": options.aspect_ratio}
    own = {} if image_config is None else {"imageConfig": image_config}
    return {**passed, "responseModalities": ["IMAGE"], **own}


def _search_tool(given: GoogleImageModelOptions) -> LanguageModelV4ProviderTool:
    args: JSONObject = dump_wire(given)["googleSearch"]
    return LanguageModelV4ProviderTool(id="google.google_search", name="google_search", args=args)


def _usage(usage: LanguageModelV4Usage) -> ImageModelV4Usage:
    total_input, total_output = usage.input_tokens.total, usage.output_tokens.total
    return ImageModelV4Usage(
        input_tokens=total_input,
        output_tokens=total_output,
        total_tokens=(total_input or 0) + (total_output or 0),
    )
