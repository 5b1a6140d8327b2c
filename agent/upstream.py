"""What the pinned packages hold, as the manifest of specs/ lists it, and what is known not to be ported."""

import json
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

__all__ = ["Exemption", "SourceFile", "read_exemptions", "read_reviewed", "read_sources", "write_reviewed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One upstream source file."""

    package: str
    name: str
    sha256: str
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """Files that are not ported, and why: `not applicable` to Python, or `later`."""

    glob: str
    status: str
    reason: str

    def covers(self, name: str) -> bool:
        """Whether the exemption is about a file."""
        return fnmatchcase(name, self.glob)


def read_sources(manifest: Path) -> dict[str, SourceFile]:
    """Return the source files of all pinned packages by name."""
    packages = json.loads(manifest.read_text("utf-8"))["packages"]
    return {
        f"{package}/{path}": SourceFile(package=package, name=f"{package}/{path}", **facts)
        for package, row in packages.items()
        for path, facts in row["sources"].items()
    }


def read_exemptions(path: Path) -> list[Exemption]:
    """Return the rows of the table of files that are not ported."""
    return [Exemption(**row) for row in tomllib.loads(path.read_text("utf-8"))["exempt"]]


def read_reviewed(path: Path) -> dict[str, str]:
    """Return, by file, the sha256 that the file had when our port of it was last compared with it."""
    reviewed: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return reviewed


def write_reviewed(path: Path, reviewed: dict[str, str]) -> None:
    """Write the record that `read_reviewed` reads."""
    path.write_text(json.dumps(dict(sorted(reviewed.items())), indent=0) + "\n", "utf-8")
