"""The examples run, and the readme shows what they are."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
OUTPUT = Path(__file__).parent / "output"
"""What the examples that need no key print, a file for each."""

OFFLINE = sorted(path.stem for path in OUTPUT.glob("*.txt"))
SERVERS = {f"{name}_chat" for name in ("aiohttp", "django", "fastapi", "flask", "quart", "starlette")}
"""They run until they are ended; tests/integrations does both."""


def code_of(path: Path) -> str:
    return path.read_text("utf-8").partition('"""\n\n')[2]


@pytest.mark.parametrize("name", OFFLINE)
def test_an_offline_example_prints_what_it_should(name: str) -> None:
    output = (OUTPUT / f"{name}.txt").read_text("utf-8")
    done = subprocess.run(
        [sys.executable, EXAMPLES / f"{name}.py"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == (output, "", 0)


def test_the_quick_starts_of_the_readme_are_the_examples() -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    names = ("weather_tool.py", "quickstart_offline.py", "quickstart.py")
    assert blocks == [code_of(EXAMPLES / name) for name in names]


WITH_KEY = sorted(path for path in EXAMPLES.glob("*.py") if path.stem not in {*OFFLINE, *SERVERS})


@pytest.mark.parametrize("path", WITH_KEY, ids=lambda path: path.name)
def test_an_example_that_needs_a_key_says_which_when_it_is_missing(path: Path) -> None:
    command = [sys.executable, path]
    environment = {"PYTHONPATH": ":".join(sys.path), "PATH": ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    errors = "LoadAPIKeyError|LoadSettingError|GatewayAuthenticationError|Cannot connect to API"
    assert re.search(errors, done.stderr), done.stderr
