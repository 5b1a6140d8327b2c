"""Call options as the bodies of Images requests.

Ports: @ai-sdk/openai/src/image/openai-image-model.ts
"""

import re
from dataclasses import dataclass, field

from ai_sdk_generated.openai.image.options import OpenaiImageModelEditOptions, OpenaiImageModelGenerationOptions

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    InvalidArgumentError,
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.form_data import FormData, FormFile, convert_to_form_data
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.openai.model_catalog import get_openai_image_model_entry

__all__ = [
    "EditFiles",
    "build_edit_form",
    "build_generation_body",
    "build_warnings",
    "file_to_form_file",
    "markup_to_form_file",
    "read_edit_options",
]

_MARKUP_ARGUMENT = "providerOptions.openai.markup"
_DATA_URL = re.compile(r"data:([^;,]*)(;base64)?,(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditFiles:
    """The files of an edit, downloaded where they were at a URL."""

    images: list[FormFile] = field(default_factory=list)
    mask: FormFile | None = None
    markup: FormFile | None = None


def build_warnings(options: ImageModelV4CallOptions) -> list[SharedV4Warning]:
    """Return warnings about what the API does not take."""
    warnings: list[SharedV4Warning] = []
    if options.aspect_ratio is not None:
        details = "This model does not support aspect ratio. Use `size` instead."
        warnings.append(SharedV4WarningUnsupported(feature="aspectRatio", details=details))
    if options.seed is not None:
        warnings.append(SharedV4WarningUnsupported(feature="seed"))
    return warnings


def build_generation_body(model_id: str, options: ImageModelV4CallOptions) -> JSONObject:
    """Return the body that asks for new images; raises `InvalidArgumentError` when the provider options do not fit."""
    given = parse_provider_options("openai", options.provider_options, OpenaiImageModelGenerationOptions)
    given = given or OpenaiImageModelGenerationOptions()
    return omit_none(
        {
            "model": model_id,
            "prompt": options.prompt,
            "n": options.n,
            "size": options.size,
            "quality": given.quality,
            "style": given.style,
            "background": given.background,
            "moderation": given.moderation,
            "output_format": given.output_format,
            "output_compression": given.output_compression,
            "complexity": given.complexity,
            "frame_count": given.frame_count,
            "frame_duration_ms": given.frame_duration_ms,
            "user": given.user,
            "safety_identifier": given.safety_identifier,
            "response_format": _response_format(model_id),
        }
    )


def _response_format(model_id: str) -> str | None:
    return None if get_openai_image_model_entry(model_id).has_default_response_format else "b64_json"


def read_edit_options(options: ImageModelV4CallOptions) -> OpenaiImageModelEditOptions:
    """Return the provider options of an edit; raises `InvalidArgumentError` when they do not fit."""
    given = parse_provider_options("openai", options.provider_options, OpenaiImageModelEditOptions)
    given = given or OpenaiImageModelEditOptions()
    if options.mask is not None and given.markup is not None:
        raise InvalidArgumentError("`markup` cannot be combined with `mask`.", argument=_MARKUP_ARGUMENT)
    return given


def build_edit_form(
    model_id: str, options: ImageModelV4CallOptions, given: OpenaiImageModelEditOptions, files: EditFiles
) -> FormData:
    """Return the form that asks for edited images."""
    return convert_to_form_data(
        {
            "model": model_id,
            "prompt": options.prompt,
            "image": files.images,
            "mask": files.mask,
            "markup": files.markup,
            "n": options.n,
            "size": options.size,
            "quality": given.quality,
            "background": given.background,
            "output_format": given.output_format,
            "output_compression": given.output_compression,
            "complexity": given.complexity,
            "input_fidelity": given.input_fidelity,
            "moderation": given.moderation,
            "user": given.user,
            "safety_identifier": given.safety_identifier,
        }
    )


def file_to_form_file(file: ImageModelV4FileData) -> FormFile:
    """Return an image that is held in memory as a file of the form."""
    content = convert_base64_to_bytes(file.data) if isinstance(file.data, str) else file.data
    return FormFile(content, content_type=file.media_type)


def markup_to_form_file(markup: str) -> FormFile | None:
    """Return the picture in a `data:` URL, or `None` when it is another URL.

    Raises `InvalidArgumentError` when it is not base64 encoded.
    """
    data_url = _DATA_URL.fullmatch(markup)
    if data_url is None:
        return None
    if data_url[2] is None:
        raise InvalidArgumentError("`markup` data URLs must be base64 encoded.", argument=_MARKUP_ARGUMENT)
    return FormFile(convert_base64_to_bytes(data_url[3]), content_type=data_url[1] or "image/png")
