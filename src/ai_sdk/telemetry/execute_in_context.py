"""Work run inside the contexts of integrations, which can neither change nor break its outcome.

Ports: ai/src/telemetry/create-telemetry-dispatcher.ts
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from ai_sdk.telemetry.redact_telemetry_credentials import redact_telemetry_credentials

__all__ = ["execute_in_context"]

T = TypeVar("T")
_Context = Callable[..., Awaitable[Any]]

_logger = logging.getLogger("ai_sdk")


async def execute_in_context(
    contexts: Sequence[_Context], describe: Callable[[], Any], execute: Callable[[], Awaitable[T]]
) -> T:
    """Run `execute` inside all of `contexts`, the last of which is the outermost, and return what it returns.

    `describe` makes the event that the contexts get.
    """
    try:
        event = describe()
    except Exception:
        _logger.debug("a telemetry event could not be made", exc_info=True)
        return await execute()
    for context in contexts:
        execute = partial(_execute_in_one, partial(context, event=event), execute)
    return await execute()


async def _execute_in_one(context: _Context, execute: Callable[[], Awaitable[T]]) -> T:
    results: list[T] = []
    errors: list[Exception] = []
    has_started = False

    async def observed() -> Any:
        """Run the work for the integration, which sees its outcome without credentials."""
        nonlocal has_started
        has_started = True
        results.clear()
        errors.clear()
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
        _logger.debug("the work or its telemetry integration failed", exc_info=True)
    if errors:
        raise errors.pop()
    return results[-1] if results else await execute()
