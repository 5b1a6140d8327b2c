"""JSON text of specification values and plain data, as it travels inside strings of a wire body.

Ports: @ai-sdk/provider-utils/src/stringify-with-bigint-and-cycles.ts
"""

from collections.abc import Mapping
from typing import Any

from ai_sdk.provider.codec import dump
from ai_sdk.provider.json_value import stringify

__all__ = ["stringify_with_bigint_and_cycles"]


def stringify_with_bigint_and_cycles(value: Any) -> str:
    """Write `value` as JSON text; a container inside itself becomes `"[Circular]"`, bytes an object of their numbers.

    >>> stringify_with_bigint_and_cycles({"data": b"Hi"})
    '{"data":{"0":72,"1":105}}'
    """
    return stringify(_plain(value, ()))


def _plain(value: Any, ancestors: tuple[int, ...]) -> Any:
    if id(value) in ancestors:
        return "[Circular]"
    path = (*ancestors, id(value))
    if isinstance(value, Mapping):
        return {key: _plain(item, path) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, path) for item in value]
    if isinstance(value, bytes | bytearray):
        # JavaScript writes a Uint8Array as an object with its indices as keys.
        return {str(index): byte for index, byte in enumerate(value)}
    plain = dump(value)
    return value if plain is value else _plain(plain, path)
