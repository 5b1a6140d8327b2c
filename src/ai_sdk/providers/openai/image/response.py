"""What an Images response says.

Ports: @ai-sdk/openai/src/image/openai-image-model.ts
"""

from datetime import datetime

from ai_sdk_generated.openai.image import wire

from ai_sdk.provider import (
    ImageModelV4Result,
    ImageModelV4ResultResponse,
    ImageModelV4Usage,
    JSONObject,
    SharedV4Warning,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse

__all__ = ["read_response"]


def read_response(
    response: ApiResponse[wire.OpenaiImageResponse],
    *,
    model_id: str,
    timestamp: datetime,
    warnings: list[SharedV4Warning],
) -> ImageModelV4Result:
    """Return the images of a response, with what the provider says of each."""
    value = response.value
    return ImageModelV4Result(
        images=[item.b64_json for item in value.data],
        warnings=warnings,
        usage=None if value.usage is None else _usage(value.usage),
        response=ImageModelV4ResultResponse(timestamp=timestamp, model_id=model_id, headers=response.response_headers),
        provider_metadata={"openai": {"images": [_image_metadata(value, index) for index in range(len(value.data))]}},
    )


def _usage(usage: wire.OpenaiImageResponseUsage) -> ImageModelV4Usage:
    return ImageModelV4Usage(
        input_tokens=usage.input_tokens, output_tokens=usage.output_tokens, total_tokens=usage.total_tokens
    )


def _image_metadata(response: wire.OpenaiImageResponse, index: int) -> JSONObject:
    details = None if response.usage is None else response.usage.input_tokens_details
    count = len(response.data)
    return omit_none(
        {
            "revisedPrompt": response.data[index].revised_prompt or None,
            "created": response.created,
            "size": response.size,
            "quality": response.quality,
            "background": response.background,
            "outputFormat": response.output_format,
            "imageTokens": None if details is None else _share(details.image_tokens, index, count),
            "textTokens": None if details is None else _share(details.text_tokens, index, count),
        }
    )


def _share(tokens: float | None, index: int, count: int) -> float | None:
    """Return the tokens of one image: the same for each, and the rest for the last, so that the sum is exact."""
    if tokens is None:
        return None
    base = tokens // count
    return tokens - base * (count - 1) if index == count - 1 else base
