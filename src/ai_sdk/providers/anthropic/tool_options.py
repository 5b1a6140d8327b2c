"""What a function tool says under `provider_options["anthropic"]`.

Ports: @ai-sdk/anthropic/src/anthropic-prepare-tools.ts
"""

from typing import Literal

from typing_extensions import TypedDict

__all__ = ["AnthropicToolOptions"]


class AnthropicToolOptions(TypedDict, total=False):
    """Who may call the tool, whether the model must search for it first, and whether its input streams at once."""

    deferLoading: bool
    allowedCallers: list[Literal["direct", "code_execution_20250825", "code_execution_20260120"]]
    eagerInputStreaming: bool
