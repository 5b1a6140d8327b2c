"""Telling the user what a model warned of.

Ports: ai/src/logger/log-warnings.ts
"""

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ai_sdk.logger.deprecations import get_deprecation_code
from ai_sdk.provider.shared import (
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningDeprecated,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)

__all__ = ["WarningLogger", "WarningsEvent", "log_warnings", "set_warning_logger"]

FIRST_WARNING_INFO_MESSAGE = (
    "AI SDK Warning System: To turn off warning logging, call ai_sdk.logger.set_warning_logger(False)."
)

_logger = logging.getLogger("ai_sdk")


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningsEvent:
    """What one call warned of; `provider` and `model` are ids, there when the warnings are a model's."""

    warnings: Sequence[SharedV4Warning]
    provider: str | None = None
    model: str | None = None


WarningLogger = Callable[[WarningsEvent], Any]
"""A function that takes the warnings of a call in place of the logger."""


class _State:
    """What the whole process shares."""

    logger: WarningLogger | bool = True
    has_logged: bool = False
    told_codes: ClassVar[set[str]] = set()


def set_warning_logger(logger: WarningLogger | bool) -> None:  # noqa: FBT001 - read as on and off
    """Choose where warnings go: `False` is nowhere, `True` the logger `ai_sdk`, a function gets every one.

    >>> set_warning_logger(False)
    >>> set_warning_logger(True)
    """
    _State.logger = logger


def log_warnings(*, warnings: Sequence[SharedV4Warning], provider: str | None = None, model: str | None = None) -> None:
    """Log warnings, or pass them to the function that was set; each deprecation is logged once in a process."""
    if not warnings or _State.logger is False:
        return
    if callable(_State.logger):
        _State.logger(WarningsEvent(warnings=warnings, provider=provider, model=model))
        return
    if not _State.has_logged:
        _State.has_logged = True
        _logger.warning(FIRST_WARNING_INFO_MESSAGE)
    for warning in warnings:
        _log(warning, provider, model)


def reset_log_warnings_state() -> None:
    """Forget what was logged, for tests."""
    _State.has_logged = False
    _State.told_codes.clear()


def _log(warning: SharedV4Warning, provider: str | None, model: str | None) -> None:
    text = _format(warning, provider, model)
    if not isinstance(warning, SharedV4WarningDeprecated):
        _logger.warning("%s", text)
        return
    code = get_deprecation_code(setting=warning.setting, provider=provider)
    if code not in _State.told_codes:
        _State.told_codes.add(code)
        _logger.warning("[%s] %s", code, text)


def _format(warning: SharedV4Warning, provider: str | None, model: str | None) -> str:
    scope = f" ({provider} / {model})" if provider is not None and model is not None else ""
    return f"AI SDK Warning{scope}: {_describe(warning)}"


def _describe(warning: Any) -> str:
    match warning:
        case SharedV4WarningUnsupported():
            return f'The feature "{warning.feature}" is not supported.{_tail(warning.details)}'
        case SharedV4WarningCompatibility():
            return f'The feature "{warning.feature}" is used in a compatibility mode.{_tail(warning.details)}'
        case SharedV4WarningDeprecated():
            return f'Deprecated: "{warning.setting}". {warning.message}'
        case SharedV4WarningOther():
            return warning.message
    # The gateway may be newer than this library, and have kinds of warnings that it does not know.
    return json.dumps(warning, indent=2, ensure_ascii=False)


def _tail(details: str | None) -> str:
    return f" {details}" if details else ""
