"""Where Vertex AI lives in a location, and which names may stand in its hosts.

Ports: @ai-sdk/provider-utils/src/is-valid-hostname-part.ts
"""

import re

from ai_sdk.provider import InvalidArgumentError

__all__ = ["check_location", "is_valid_hostname_part", "vertex_host"]

_HOSTNAME_PART = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE | re.ASCII)


def is_valid_hostname_part(value: str) -> bool:
    """Whether a name is one DNS label, and so cannot change where a request goes.

    >>> is_valid_hostname_part("us-central1"), is_valid_hostname_part("evil.example/#")
    (True, False)
    """
    return _HOSTNAME_PART.fullmatch(value) is not None


def check_location(location: str) -> str:
    """Return a location; raises `InvalidArgumentError` when it is not one DNS label."""
    if not is_valid_hostname_part(location):
        raise InvalidArgumentError(
            "Invalid Google Vertex location. Expected a single DNS label (letters, digits, and hyphens). "
            "Use `baseURL` for custom endpoints.",
            argument="location",
        )
    return location


def vertex_host(location: str) -> str:
    """Return the host of a location; `eu` and `us` are several regions, `global` is none.

    >>> vertex_host("us-east5")
    'us-east5-aiplatform.googleapis.com'
    """
    if location == "global":
        return "aiplatform.googleapis.com"
    if location in {"eu", "us"}:
        return f"aiplatform.{location}.rep.googleapis.com"
    return f"{location}-aiplatform.googleapis.com"
