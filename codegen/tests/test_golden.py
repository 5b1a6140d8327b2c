"""Whole modules from tiny specifications, and what those modules accept."""

import pytest

from codegen.tests.golden_cases import CASES, FOLDER, render_case


@pytest.mark.parametrize("case", CASES)
def test_a_tiny_specification_becomes_exactly_this_module(case: str) -> None:
    expected = (FOLDER / case / "expected.py").read_text(encoding="utf-8")

    assert render_case(case) == expected


@pytest.mark.parametrize("case", CASES)
def test_the_same_specification_gives_the_same_bytes_twice(case: str) -> None:
    assert render_case(case) == render_case(case)


def test_there_is_a_case_for_every_kind_of_module() -> None:
    assert len(CASES) >= 12
