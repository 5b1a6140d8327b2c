"""Options of messages, parts and tools that are read as they were given, without a schema.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from functools import lru_cache

from pydantic.alias_generators import to_camel

from ai_sdk.provider import JSONObject, SharedV4ProviderOptions

__all__ = ["read_part_options"]

_camel_case = lru_cache(maxsize=256)(to_camel)


def read_part_options(provider_options: SharedV4ProviderOptions | None, provider: str) -> JSONObject:
    """Return one provider's options, empty when there are none; keys in snake_case become camelCase.

    >>> read_part_options({"openai": {"item_id": "msg_1"}}, "openai")
    {'itemId': 'msg_1'}
    """
    given = (provider_options or {}).get(provider) or {}
    return {_camel_case(key): value for key, value in given.items()}
