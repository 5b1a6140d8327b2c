"""Lists the source files of an installed package, tests left out, and says which surface each belongs to."""

import fnmatch
import re
from dataclasses import dataclass
from pathlib import Path

from codegen.extract.errors import ExtractError
from codegen.extract.pins import Pin

SHARED = "shared"
TOOL = "tool"

_TEST_FOLDERS = {"__fixtures__", "__snapshots__", "fixtures"}
_TEST_FILE = re.compile(r"\.(test|test-d)\.tsx?$")
_TEST_IMPORT = re.compile(r"from '(vitest|@testing-library/)")
_FALLBACK = "dist/index.mjs"

# Words of a file name, the more special ones first: `speech-transcription` is a transcription.
_SURFACE_WORDS = (
    ("speech-translation", "speech_translation"),
    ("transcription", "transcription"),
    ("chat", "chat"),
    ("completion", "completion"),
    ("responses", "responses"),
    ("embedding", "embedding"),
    ("reranking", "reranking"),
    ("realtime", "realtime"),
    ("image", "image"),
    ("speech", "speech"),
    ("video", "video"),
    ("files", "files"),
    ("skills", "skills"),
    ("batch", "batch"),
    ("decision", "decision"),
    ("extraction", "extraction"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcePackage:
    """One pinned package as installed: where it lies and which files are its source."""

    pin: Pin
    folder: Path
    files: tuple[str, ...]
    """Source files relative to the folder, sorted; the bundle when the package ships no sources."""

    def surface(self, file: str) -> str:
        """Return the surface a source file belongs to."""
        return surface_of(self.pin, file)


def source_package(upstream: Path, pin: Pin) -> SourcePackage:
    """Find an installed package's sources.

    Raises:
        ExtractError: the package is not installed, or has neither sources nor a bundle.
    """
    folder = upstream / "node_modules" / pin.name
    if not (folder / "package.json").is_file():
        raise ExtractError(f"{pin.name}: not installed below {upstream}")
    files = tuple(sorted(_source_files(folder)))
    if not files and (folder / _FALLBACK).is_file():
        files = (_FALLBACK,)
    if not files:
        raise ExtractError(f"{pin.name}: has neither src/ nor {_FALLBACK}")
    return SourcePackage(pin=pin, folder=folder, files=files)


def _source_files(folder: Path) -> list[str]:
    found = []
    for path in (folder / "src").rglob("*.ts"):
        file = path.relative_to(folder)
        if _TEST_FILE.search(file.name) or _TEST_FOLDERS & set(file.parts[:-1]):
            continue
        if not _TEST_IMPORT.search(path.read_text("utf-8")):
            found.append(file.as_posix())
    return found


def surface_of(pin: Pin, file: str) -> str:
    """Return the surface of a source file: by `packages.toml`, by its first folder, or by a word of its name.

    >>> from codegen.extract.pins import load_pins
    >>> groq = next(pin for pin in load_pins().packages if pin.name == "@ai-sdk/groq")
    >>> surface_of(groq, "src/groq-chat-language-model.ts"), surface_of(groq, "src/groq-error.ts")
    ('chat', 'shared')
    """
    for glob, surface in pin.surfaces.items():
        if fnmatch.fnmatchcase(file, glob):
            return surface
    folders = file.split("/")[1:-1]
    if folders:
        return folders[0].replace("-", "_")
    stem = file.rpartition("/")[2].partition(".")[0]
    return next((surface for word, surface in _SURFACE_WORDS if word in stem), SHARED)
