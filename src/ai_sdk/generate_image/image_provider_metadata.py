"""The provider metadata of several image calls as one, and of each image by itself.

Ports: ai/src/generate-image/generate-image.ts
"""

import re
from typing import Any

from ai_sdk.provider import ImageModelV4ProviderMetadata, JSONObject, SharedV4ProviderMetadata

__all__ = ["get_image_provider_metadata", "merge_image_provider_metadata"]

_GATEWAY_COSTS = (
    "cost",
    "gatewayCost",
    "inferenceCost",
    "inputInferenceCost",
    "marketCost",
    "outputInferenceCost",
    "surchargeCost",
)
_DECIMAL = re.compile(r"([0-9]+)(?:\.([0-9]+))?")


def get_image_provider_metadata(
    metadata: ImageModelV4ProviderMetadata | None, index: int
) -> SharedV4ProviderMetadata | None:
    """Return what each provider says of the image at `index` of a call, or `None` when none says anything.

    >>> get_image_provider_metadata({"openai": {"images": [{"seed": 1}]}}, 0)
    {'openai': {'seed': 1}}
    """
    found: SharedV4ProviderMetadata = {}
    for provider, value in (metadata or {}).items():
        images = value.get("images")
        if isinstance(images, list) and index < len(images) and isinstance(images[index], dict):
            found[provider] = images[index]
    return found or None


def merge_image_provider_metadata(merged: ImageModelV4ProviderMetadata, metadata: ImageModelV4ProviderMetadata) -> None:
    """Add a call's metadata to `merged`: entries for images are appended, the gateway's costs added up."""
    for provider, value in metadata.items():
        if provider == "gateway":
            merged[provider] = _merge_gateway(merged.get(provider, {}), value)
        else:
            entry = merged.setdefault(provider, {"images": []})
            entry["images"].extend(value.get("images") or [])


def _merge_gateway(current: JSONObject, new: JSONObject) -> JSONObject:
    totals = {key: _add_decimal_texts(current.get(key), new.get(key)) for key in _GATEWAY_COSTS}
    merged = {**current, **new, **{key: total for key, total in totals.items() if total is not None}}
    if merged.get("images") == []:
        del merged["images"]
    return merged


def _add_decimal_texts(first: Any, second: Any) -> str | None:
    """Add amounts of money without rounding; `None` when one of them is not a decimal number as text."""
    if not isinstance(first, str) or not isinstance(second, str):
        return None
    matches = _DECIMAL.fullmatch(first), _DECIMAL.fullmatch(second)
    parts = [(match[1], match[2] or "") for match in matches if match is not None]
    if len(parts) < len(matches):
        return None
    precision = max(len(fraction) for _, fraction in parts)
    total = sum(int(integer + fraction.ljust(precision, "0")) for integer, fraction in parts)
    digits = str(total).rjust(precision + 1, "0")
    return f"{digits[:-precision]}.{digits[-precision:]}".rstrip("0").rstrip(".") if precision else digits
