"""Where a prompt says that Alibaba is to cache it.

Ports: @ai-sdk/alibaba/src/get-cache-control.ts, @ai-sdk/alibaba/src/alibaba-chat-prompt.ts
"""

from typing import Any

from ai_sdk.provider import SharedV4ProviderOptions, SharedV4Warning, SharedV4WarningOther

__all__ = ["CacheControlValidator"]

_MAX_CACHE_BREAKPOINTS = 4


class CacheControlValidator:
    """Reads cache markers, passes them on as they are, and warns of each one too many."""

    def __init__(self) -> None:
        self.warnings: list[SharedV4Warning] = []
        self._breakpoint_count = 0

    def get_cache_control(self, provider_options: SharedV4ProviderOptions | None) -> Any:
        """Return the marker in the provider options, or `None`; Alibaba checks it."""
        marker = _read(provider_options)
        # An empty object is a marker in JavaScript; these are not.
        if marker is None or (isinstance(marker, bool | int | float | str) and not marker):
            return None
        self._breakpoint_count += 1
        if self._breakpoint_count > _MAX_CACHE_BREAKPOINTS:
            message = (
                f"Max breakpoint limit exceeded. Only the last {_MAX_CACHE_BREAKPOINTS} cache markers will take effect."
            )
            self.warnings.append(SharedV4WarningOther(message=message))
        return marker


def _read(provider_options: SharedV4ProviderOptions | None) -> Any:
    options = (provider_options or {}).get("alibaba") or {}
    marker = options.get("cacheControl")
    return options.get("cache_control") if marker is None else marker
