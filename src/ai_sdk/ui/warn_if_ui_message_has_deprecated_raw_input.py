"""The warning of a field that messages should no longer have.

Ports: ai/src/ui/warn-if-ui-message-has-deprecated-raw-input.ts
"""

from collections.abc import Iterable, Mapping
from typing import Any

from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.provider.shared import SharedV4WarningDeprecated
from ai_sdk.ui.ui_messages import is_tool_output_error_ui_part

__all__ = ["warn_if_ui_message_has_deprecated_raw_input"]

_WARNING = SharedV4WarningDeprecated(
    setting="rawInput in output-error UI message parts",
    message='Use the "input" field instead. The "rawInput" field will be removed in the next major version.',
)


def warn_if_ui_message_has_deprecated_raw_input(messages: Iterable[Mapping[str, Any]]) -> None:
    """Log a deprecation when a failed tool call keeps its input in `rawInput`."""
    parts = (part for message in messages for part in message["parts"])
    if any("rawInput" in part and is_tool_output_error_ui_part(part) for part in parts):
        log_warnings(warnings=[_WARNING])
