"""The specification files, read and checked: one target is one generated module."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.check_schema import check_definitions
from codegen.spec_error import SpecError

MODULE_ROLES = frozenset({"wire", "request", "options", "model_ids"})
_REQUIRED_KEYS = ("package", "version", "$defs")


@dataclass(frozen=True, slots=True)
class Target:
    """One specification file and the module it becomes.

    Attributes:
        source: the file's path below the project root, with forward slashes.
        module: the module's path below `ai_sdk_generated`, without suffix: `groq/chat/wire`.
        package: the npm name.
        version: the pinned npm version.
        sha256: of the file's bytes.
        definitions: class name -> JSON Schema.
    """

    source: str
    module: str
    package: str
    version: str
    sha256: str
    definitions: Mapping[str, Any]

    @property
    def role(self) -> str:
        """What the module describes: `wire`, `request`, `options`, `model_ids` or, without a surface, its own name."""
        return self.module.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The package's folder below `ai_sdk_generated`."""
        return self.module.partition("/")[0]


def find_targets(root: Path) -> list[Target]:
    """Read every specification that holds definitions, in path order.

    Raises:
        SpecError: for the first file that is broken.
    """
    return [target for path in sorted((root / "specs").rglob("*.json")) for target in _read_target(root, path)]


def _read_target(root: Path, path: Path) -> Iterator[Target]:
    source = path.relative_to(root).as_posix()
    module = path.relative_to(root / "specs").with_suffix("").as_posix()
    content = path.read_bytes()
    document = read_document(source, content)
    if not _holds_definitions(module, document):
        return
    for key in _REQUIRED_KEYS:
        if key not in document:
            raise SpecError(source, "", f"the key {key!r} is missing")
    if not isinstance(document["$defs"], dict):
        raise SpecError(source, "/$defs", "must be an object of schemas")
    check_definitions(source, document["$defs"])
    sha256 = hashlib.sha256(content).hexdigest()
    yield Target(source, module, document["package"], document["version"], sha256, document["$defs"])


def read_document(source: str, content: bytes) -> dict[str, Any]:
    """Parse one specification file.

    Raises:
        SpecError: when it is not JSON or not an object.
    """
    try:
        document = json.loads(content)
    except ValueError as error:
        raise SpecError(source, "", f"not JSON: {error}") from error
    if not isinstance(document, dict):
        raise SpecError(source, "", "must be a JSON object")
    return document


def _holds_definitions(module: str, document: Mapping[str, Any]) -> bool:
    return "$defs" in document or module.rpartition("/")[2] in MODULE_ROLES
