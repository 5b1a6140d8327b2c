"""Stable codes of deprecations, so that each is told once.

Ports: ai/src/logger/deprecations.ts
"""

import re

__all__ = ["get_deprecation_code"]

_CODES = {
    "generateObject": "AISDK_DEP_GENERATE_OBJECT",
    "streamObject": "AISDK_DEP_STREAM_OBJECT",
    '"image" content part': "AISDK_DEP_IMAGE_CONTENT_PART",
    "rawInput in output-error UI message parts": "AISDK_DEP_UI_MESSAGE_RAW_INPUT",
} | {
    f'"tool-result" content of type "{kind}"': f"AISDK_DEP_TOOL_RESULT_{kind.upper().replace('-', '_')}"
    for kind in (
        "file-data",
        "file-url",
        "file-id",
        "file-reference",
        "image-data",
        "image-url",
        "image-file-id",
        "image-file-reference",
    )
}


def get_deprecation_code(*, setting: str, provider: str | None = None) -> str:
    """Return the code of a deprecated setting, of the core or of a provider.

    >>> get_deprecation_code(setting="topK", provider="a.chat")
    'AISDK_DEP_PROVIDER_a_002Echat__topK'
    """
    if provider is None:
        return _CODES.get(setting) or f"AISDK_DEP_SETTING_{_encode(setting)}"
    return f"AISDK_DEP_PROVIDER_{_encode(provider)}__{_encode(setting)}"


def _encode(value: str) -> str:
    return re.sub(r"[^a-zA-Z0-9]", lambda match: _escape(match[0]), value)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"_{units[at]:02X}{units[at + 1]:02X}" for at in range(0, len(units), 2))
