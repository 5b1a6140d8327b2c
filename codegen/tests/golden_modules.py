"""Loads the expected module of a golden case, so that tests can ask what it accepts."""

import importlib.util
import sys
from types import ModuleType

from codegen.tests.golden_cases import FOLDER


def load_case(case: str) -> ModuleType:
    """Import `golden/<case>/expected.py` under a name of its own."""
    name = f"golden_{case}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, FOLDER / case / "expected.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
