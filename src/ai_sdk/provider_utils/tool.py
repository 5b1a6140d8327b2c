"""Tools: functions that a model may call, and tools that a provider defines.

Ports: @ai-sdk/provider-utils/src/types/tool.ts, @ai-sdk/provider-utils/src/types/tool-execute-function.ts
Ports: @ai-sdk/provider-utils/src/types/tool-set.ts, @ai-sdk/provider-utils/src/types/executable-tool.ts
Ports: @ai-sdk/provider-utils/src/types/context.ts
Ports: @ai-sdk/provider-utils/src/types/tool-needs-approval-function.ts
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, cast

from typing_extensions import TypeVar

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider_utils.content_part import ProviderOptions
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.schema import Schema, as_schema

__all__ = ["Context", "Tool", "ToolExecutionOptions", "ToolSet"]

InputT = TypeVar("InputT", default=Any)
OutputT = TypeVar("OutputT", default=Any)
ContextT = TypeVar("ContextT", default=Any)

Context = Mapping[str, Any]
"""Data that a caller hands through a generation; it is not sent to the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolExecutionOptions(Generic[ContextT]):
    """What a tool is told beside its input.

    `messages` are those that led to the call, without instructions and without the answer that holds the call.
    `context` is the tool's entry of `tools_context`, checked by its `context_schema`; do not change it.
    """

    tool_call_id: str
    messages: list[ModelMessage]
    abort_signal: AbortSignal | None = None
    context: ContextT = cast("ContextT", None)  # noqa: RUF009 - a tool without a context has none
    experimental_sandbox: Any = None


@dataclass(slots=True, kw_only=True, eq=False)
class Tool(Generic[InputT, OutputT]):
    """What a model may call.

    `type` is `function`, `dynamic` (input and output are known only at run time) or `provider` (the provider defines
    it, by `id` and `args`). `execute(input, options)` runs it: a function, a coroutine function, or an async generator
    whose values are preliminary results and whose last value is the result. Without `execute` the call is left to the
    caller. Make tools with `tool` and `dynamic_tool`.
    """

    type: Literal["function", "dynamic", "provider"] = "function"
    name: str | None = None
    """The name, for tools that are given in a list; in a mapping the key is the name."""
    description: str | Callable[..., str] | None = None
    title: str | None = None
    metadata: JSONObject | None = None
    input_schema: Schema[InputT] = field(default_factory=lambda: as_schema(None))
    output_schema: Schema[OutputT] | None = None
    context_schema: Schema[Any] | None = None
    input_examples: list[dict[str, Any]] | None = None
    strict: bool | None = None
    provider_options: ProviderOptions | None = None
    needs_approval: bool | Callable[..., Any] | None = None
    defer_loading: bool | None = None
    on_input_start: Callable[..., Any] | None = None
    on_input_delta: Callable[..., Any] | None = None
    on_input_available: Callable[..., Any] | None = None
    execute: Callable[[InputT, ToolExecutionOptions[Any]], Any] | None = None
    to_model_output: Callable[..., Any] | None = None
    function: Callable[..., Any] | None = None
    """The function that the tool was made from; calling the tool calls it."""
    id: str | None = None
    args: dict[str, Any] | None = None
    is_provider_executed: bool = False
    supports_deferred_results: bool = False
    tool_caller: Any = None
    """How the tool calls other tools, when it does."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function that the tool was made from."""
        if self.function is None:
            raise TypeError(f"the tool {self.name or self.id or ''!r} was not made from a function")
        return self.function(*args, **kwargs)


ToolSet = dict[str, Tool[Any, Any]]
"""Tools by name."""
