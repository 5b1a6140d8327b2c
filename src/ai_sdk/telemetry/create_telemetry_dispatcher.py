"""One call's events to all of its integrations.

Ports: ai/src/telemetry/create-telemetry-dispatcher.ts
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from inspect import isawaitable
from typing import Any, TypeVar

from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.concurrently import concurrently
from ai_sdk.telemetry.augment_event import augment_event
from ai_sdk.telemetry.execute_in_context import execute_in_context
from ai_sdk.telemetry.telemetry import (
    ExecuteLanguageModelCall,
    ExecuteTool,
    Telemetry,
    TelemetryCallback,
    TelemetryDispatcher,
)
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.telemetry.telemetry_registry import get_global_telemetry_integrations

__all__ = ["EMPTY_TELEMETRY_DISPATCHER", "create_telemetry_dispatcher"]

T = TypeVar("T")
_Handler = Callable[[Any], Awaitable[None] | None]

EMPTY_TELEMETRY_DISPATCHER = TelemetryDispatcher()
"""The dispatcher of calls that nobody listens to."""

_CALLBACKS = tuple(name for name in vars(Telemetry) if "on_" in name)


def create_telemetry_dispatcher(telemetry: TelemetryOptions | Mapping[str, Any] | None = None) -> TelemetryDispatcher:
    """Return what sends a call's events to the integrations of `telemetry`, or else to the registered ones.

    Contexts in events are restricted to what `telemetry` includes, so every function uses this one dispatcher.

    >>> create_telemetry_dispatcher(TelemetryOptions(is_enabled=False)) is EMPTY_TELEMETRY_DISPATCHER
    True
    """
    options = telemetry if isinstance(telemetry, TelemetryOptions) else load(TelemetryOptions, telemetry or {})
    integrations = _integrations(options)
    if not integrations:
        return EMPTY_TELEMETRY_DISPATCHER
    callbacks: dict[str, Any] = {name: _merge(integrations, name, options) for name in _CALLBACKS}
    return TelemetryDispatcher(
        execute_language_model_call=_execute_language_model_call(integrations, options),
        execute_tool=_execute_tool(integrations, options),
        **callbacks,
    )


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


def _merge(integrations: tuple[Telemetry, ...], name: str, options: TelemetryOptions) -> TelemetryCallback | None:
    handlers: list[_Handler] = _methods(integrations, name)
    if not handlers:
        return None

    async def dispatch(event: Any) -> None:
        augmented = augment_event(event, options)
        waiting = [result for handler in handlers if isawaitable(result := _call(handler, augmented))]
        await concurrently([partial(_finish, result) for result in waiting])

    return dispatch


def _call(handler: _Handler, event: Any) -> Awaitable[None] | None:
    try:
        return handler(event)
    except Exception:  # noqa: BLE001 - an integration never breaks a call
        return None


async def _finish(result: Awaitable[None]) -> None:
    with suppress(Exception):
        await result


def _execute_language_model_call(
    integrations: tuple[Telemetry, ...], options: TelemetryOptions
) -> ExecuteLanguageModelCall | None:
    wrappers = _methods(integrations, "execute_language_model_call")

    async def execute_language_model_call(*, call_id: str, event: Any, execute: Callable[[], Awaitable[T]]) -> T:
        augmented = augment_event(event, options)
        contexts = [partial(wrapper, call_id=call_id, event=augmented) for wrapper in wrappers]
        return await execute_in_context(contexts, execute)

    return execute_language_model_call if wrappers else None


def _execute_tool(integrations: tuple[Telemetry, ...], options: TelemetryOptions) -> ExecuteTool | None:
    wrappers = _methods(integrations, "execute_tool")

    async def execute_tool(*, call_id: str, tool_call_id: str, event: Any, execute: Callable[[], Awaitable[T]]) -> T:
        augmented = augment_event(event, options)
        contexts = [
            partial(wrapper, call_id=call_id, tool_call_id=tool_call_id, event=augmented) for wrapper in wrappers
        ]
        return await execute_in_context(contexts, execute)

    return execute_tool if wrappers else None
