"""What a tool and its callbacks are told beside the input.

Ports: @ai-sdk/provider-utils/src/types/tool-execute-function.ts, @ai-sdk/provider-utils/src/types/context.ts
Ports: @ai-sdk/provider-utils/src/types/infer-tool-context.ts
Ports: @ai-sdk/provider-utils/src/types/infer-tool-set-context.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, Generic, TypeVar as PlainTypeVar, cast

from typing_extensions import TypeVar

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.spec import Spec

if TYPE_CHECKING:
    from ai_sdk.provider_utils.model_message import ModelMessage
    from ai_sdk.provider_utils.sandbox import SandboxSession

__all__ = [
    "CONTEXT_MARKER",
    "Context",
    "ToolContext",
    "ToolExecutionOptions",
    "ToolInputAvailableOptions",
    "ToolInputDeltaOptions",
    "ToolModelOutputOptions",
]

ContextT = TypeVar("ContextT", default=Any)
T = PlainTypeVar("T")

Context = Mapping[str, Any]
"""Data that a caller hands through a generation; it is not sent to the model."""

CONTEXT_MARKER: Final = object()

ToolContext = Annotated[T, CONTEXT_MARKER]
"""Marks the parameter of a tool's function that receives the tool's context; the model does not see it.

The tool's entry of `tools_context` is checked against the type: `def search(query: str, user: ToolContext[User])`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolExecutionOptions(Spec, Generic[ContextT]):
    """What a tool is told beside its input.

    `messages` are those that led to the call, without instructions and without the answer that holds the call.
    `context` is the tool's entry of `tools_context`, checked by its `context_schema`; do not change it.
    """

    tool_call_id: str
    messages: "list[ModelMessage]"
    abort_signal: AbortSignal | None = None
    context: ContextT = cast("ContextT", None)  # noqa: RUF009 - a tool without a context has none
    experimental_sandbox: "SandboxSession | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolInputDeltaOptions(ToolExecutionOptions[ContextT]):
    """What `on_input_delta` is told: more text of the input."""

    input_text_delta: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolInputAvailableOptions(ToolExecutionOptions[ContextT]):
    """What `on_input_available` is told: the whole input."""

    input: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolModelOutputOptions(Spec):
    """What `to_model_output` is told."""

    tool_call_id: str
    input: Any
    output: Any
