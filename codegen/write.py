"""The only writer of generated files: it writes what changed, or tells how the disk differs."""

from collections.abc import Iterable, Mapping
from pathlib import Path

_IGNORED = frozenset({"__pycache__"})


def write_files(root: Path, files: Mapping[str, str], owned: Iterable[Path]) -> list[str]:
    """Make the disk equal to `files`.

    Args:
        root: the project's root; the keys of `files` are paths below it.
        files: path -> text.
        owned: the folders in which every file must be one of `files`; others are removed.

    Returns:
        What was done, one line a file.
    """
    differences = compare_files(root, files, owned)
    for difference in differences:
        action, _, name = difference.partition(" ")
        path = root / name
        if action == "stale":
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name], encoding="utf-8", newline="\n")
    return differences


def compare_files(root: Path, files: Mapping[str, str], owned: Iterable[Path]) -> list[str]:
    """List every file that is `missing`, `drifting` or `stale`, in path order."""
    differences = {name: _difference(root / name, text) for name, text in files.items()}
    on_disk = {path.relative_to(root).as_posix() for folder in owned for path in _files_below(folder)}
    differences.update(dict.fromkeys(on_disk - set(files), "stale"))
    return [f"{difference} {name}" for name, difference in sorted(differences.items()) if difference]


def _difference(path: Path, text: str) -> str:
    if not path.exists():
        return "missing"
    return "" if path.read_bytes() == text.encode() else "drifting"


def _files_below(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and _IGNORED.isdisjoint(path.parts))
