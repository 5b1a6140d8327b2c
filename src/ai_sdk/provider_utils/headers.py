"""Headers: combined, completed, written in lower case.

Ports: @ai-sdk/provider-utils/src/combine-headers.ts, @ai-sdk/provider-utils/src/normalize-headers.ts
Ports: @ai-sdk/provider-utils/src/with-user-agent-suffix.ts
Ports: @ai-sdk/provider-utils/src/get-runtime-environment-user-agent.ts
"""

import platform
from collections.abc import Mapping

__all__ = ["Headers", "combine_headers", "normalize_headers", "runtime_user_agent", "with_user_agent_suffix"]

Headers = Mapping[str, str | None]
"""Header values by name; `None` is a header that is not sent."""

_RUNTIME = f"python/{platform.python_version()}"


def combine_headers(*headers: Headers | None) -> dict[str, str | None]:
    """Merge headers; later ones win where the name is spelled the same."""
    return {name: value for each in headers if each for name, value in each.items()}


def normalize_headers(headers: Headers | None) -> dict[str, str]:
    """Return headers with names in lower case and trimmed values, without those that are `None`; later ones win."""
    return {name.lower(): value.strip() for name, value in (headers or {}).items() if value is not None}


def with_user_agent_suffix(headers: Headers | None, *suffixes: str) -> dict[str, str]:
    """Return normalized headers whose user agent ends with `suffixes`."""
    normalized = normalize_headers(headers)
    agent = normalized.get("user-agent")
    normalized["user-agent"] = " ".join((agent, *suffixes) if agent else suffixes)
    return normalized


def runtime_user_agent() -> str:
    """Return the user agent suffix that names the Python version."""
    return _RUNTIME
