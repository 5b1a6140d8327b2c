import json
from pathlib import Path
from typing import Any

from codegen.extract.manifest import build_manifest, sha256
from codegen.extract.pins import SPECS, Pin, Pins, load_pins
from codegen.extract.sources import SourcePackage
from codegen.extract.write import MANIFEST, to_bytes, write_specs

COMMITTED: dict[str, Any] = json.loads((SPECS / MANIFEST).read_text("utf-8"))


def test_the_manifest_says_what_the_specs_were_made_from(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.ts").write_text("one\ntwo\n")
    dependencies = {"@ai-sdk/provider": "4.0.0", "@ai-sdk/openai": "1.0.0", "zod": "4"}
    (tmp_path / "package.json").write_text(json.dumps({"dependencies": dependencies}))
    pin = Pin(name="@ai-sdk/acme", version="1.2.3", integrity="sha512-a")
    zod = Pin(name="zod", version="4.6.7", integrity="sha512-z")
    lock = {
        "node_modules/@ai-sdk/acme": {"version": "1.2.3"},
        "node_modules/@ai-sdk/acme/node_modules/@ai-sdk/provider": {"version": "3.0.1"},
        "node_modules/@ai-sdk/acme/node_modules/undici": {"version": "5.0.0"},
        "node_modules/@ai-sdk/openai": {"version": "1.0.0"},
        "node_modules/@ai-sdk/provider": {"version": "4.0.0"},
    }
    package = SourcePackage(pin=pin, folder=tmp_path, files=("src/a.ts",))
    specs = {"acme/chat/wire.json": b"{}\n", "acme_two/chat/wire.json": b"[]\n"}
    assert build_manifest(Pins(packages=(pin,), tools=(zod,)), [package], lock, specs) == {
        "packages": {
            "@ai-sdk/acme": {
                "folder": "acme",
                "version": "1.2.3",
                "integrity": "sha512-a",
                "dependencies": {"@ai-sdk/openai": "1.0.0", "@ai-sdk/provider": "3.0.1"},
                "specs": {"acme/chat/wire.json": sha256(b"{}\n")},
                "sources": {"src/a.ts": {"sha256": sha256(b"one\ntwo\n"), "lines": 2}},
            }
        },
        "tools": {"zod": {"version": "4.6.7", "integrity": "sha512-z"}},
        "transitive": {"node_modules/@ai-sdk/acme/node_modules/@ai-sdk/provider": "3.0.1"},
    }


def test_writing_removes_what_is_no_longer_made_and_says_what_changed(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "wire.json").write_text("{}")
    (tmp_path / "packages.toml").write_text("by hand")
    files = {"acme/chat/wire.json": to_bytes({"b": "é", "a": 1})}
    assert write_specs(files, tmp_path) == ["acme/chat/wire.json", "old/wire.json"]
    assert write_specs(files, tmp_path) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["acme", "packages.toml"]
    assert (tmp_path / "acme/chat/wire.json").read_text("utf-8") == '{\n  "b": "é",\n  "a": 1\n}\n'


def test_the_committed_manifest_holds_the_hash_of_every_committed_spec() -> None:
    listed = {path: digest for package in COMMITTED["packages"].values() for path, digest in package["specs"].items()}
    files = (path for path in SPECS.rglob("*.json") if path.name != MANIFEST)
    assert listed == {path.relative_to(SPECS).as_posix(): sha256(path.read_bytes()) for path in files}


def test_the_committed_manifest_is_of_the_committed_pins() -> None:
    pinned = {pin.name: (pin.version, pin.integrity) for pin in load_pins().packages}
    assert {name: (entry["version"], entry["integrity"]) for name, entry in COMMITTED["packages"].items()} == pinned


def test_every_committed_spec_names_a_package_at_its_pinned_version() -> None:
    pinned = {(pin.name, pin.version) for pin in load_pins().packages}
    documents = [json.loads(path.read_text("utf-8")) for path in SPECS.rglob("*.json") if path.name != MANIFEST]
    assert {(document["package"], document["version"]) for document in documents} == pinned
