"""Names of a package that load their module when they are first used, so that importing the package costs nothing."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["lazy_names"]


def lazy_names(package: str, homes: Mapping[str, str | tuple[str, str]]) -> Callable[[str], Any]:
    """Return the `__getattr__` of `package`: each name lives in a module, under its own name or another.

    The package lists the same names in `__all__`, and imports them for type checkers only.
    """

    def get(name: str) -> Any:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, attribute = (home, name) if isinstance(home, str) else home
        return getattr(import_module(module), attribute)

    return get
