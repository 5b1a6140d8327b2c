"""An error that a provider sent inside a stream, with what the provider knows of it.

Ports: @ai-sdk/provider-utils/src/create-provider-stream-error.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk.provider.spec import Spec

__all__ = ["ProviderStreamError"]


@dataclass(slots=True, kw_only=True)
class ProviderStreamError(Spec):
    """What an error part carries: the provider's words, and whether trying again may help; `data` is the wire event."""

    message: str
    type: str | None = None
    code: str | int | float | None = None
    status_code: int | None = None
    is_retryable: bool | None = None
    data: Any = None
