"""The integrations that every call uses which names none of its own.

Ports: ai/src/telemetry/telemetry-registry.ts
"""

from ai_sdk.telemetry.telemetry import Telemetry

__all__ = ["get_global_telemetry_integrations", "register_telemetry"]

_integrations: list[Telemetry] = []


def register_telemetry(*integrations: Telemetry) -> None:
    """Send the events of all calls to `integrations`, from now on.

    >>> register_telemetry(Telemetry())
    >>> len(get_global_telemetry_integrations())
    1
    >>> get_global_telemetry_integrations().clear()
    """
    _integrations.extend(integrations)


def get_global_telemetry_integrations() -> list[Telemetry]:
    """Return the registered integrations; it is the list itself, so clearing it unregisters them."""
    return _integrations
