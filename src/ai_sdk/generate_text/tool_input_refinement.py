"""Functions that change the inputs of tool calls before anything else sees them.

Ports: ai/src/generate-text/tool-input-refinement.ts
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

__all__ = ["ToolInputRefinement"]

ToolInputRefinement = Mapping[str, Callable[[Any], Awaitable[Any] | Any]]
"""By tool name: takes the parsed input and returns one of the same type, which the tool runs with."""
