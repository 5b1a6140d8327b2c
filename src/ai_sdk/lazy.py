"""Names of a package that load their module when they are first used, so that importing the package costs nothing."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["lazy_names"]


def lazy_names(package: str, homes: Mapping[str, str | tuple[str, str]]) -> Callable[[str], Any]:
    """Return the `__getattr__` of `package`: each name lives in a module, under its own name or another.

    The package lists the same names in `__all__`, and imports them for type checkers only. A name may be that of a
    subpackage too, as `embed` is; the package then has the name, and imports still find the subpackage.
    """

    class Package(ModuleType):
        """A module that no submodule hides a name of."""

        def __setattr__(self, name: str, value: Any) -> None:
            # An import binds the submodule in its package, where Python would find it before it asks `__getattr__`.
            if not (name in homes and isinstance(value, ModuleType)):
                super().__setattr__(name, value)

    def get(name: str) -> Any:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, attribute = (home, name) if isinstance(home, str) else home
        return getattr(import_module(module), attribute)

    sys.modules[package].__class__ = Package
    return get
