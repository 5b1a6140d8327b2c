"""One call's events to all of its integrations.

Ports: ai/src/telemetry/create-telemetry-dispatcher.ts
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from ai_sdk.provider.codec import load
from ai_sdk.telemetry.augment_event import augment_event
from ai_sdk.telemetry.execute_in_context import execute_in_context
from ai_sdk.telemetry.open_calls import OpenCalls
from ai_sdk.telemetry.telemetry import (
    ExecuteLanguageModelCall,
    ExecuteTool,
    Telemetry,
    TelemetryCallback,
    TelemetryDispatcher,
)
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.telemetry.telemetry_registry import get_global_telemetry_integrations
from ai_sdk.util.notify import notify

__all__ = ["EMPTY_TELEMETRY_DISPATCHER", "create_telemetry_dispatcher"]

T = TypeVar("T")

EMPTY_TELEMETRY_DISPATCHER = TelemetryDispatcher()
"""The dispatcher of calls that nobody listens to."""

_DEFAULT_OPTIONS = TelemetryOptions()
_CALLBACKS = tuple(name for name in vars(Telemetry) if name.startswith(("on_", "experimental_on_")))
_DISPATCHED = tuple(name for name in _CALLBACKS if name != "on_abandon")


def create_telemetry_dispatcher(telemetry: TelemetryOptions | Mapping[str, Any] | None = None) -> TelemetryDispatcher:
    """Return what sends a call's events to the integrations of `telemetry`, or else to the registered ones.

    Contexts in events are restricted to what `telemetry` includes, so every function uses this one dispatcher. Make
    one for each call: when it is gone and the call has not ended, integrations hear of it by `on_abandon`.

    >>> create_telemetry_dispatcher(TelemetryOptions(is_enabled=False)) is EMPTY_TELEMETRY_DISPATCHER
    True
    """
    options = _read(telemetry)
    integrations = _integrations(options)
    if not integrations:
        return EMPTY_TELEMETRY_DISPATCHER
    abandoned = _methods(integrations, "on_abandon")
    open_calls = OpenCalls(abandoned)
    callbacks: dict[str, Any] = {
        name: _merge(_methods(integrations, name), options, partial(open_calls.track, name)) for name in _DISPATCHED
    }
    return TelemetryDispatcher(
        execute_language_model_call=_execute_language_model_call(integrations, options),
        execute_tool=_execute_tool(integrations, options),
        abandon=open_calls.abandon if abandoned else None,
        **callbacks,
    )


def _read(telemetry: TelemetryOptions | Mapping[str, Any] | None) -> TelemetryOptions:
    if isinstance(telemetry, Mapping):
        return load(TelemetryOptions, telemetry)
    return telemetry or _DEFAULT_OPTIONS


def _integrations(options: TelemetryOptions) -> tuple[Telemetry, ...]:
    if options.is_enabled is False:
        return ()
    local = options.integrations
    if local is None:
        return tuple(get_global_telemetry_integrations())
    return tuple(local) if isinstance(local, Sequence) else (local,)


def _methods(integrations: tuple[Telemetry, ...], name: str) -> list[Any]:
    """Return the methods `name` of the integrations that have one of their own."""
    inherited = getattr(Telemetry, name)
    return [
        method
        for integration in integrations
        if (method := getattr(integration, name, None)) is not None
        and getattr(method, "__func__", None) is not inherited
    ]


def _merge(
    handlers: list[Callable[[Any], Any]], options: TelemetryOptions, track: Callable[[Any], None]
) -> TelemetryCallback | None:
    if not handlers:
        return None

    async def deliver(event: Any) -> None:
        track(event)
        await notify(augment_event(event, options), handlers)

    async def dispatch(event: Any) -> None:
        await notify(event, deliver)

    return dispatch


def _execute_language_model_call(
    integrations: tuple[Telemetry, ...], options: TelemetryOptions
) -> ExecuteLanguageModelCall | None:
    wrappers = _methods(integrations, "execute_language_model_call")

    async def execute_language_model_call(*, call_id: str, event: Any, execute: Callable[[], Awaitable[T]]) -> T:
        contexts = [partial(wrapper, call_id=call_id) for wrapper in wrappers]
        return await execute_in_context(contexts, partial(augment_event, event, options), execute)

    return execute_language_model_call if wrappers else None


def _execute_tool(integrations: tuple[Telemetry, ...], options: TelemetryOptions) -> ExecuteTool | None:
    wrappers = _methods(integrations, "execute_tool")

    async def execute_tool(*, call_id: str, tool_call_id: str, event: Any, execute: Callable[[], Awaitable[T]]) -> T:
        contexts = [partial(wrapper, call_id=call_id, tool_call_id=tool_call_id) for wrapper in wrappers]
        return await execute_in_context(contexts, partial(augment_event, event, options), execute)

    return execute_tool if wrappers else None
