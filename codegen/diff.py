"""`python -m codegen diff OLD NEW`: what changed between two sets of specs, by package, schema and field.

OLD and NEW are folders that hold specs, or revisions of this repository. The exit status is 0 when nothing changed,
1 when something did, 2 when one of them cannot be read.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from codegen.diff_change import Change, counted
from codegen.diff_documents import compare_documents
from codegen.diff_read import DiffError, read_specs

ROOT = Path(__file__).resolve().parents[1]

_SIGNS = {"added": "+", "removed": "-"}
_LONGEST = 100


def main(arguments: Sequence[str], repository: Path = ROOT) -> int:
    """Compare, print, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m codegen diff", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", help="folder or revision")
    parser.add_argument("new", help="folder or revision")
    parser.add_argument("--json", action="store_true", help="print the changes as one JSON array")
    options = parser.parse_args(arguments)
    try:
        changes = compare_documents(read_specs(options.old, repository), read_specs(options.new, repository))
    except DiffError as error:
        sys.stderr.write(f"diff: {error}\n")
        return 2
    sys.stdout.write((_json_text(changes) if options.json else render(changes)) + "\n")
    return 1 if changes else 0


def _json_text(changes: Iterable[Change]) -> str:
    return json.dumps([change.as_json() for change in changes], indent=2, ensure_ascii=False)


def render(changes: Sequence[Change]) -> str:
    """Write the changes as text: a block for each package, inside of it one for each document and schema."""
    if not changes:
        return "No changes."
    by_package = sorted(changes, key=lambda change: change.package)
    lines = [
        line
        for name, group in groupby(by_package, lambda change: change.package)
        for line in _package(name, list(group))
    ]
    return "\n".join([*lines, "", _summary(changes)])


def _package(name: str, changes: Sequence[Change]) -> Iterator[str]:
    yield name or "all packages"
    for (document, schema), group in groupby(changes, lambda change: (change.document, change.schema)):
        if document:
            yield f"  {document} {schema}".rstrip()
        for change in group:
            yield f"{'    ' if document else '  '}{line_of(change)}"


def line_of(change: Change) -> str:
    """Write one change as one line: `+ property id: string`, `~ property id became required`."""
    what = f"{_SIGNS.get(change.verb, '~')} {change.subject} {change.field}".rstrip()
    match change.verb:
        case "added":
            return what + _detail(change, change.new)
        case "removed":
            return what + _detail(change, change.old)
        case "changed":
            return f"{what}{_transition(change)}"
        case _:
            return f"{what} {change.verb}"


def _detail(change: Change, value: Any) -> str:
    """Add the type of a property, the kind of an export or the value itself; what is long is left to --json."""
    if value is None or change.subject == "source":
        return ""
    text = _short(value)
    return f": {text}" if change.field or change.subject == "schema" else f" {text}"


def _transition(change: Change) -> str:
    if change.subject == "source" or (change.old is None and change.new is None):
        return ""
    return f": {_short(change.old)} → {_short(change.new)}"


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _summary(changes: Sequence[Change]) -> str:
    packages = {change.package for change in changes if change.package}
    return f"{counted(len(changes), 'change')} in {counted(len(packages), 'package')}."
