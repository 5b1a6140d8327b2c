"""Tools: functions that a model may call, and tools that a provider defines.

Ports: @ai-sdk/provider-utils/src/types/tool.ts, @ai-sdk/provider-utils/src/types/tool-set.ts
Ports: @ai-sdk/provider-utils/src/types/executable-tool.ts
Ports: @ai-sdk/provider-utils/src/types/tool-needs-approval-function.ts
Ports: @ai-sdk/provider-utils/src/types/infer-tool-input.ts, @ai-sdk/provider-utils/src/types/infer-tool-output.ts
Ports: @ai-sdk/provider-utils/src/provider-defined-tool-factory.ts
Ports: @ai-sdk/provider-utils/src/provider-executed-tool-factory.ts
"""

from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Literal, Protocol, TypedDict, TypeGuard, Union, overload

from ai_sdk_generated._values import ProviderToolDefinition
from typing_extensions import TypeVar, Unpack

from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.shared import SharedV4ProviderOptions
from ai_sdk.provider_utils.execute_function import ExecuteFunction, as_execute_function
from ai_sdk.provider_utils.function_tool import define_function
from ai_sdk.provider_utils.provider_tool_caller import get_provider_tool_caller
from ai_sdk.provider_utils.schema import FlexibleSchema, Schema, as_schema
from ai_sdk.provider_utils.tool_call import TypedToolCall, TypedToolResult
from ai_sdk.provider_utils.tool_execution_options import Context, ToolContext, ToolExecutionOptions

__all__ = [
    "Context",
    "Tool",
    "ToolContext",
    "ToolDecorator",
    "ToolExecutionOptions",
    "ToolOptions",
    "ToolSet",
    "Tools",
    "as_tool_set",
    "dynamic_tool",
    "is_executable_tool",
    "tool",
]

InputT = TypeVar("InputT", default=Any)
# Covariant, so that tools with different outputs have a common type in a list or a mapping.
OutputT_co = TypeVar("OutputT_co", default=Any, covariant=True)


@dataclass(slots=True, kw_only=True, eq=False)
class Tool(Generic[InputT, OutputT_co]):
    """What a model may call.

    `type` is `function`, `dynamic` (input and output are known only at run time) or `provider` (the provider defines
    it, by `id` and `args`). `execute(input, options)` runs it: it returns an awaitable, or an async iterator whose
    values are preliminary results and whose last value is the result. Without `execute` the call is left to the
    caller. Make tools with `tool` and `dynamic_tool`.
    """

    type: Literal["function", "dynamic", "provider"] = "function"
    name: str | None = None
    """The name, for tools that are given in a list; in a mapping the key is the name."""
    description: str | Callable[..., str] | None = None
    """A text, or a function that is called with the keywords `context` and `experimental_sandbox` and returns one."""
    title: str | None = None
    metadata: JSONObject | None = None
    input_schema: Schema[InputT] = field(default_factory=lambda: as_schema(None))
    output_schema: Schema[OutputT_co] | None = None
    context_schema: Schema[Any] | None = None
    input_examples: list[dict[str, Any]] | None = None
    """Inputs as the model might write them, each as `{"input": ...}`."""
    strict: bool | None = None
    provider_options: SharedV4ProviderOptions | None = None
    needs_approval: bool | Callable[..., Any] | None = None
    """Whether a call must be approved before it runs, or a function of the input and the options that says so."""
    defer_loading: bool | None = None
    on_input_start: Callable[..., Any] | None = None
    on_input_delta: Callable[..., Any] | None = None
    on_input_available: Callable[..., Any] | None = None
    execute: ExecuteFunction | None = None
    to_model_output: Callable[..., Any] | None = None
    """Returns what the model is told of an output; it is called with `ToolModelOutputOptions`."""
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

    def is_call(self, part: object) -> TypeGuard[TypedToolCall[InputT]]:
        """Whether `part` is a call of this tool, by its name, whose input fits the tool's schema."""
        return isinstance(part, TypedToolCall) and part.tool_name == self._known_name() and not part.invalid

    def is_result(self, part: object) -> TypeGuard[TypedToolResult[InputT, OutputT_co]]:
        """Whether `part` is a result of this tool, by its name."""
        return isinstance(part, TypedToolResult) and part.tool_name == self._known_name()

    def _known_name(self) -> str:
        if self.name is None:
            raise ValueError("give the tool a name to find its calls and results by it")
        return self.name


ToolSet = dict[str, Tool[Any, Any]]
"""Tools by name."""


def is_executable_tool(tool: Tool[Any, Any] | None) -> TypeGuard[Tool[Any, Any]]:
    """Whether the tool can be run here."""
    return tool is not None and tool.execute is not None


class ToolOptions(TypedDict, total=False):
    """What may be said of a tool besides its input and what it does; `Tool` explains the keys."""

    name: str | None
    description: str | Callable[..., str] | None
    title: str | None
    metadata: JSONObject | None
    context_schema: FlexibleSchema | None
    input_examples: list[dict[str, Any]] | None
    strict: bool | None
    provider_options: SharedV4ProviderOptions | None
    needs_approval: bool | Callable[..., Any] | None
    defer_loading: bool | None
    on_input_start: Callable[..., Any] | None
    on_input_delta: Callable[..., Any] | None
    on_input_available: Callable[..., Any] | None
    to_model_output: Callable[..., Any] | None


AnyInputT = TypeVar("AnyInputT")
ResultT = TypeVar("ResultT")


class ToolDecorator(Protocol):
    """Makes a tool of a function."""

    @overload
    def __call__(self, function: Callable[..., AsyncIterator[ResultT]], /) -> Tool[dict[str, Any], ResultT]: ...
    @overload
    def __call__(self, function: Callable[..., Coroutine[Any, Any, ResultT]], /) -> Tool[dict[str, Any], ResultT]: ...
    @overload
    def __call__(self, function: Callable[..., Generator[ResultT, Any, Any]], /) -> Tool[dict[str, Any], ResultT]: ...
    @overload
    def __call__(self, function: Callable[..., ResultT], /) -> Tool[dict[str, Any], ResultT]: ...
    def __call__(self, function: Callable[..., Any], /) -> Any:
        """Return the tool; calling it calls the function."""


@overload
def tool(
    definition: ProviderToolDefinition, /, *, execute: Callable[..., Any] | None = None, **options: Unpack[ToolOptions]
) -> Tool[Any, Any]: ...
@overload
def tool(
    function: Callable[..., AsyncIterator[ResultT]], /, **options: Unpack[ToolOptions]
) -> Tool[dict[str, Any], ResultT]: ...
@overload
def tool(
    function: Callable[..., Coroutine[Any, Any, ResultT]], /, **options: Unpack[ToolOptions]
) -> Tool[dict[str, Any], ResultT]: ...
@overload
def tool(
    function: Callable[..., Generator[ResultT, Any, Any]], /, **options: Unpack[ToolOptions]
) -> Tool[dict[str, Any], ResultT]: ...
@overload
def tool(function: Callable[..., ResultT], /, **options: Unpack[ToolOptions]) -> Tool[dict[str, Any], ResultT]: ...
@overload
def tool(
    *,
    input_schema: type[AnyInputT] | Schema[AnyInputT],
    execute: Callable[..., AsyncIterator[ResultT]],
    output_schema: FlexibleSchema | None = None,
    **options: Unpack[ToolOptions],
) -> Tool[AnyInputT, ResultT]: ...
@overload
def tool(
    *,
    input_schema: type[AnyInputT] | Schema[AnyInputT],
    execute: Callable[..., Coroutine[Any, Any, ResultT]],
    output_schema: FlexibleSchema | None = None,
    **options: Unpack[ToolOptions],
) -> Tool[AnyInputT, ResultT]: ...
@overload
def tool(
    *,
    input_schema: type[AnyInputT] | Schema[AnyInputT],
    execute: Callable[..., Generator[ResultT, Any, Any]],
    output_schema: FlexibleSchema | None = None,
    **options: Unpack[ToolOptions],
) -> Tool[AnyInputT, ResultT]: ...
@overload
def tool(
    *,
    input_schema: type[AnyInputT] | Schema[AnyInputT],
    execute: Callable[..., ResultT],
    output_schema: FlexibleSchema | None = None,
    **options: Unpack[ToolOptions],
) -> Tool[AnyInputT, ResultT]: ...
@overload
def tool(
    *,
    input_schema: type[AnyInputT] | Schema[AnyInputT],
    output_schema: type[ResultT] | Schema[ResultT],
    **options: Unpack[ToolOptions],
) -> Tool[AnyInputT, ResultT]: ...
@overload
def tool(
    *, input_schema: type[AnyInputT] | Schema[AnyInputT], **options: Unpack[ToolOptions]
) -> Tool[AnyInputT, Any]: ...
@overload
def tool(
    *,
    input_schema: FlexibleSchema,
    execute: Callable[..., Any] | None = None,
    output_schema: FlexibleSchema | None = None,
    **options: Unpack[ToolOptions],
) -> Tool[Any, Any]: ...
@overload
def tool(**options: Unpack[ToolOptions]) -> ToolDecorator: ...
def tool(function: Any = None, /, **options: Any) -> Any:
    """Return a tool: of a typed function, of a schema and what to execute, or of a provider's tool definition.

    As a decorator, bare or with options, it takes name, description and input schema from the function: its name, its
    docstring, its annotated parameters. The model fills the parameters, except for those annotated
    `ToolExecutionOptions` or `ToolContext[...]`. The function may be sync (it runs in a thread), async, or a generator
    of either kind, whose last value is the result and whose other values are preliminary.

    With `input_schema` (a pydantic model, dataclass, TypedDict, `Schema` or JSON Schema), `execute` takes the validated
    input, and the `ToolExecutionOptions` if it has a second parameter; without `execute` calls are left to the caller.

    >>> @tool
    ... def weather(city: str) -> str:
    ...     '''Look up the weather.'''
    ...     return f"sunny in {city}"
    >>> weather.name, weather.description, weather("Oslo")
    ('weather', 'Look up the weather.', 'sunny in Oslo')
    """
    if isinstance(function, ProviderToolDefinition):
        return _provider_tool(function, options)
    if function is not None:
        return _function_tool(function, options)
    if options.keys() & {"input_schema", "output_schema", "execute"}:
        return _make_tool("function", options)
    return lambda decorated: _function_tool(decorated, options)


def dynamic_tool(
    *,
    input_schema: FlexibleSchema,
    execute: Callable[..., Any] | None = None,
    output_schema: FlexibleSchema | None = None,
    **options: Unpack[ToolOptions],
) -> Tool[Any, Any]:
    """Return a tool whose types are known only when the program runs, such as a tool of an MCP server.

    >>> dynamic_tool(name="anything", input_schema={"type": "object"}).type
    'dynamic'
    """
    return _make_tool(
        "dynamic", {**options, "input_schema": input_schema, "execute": execute, "output_schema": output_schema}
    )


Tools = Union[  # noqa: UP007 - the members are not all types
    Mapping[str, Tool[Any, Any] | ProviderToolDefinition | Callable[..., Any]],
    Iterable[Tool[Any, Any] | ProviderToolDefinition | Callable[..., Any]],
]
"""Tools by name, or tools that have names. A plain function counts as decorated with `tool`."""


@overload
def as_tool_set(tools: Tools) -> ToolSet: ...
@overload
def as_tool_set(tools: Tools | None) -> ToolSet | None: ...
def as_tool_set(tools: Tools | None) -> ToolSet | None:
    """Return tools by name. Raises `ValueError` when one in a list has no name, or the name of another.

    >>> sorted(as_tool_set([dynamic_tool(name="a", input_schema={}), dynamic_tool(name="b", input_schema={})]))
    ['a', 'b']
    """
    if tools is None:
        return None
    if isinstance(tools, Mapping):
        return {name: _as_tool(each) for name, each in tools.items()}
    result: ToolSet = {}
    for each in map(_as_tool, tools):
        if not each.name:
            raise ValueError("a tool in a list needs a name; give it one, or give the tools in a mapping")
        if each.name in result:
            raise ValueError(f"two tools are named {each.name!r}; give them in a mapping, under different names")
        result[each.name] = each
    return result


def _as_tool(value: Any) -> Tool[Any, Any]:
    return value if isinstance(value, Tool) else tool(value)


def _make_tool(kind: Literal["function", "dynamic"], options: dict[str, Any]) -> Tool[Any, Any]:
    return Tool(type=kind, **_normalize({"input_schema": None, **options}))


def _function_tool(function: Callable[..., Any], options: dict[str, Any]) -> Tool[Any, Any]:
    definition = define_function(function)
    made: Tool[Any, Any] = Tool(
        name=definition.name,
        description=definition.description,
        input_schema=definition.input_schema,
        context_schema=definition.context_schema,
        execute=definition.execute,
        function=function,
    )
    return replace(made, **_normalize(options))


def _provider_tool(definition: ProviderToolDefinition, options: dict[str, Any]) -> Tool[Any, Any]:
    made: Tool[Any, Any] = Tool(
        type="provider",
        name=definition.name,
        id=definition.id,
        args=definition.args,
        input_schema=_wire_schema(definition.input_model),
        output_schema=None if definition.output_model is None else _wire_schema(definition.output_model),
        is_provider_executed=definition.provider_executed,
        supports_deferred_results=definition.supports_deferred_results,
        tool_caller=get_provider_tool_caller(definition.id),
    )
    return replace(made, **_normalize(options))


def _normalize(options: dict[str, Any]) -> dict[str, Any]:
    schemas = {name: as_schema(options[name]) for name in _SCHEMAS if options.get(name) is not None}
    if "input_schema" in options:
        schemas["input_schema"] = as_schema(options["input_schema"])
    execute = options.get("execute")
    return options | schemas | ({} if execute is None else {"execute": as_execute_function(execute)})


_SCHEMAS = ("output_schema", "context_schema")


def _wire_schema(kind: Any) -> Schema[Any]:
    """Return the schema of JSON data that a provider defines; what fits stays JSON data."""

    def write() -> JSONObject:
        from pydantic import TypeAdapter

        return TypeAdapter(kind).json_schema(by_alias=True)

    def validate(value: Any) -> Any:
        from ai_sdk.provider_utils.json import dump_wire, validate_types

        return dump_wire(validate_types(kind, value))

    return Schema(write, validate=validate)
