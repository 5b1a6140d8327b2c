"""What a mock answers: the same each time, one result a call, or what a function makes of the call."""

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar, Union

from pydantic.alias_generators import to_camel

from ai_sdk.provider.codec import load

__all__ = ["Result", "Results", "Script", "loader", "mock_response"]

O = TypeVar("O")  # noqa: E741 - the options of a call
T = TypeVar("T")

Result = Union[T, Mapping[str, Any], Exception]  # noqa: UP007 - a bare type variable has no |
"""A value of the specification, the same as JSON data, or an exception to raise."""

Results = Union[Result[T], Sequence[Result[T]], Callable[[O], Result[T] | Awaitable[Result[T]]]]  # noqa: UP007
"""One result for every call, a result for each call, or a function of the call's options."""


class Script(Generic[O, T]):
    """The results of one method of a mock, and the calls it got."""

    def __init__(self, name: str, results: Results[Any, O] | None, load_result: Callable[[Any], T]) -> None:
        self.calls: list[O] = []
        self._name = name
        self._load_result = load_result
        self._function = results if callable(results) else None
        self._loaded = None if results is None or callable(results) else self._load_all(results)

    def _load_all(self, results: Any) -> T | Exception | list[T | Exception]:
        """Load now what is known now, so that a mistake shows where it was written."""
        if isinstance(results, Sequence) and not isinstance(results, str):
            return [self._load(result) for result in results]
        return self._load(results)

    def _load(self, result: Any) -> T | Exception:
        return result if isinstance(result, Exception) else self._load_result(result)

    async def run(self, options: O) -> T:
        """Note the call and return its result, or raise it."""
        self.calls.append(options)
        result = await self._result(options)
        if isinstance(result, Exception):
            raise result
        return result

    async def _result(self, options: O) -> T | Exception:
        if self._function is not None:
            made = self._function(options)
            return self._load(await made if inspect.isawaitable(made) else made)
        loaded = self._loaded
        if loaded is None:
            raise NotImplementedError("Not implemented")
        if not isinstance(loaded, list):
            return loaded
        if len(self.calls) > len(loaded):
            raise IndexError(f"{self._name} has {len(loaded)} results and was called {len(self.calls)} times")
        return loaded[len(self.calls) - 1]


def loader(kind: type[T], **defaults: Any) -> Callable[[Any], T]:
    """Return a function that makes a `kind` of JSON data, with `defaults` for what the data does not have."""

    def load_result(value: Any) -> T:
        if not isinstance(value, Mapping):
            return load(kind, value)
        missing = {name: default for name, default in defaults.items() if not {name, to_camel(name)} & value.keys()}
        return load(kind, {**missing, **value})

    return load_result


def mock_response(model_id: str) -> dict[str, Any]:
    """Return the response metadata of a result that says nothing of it; the time is always the same."""
    return {"timestamp": datetime.fromtimestamp(0, UTC), "modelId": model_id}
