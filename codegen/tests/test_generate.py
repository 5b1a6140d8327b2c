"""The command: what it writes, what `--check` notices, and that the same input gives the same bytes."""

from pathlib import Path

import pytest

from codegen import generate
from codegen.tests.project import WIRE, write_project, write_spec


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    write_project(tmp_path)
    return tmp_path


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_everything_is_written_once_and_the_second_run_changes_no_byte(root: Path) -> None:
    assert generate.main([]) == 0
    first = files_of(root)

    assert generate.main([]) == 0
    assert files_of(root) == first
    assert generate.main(["--check"]) == 0
    assert sorted(name for name in first if not name.startswith("specs/")) == [
        "codegen/names.json",
        "docs/providers/table.md",
        "generated/ai_sdk_generated/__init__.py",
        "generated/ai_sdk_generated/_base.py",
        "generated/ai_sdk_generated/_values.py",
        "generated/ai_sdk_generated/acme/__init__.py",
        "generated/ai_sdk_generated/acme/chat/__init__.py",
        "generated/ai_sdk_generated/acme/chat/model_ids.py",
        "generated/ai_sdk_generated/acme/chat/wire.py",
        "generated/ai_sdk_generated/acme/tool/__init__.py",
        "generated/ai_sdk_generated/acme/tool/wire.py",
        "generated/ai_sdk_generated/acme/tools.py",
        "generated/ai_sdk_generated/py.typed",
        "generated/ai_sdk_generated/thin/__init__.py",
        "generated/ai_sdk_generated/thin/chat/__init__.py",
        "generated/ai_sdk_generated/thin/chat/options.py",
        "generated/importlinter.ini",
    ]


def test_check_names_each_drifting_missing_and_stale_file_and_writes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    generate.main([])
    package = root / "generated/ai_sdk_generated/acme"
    (package / "chat/wire.py").write_text("edited by hand\n")
    (package / "chat/model_ids.py").unlink()
    (package / "chat/leftover.py").write_text("nobody generates this\n")
    before = files_of(root)
    capsys.readouterr()

    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().out.splitlines()[:3] == [
        "stale generated/ai_sdk_generated/acme/chat/leftover.py",
        "missing generated/ai_sdk_generated/acme/chat/model_ids.py",
        "drifting generated/ai_sdk_generated/acme/chat/wire.py",
    ]
    assert files_of(root) == before


def test_generating_repairs_what_check_found(root: Path) -> None:
    generate.main([])
    first = files_of(root)
    (root / "generated/leftover.txt").write_text("x")
    (root / "generated/ai_sdk_generated/acme/chat/wire.py").unlink()

    assert generate.main([]) == 0
    assert files_of(root) == first


def test_only_touches_one_package_and_keeps_the_names_of_the_others(root: Path) -> None:
    generate.main([])
    first = files_of(root)
    (root / "generated/ai_sdk_generated/acme/chat/wire.py").write_text("edited by hand\n")

    assert generate.main(["--only", "thin"]) == 0
    assert generate.main(["--only", "thin", "--check"]) == 0
    assert generate.main(["--only", "acme", "--check"]) == 1
    assert generate.main(["--only", "acme"]) == 0
    assert files_of(root) == first


def test_a_name_that_nothing_uses_any_more_is_reported_and_kept(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    generate.main([])
    names = (root / generate.NAMES).read_text()
    write_spec(root, "acme/chat/wire", {"AcmeChunk": {"type": "object", "properties": {}}})

    assert generate.main([]) == 0
    assert "unused name acme/chat/wire#AcmeChunk/delta" in capsys.readouterr().out.splitlines()
    assert (root / generate.NAMES).read_text() == names


def test_a_nested_class_keeps_its_name_when_an_equal_shape_appears_before_it(root: Path) -> None:
    generate.main([])
    module = root / "generated/ai_sdk_generated/acme/chat/wire.py"
    delta = WIRE["AcmeChunk"]["properties"]["delta"]  # type: ignore[index]
    write_spec(root, "acme/chat/wire", {"AaaFirst": {"type": "object", "properties": {"same": delta}}, **WIRE})

    generate.main([])

    assert "same: Omittable[AcmeChunkDelta] = None" in module.read_text()


def test_a_broken_specification_stops_the_command_before_anything_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_spec(root, "acme/chat/wire", {"AcmeChunk": {"kind": "object"}})
    before = files_of(root)

    assert generate.main([]) == 1
    assert capsys.readouterr().err == (
        "specs/acme/chat/wire.json#/$defs/AcmeChunk/kind: unknown JSON Schema keyword 'kind'\n"
    )
    assert files_of(root) == before


def test_a_package_without_specifications_is_an_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--only", "nobody"]) == 1
    assert capsys.readouterr().err == "specs#: no specification of 'nobody'\n"


def test_an_empty_project_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)

    assert generate.main([]) == 1


def test_many_targets_give_the_same_bytes_on_two_processes_as_on_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        write_spec(root, f"acme/surface_{number}/wire", WIRE)
    parallel = generate.render_everything(root)
    monkeypatch.setattr(generate, "_PARALLEL_FROM", 1000)

    assert generate.render_everything(root) == parallel
