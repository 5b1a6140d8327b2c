"""Attributes beyond the semantic conventions, each kind of which is off until it is switched on.

Ports: @ai-sdk/otel/src/supplemental-attributes.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ai_sdk.telemetry.copy_fields import get_field, own_fields
from ai_sdk.telemetry.open_telemetry.json_attribute import json_attribute

__all__ = ["SupplementalAttributes", "get_detailed_usage_attributes", "get_header_attributes"]
__all__ += ["get_provider_metadata_attributes", "get_runtime_context_attributes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementalAttributes:
    """Which kinds of supplemental attributes spans get."""

    usage: bool = False
    provider_metadata: bool = False
    embedding: bool = False
    reranking: bool = False
    runtime_context: bool = False
    headers: bool = False
    tool_choice: bool = False
    schema: bool = False

    def select(self, **attributes: Mapping[str, Any]) -> dict[str, Any]:
        """Return the attributes of the kinds that are on, given by kind."""
        return {
            name: value for kind, group in attributes.items() if getattr(self, kind) for name, value in group.items()
        }


def get_runtime_context_attributes(context: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return an attribute for each value of the runtime context, nested ones under dotted names."""
    attributes: dict[str, Any] = {}
    _flatten(attributes, "ai.settings.context", context or {})
    return attributes


def get_header_attributes(headers: Mapping[str, str | None] | None) -> dict[str, Any]:
    """Return an attribute for each request header."""
    return {f"ai.request.headers.{name}": value for name, value in (headers or {}).items()}


def get_detailed_usage_attributes(usage: Any) -> dict[str, Any]:
    """Return what the usage says of tokens that were not cached, text tokens and reasoning tokens."""
    return {
        "ai.usage.inputTokenDetails.noCacheTokens": usage.input_token_details.no_cache_tokens,
        "ai.usage.outputTokenDetails.textTokens": usage.output_token_details.text_tokens,
        "ai.usage.outputTokenDetails.reasoningTokens": usage.output_token_details.reasoning_tokens,
    }


def get_provider_metadata_attributes(provider_metadata: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the provider's metadata as one attribute."""
    text = None if provider_metadata is None else json_attribute(provider_metadata)
    return {"ai.response.providerMetadata": text}


def _flatten(attributes: dict[str, Any], name: str, value: Any) -> None:
    keys = own_fields(value)
    if not keys and not isinstance(value, Mapping):
        attributes[name] = value
    for key in keys:
        _flatten(attributes, f"{name}.{key}", get_field(value, key))
