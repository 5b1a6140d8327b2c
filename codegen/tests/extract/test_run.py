from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main as codegen
from codegen.extract import run
from codegen.extract.errors import ExtractError
from codegen.extract.pins import Pins

PINS = Pins(packages=(), tools=())


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps of the command, with nothing installed and nothing extracted."""
    done: list[str] = []
    monkeypatch.setattr(run, "load_pins", lambda: PINS)
    monkeypatch.setattr(run, "write_lock", lambda _pins: done.append("lock"))
    monkeypatch.setattr(run, "ensure_installed", lambda _pins: Path("upstream"))
    monkeypatch.setattr(run, "extract", lambda _pins, upstream: count(done, upstream))
    return done


def count(done: list[str], upstream: Path) -> dict[str, int]:
    done.append(str(upstream))
    return {"packages": 43, "x": 7}


def test_the_counts_are_printed(calls: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert codegen(["extract"]) == 0
    assert calls == ["upstream"]
    assert capsys.readouterr().out == "packages      43\nx              7\n"


def test_the_lock_is_renewed_only_when_asked(calls: list[str]) -> None:
    assert codegen(["extract", "--lock"]) == 0
    assert calls == ["lock", "upstream"]


def test_an_error_is_one_plain_line_and_a_failure(
    calls: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_pins: Pins, _upstream: Path) -> Any:
        raise ExtractError("@ai-sdk/acme: version 1.2.3 is pinned")

    monkeypatch.setattr(run, "extract", refuse)
    assert codegen(["extract"]) == 1
    assert (calls, capsys.readouterr().err) == ([], "extract: @ai-sdk/acme: version 1.2.3 is pinned\n")


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        codegen(["destroy"])
    assert raised.value.code == 2
    assert "invalid choice: 'destroy'" in capsys.readouterr().err
