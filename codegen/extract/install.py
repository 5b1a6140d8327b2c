"""Installs the pinned npm packages into a cache folder and proves that they are the pinned ones.

Two files pin: `specs/packages.toml`, written by hand, names the packages; `package-lock.json` beside this module,
written by `python -m codegen extract --lock`, holds all that those bring along, without the address of any registry.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codegen.extract.errors import ExtractError
from codegen.extract.node import run_npm
from codegen.extract.pins import ROOT, Pins, load_pins

LOCK = Path(__file__).with_name("package-lock.json")
_STAMP = ".pins"
_KEPT = ("version", "integrity", "dependencies", "optionalDependencies", "peerDependencies", "peerDependenciesMeta")
_KEPT_FLAGS = ("bin", "cpu", "dev", "engines", "libc", "optional", "os", "peer")
_RELOCK = "run `python -m codegen extract --lock` after a change of packages.toml"


def cache_folder() -> Path:
    """Return where the packages are installed: `$AI_SDK_UPSTREAM`, or `.cache/upstream` below the project root."""
    return Path(os.environ.get("AI_SDK_UPSTREAM") or ROOT / ".cache" / "upstream").absolute()


def ensure_installed(pins: Pins | None = None, *, lock_path: Path = LOCK, folder: Path | None = None) -> Path:
    """Install the pinned packages unless they are there already; return the folder that holds `node_modules`.

    Raises:
        ExtractError: the lock is not what `packages.toml` pins, npm failed, or it installed something else.
    """
    pins = pins or load_pins()
    folder = folder or cache_folder()
    lock = read_lock(lock_path)
    check_lock(pins, lock)
    stamp = hashlib.sha256(lock_path.read_bytes()).hexdigest()
    if not _is_current(folder, stamp):
        _install(pins, lock_path, folder, stamp)
    check_installed(folder, lock)
    return folder


def read_lock(path: Path = LOCK) -> dict[str, Any]:
    """Return the lock's packages by install path (`node_modules/ai`), the root entry left out.

    Raises:
        ExtractError: the lock is missing or is not JSON.
    """
    try:
        packages: dict[str, Any] = json.loads(path.read_text("utf-8"))["packages"]
    except (OSError, ValueError, KeyError) as error:
        raise ExtractError(f"{path.name}: {error}; {_RELOCK}") from error
    return {where: entry for where, entry in packages.items() if where}


def check_lock(pins: Pins, lock: Mapping[str, Any]) -> None:
    """Hold the lock against the pins.

    Raises:
        ExtractError: naming the first package whose version or integrity differs.
    """
    for pin in pins.installed:
        entry = lock.get(f"node_modules/{pin.name}")
        if entry is None:
            raise ExtractError(f"{pin.name}: pinned in packages.toml, missing from the lock; {_RELOCK}")
        _same(pin.name, pin.version, pin.integrity, entry, f"packages.toml and the lock differ; {_RELOCK}")


def check_installed(folder: Path, lock: Mapping[str, Any]) -> None:
    """Hold what npm installed against the lock, every package brought along included.

    Raises:
        ExtractError: naming the first package that is missing, not expected, or of another version or integrity.
    """
    try:
        installed = read_lock(folder / "node_modules" / ".package-lock.json")
    except ExtractError as error:
        raise ExtractError(f"nothing is installed in {folder}") from error
    for where in sorted(set(lock) | set(installed)):
        name = where.rpartition("node_modules/")[2]
        if where not in installed:
            raise ExtractError(f"{name}: locked at {where}, but not installed")
        if where not in lock:
            raise ExtractError(f"{name}: installed at {where}, but not locked")
        entry = lock[where]
        _same(name, entry["version"], entry["integrity"], installed[where], f"the lock and {where} differ")


def _same(name: str, version: str, integrity: str, found: Mapping[str, Any], what: str) -> None:
    if found.get("version") != version:
        raise ExtractError(f"{name}: version {version} is pinned, {found.get('version')} found ({what})")
    if found.get("integrity") != integrity:
        raise ExtractError(
            f"{name}@{version}: integrity {integrity} is pinned, {found.get('integrity')} found ({what})"
        )


def _is_current(folder: Path, stamp: str) -> bool:
    stamp_file = folder / _STAMP
    return stamp_file.is_file() and stamp_file.read_text("utf-8") == stamp


def _install(pins: Pins, lock_path: Path, folder: Path, stamp: str) -> None:
    """Install beside the folder and move it into place whole, so that a run cut short leaves nothing half done."""
    if folder.exists() and any(folder.iterdir()) and not (folder / _STAMP).exists():
        raise ExtractError(
            f"{folder} holds something else than the pinned packages; name another folder in AI_SDK_UPSTREAM"
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}-") as work:
        new = Path(work) / "new"
        new.mkdir()
        _write_json(new / "package.json", _package_json(pins))
        shutil.copyfile(lock_path, new / "package-lock.json")
        run_npm(["ci"], new)
        (new / _STAMP).write_text(stamp, "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        new.rename(folder)


def write_lock(pins: Pins, lock_path: Path = LOCK) -> None:
    """Let npm resolve the pins again and write the lock, keeping what still fits of the old one.

    Raises:
        ExtractError: npm failed, or the registry's integrity of a pinned package is not the pinned one.
    """
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        _write_json(folder / "package.json", _package_json(pins))
        if lock_path.exists():
            shutil.copyfile(lock_path, folder / "package-lock.json")
        run_npm(["install", "--package-lock-only", "--omit-lockfile-registry-resolved"], folder)
        lock = json.loads((folder / "package-lock.json").read_text("utf-8"))
    lock["packages"] = {where: _slim(entry) if where else entry for where, entry in lock["packages"].items()}
    check_lock(pins, lock["packages"])
    _write_json(lock_path, lock)


def _slim(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Only what installing needs: no addresses, no advertising."""
    return {key: value for key, value in entry.items() if key in _KEPT or key in _KEPT_FLAGS}


def _package_json(pins: Pins) -> dict[str, Any]:
    dependencies = {pin.name: pin.version for pin in sorted(pins.installed, key=lambda pin: pin.name)}
    return {"name": "upstream", "private": True, "dependencies": dependencies}


def _write_json(path: Path, document: Any) -> None:
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", "utf-8")
