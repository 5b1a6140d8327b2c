"""The only writer of `specs/`: JSON as bytes, written whole, and what is no longer made is removed."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codegen.extract.pins import SPECS

MANIFEST = "manifest.json"


def to_bytes(document: Any) -> bytes:
    """Return a document as it is written: indented, keys in the order given, one newline at the end."""
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def write_specs(files: Mapping[str, bytes], root: Path = SPECS) -> list[str]:
    """Write the files, remove every other JSON file below the root; return the paths that changed, sorted."""
    old = {path.relative_to(root).as_posix() for path in root.rglob("*.json")}
    changed = sorted(old - set(files))
    for stale in changed:
        (root / stale).unlink()
    for path, content in sorted(files.items()):
        target = root / path
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            changed.append(path)
    for folder in sorted((path for path in root.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return sorted(changed)
