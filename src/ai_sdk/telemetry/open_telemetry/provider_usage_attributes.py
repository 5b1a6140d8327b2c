"""A provider's own usage object as numeric attributes; tokens, characters and seconds keep their names.

Ports: @ai-sdk/otel/src/provider-usage-attributes.ts
"""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["get_provider_usage_attributes"]

_ALIASES = {
    "inputtokens": "input_tokens",
    "prompttokens": "input_tokens",
    "prompttokencount": "input_tokens",
    "totalinputtokens": "input_tokens",
    "outputtokens": "output_tokens",
    "completiontokens": "output_tokens",
    "completiontokencount": "output_tokens",
    "candidatestokencount": "output_tokens",
    "totaltokens": "total_tokens",
    "totaltokencount": "total_tokens",
}
_OTHER = re.compile(r"[^a-zA-Z0-9]+")
_CAMEL_HUMP = re.compile(r"([a-z0-9])([A-Z])")


def get_provider_usage_attributes(usage: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the finite numbers in `usage`, nested ones under dotted names.

    >>> get_provider_usage_attributes({"promptTokens": 3, "audio": {"inputSeconds": 1.5}})
    {'gen_ai.usage.input_tokens': 3, 'gen_ai.usage.audio.input_seconds': 1.5}
    """
    return dict(_numbers("gen_ai.usage", usage or {}))


def _numbers(path: str, usage: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in usage.items():
        name = _normalize(key)
        if not name:
            continue
        if isinstance(value, Mapping):
            yield from _numbers(f"{path}.{name}", value)
        elif isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            yield f"{path}.{name}", value


def _normalize(key: str) -> str:
    alias = _ALIASES.get(_OTHER.sub("", key).lower())
    return alias or _OTHER.sub("_", _CAMEL_HUMP.sub(r"\1_\2", key)).strip("_").lower()
