"""Work run inside the contexts of integrations, which can neither change nor break its outcome."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from ai_sdk.telemetry.redact_telemetry_credentials import redact_telemetry_credentials

__all__ = ["execute_in_context"]

T = TypeVar("T")


async def execute_in_context(
    contexts: Sequence[Callable[..., Awaitable[Any]]], execute: Callable[[], Awaitable[T]]
) -> T:
    """Run `execute` inside all of `contexts`, the last of which is the outermost, and return what it returns."""
    for context in contexts:
        execute = partial(_execute_in_one, context, execute)
    return await execute()


async def _execute_in_one(context: Callable[..., Awaitable[Any]], execute: Callable[[], Awaitable[T]]) -> T:
    results: list[T] = []
    errors: list[Exception] = []
    has_started = False

    async def observed() -> Any:
        """Run the work for the integration, which sees its outcome without credentials."""
        nonlocal has_started
        has_started = True
        try:
            results.append(await execute())
        except Exception as error:  # noqa: BLE001 - raised below, where the copy does not refer to the original
            errors.append(error)
        if errors:
            raise redact_telemetry_credentials(errors[-1])
        return redact_telemetry_credentials(results[-1])

    try:
        await context(execute=observed)
    except Exception:
        if has_started and not results and not errors:
            raise  # the integration stopped the work, so there is no outcome to keep
    if errors:
        raise errors[-1]
    return results[-1] if results else await execute()
