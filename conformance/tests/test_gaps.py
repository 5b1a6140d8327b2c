"""Known gaps and the floor: lists that can only be true."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from conformance.floor import below_floor, raised, read_floor, write_floor
from conformance.gaps import Gap, GapsError, gap_complaints, read_gaps, reason_for, rewrite
from conformance.suite import Suite, open_suite

IDS = ["mini/a-1", "mini/a-2", "mini/b"]


def results(*outcomes: str) -> list[dict[str, Any]]:
    return [{"case": case_id, "outcome": outcome} for case_id, outcome in zip(IDS, outcomes, strict=True)]


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Suite:
    monkeypatch.setattr("conformance.suite.HOME", tmp_path)
    return Suite(tmp_path / "other", "other")


def write(suite: Suite, text: str, package: str = "mini") -> Path:
    suite.gaps_folder.mkdir(parents=True, exist_ok=True)
    path = suite.gaps_folder / f"{package}.txt"
    path.write_text(text)
    return path


def test_the_lists_of_another_suite_lie_in_a_folder_of_its_name(suite: Suite, tmp_path: Path) -> None:
    assert suite.gaps_folder == tmp_path / "known_gaps" / "other"
    assert Suite(tmp_path, "own").gaps_folder == tmp_path / "known_gaps"


def test_a_list_is_globs_with_reasons(suite: Suite) -> None:
    write(suite, "# comment\n\nmini/a-*  # a reason # with a hash\nmini/b  # another\n")
    gaps = read_gaps(suite)
    assert gaps == [Gap("mini/a-*", "a reason # with a hash"), Gap("mini/b", "another")]
    assert [reason_for(gaps, name) for name in ("mini/a-2", "mini/c")] == ["a reason # with a hash", None]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mini/a\n", "expected `glob  # reason`"),
        ("mini/a  #  \n", "expected `glob  # reason`"),
        ("mini/a # one space\n", "expected `glob  # reason`"),
        ("mini/b  # x\nmini/a  # y\n", "is not sorted"),
        ("other/a  # x\n", "which is not of mini"),
    ],
)
def test_a_malformed_list_is_an_error(suite: Suite, text: str, message: str) -> None:
    write(suite, text)
    with pytest.raises(GapsError, match=message):
        read_gaps(suite)


@pytest.mark.parametrize(
    ("gaps", "outcomes", "complaints"),
    [
        ([Gap("mini/a-*", "r")], ("differing", "could_not_run", "identical"), []),
        ([Gap("mini/a-*", "r")], ("differing", "identical", "identical"), ["unexpected pass of a known gap: mini/a-2"]),
        ([Gap("mini/c", "r")], ("identical", "identical", "identical"), ["stale known gap, no case matches: mini/c"]),
        ([], ("differing", "differing", "differing"), []),
    ],
)
def test_an_unexpected_pass_and_a_stale_entry_are_complaints(
    gaps: list[Gap], outcomes: Sequence[str], complaints: list[str]
) -> None:
    assert gap_complaints(gaps, results(*outcomes), IDS) == complaints


def test_a_case_that_was_not_selected_makes_no_entry_stale() -> None:
    assert gap_complaints([Gap("mini/b", "r")], results("differing", "differing", "differing")[:1], IDS) == []


def test_rewriting_keeps_reasons_drops_what_passes_and_adds_the_new(suite: Suite) -> None:
    path = write(suite, "mini/b  # old\nmini/a-*  # kept\nmini/gone  # stale\n")
    assert rewrite(suite, results("differing", "identical", "could_not_run"), None) == [path]
    assert path.read_text() == "mini/a-1  # kept\nmini/b  # old\n"
    rewrite(suite, results("differing", "differing", "differing"), "new")
    assert path.read_text() == "mini/a-1  # kept\nmini/a-2  # new\nmini/b  # old\n"


def test_rewriting_keeps_a_glob_while_all_of_it_fails(suite: Suite) -> None:
    path = write(suite, "mini/a-*  # kept\n")
    rewrite(suite, results("differing", "not_ported", "identical"), None)
    assert path.read_text() == "mini/a-*  # kept\n"


def test_rewriting_refuses_a_new_gap_without_a_reason(suite: Suite) -> None:
    with pytest.raises(GapsError, match="1 new gaps need --reason, the first: mini/b"):
        rewrite(suite, results("identical", "not_ported", "differing"), " ")
    assert not suite.gaps_folder.exists()


def test_rewriting_removes_a_list_that_became_empty(suite: Suite) -> None:
    path = write(suite, "mini/b  # old\n")
    assert rewrite(suite, results("identical", "identical", "identical"), None) == []
    assert not path.exists()


def test_a_suite_is_named_by_its_file_or_its_folder(tmp_path: Path) -> None:
    for folder in ("plain", "shared/conformance", "declared"):
        (tmp_path / folder / "cases").mkdir(parents=True)
    (tmp_path / "declared" / "suite.toml").write_text('name = "given"\n')
    names = [open_suite(tmp_path / folder).name for folder in ("plain", "shared/conformance", "declared")]
    assert [*names, open_suite().name] == ["plain", "shared", "given", "own"]


def test_a_folder_without_cases_is_no_suite(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="has no folder named cases"):
        open_suite(tmp_path)


PACKAGES = {"a": {"cases": 10, "identical": 7}, "b": {"cases": 5, "identical": 5}}
SIZES = {"a": 10, "b": 5}


def test_a_package_below_its_floor_is_a_complaint() -> None:
    assert below_floor({"a": 7, "b": 5}, PACKAGES, SIZES) == []
    assert below_floor({"a": 8}, PACKAGES, SIZES) == ["a fell below its floor: 7 identical, 8 before"]


def test_a_package_that_vanished_from_the_suite_falls_below_its_floor() -> None:
    assert below_floor({"c": 1}, PACKAGES, SIZES) == ["c fell below its floor: 0 identical, 1 before"]


def test_a_package_that_ran_in_part_is_not_judged() -> None:
    assert below_floor({"a": 8}, {"a": {"cases": 3, "identical": 3}}, SIZES) == []
    assert below_floor({"a": 8}, {}, SIZES) == []


def test_the_floor_rises_and_never_falls(tmp_path: Path) -> None:
    floors = raised({"own": {"z": 1}, "shared": {"a": 9, "b": 4}}, "shared", PACKAGES)
    assert floors == {"own": {"z": 1}, "shared": {"a": 9, "b": 5}}
    write_floor(tmp_path / "floor.toml", floors)
    assert read_floor(tmp_path / "floor.toml") == floors
    assert raised({}, "shared", {"a": {"identical": 0}}) == {"shared": {}}
    assert read_floor(tmp_path / "none.toml") == {}
