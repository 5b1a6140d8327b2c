"""The file of a recording: JSON, indented, one file a test."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

__all__ = ["read_recording", "write_recording"]

_VERSION = 1


def write_recording(path: Path, exchanges: Sequence[dict[str, Any]]) -> None:
    """Write the exchanges of a test, and the folder if it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"version": _VERSION, "exchanges": exchanges}, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", "utf-8", newline="\n")


def read_recording(path: Path) -> list[dict[str, Any]]:
    """Return the exchanges; raises `ValueError` when the file is no recording that this version understands."""
    try:
        recording = json.loads(path.read_text("utf-8"))
        exchanges: list[dict[str, Any]] = recording["exchanges"]
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path} is no recording: {error}") from error
    if recording.get("version") != _VERSION:
        raise ValueError(f"{path} has version {recording.get('version')} of the format, and not {_VERSION}")
    return exchanges
