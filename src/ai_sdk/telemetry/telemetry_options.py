"""What a call says about its telemetry.

Ports: ai/src/telemetry/telemetry-options.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ai_sdk.provider.spec import Spec
from ai_sdk.telemetry.telemetry import Telemetry

__all__ = ["IncludedContext", "IncludedToolsContext", "TelemetryOptions"]

IncludedContext = Mapping[str, bool]
"""Which top-level properties of a context telemetry may see; all others it does not."""

IncludedToolsContext = Mapping[str, IncludedContext]
"""The same for the context of each tool, by the tool's name."""


@dataclass(slots=True, kw_only=True)
class TelemetryOptions(Spec):
    """The telemetry settings of one call.

    >>> TelemetryOptions(function_id="summarise", record_inputs=False).function_id
    'summarise'
    """

    is_enabled: bool | None = None
    """`False` switches telemetry off; otherwise it is on as soon as there is an integration."""
    record_inputs: bool | None = None
    """`False` keeps prompts, tool inputs and other inputs out of the events."""
    record_outputs: bool | None = None
    """`False` keeps texts, tool results and other outputs out of the events."""
    function_id: str | None = None
    """Groups telemetry by the function that made the call."""
    include_runtime_context: IncludedContext | None = None
    """The properties of the runtime context to include; none by default."""
    include_tools_context: IncludedToolsContext | None = None
    """The properties of each tool's context to include; none by default."""
    integrations: Telemetry | Sequence[Telemetry] | None = None
    """Used for this call in place of those given to `register_telemetry`."""
