"""Cache breakpoints of one request: where they may stand, and how many.

Ports: @ai-sdk/anthropic/src/get-cache-control.ts
"""

from collections.abc import Mapping
from typing import Any

from ai_sdk.provider import JSONObject, SharedV4Warning, SharedV4WarningUnsupported

__all__ = ["CacheControlValidator"]

_MAX_CACHE_BREAKPOINTS = 4


class CacheControlValidator:
    """Reads the cache control of tools and message parts in the order of the request, and refuses the fifth."""

    def __init__(self, provider_options_name: str = "anthropic", initial_breakpoint_count: int = 0) -> None:
        self._namespaces = (provider_options_name, "anthropic")
        self._breakpoint_count = initial_breakpoint_count
        self.warnings: list[SharedV4Warning] = []

    def get_cache_control(
        self, provider_options: Mapping[str, Any] | None, context: str, *, can_cache: bool = True
    ) -> JSONObject | None:
        """Return the cache control to send, or `None`; a refused one adds a warning that names `context`."""
        cache_control = self._read(provider_options)
        if not cache_control:
            return None
        if not can_cache:
            details = f"cache_control cannot be set on {context}. It will be ignored."
            self._warn("cache_control on non-cacheable context", details)
            return None
        self._breakpoint_count += 1
        if self._breakpoint_count > _MAX_CACHE_BREAKPOINTS:
            details = (
                f"Maximum {_MAX_CACHE_BREAKPOINTS} cache breakpoints exceeded (found {self._breakpoint_count}). "
                "This breakpoint will be ignored."
            )
            self._warn("cacheControl breakpoint limit", details)
            return None
        return cache_control

    def _read(self, provider_options: Mapping[str, Any] | None) -> JSONObject | None:
        """Return the value as it was given: Anthropic validates it."""
        for namespace in self._namespaces if provider_options else ():
            given = (provider_options or {}).get(namespace) or {}
            for key in ("cacheControl", "cache_control"):
                if given.get(key) is not None:
                    cache_control: JSONObject = given[key]
                    return cache_control
        return None

    def _warn(self, feature: str, details: str) -> None:
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))
