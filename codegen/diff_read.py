"""Reads a set of specs to compare: from a folder, or as they were in a revision of this repository."""

import io
import json
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SPECS = "specs"

Documents = dict[str, dict[str, Any]]


class DiffError(Exception):
    """The specs to compare cannot be read; the message names the folder, revision or file."""


def read_specs(where: str, repository: Path) -> Documents:
    """Return the spec documents by path below `specs/`.

    `where` is a folder that holds specs (or a `specs` folder), else a revision of the repository.

    Raises:
        DiffError: it is neither, or a document is not a JSON object.
    """
    folder = Path(where)
    files = _folder_files(folder) if folder.is_dir() else _revision_files(where, repository)
    return {path: _document(f"{where}:{path}", content) for path, content in sorted(files) if path.endswith(".json")}


def _folder_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    root = folder / SPECS if (folder / SPECS).is_dir() else folder
    for path in root.rglob("*.json"):
        yield path.relative_to(root).as_posix(), path.read_bytes()


def _revision_files(revision: str, repository: Path) -> Iterator[tuple[str, bytes]]:
    command = ["git", "-C", str(repository), "archive", "--format=tar", "--end-of-options", revision, SPECS]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - fixed program, revision after the options
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip()
        raise DiffError(f"{revision}: neither a folder nor a revision with {SPECS}/ ({reason})")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member)
            if content is not None:
                yield member.name.removeprefix(f"{SPECS}/"), content.read()


def _document(source: str, content: bytes) -> dict[str, Any]:
    try:
        document = json.loads(content)
    except ValueError as error:
        raise DiffError(f"{source}: not JSON: {error}") from error
    if not isinstance(document, dict):
        raise DiffError(f"{source}: must be a JSON object")
    return document
