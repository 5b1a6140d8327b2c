"""Warnings of models, on the logger `ai_sdk` of Python's `logging`; `set_warning_logger` turns them off.

Ports: ai/src/logger/index.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.logger.log_warnings import (
        WarningLogger as WarningLogger,
        WarningsEvent as WarningsEvent,
        log_warnings as log_warnings,
        set_warning_logger as set_warning_logger,
    )

_NAMES = ("WarningLogger", "WarningsEvent", "log_warnings", "set_warning_logger")
_HOMES = dict.fromkeys(_NAMES, f"{__name__}.log_warnings")

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
