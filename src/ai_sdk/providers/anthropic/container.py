"""Carries the code execution container from one step of a conversation to the next.

Ports: @ai-sdk/anthropic/src/forward-anthropic-container-id-from-last-step.ts
"""

from collections.abc import Sequence
from typing import Any, Protocol

from ai_sdk.provider import JSONObject, SharedV4ProviderMetadata

__all__ = ["StepMetadata", "forward_anthropic_container_id_from_last_step"]


class StepMetadata(Protocol):
    """A step, as far as it is read here."""

    @property
    def provider_metadata(self) -> SharedV4ProviderMetadata | None:
        """What the provider returned beyond the specification."""


def forward_anthropic_container_id_from_last_step(*, steps: Sequence[StepMetadata]) -> JSONObject | None:
    """Return the settings that continue in the latest container, or `None` when no step had one; for `prepare_step`."""
    for step in reversed(steps):
        metadata: Any = (step.provider_metadata or {}).get("anthropic") or {}
        container_id = (metadata.get("container") or {}).get("id")
        if container_id:
            return {"provider_options": {"anthropic": {"container": {"id": container_id}}}}
    return None
