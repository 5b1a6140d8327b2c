"""`python -m agent status`: what is ported, by package and by file."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from agent.ports import PortsError, read_claims
from agent.upstream import (
    Exemption,
    SourceFile,
    read_exemptions,
    read_reviewed,
    read_sources,
    write_reviewed,
)

__all__ = ["STATUSES", "FileStatus", "main", "read_status"]

ROOT = Path(__file__).parent.parent
REVIEWED = Path("agent/reviewed.json")
EXEMPTIONS = Path("agent/not_ported.toml")
STATUSES = ("ported", "changed", "not applicable", "later", "unclaimed")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStatus:
    """One upstream file: what became of it, in which modules of ours, and why when it is not ported."""

    file: str
    package: str
    lines: int
    status: str
    modules: list[str]
    reason: str = ""


def main(arguments: list[str]) -> int:
    """Print the table, the files, or JSON; 1 when a `Ports:` line is wrong."""
    options = _parser().parse_args(arguments)
    try:
        statuses = read_status(ROOT)
    except PortsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if options.accept:
        _accept(ROOT, statuses, options.accept)
        statuses = read_status(ROOT)
    chosen = [row for row in statuses if fnmatchcase(row.package, options.package)]
    sys.stdout.write(_json(chosen) if options.json else _table(chosen))
    if options.files:
        sys.stdout.writelines(f"{row.status:14} {row.file} {' '.join(row.modules)}{row.reason}\n" for row in chosen)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m agent status", description=__doc__)
    parser.add_argument("--package", default="*", metavar="GLOB", help="npm names, for example '@ai-sdk/groq'")
    parser.add_argument("--files", action="store_true", help="list the files too")
    parser.add_argument("--json", action="store_true", help="print a JSON array, one object a file")
    parser.add_argument("--accept", metavar="GLOB", help="record that our ports of these files match the pinned ones")
    return parser


def read_status(root: Path) -> list[FileStatus]:
    """Return the status of every upstream file, by name.

    Raises `PortsError` when a `Ports:` line names a file that is not there.
    """
    sources = read_sources(root / "specs/manifest.json")
    claims = read_claims(root / "src/ai_sdk")
    unknown = {name: modules for name, modules in claims.items() if name not in sources}
    if unknown:
        lines = (f"{', '.join(modules)}: Ports: names {name}, which is not there" for name, modules in unknown.items())
        raise PortsError("\n".join(lines))
    reviewed = read_reviewed(root / REVIEWED)
    exemptions = read_exemptions(root / EXEMPTIONS)
    return [_status(source, claims.get(name, []), reviewed, exemptions) for name, source in sorted(sources.items())]


def _status(
    source: SourceFile, modules: list[str], reviewed: dict[str, str], exemptions: Iterable[Exemption]
) -> FileStatus:
    status, reason = "ported", ""
    if modules and reviewed.get(source.name, source.sha256) != source.sha256:
        status = "changed"
    elif not modules:
        exemption = next((each for each in exemptions if each.covers(source.name)), None)
        status, reason = ("unclaimed", "") if exemption is None else (exemption.status, exemption.reason)
    return FileStatus(
        file=source.name, package=source.package, lines=source.lines, status=status, modules=modules, reason=reason
    )


def _accept(root: Path, statuses: list[FileStatus], glob: str) -> None:
    sources = read_sources(root / "specs/manifest.json")
    claimed = {row.file: sources[row.file].sha256 for row in statuses if row.modules and fnmatchcase(row.file, glob)}
    kept = read_reviewed(root / REVIEWED)
    write_reviewed(root / REVIEWED, {name: sha for name, sha in (kept | claimed).items() if name in sources})


def _json(statuses: list[FileStatus]) -> str:
    return json.dumps([asdict(row) for row in statuses], indent=1) + "\n"


def _table(statuses: list[FileStatus]) -> str:
    packages = sorted({row.package for row in statuses})
    lines = [_row("package", *STATUSES, "lines ported")]
    lines += [_package_row(package, [row for row in statuses if row.package == package]) for package in packages]
    return "\n".join([*lines, _package_row("all", statuses)]) + "\n"


def _package_row(name: str, rows: list[FileStatus]) -> str:
    counts = Counter(row.status for row in rows)
    applicable = sum(row.lines for row in rows if row.status != "not applicable")
    ported = sum(row.lines for row in rows if row.status in {"ported", "changed"})
    return _row(name, *(str(counts[status]) for status in STATUSES), f"{ported} of {applicable}")


def _row(name: str, *cells: str) -> str:
    return f"{name:28}" + "".join(f"{cell:>16}" for cell in cells)
