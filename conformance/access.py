"""Finding what TypeScript calls by a name on a Python module or object."""

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

from conformance.naming import python_name
from conformance.vocabulary import NotPortedError


def lookup(owner: Any, name: str) -> Callable[..., Any]:
    """Return an attribute; only its absence means not ported, an error raised while it is read does not."""
    if not _is_declared(owner, name):
        raise NotPortedError(f"{getattr(owner, '__name__', type(owner).__name__)}.{name}")
    found: Callable[..., Any] = getattr(owner, name)
    return found


def access_model(provider: Any, accessor: str, arguments: list[Any]) -> Any:
    """Return `provider[accessor](...arguments)`; the accessor `()` calls the provider itself."""
    return lookup(provider, "__call__" if accessor == "()" else python_name(accessor))(*arguments)


def _is_declared(owner: Any, name: str) -> bool:
    if isinstance(owner, ModuleType) and name in getattr(owner, "__all__", ()):
        return True
    return (
        name in dir(owner) if isinstance(owner, ModuleType) else inspect.getattr_static(owner, name, None) is not None
    )
