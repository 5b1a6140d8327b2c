"""The canned functions of `$fn`: a case is JSON, so what its callbacks do is chosen from this closed table.

The oracle has the same table in `oracle/functions.mjs`.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import is_dataclass, replace
from types import SimpleNamespace
from typing import Any

from conformance.javascript_json import stringify
from conformance.naming import python_name
from conformance.normalize import CannedError
from conformance.sdk.call import SdkCall
from conformance.vocabulary import NotPortedError

Function = Callable[..., Any]
Options = Mapping[str, Any]


def member(value: Any, name: str) -> Any:
    """Return what TypeScript calls `value.name`, where `name` may be a path; None when it is not there."""
    for step in name.split("."):
        if step == "length":
            value = len(value)
        elif isinstance(value, Mapping):
            value = value.get(step, value.get(python_name(step)))
        else:
            value = getattr(value, python_name(step), None)
    return value


def make_function(options: Options, call: SdkCall) -> Function:
    """Return the canned function that `$fn` describes."""
    factory = _FUNCTIONS.get(options["do"])
    if factory is None:
        raise NotPortedError(f"the harness has no function {options['do']}")
    return factory(options, call)


def _constant(options: Options, _: SdkCall) -> Function:
    async def function(*_: Any, **__: Any) -> Any:
        return options.get("value")

    return function


def _constant_at_once(options: Options, _: SdkCall) -> Function:
    return lambda *_, **__: options.get("value")


def _echo(_: Options, __: SdkCall) -> Function:
    async def function(value: Any, *_: Any) -> Any:
        return {"echo": value}

    return function


def _throw(options: Options, _: SdkCall) -> Function:
    async def function(*_: Any, **__: Any) -> Any:
        raise CannedError(options["message"])

    return function


def _table(options: Options, _: SdkCall) -> Function:
    async def function(value: Any, *_: Any) -> Any:
        return options["rows"].get(member(value, options["key"]), options.get("default"))

    return function


def _yield(options: Options, call: SdkCall) -> Function:
    async def function(*_: Any) -> AsyncIterator[Any]:
        for value in options["values"]:
            if "ms" in options:
                await call.wait(options["ms"] / 1000)
            yield value
        if "message" in options:
            raise CannedError(options["message"])

    return function


def _delay(options: Options, call: SdkCall) -> Function:
    async def function(*_: Any) -> Any:
        await call.wait(options["ms"] / 1000)
        if "message" in options:
            raise CannedError(options["message"])
        return options.get("value")

    return function


def _add(options: Options, _: SdkCall) -> Function:
    async def function(value: Any, *_: Any) -> Any:
        return sum(member(value, key) for key in options["keys"])

    return function


def _download(options: Options, _: SdkCall) -> Function:
    async def function(requests: Any) -> Any:
        found = [*options["values"], *[None] * len(requests)][: len(requests)]
        return [file and SimpleNamespace(data=file["data"], media_type=file.get("mediaType")) for file in found]

    return function


def _merge(options: Options, _: SdkCall) -> Function:
    async def function(value: Any, *_: Any) -> Any:
        return {**value, **options["value"]}

    return function


def _pick(options: Options, call: SdkCall) -> Function:
    async def function(*arguments: Any) -> Any:
        values = {key: member(arguments[-1], key) for key in options["keys"]}
        return {key: call.normalize(value) for key, value in values.items() if value is not None}

    return function


def _record(options: Options, call: SdkCall) -> Function:
    def function(*arguments: Any) -> Any:
        shown = [call.normalize(argument) for argument in arguments]
        event: dict[str, Any] = {"event": options["name"]}
        if shown:
            event["args"] = shown if len(shown) > 1 else shown[0]
        call.events.append(event)
        return options.get("value")

    return function


def _note(options: Options, call: SdkCall) -> Function:
    """Record that it was called and, of its one argument, the members that the case names."""

    def function(argument: Any = None, *_: Any) -> Any:
        values = {key: member(argument, key) for key in options.get("keys", [])}
        shown = {key: call.normalize(value) for key, value in values.items() if value is not None}
        call.events.append({"event": options["name"], "args": shown})
        return options.get("value")

    return function


def _prepare_step(options: Options, _: SdkCall) -> Function:
    async def function(event: Any) -> Any:
        step, steps = member(event, "stepNumber"), options["steps"]
        return steps[step] if step < len(steps) else {}

    return function


def _sequence(options: Options, _: SdkCall) -> Function:
    count = iter(range(10_000))
    return lambda *_: f"{options['prefix']}{next(count)}"


def _message_metadata(options: Options, _: SdkCall) -> Function:
    def function(event: Any) -> Any:
        part = member(event, "part") or event
        return options["value"] if member(part, "type") == options["on"] else None

    return function


def _error_text(options: Options, _: SdkCall) -> Function:
    return lambda *_: options["text"]


def _convert_data(options: Options, _: SdkCall) -> Function:
    return lambda part: {"type": "text", "text": f"{options['prefix']}{stringify(member(part, 'data'))}"}


def _repair(field: str) -> Callable[[Options, SdkCall], Function]:
    def factory(options: Options, _: SdkCall) -> Function:
        async def function(event: Any) -> Any:
            return _with(member(event, "toolCall"), field, options["value"])

        return function

    return factory


def _with(value: Any, field: str, new: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{python_name(field): new})
    return {**value, field: new}


def _to_model_output(options: Options, _: SdkCall) -> Function:
    def function(event: Any) -> Any:
        return {"type": "text", "value": f"{options.get('prefix', '')}{stringify(member(event, 'output'))}"}

    return function


def _is_larger_than(options: Options, _: SdkCall) -> Function:
    async def function(value: Any, *_: Any) -> bool:
        return bool(member(value, options["key"]) > options["value"])

    return function


_FUNCTIONS: dict[str, Callable[[Options, SdkCall], Function]] = {
    "return": _constant,
    "returnSync": _constant_at_once,
    "echo": _echo,
    "throw": _throw,
    "table": _table,
    "yield": _yield,
    "delay": _delay,
    "add": _add,
    "download": _download,
    "merge": _merge,
    "pick": _pick,
    "record": _record,
    "note": _note,
    "prepareStep": _prepare_step,
    "sequence": _sequence,
    "messageMetadata": _message_metadata,
    "errorText": _error_text,
    "convertData": _convert_data,
    "repairFix": _repair("input"),
    "repairRename": _repair("toolName"),
    "repairNull": lambda _, call: _constant({}, call),
    "repairText": _constant,
    "toModelOutput": _to_model_output,
    "isLargerThan": _is_larger_than,
}
