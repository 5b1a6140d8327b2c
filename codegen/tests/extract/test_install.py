import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from codegen.extract import install
from codegen.extract.errors import ExtractError
from codegen.extract.pins import Pin, Pins, load_pins

HASH = "sha512-" + "a" * 86 + "=="
OTHER = "sha512-" + "b" * 86 + "=="
AI = Pin(name="ai", version="1.2.3", integrity=HASH)
PINS = Pins(packages=(AI,), tools=())
NESTED = "node_modules/ai/node_modules/@ai-sdk/provider"


def locked(**changes: dict[str, Any]) -> dict[str, Any]:
    packages: dict[str, Any] = {
        "node_modules/ai": {"version": "1.2.3", "integrity": HASH},
        NESTED: {"version": "4.0.0", "integrity": HASH},
    }
    return {where: entry for where, entry in {**packages, **changes}.items() if entry}


def write_lock_file(path: Path, packages: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"packages": {"": {"name": "upstream"}, **packages}}))
    return path


class Npm:
    """Stands for npm: `installs` is what it puts into node_modules."""

    def __init__(self, installs: dict[str, Any]) -> None:
        self.installs = installs
        self.calls: list[tuple[list[str], dict[str, Any]]] = []

    def __call__(self, arguments: Sequence[str], folder: Path) -> None:
        self.calls.append((list(arguments), json.loads((folder / "package.json").read_text())))
        if "--package-lock-only" in arguments:
            write_lock_file(folder / "package-lock.json", self.installs)
        else:
            write_lock_file(folder / "node_modules" / ".package-lock.json", self.installs)


@pytest.fixture
def lock_path(tmp_path: Path) -> Path:
    return write_lock_file(tmp_path / "package-lock.json", locked())


def test_what_is_installed_once_is_used_again(tmp_path: Path, lock_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = Npm(locked())
    monkeypatch.setattr(install, "run_npm", npm)
    folder = tmp_path / "cache" / "upstream"
    for _ in range(2):
        assert install.ensure_installed(PINS, lock_path=lock_path, folder=folder) == folder
    package_json = {"name": "upstream", "private": True, "dependencies": {"ai": "1.2.3"}}
    assert npm.calls == [(["ci"], package_json)]
    assert (folder / ".pins").read_text() == sha256(lock_path.read_bytes()).hexdigest()
    assert [path.name for path in folder.parent.iterdir()] == ["upstream"]


def test_a_changed_lock_installs_again(tmp_path: Path, lock_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "run_npm", npm := Npm(locked()))
    folder = tmp_path / "upstream"
    install.ensure_installed(PINS, lock_path=lock_path, folder=folder)
    npm.installs = locked(**{NESTED: {"version": "4.0.1", "integrity": HASH}})
    write_lock_file(lock_path, npm.installs)
    install.ensure_installed(PINS, lock_path=lock_path, folder=folder)
    assert len(npm.calls) == 2


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, lock_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(ExtractError, match="holds something else than the pinned packages"):
        install.ensure_installed(PINS, lock_path=lock_path, folder=tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years of work"


@pytest.mark.parametrize(
    ("installs", "message"),
    [
        (
            {NESTED: {"version": "4.0.1", "integrity": HASH}},
            "@ai-sdk/provider: version 4.0.0 is pinned, 4.0.1 found",
        ),
        (
            {"node_modules/ai": {"version": "1.2.3", "integrity": OTHER}},
            f"ai@1.2.3: integrity {HASH} is pinned, {OTHER} found",
        ),
        ({NESTED: {}}, f"@ai-sdk/provider: locked at {NESTED}, but not installed"),
        ({"node_modules/left": {"version": "1.0.0"}}, "left: installed at node_modules/left, but not locked"),
    ],
)
def test_an_install_that_is_not_the_locked_one_fails_and_names_the_package(
    tmp_path: Path, lock_path: Path, monkeypatch: pytest.MonkeyPatch, installs: dict[str, Any], message: str
) -> None:
    monkeypatch.setattr(install, "run_npm", Npm(locked(**installs)))
    with pytest.raises(ExtractError) as raised:
        install.ensure_installed(PINS, lock_path=lock_path, folder=tmp_path / "upstream")
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("pin", "message"),
    [
        (replace(AI, version="1.2.4"), "ai: version 1.2.4 is pinned, 1.2.3 found (packages.toml and the lock differ; "),
        (replace(AI, integrity=OTHER), f"ai@1.2.3: integrity {OTHER} is pinned, {HASH} found"),
        (replace(AI, name="@ai-sdk/new"), "@ai-sdk/new: pinned in packages.toml, missing from the lock; run "),
    ],
)
def test_a_pin_that_is_not_the_locked_one_fails_before_anything_is_installed(
    tmp_path: Path, lock_path: Path, pin: Pin, message: str
) -> None:
    with pytest.raises(ExtractError) as raised:
        install.ensure_installed(Pins(packages=(pin,), tools=()), lock_path=lock_path, folder=tmp_path / "upstream")
    assert str(raised.value).startswith(message)
    assert not (tmp_path / "upstream").exists()


def test_the_lock_is_written_without_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resolved = {
        "version": "1.2.3",
        "integrity": HASH,
        "resolved": "somewhere",
        "funding": "x",
        "engines": {"node": "22"},
    }
    monkeypatch.setattr(install, "run_npm", Npm({"node_modules/ai": resolved}))
    install.write_lock(PINS, tmp_path / "lock.json")
    kept = {"version": "1.2.3", "integrity": HASH, "engines": {"node": "22"}}
    assert install.read_lock(tmp_path / "lock.json") == {"node_modules/ai": kept}


def test_the_cache_folder_can_be_named_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AI_SDK_UPSTREAM", str(tmp_path))
    assert install.cache_folder() == tmp_path


def test_the_committed_lock_fits_the_committed_pins_and_names_no_address() -> None:
    install.check_lock(load_pins(), install.read_lock())
    entries = install.read_lock().values()
    assert not [entry for entry in entries if "resolved" in entry]
    assert all(str(entry["integrity"]).startswith("sha512-") for entry in entries)
