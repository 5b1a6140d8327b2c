"""The commands: what they print, write and return."""

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.console import Console

from conformance.__main__ import main
from conformance.run import RunOptions, run
from conformance.suite import Suite
from conformance.tests.miniature import (
    CHAT_CASE,
    CHAT_EXPECTED,
    ERROR_CASE,
    ERROR_EXPECTED,
    STREAM_CASE,
    STREAM_EXPECTED,
    MiniModel,
    MiniSubject,
    changed,
    write_suite,
)

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"
MISSING_CASE = changed(CHAT_CASE | {"id": "none/chat"}, lambda case: case["provider"].update(package="none"))
MISSING_EXPECTED = CHAT_EXPECTED | {"case": "none/chat"}
SDK_CASE = {**CHAT_CASE, "id": "ai/text", "call": {"api": "sdk", "function": "decide", "args": {}}}
OTHER_METHOD = changed(CHAT_CASE | {"id": "mini/embed"}, lambda case: case["call"].update(method="doEmbed"))
BROKEN_CASE = CHAT_CASE | {"id": "mini/typo", "titel": ""}


class WrongUsage(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer) | {"usage": {"outputTokens": {"total": 4}, "raw": {"tokens": 3}}}


class WrongRawUsage(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer) | {"usage": {"outputTokens": {"total": 3}, "raw": {}}}


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Suite:
    monkeypatch.setattr("conformance.suite.HOME", tmp_path / "home")
    pairs = [(CHAT_CASE, CHAT_EXPECTED), (STREAM_CASE, STREAM_EXPECTED), (ERROR_CASE, ERROR_EXPECTED)]
    return write_suite(tmp_path / "suite", *pairs)


def add(suite: Suite, case: dict[str, Any], expected: dict[str, Any] = CHAT_EXPECTED) -> None:
    write_suite(suite.root, (case, expected))


def run_mini(suite: Suite, options: RunOptions | None = None, model: type[MiniModel] = MiniModel) -> tuple[int, str]:
    printed = io.StringIO()
    code = run(suite, options or RunOptions(), Console(file=printed, width=200), MiniSubject(model))
    return code, printed.getvalue()


def report_of(suite: Suite, folder: Path, model: type[MiniModel] = MiniModel) -> list[dict[str, Any]]:
    path = folder / "report.jsonl"
    run_mini(suite, RunOptions(json=path), model)
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_run_of_identical_cases_succeeds(suite: Suite) -> None:
    assert run_mini(suite)[0] == 0


@pytest.mark.parametrize(
    ("case", "outcome"),
    [
        (MISSING_CASE, "not_ported"),
        (SDK_CASE, "not_ported"),
        (OTHER_METHOD, "not_ported"),
        (BROKEN_CASE, "could_not_run"),
    ],
    ids=lambda value: value["id"] if isinstance(value, dict) else value,
)
def test_a_case_that_did_not_run_fails_the_run_and_has_its_own_number(
    suite: Suite, tmp_path: Path, case: dict[str, Any], outcome: str
) -> None:
    add(suite, case, CHAT_EXPECTED | {"case": case["id"]})
    code, printed = run_mini(suite)
    assert (code, f"1 cases {outcome}" in printed) == (1, True)
    total = report_of(suite, tmp_path)[-1]["total"]
    assert (total["cases"], total["identical"], total[outcome], total["core"]) == (4, 3, 1, 3)


def test_what_is_not_ported_is_decided_by_lookup(suite: Suite, tmp_path: Path) -> None:
    for case in (MISSING_CASE, SDK_CASE, OTHER_METHOD):
        add(suite, case, CHAT_EXPECTED | {"case": case["id"]})
    reasons = {line["case"]: line["reason"] for line in report_of(suite, tmp_path) if "reason" in line}
    assert reasons == {
        "ai/text": "function decide",
        "mini/embed": "MiniModel.do_embed",
        "none/chat": "module ai_sdk.providers.none",
    }


def test_a_differing_case_fails_the_run_and_is_shown(suite: Suite) -> None:
    code, printed = run_mini(suite, model=WrongUsage)
    assert code == 1
    assert "differing mini/chat" in printed
    assert "$.result.usage.outputTokens.total: want 3, got 4" in printed
    assert "1 cases differing" in printed


def test_the_core_verdict_lets_raw_usage_differ(suite: Suite) -> None:
    assert run_mini(suite, model=WrongRawUsage)[0] == 1
    code, printed = run_mini(suite, RunOptions(core=True), WrongRawUsage)
    assert (code, "differing mini/chat" in printed) == (0, False)
    assert run_mini(suite, RunOptions(core=True), WrongUsage)[0] == 1


def test_a_known_gap_lets_the_run_succeed_and_an_unexpected_pass_fails_it(suite: Suite, tmp_path: Path) -> None:
    suite.gaps_folder.mkdir(parents=True)
    (suite.gaps_folder / "mini.txt").write_text("mini/chat  # usage is wrong\n")
    assert run_mini(suite, model=WrongUsage)[0] == 0
    assert [line["known_gap"] for line in report_of(suite, tmp_path, WrongUsage) if "known_gap" in line] == [
        "usage is wrong"
    ]
    code, printed = run_mini(suite)
    assert (code, "unexpected pass of a known gap: mini/chat" in printed) == (1, True)


def test_a_malformed_list_of_gaps_fails_the_run(suite: Suite) -> None:
    suite.gaps_folder.mkdir(parents=True)
    (suite.gaps_folder / "mini.txt").write_text("mini/chat\n")
    code, printed = run_mini(suite)
    assert (code, "expected `glob  # reason`" in printed) == (1, True)


def test_only_selects_by_glob_and_selecting_nothing_fails(suite: Suite) -> None:
    code, printed = run_mini(suite, RunOptions(only=("mini/st*", "mini/err*")), WrongUsage)
    assert (code, "mini/chat" in printed) == (0, False)
    assert run_mini(suite, RunOptions(only=("other/*",)))[0] == 1


def test_the_floor_judges_by_package(suite: Suite, tmp_path: Path) -> None:
    floor = tmp_path / "floor.toml"
    floor.write_text("[mini]\nmini = 2\n")
    assert run_mini(suite, RunOptions(floor=floor), WrongUsage)[0] == 0
    floor.write_text("[mini]\nmini = 3\n")
    code, printed = run_mini(suite, RunOptions(floor=floor), WrongUsage)
    assert (code, "mini fell below its floor: 2 identical, 3 before" in printed) == (1, True)


def test_every_line_of_a_report_fits_the_schema(suite: Suite, tmp_path: Path) -> None:
    for case in (MISSING_CASE, SDK_CASE, BROKEN_CASE):
        add(suite, case, CHAT_EXPECTED | {"case": case["id"]})
    lines = report_of(suite, tmp_path, WrongUsage)
    validator = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "report.json").read_text()))
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []
    assert [line["kind"] for line in lines] == ["header", *["result"] * 6, "footer"]


def test_the_header_names_both_sides_and_the_footer_counts(suite: Suite, tmp_path: Path) -> None:
    first, *_, last = report_of(suite, tmp_path, WrongUsage)
    assert (first["suite"], first["counts"]) == ("mini", {"cases": 3, "selected": 3})
    assert first["versions"]["typescript"] == {"@ai-sdk/mini": "1.0.0"}
    assert first["versions"]["python"].keys() == {"ai-sdk-python", "anyio", "httpx", "pydantic"}
    assert last["packages"] == {"mini": last["total"]}
    assert last["total"] == {
        "cases": 3,
        "identical": 2,
        "differing": 1,
        "not_ported": 0,
        "could_not_run": 0,
        "core": 2,
        "known_gaps": 0,
        "parts": {
            "error": {"equal": 1, "of": 1},
            "outcome": {"equal": 2, "of": 3},
            "requests": {"equal": 3, "of": 3},
            "stream": {"equal": 1, "of": 1},
        },
    }


def test_a_differing_line_holds_both_sides(suite: Suite, tmp_path: Path) -> None:
    lines = {line["case"]: line for line in report_of(suite, tmp_path, WrongUsage) if line["kind"] == "result"}
    line = lines["mini/chat"]
    assert line["differences"] == [
        {"part": "outcome", "path": "$.result.usage.outputTokens.total", "core": True, "want": 3, "got": 4}
    ]
    assert line["expected"] == {key: CHAT_EXPECTED[key] for key in ("status", "requests", "result")}
    assert line["actual"]["result"]["usage"]["outputTokens"] == {"total": 4}
    assert "expected" not in lines["mini/error"]


def test_outcomes_are_written_in_the_outcome_format(suite: Suite, tmp_path: Path) -> None:
    add(suite, MISSING_CASE, MISSING_EXPECTED)
    folder = tmp_path / "outcomes"
    run_mini(suite, RunOptions(outcomes=folder))
    validator = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "outcome.json").read_text()))
    outcomes = {path.stem: json.loads(path.read_text()) for path in folder.rglob("*.json")}
    assert outcomes.keys() == {"chat", "error", "stream"}
    assert [error.message for outcome in outcomes.values() for error in validator.iter_errors(outcome)] == []


@pytest.mark.parametrize("schema", ["case", "outcome", "report"])
def test_the_schemas_are_schemas(schema: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads((SCHEMAS / f"{schema}.json").read_text()))


def test_the_commands_work_together(suite: Suite, tmp_path: Path) -> None:
    report, floor = tmp_path / "report.jsonl", tmp_path / "floor.toml"
    run_mini(suite, RunOptions(json=report), WrongUsage)
    assert main(["floor", "--report", str(report), "--floor", str(floor)]) == 0
    assert floor.read_text().endswith("[mini]\nmini = 2\n")
    (suite.root / "suite.toml").write_text('name = "mini"\n')
    arguments = ["gaps", "--write", "--suite", str(suite.root), "--report", str(report)]
    with pytest.raises(SystemExit, match="1 new gaps need --reason"):
        main(arguments)
    assert main([*arguments, "--reason", "usage is wrong"]) == 0
    assert (suite.gaps_folder / "mini.txt").read_text() == "mini/chat  # usage is wrong\n"
    assert run_mini(suite, model=WrongUsage)[0] == 0


def test_the_command_line_runs_a_suite(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    (suite.root / "suite.toml").write_text('name = "mini"\n')
    assert main(["run", "--suite", str(suite.root), "--only", "mini/chat"]) == 1
    assert "1 cases not_ported" in capsys.readouterr().out


def test_a_folder_that_is_no_suite_ends_the_command(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="has no folder named cases"):
        main(["run", "--suite", str(tmp_path)])
