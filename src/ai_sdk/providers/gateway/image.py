"""Image models behind the gateway.

Ports: @ai-sdk/gateway/src/gateway-image-model.ts, @ai-sdk/gateway/src/gateway-image-model-settings.ts
"""

import binascii
from typing import Any, ClassVar

from ai_sdk_generated.gateway.image import wire

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    ImageModelV4File,
    ImageModelV4Result,
    ImageModelV4ResultResponse,
    ImageModelV4Usage,
    JSONObject,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes, convert_to_base64
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.gateway.model import GatewayModel, read_provider_metadata, read_warnings
from ai_sdk.providers.gateway.provider_options import write_provider_options

__all__ = ["GatewayImageModel"]

_DECODE = "experimental_streamingImageDecoding"
_MIN_DECODED_BYTES = 64 * 1024
_NO_LIMIT = 2**53 - 1


class GatewayImageModel(GatewayModel):
    """Makes and edits images; those of a result are base64 text, or bytes when the gateway option asks for them."""

    max_images_per_call: ClassVar[int] = _NO_LIMIT

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make the images in one call; raises a `GatewayError` when it fails."""
        provider_options, decodes = _split_options(write_provider_options(options.provider_options))
        return await self.call(
            "/image-model",
            _body(options, provider_options),
            json_response(wire.GatewayImageResponse),
            lambda response: self._read_response(response, decodes=decodes),
            options,
            {"ai-image-model-specification-version": "4", "ai-model-id": self.model_id},
        )

    def _read_response(self, response: ApiResponse[Any], *, decodes: bool) -> ImageModelV4Result:
        value: wire.GatewayImageResponse = response.value
        images = [str(image) for image in value.images]
        return ImageModelV4Result(
            images=_decode(images) if decodes else images,
            is_retryable=value.is_retryable,
            warnings=read_warnings(value.warnings),
            provider_metadata=read_provider_metadata(value.provider_metadata),
            response=ImageModelV4ResultResponse(
                timestamp=now(), model_id=self.model_id, headers=response.response_headers
            ),
            usage=_usage(value.usage),
        )


def _split_options(given: SharedV4ProviderOptions | None) -> tuple[SharedV4ProviderOptions | None, bool]:
    """Return the options for the gateway, and whether images are to be decoded, which is decided on this side."""
    gateway = (given or {}).get("gateway")
    if given is None or not isinstance(gateway, dict) or _DECODE not in gateway:
        return given, False
    rest = {name: value for name, value in gateway.items() if name != _DECODE}
    others = {name: value for name, value in given.items() if name != "gateway"}
    return ({**others, "gateway": rest} if rest else others) or None, gateway[_DECODE] is True


def _body(options: ImageModelV4CallOptions, provider_options: SharedV4ProviderOptions | None) -> JSONObject:
    files = None if options.files is None else [_file(file) for file in options.files]
    return omit_none(
        {
            "prompt": options.prompt,
            "n": options.n,
            "size": options.size or None,
            "aspectRatio": options.aspect_ratio or None,
            "seed": options.seed,
            "providerOptions": provider_options,
            "files": files,
            "mask": None if options.mask is None else _file(options.mask),
        }
    )


def _file(file: ImageModelV4File) -> JSONObject:
    written: JSONObject = dump(file)
    if file.type == "file":
        written["data"] = convert_to_base64(file.data)
    return written


def _decode(images: list[str]) -> list[str] | list[bytes]:
    """Return all images as bytes when one of them is large base64 text, and the texts otherwise."""
    return [convert_base64_to_bytes(image) for image in images] if any(map(_is_large, images)) else images


def _is_large(image: str) -> bool:
    try:
        return len(binascii.a2b_base64(image, strict_mode=True)) >= _MIN_DECODED_BYTES
    except ValueError:
        return False


def _usage(usage: wire.GatewayImageUsage | None) -> ImageModelV4Usage | None:
    if usage is None:
        return None
    return ImageModelV4Usage(
        input_tokens=usage.input_tokens, output_tokens=usage.output_tokens, total_tokens=usage.total_tokens
    )
