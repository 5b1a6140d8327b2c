"""Provider options on their way to the gateway, which reads those of every provider itself.

Ports: @ai-sdk/gateway/src/gateway-provider-options.ts
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ai_sdk_generated.gateway.shared.options import ConditionalModelFallback
from pydantic import BaseModel

from ai_sdk.provider import SharedV4ProviderOptions
from ai_sdk.provider_utils.json import dump_wire

__all__ = ["GatewayModelFallback", "write_provider_options"]

GatewayModelFallback = str | ConditionalModelFallback
"""A model to fall back to: always, or when the answers of the first one meet a condition."""


def write_provider_options(options: Mapping[str, Any] | None) -> SharedV4ProviderOptions | None:
    """Return options as JSON: options objects become plain data, and the gateway's own names camelCase.

    Nothing is checked: the gateway knows options that this library does not.

    >>> write_provider_options({"gateway": {"zero_data_retention": True}, "openai": {"user": "u"}})
    {'gateway': {'zeroDataRetention': True}, 'openai': {'user': 'u'}}
    """
    if options is None:
        return None
    return {name: _gateway(given) if name == "gateway" else dump_wire(given) for name, given in options.items()}


def _gateway(given: Any) -> Any:
    if isinstance(given, BaseModel):
        return dump_wire(given)
    if not isinstance(given, Mapping) or not any("_" in name for name in given):
        return given
    names = _wire_names()
    return {names.get(name, name): value for name, value in given.items()}


@lru_cache(maxsize=1)
def _wire_names() -> dict[str, str]:
    from ai_sdk_generated.gateway.shared.options import GatewayProviderOptions

    return {name: field.alias or name for name, field in GatewayProviderOptions.model_fields.items()}
