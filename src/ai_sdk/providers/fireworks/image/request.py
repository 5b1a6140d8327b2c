"""Call options as the body of an image request.

Ports: @ai-sdk/fireworks/src/fireworks-image-model.ts, @ai-sdk/fireworks/src/fireworks-image-model-options.ts
"""

from ai_sdk_generated.fireworks.image.options import FireworksImageModelOptions

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    JSONObject,
    SharedV4Warning,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.convert_image_model_file_to_data_uri import convert_image_model_file_to_data_uri
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.fireworks.image.backends import ImageBackend

__all__ = ["build_body", "build_warnings"]


def build_body(options: ImageModelV4CallOptions) -> JSONObject:
    """Return the body; provider options go into it last. Raises `InvalidArgumentError` when they do not fit."""
    given = parse_provider_options("fireworks", options.provider_options, FireworksImageModelOptions)
    body = {
        "prompt": options.prompt,
        "aspect_ratio": options.aspect_ratio,
        "seed": options.seed,
        "samples": options.n,
        "input_image": convert_image_model_file_to_data_uri(options.files[0]) if options.files else None,
    }
    if options.size:
        body["width"], _, body["height"] = options.size.partition("x")
    return {**omit_none(body), **({} if given is None else dump_wire(given))}


def build_warnings(backend: ImageBackend, options: ImageModelV4CallOptions) -> list[SharedV4Warning]:
    """Return warnings of what the API does not take."""
    warnings: list[SharedV4Warning] = []
    if options.size is not None and not backend.supports_size:
        details = "This model does not support the `size` option. Use `aspectRatio` instead."
        warnings.append(SharedV4WarningUnsupported(feature="size", details=details))
    if options.aspect_ratio is not None and backend.supports_size:
        details = "This model does not support the `aspectRatio` option."
        warnings.append(SharedV4WarningUnsupported(feature="aspectRatio", details=details))
    if options.files is not None and len(options.files) > 1:
        message = "Fireworks only supports a single input image. Additional images are ignored."
        warnings.append(SharedV4WarningOther(message=message))
    if options.mask is not None:
        details = (
            "Fireworks Kontext models do not support explicit masks. Use the prompt to describe the areas to edit."
        )
        warnings.append(SharedV4WarningUnsupported(feature="mask", details=details))
    return warnings
