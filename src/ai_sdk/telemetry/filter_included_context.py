"""Contexts without the properties that the call did not include for telemetry.

In TypeScript each function restricts its own events; here one function restricts whatever context an event has.

Ports: ai/src/telemetry/filter-included-context.ts, ai/src/generate-text/restricted-telemetry-dispatcher.ts
Ports: ai/src/embed/restricted-telemetry-dispatcher.ts, ai/src/rerank/restricted-telemetry-dispatcher.ts
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from ai_sdk.telemetry.copy_fields import get_field, own_fields, with_fields
from ai_sdk.telemetry.telemetry_options import IncludedContext, TelemetryOptions

__all__ = ["filter_included_context", "filter_tool_context", "filter_tools_context", "restrict_contexts"]

T = TypeVar("T")


def filter_included_context(context: Any, include_context: IncludedContext | None) -> dict[str, Any]:
    """Return the top-level properties of `context`, a mapping or an object with fields, that are marked `True`."""
    included = [key for key, value in (include_context or {}).items() if value is True]
    if isinstance(context, Mapping):
        return {key: context[key] for key in context if key in included}
    return {key: getattr(context, key) for key in included if hasattr(context, key)}


def filter_tools_context(
    tools_context: Mapping[str, Any] | None, include_tools_context: Mapping[str, IncludedContext] | None
) -> dict[str, Any]:
    """Return every tool's context with its included properties; nothing when none is included for any tool."""
    if include_tools_context is None:
        return {}
    return {
        name: filter_tool_context(name, item, include_tools_context) for name, item in (tools_context or {}).items()
    }


def filter_tool_context(
    tool_name: str, tool_context: Any, include_tools_context: Mapping[str, IncludedContext] | None
) -> dict[str, Any]:
    """Return the included properties of the context of one tool."""
    return filter_included_context(tool_context, (include_tools_context or {}).get(tool_name))


def restrict_contexts(event: T, options: TelemetryOptions) -> T:
    """Return a copy of `event`, and of the steps in it, whose contexts have the included properties alone."""
    own = own_fields(event)
    changes: dict[str, Any] = {}
    if "runtime_context" in own:
        changes["runtime_context"] = filter_included_context(
            get_field(event, "runtime_context"), options.include_runtime_context
        )
    if "tools_context" in own:
        changes["tools_context"] = filter_tools_context(
            get_field(event, "tools_context"), options.include_tools_context
        )
    if "tool_context" in own:
        changes["tool_context"] = filter_tool_context(
            get_field(get_field(event, "tool_call"), "tool_name"),
            get_field(event, "tool_context"),
            options.include_tools_context,
        )
    if "steps" in own:
        changes["steps"] = [restrict_contexts(step, options) for step in get_field(event, "steps")]
    if "final_step" in own:
        changes["final_step"] = restrict_contexts(get_field(event, "final_step"), options)
    return with_fields(event, changes) if changes else event
