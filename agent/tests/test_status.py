import json
from pathlib import Path

import pytest

from agent import status
from agent.__main__ import main
from agent.ports import PortsError, read_claims
from agent.status import read_status


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    sources = {
        "src/chat.ts": {"sha256": "a", "lines": 10},
        "src/index.ts": {"sha256": "b", "lines": 2},
        "src/image.ts": {"sha256": "c", "lines": 5},
        "src/speech.ts": {"sha256": "d", "lines": 7},
    }
    write(tmp_path / "specs/manifest.json", json.dumps({"packages": {"@ai-sdk/toy": {"sources": sources}}}))
    write(
        tmp_path / "src/ai_sdk/chat.py", '"""Chat.\n\nPorts: @ai-sdk/toy/src/chat.ts, @ai-sdk/toy/src/image.ts\n"""\n'
    )
    exempt = '[[exempt]]\nglob = "*/index.ts"\nstatus = "not applicable"\nreason = "re-exports only"\n'
    write(tmp_path / "agent/not_ported.toml", exempt)
    monkeypatch.setattr(status, "ROOT", tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def statuses(project: Path) -> dict[str, str]:
    return {row.file.rpartition("/")[2]: row.status for row in read_status(project)}


def test_every_file_is_ported_exempt_or_unclaimed(project: Path) -> None:
    assert statuses(project) == {
        "chat.ts": "ported",
        "image.ts": "ported",
        "index.ts": "not applicable",
        "speech.ts": "unclaimed",
    }


def test_a_file_that_changed_after_it_was_accepted_is_changed_until_accepted_again(project: Path) -> None:
    assert main(["status", "--accept", "*/chat.ts"]) == 0
    manifest = project / "specs/manifest.json"
    manifest.write_text(manifest.read_text().replace('"sha256": "a"', '"sha256": "z"'))
    assert statuses(project)["chat.ts"] == "changed"
    assert main(["status", "--accept", "*/chat.ts"]) == 0
    assert statuses(project)["chat.ts"] == "ported"


def test_a_ports_line_that_names_no_upstream_file_is_an_error_that_names_the_module(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project / "src/ai_sdk/speech.py", '"""Speech.\n\nPorts: @ai-sdk/toy/src/speach.ts\n"""\n')
    with pytest.raises(PortsError):
        read_status(project)
    assert main(["status"]) == 1
    assert capsys.readouterr().err == "speech.py: Ports: names @ai-sdk/toy/src/speach.ts, which is not there\n"


@pytest.mark.usefixtures("project")
def test_json_lists_each_file_with_its_modules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first == {
        "file": "@ai-sdk/toy/src/chat.ts",
        "package": "@ai-sdk/toy",
        "lines": 10,
        "status": "ported",
        "modules": ["chat.py"],
        "reason": "",
    }


@pytest.mark.usefixtures("project")
def test_table_counts_files_and_lines_by_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--files"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[1].split() == ["@ai-sdk/toy", "2", "0", "1", "0", "1", "15", "of", "22"]
    assert printed[-1].split() == ["unclaimed", "@ai-sdk/toy/src/speech.ts"]


def test_an_unknown_command_prints_the_usage_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["port"]) == 2
    assert capsys.readouterr().err.startswith("usage: python -m agent status")


def test_every_ports_line_of_this_project_names_a_file_of_the_pinned_packages() -> None:
    root = Path(__file__).parents[2]
    assert len(read_claims(root / "src/ai_sdk")) > 80
    assert {row.status for row in read_status(root)} <= set(status.STATUSES)
