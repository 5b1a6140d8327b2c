"""Typed Python functions as tools: the signature gives the schema, the docstring gives the description."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ai_sdk.provider_utils.execute_function import run_function
from ai_sdk.provider_utils.parse_docstring import parse_docstring
from ai_sdk.provider_utils.schema import Schema, as_schema, type_schema
from ai_sdk.provider_utils.tool_execution_options import CONTEXT_MARKER, ToolExecutionOptions

__all__ = ["FunctionDefinition", "define_function"]


@dataclass(frozen=True)
class FunctionDefinition:
    """What a function says of itself as a tool."""

    function: Callable[..., Any]
    name: str
    description: str | None
    signature: inspect.Signature
    parameters: Mapping[str, inspect.Parameter]
    """The parameters that the model fills, annotated for pydantic."""
    options_parameters: tuple[str, ...]
    context_parameters: tuple[str, ...]
    context_schema: Schema[Any] | None

    @cached_property
    def input_schema(self) -> Schema[dict[str, Any]]:
        """The arguments as an object; one that fits is kept as the model sent it."""

        def validate(value: Any) -> dict[str, Any]:
            self._convert(value)
            fitting: dict[str, Any] = value
            return fitting

        return Schema(lambda: self._arguments_schema.json_schema, validate=validate)

    def execute(self, value: Any, options: ToolExecutionOptions[Any]) -> Any:
        """Call the function with the arguments that `value` holds, converted to the types of the parameters."""
        arguments = self._convert(value)
        arguments |= dict.fromkeys(self.options_parameters, options)
        arguments |= dict.fromkeys(self.context_parameters, options.context)
        bound = inspect.BoundArguments(self.signature, arguments)
        call = partial(self.function, *bound.args, **bound.kwargs)
        return run_function(call, abort_signal=None if self.options_parameters else options.abort_signal)

    @cached_property
    def _arguments_schema(self) -> Schema[dict[str, Any]]:
        return type_schema(_function_with(self.parameters))

    def _convert(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise TypeError("Input should be an object")
        validate = self._arguments_schema.validate
        return validate(value) if validate is not None else value


def define_function(function: Callable[..., Any]) -> FunctionDefinition:
    """Read a function's signature and docstring.

    Raises `TypeError` when it has parameters that a JSON object cannot fill, or annotations that are not defined.
    """
    signature = inspect.signature(function)
    hints = _hints(function)
    docstring = parse_docstring(inspect.getdoc(function) or "")
    options = tuple(name for name in signature.parameters if _is_options(hints.get(name)))
    context = tuple(name for name in signature.parameters if _is_context(hints.get(name)))
    shown = [each for name, each in signature.parameters.items() if name not in {*options, *context}]
    return FunctionDefinition(
        function=function,
        name=getattr(function, "__name__", type(function).__name__),
        description=docstring.description or None,
        signature=signature,
        parameters={
            each.name: _parameter(each, hints.get(each.name, Any), docstring.parameters.get(each.name))
            for each in shown
        },
        options_parameters=options,
        context_parameters=context,
        context_schema=_context_schema([hints[name] for name in context], [hints[name] for name in options]),
    )


def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    plain = function.func if isinstance(function, partial) else function
    try:
        return get_type_hints(plain if inspect.isroutine(plain) else type(plain).__call__, include_extras=True)
    except NameError as error:
        raise TypeError(
            f"the annotations of {plain!r} cannot be read: {error}. A tool's types are needed when the program runs: "
            "import them outside of `if TYPE_CHECKING`, and define them where the module can see them."
        ) from error


def _parameter(parameter: inspect.Parameter, hint: Any, description: str | None) -> inspect.Parameter:
    """Return a parameter that can be given by name, with its description for the JSON schema."""
    kind = parameter.kind
    if kind is inspect.Parameter.VAR_POSITIONAL:
        raise TypeError(f"a tool is called with named arguments: *{parameter.name} cannot be one")
    if kind is inspect.Parameter.POSITIONAL_ONLY:
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    if description and kind is not inspect.Parameter.VAR_KEYWORD and not _is_described(hint):
        from pydantic import Field

        hint = Annotated[hint, Field(description=description)]
    return parameter.replace(kind=kind, annotation=hint)


def _is_described(hint: Any) -> bool:
    return get_origin(hint) is Annotated and any(getattr(each, "description", None) for each in hint.__metadata__)


def _is_options(hint: Any) -> bool:
    return hint is ToolExecutionOptions or get_origin(hint) is ToolExecutionOptions or _any_member(hint, _is_options)


def _is_context(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return any(each is CONTEXT_MARKER for each in hint.__metadata__)
    return _any_member(hint, _is_context)


def _any_member(hint: Any, test: Callable[[Any], bool]) -> bool:
    return get_origin(hint) in {Union, UnionType} and any(map(test, get_args(hint)))


def _context_schema(contexts: list[Any], options: list[Any]) -> Schema[Any] | None:
    """Return the schema of the first type that says what the context is."""
    said = contexts + [argument for hint in options for argument in _context_arguments(hint)]
    known = (hint for hint in said if _context_type(hint) is not Any and not isinstance(hint, TypeVar))
    first = next(known, None)
    return None if first is None else as_schema(first)


def _context_arguments(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) is ToolExecutionOptions:
        return get_args(hint)
    return tuple(argument for member in get_args(hint) for argument in _context_arguments(member))


def _context_type(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _function_with(parameters: Mapping[str, inspect.Parameter]) -> Callable[..., dict[str, Any]]:
    """Return a function that has these parameters and returns its arguments: pydantic makes the schema of it."""
    signature = inspect.Signature(list(parameters.values()))

    def arguments(**values: Any) -> dict[str, Any]:
        return dict(signature.bind(**values).arguments)

    arguments.__signature__ = signature  # type: ignore[attr-defined]
    arguments.__annotations__ = {name: each.annotation for name, each in parameters.items()}
    return arguments
