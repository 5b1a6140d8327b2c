"""How the hooks of a middleware are found and called, whatever kind of model they are for."""

import inspect
from collections.abc import Awaitable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

__all__ = ["OverridesModelId", "OverridesProvider", "innermost_first", "override", "settle"]

T = TypeVar("T")
ModelT_contra = TypeVar("ModelT_contra", contravariant=True)


class OverridesProvider(Protocol[ModelT_contra]):
    """Has another provider name for a model."""

    def override_provider(self, model: ModelT_contra, /) -> str:
        """Return the name."""


class OverridesModelId(Protocol[ModelT_contra]):
    """Has another id for a model."""

    def override_model_id(self, model: ModelT_contra, /) -> str:
        """Return the id."""


def innermost_first(middleware: object) -> Iterable[Any]:
    """Return one middleware or several in the order in which they are put around a model: the last one first."""
    return reversed(middleware) if isinstance(middleware, Sequence) else [middleware]


def override(middleware: object, attribute: str, model: object) -> Any:
    """Return what the middleware has in place of an attribute of the model, or else the attribute."""
    hook = getattr(middleware, f"override_{attribute}", None)
    value = None if hook is None else hook(model)
    return getattr(model, attribute) if value is None else value


async def settle(value: T | Awaitable[T]) -> T:
    """Return what a hook returned, awaited when it is asynchronous."""
    return await value if inspect.isawaitable(value) else value
