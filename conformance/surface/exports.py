"""What the TypeScript packages export, as `specs/*/exports.json` lists it."""

import json
from dataclasses import dataclass
from pathlib import Path

SPECS = Path(__file__).resolve().parents[2] / "specs"


@dataclass(frozen=True, slots=True)
class Export:
    """One name that an entry of an npm package exports. `folder` is where its specs are."""

    package: str
    entry: str
    name: str
    kind: str
    deprecated: bool
    folder: str

    @property
    def suffix(self) -> str:
        """The npm package without its scope."""
        return self.package.removeprefix("@ai-sdk/")


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package at its pinned version, with everything it exports."""

    name: str
    version: str
    exports: tuple[Export, ...]


def read_packages(specs: Path = SPECS) -> list[Package]:
    """Return every package of the specs, `ai` first, then by name."""
    return sorted(map(_read, specs.glob("*/exports.json")), key=lambda package: (package.name != "ai", package.name))


def _read(path: Path) -> Package:
    document = json.loads(path.read_text("utf-8"))
    exports = (
        Export(document["package"], entry, found["name"], found["kind"], found["deprecated"], path.parent.name)
        for entry, listed in document["entries"].items()
        for found in listed
    )
    return Package(document["package"], document["version"], tuple(exports))
