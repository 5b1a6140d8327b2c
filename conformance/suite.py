"""A suite: a folder of cases, the outcomes expected of them and the bodies they share."""

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Suite:
    """Where a suite lives and what it is called."""

    root: Path
    name: str

    def case_ids(self) -> list[str]:
        """Return the id of every case, sorted."""
        cases = self.root / "cases"
        return sorted(path.relative_to(cases).with_suffix("").as_posix() for path in cases.rglob("*.json"))

    def selected(self, globs: Sequence[str]) -> list[str]:
        """Return the ids that match one of the globs; every id when there is no glob."""
        return [name for name in self.case_ids() if not globs or matches_any(name, globs)]

    def read_case(self, case_id: str) -> Any:
        """Return the JSON of a case."""
        return json.loads((self.root / "cases" / f"{case_id}.json").read_text("utf-8"))

    def read_expected(self, case_id: str) -> dict[str, Any] | None:
        """Return the recorded outcome of a case, or None when nothing is recorded."""
        path = self.root / "expected" / f"{case_id}.json"
        return json.loads(path.read_text("utf-8")) if path.exists() else None

    def read_file(self, name: str) -> bytes:
        """Return a fixture that a case refers to by its path below the suite."""
        path = (self.root / name).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise ValueError(f"{name} is outside of the suite")
        return path.read_bytes()

    @property
    def gaps_folder(self) -> Path:
        """The folder of this suite's known gaps: one level deeper for a suite that is not the project's own."""
        return HOME / "known_gaps" if self.name == OWN else HOME / "known_gaps" / self.name


OWN = "own"


def open_suite(root: Path = HOME) -> Suite:
    """Open a suite folder. It is called what `suite.toml` says, else as its folder (`conformance`: as its parent)."""
    root = root.resolve()
    if not (root / "cases").is_dir() and root != HOME:
        raise FileNotFoundError(f"{root} has no folder named cases")
    return Suite(root, _suite_name(root))


def _suite_name(root: Path) -> str:
    if root == HOME:
        return OWN
    declared = root / "suite.toml"
    if declared.exists():
        return str(tomllib.loads(declared.read_text("utf-8"))["name"])
    return root.parent.name if root.name == "conformance" else root.name


def matches_any(case_id: str, globs: Sequence[str]) -> bool:
    """Say whether one of the globs names the case."""
    return any(fnmatchcase(case_id, glob) for glob in globs)


def package_of(case_id: str) -> str:
    """Return the package part of a case id."""
    return case_id.split("/", 1)[0]


def iterate_packages(case_ids: Sequence[str]) -> Iterator[str]:
    """Yield each package once, in order."""
    yield from dict.fromkeys(package_of(case_id) for case_id in case_ids)
