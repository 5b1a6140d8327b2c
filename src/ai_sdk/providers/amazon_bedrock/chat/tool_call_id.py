"""Tool call ids as the models of Mistral want them: nine letters and digits.

Ports: @ai-sdk/amazon-bedrock/src/normalize-tool-call-id.ts
"""

import re

__all__ = ["is_mistral_model", "normalize_tool_call_id"]

_FITTING = re.compile("[a-zA-Z0-9]{9}")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LENGTH = 9
# FNV-1a with 64 bits
_OFFSET_BASIS = 14695981039346656037
_PRIME = 1099511628211
_MASK = 2**64 - 1


def is_mistral_model(model_id: str) -> bool:
    """Whether the model is one of Mistral's, in whichever region."""
    return "mistral." in model_id


def normalize_tool_call_id(tool_call_id: str, *, is_mistral: bool) -> str:
    """Return the id, or its hash when a model of Mistral would refuse it; the same id gives the same hash.

    >>> normalize_tool_call_id("abcDEF123", is_mistral=True)
    'abcDEF123'
    """
    if not is_mistral or _FITTING.fullmatch(tool_call_id):
        return tool_call_id
    value = _hash(tool_call_id) % len(_DIGITS) ** _LENGTH
    digits = ""
    for _ in range(_LENGTH):
        value, digit = divmod(value, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits


def _hash(text: str) -> int:
    """Hash the UTF-16 units, which is what a JavaScript string is made of."""
    units = text.encode("utf-16-le", "surrogatepass")
    value = _OFFSET_BASIS
    for index in range(0, len(units), 2):
        value = ((value ^ int.from_bytes(units[index : index + 2], "little")) * _PRIME) & _MASK
    return value
