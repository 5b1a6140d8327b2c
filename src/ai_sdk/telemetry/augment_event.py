"""An event as integrations see it: with the call's telemetry settings, without what must not leave the call.

Ports: ai/src/telemetry/create-telemetry-dispatcher.ts
"""

from dataclasses import fields, make_dataclass
from functools import lru_cache
from typing import Any, TypeVar

from ai_sdk.telemetry.filter_included_context import restrict_contexts
from ai_sdk.telemetry.filter_telemetry_event import filter_telemetry_event
from ai_sdk.telemetry.redact_telemetry_credentials import redact_telemetry_credentials
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.version import VERSION

__all__ = ["augment_event"]

T = TypeVar("T")


def augment_event(event: T, options: TelemetryOptions) -> T:
    """Return a copy of `event`, a dataclass, that is still an instance of its class and has the call's settings too."""
    filtered = filter_telemetry_event(restrict_contexts(event, options), options)
    return redact_telemetry_credentials(_with_settings(filtered, options))


def _with_settings(event: T, options: TelemetryOptions) -> T:
    kind: Any = type(event)
    augmented: T = object.__new__(_augmented_class(kind))
    values = {field.name: getattr(event, field.name) for field in fields(kind)} | {
        "record_inputs": options.record_inputs,
        "record_outputs": options.record_outputs,
        "function_id": options.function_id,
        "ai_version": VERSION,
    }
    for name, value in values.items():
        object.__setattr__(augmented, name, value)
    return augmented


@lru_cache(maxsize=64)
def _augmented_class(kind: Any) -> Any:
    """Return a subclass of an event's class, so that `isinstance` and properties work as for the event itself."""
    settings = [("record_inputs", bool | None), ("record_outputs", bool | None), ("function_id", str | None)]
    optional = [(name, annotation, None) for name, annotation in [*settings, ("ai_version", str | None)]]
    return make_dataclass(
        kind.__name__,
        optional,
        bases=(kind,),
        kw_only=True,
        slots=True,
        frozen=kind.__dataclass_params__.frozen,
        namespace={"__doc__": kind.__doc__, "__module__": kind.__module__},
    )
