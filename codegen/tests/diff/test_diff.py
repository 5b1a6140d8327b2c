"""`python -m codegen diff` over two tiny sets of specs: the whole output, and what each part of it rests on."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from codegen.diff import main, render
from codegen.diff_change import Change
from codegen.diff_documents import compare_documents
from codegen.diff_read import DiffError, Documents, read_specs
from codegen.diff_schema import compare_schemas, type_text

HERE = Path(__file__).parent
OLD, NEW = HERE / "old", HERE / "new"


def make(**facts: Any) -> Change:
    return Change(package="p", **facts)


def changes(old: Any, new: Any) -> list[tuple[str, str, str, Any, Any]]:
    found = compare_schemas(make, old, new)
    return [(change.subject, change.verb, change.field, change.old, change.new) for change in found]


def test_text_output_is_the_golden_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OLD), str(NEW)]) == 1
    assert capsys.readouterr().out == (HERE / "expected.txt").read_text("utf-8")


def test_json_output_is_the_golden_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OLD), str(NEW), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == json.loads((HERE / "expected.json").read_text("utf-8"))


def test_equal_specs_exit_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OLD), str(OLD)]) == 0
    assert capsys.readouterr().out == "No changes.\n"


def test_what_cannot_be_read_exits_with_two_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-revision", str(NEW)]) == 2
    assert capsys.readouterr().err.startswith("diff: no-such-revision: neither a folder nor a revision with specs/")


def test_broken_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", "utf-8")
    with pytest.raises(DiffError, match=r"broken\.json: not JSON"):
        read_specs(str(tmp_path), tmp_path)


def test_a_document_that_is_no_object_is_named(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text("[]", "utf-8")
    with pytest.raises(DiffError, match=r"list\.json: must be a JSON object"):
        read_specs(str(tmp_path), tmp_path)


def test_a_revision_is_read_like_the_folder_it_was(tmp_path: Path) -> None:
    shutil.copytree(OLD, tmp_path / "specs")
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)  # noqa: S607 - git of this machine
    shutil.rmtree(tmp_path / "specs")
    assert read_specs("HEAD", tmp_path) == read_specs(str(OLD), tmp_path)


def test_a_project_folder_stands_for_its_specs_folder(tmp_path: Path) -> None:
    shutil.copytree(OLD, tmp_path / "specs")
    assert read_specs(str(tmp_path), tmp_path) == read_specs(str(OLD), tmp_path)


def test_without_a_manifest_the_documents_name_the_packages() -> None:
    old: Documents = {"a/x.json": {"package": "a", "version": "1", "$defs": {}}}
    new: Documents = {
        "a/x.json": {"package": "a", "version": "2", "$defs": {}},
        "b/x.json": {"package": "b", "version": "1"},
    }
    assert compare_documents(old, new) == [
        Change(package="a", subject="version", verb="changed", old="1", new="2"),
        Change(package="b", subject="package", verb="added", new="1"),
        Change(package="b", document="b/x.json", subject="document", verb="added", new="2 keys"),
    ]


def test_a_key_of_a_document_nobody_knows_is_a_change_too() -> None:
    old: Documents = {"a/x.json": {"package": "a", "version": "1", "note": 1}}
    new: Documents = {"a/x.json": {"package": "a", "version": "1", "note": 2}}
    assert compare_documents(old, new) == [
        Change(package="a", document="a/x.json", subject="entry", verb="changed", field="note", old=1, new=2)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"type": "string"}, {"type": "number"}, ("type", "changed", "", "string", "number")),
        ({"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}, ("type", "changed", "", "A", "B")),
        ({"const": "a"}, {"const": "b"}, ("value", "removed", "", "a", None)),
        ({"type": "string"}, {"enum": ["a"], "type": "string"}, ("type", "changed", "", "string", '"a"')),
        (
            {"type": "array"},
            {"items": {"type": "string"}, "type": "array"},
            ("type", "changed", "[]", "unknown", "string"),
        ),
        (
            {"type": "object"},
            {"additionalProperties": False, "type": "object"},
            ("type", "changed", "{}", "unknown", "never"),
        ),
        ({"minLength": 1}, {"minLength": 2}, ("keyword", "changed", "minLength", 1, 2)),
        ({"prefixItems": []}, {"prefixItems": [{}]}, ("type", "changed", "", "unknown", "unknown")),
        (
            {"prefixItems": [{"type": "string"}]},
            {"prefixItems": [{"type": "null"}]},
            ("type", "changed", "[0]", "string", "null"),
        ),
        (
            {"anyOf": [{"type": "string"}]},
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
            ("member", "added", "", None, "null"),
        ),
    ],
)
def test_each_kind_of_schema_change(old: Any, new: Any, expected: tuple[Any, ...]) -> None:
    assert changes(old, new)[0] == expected


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ({"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "null"}]}}, "(string | null)[]"),
        ({"type": "array", "items": {"$ref": "#/$defs/A"}}, "A[]"),
        ({"type": "object", "additionalProperties": {"type": "number"}}, "{ [key]: number }"),
        ({"type": "object", "properties": {"a": {}, "b": {}}}, "{ a, b }"),
        ({"type": "string", "format": "binary"}, "string (binary)"),
        ({"enum": ["a", 1]}, '"a" | 1'),
        (False, "never"),
    ],
)
def test_types_are_written_short(schema: Any, text: str) -> None:
    assert type_text(schema) == text


def test_long_values_are_cut_in_the_text() -> None:
    change = Change(package="p", document="d.json", subject="property", verb="added", field="x", new="y" * 200)
    assert render([change]).splitlines()[2] == f"    + property x: {'y' * 99}…"


SCHEMAS: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(
        [{"type": "string"}, {"type": "number"}, {"const": "a"}, {"enum": ["a", "b"]}, {"$ref": "#/$defs/A"}, {}]
    ),
    lambda inner: st.one_of(
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda members: {"anyOf": members}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(
            lambda properties, required: {
                "type": "object",
                "properties": properties,
                "required": [name for name in properties if name in required],
            },
            st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
            st.sets(st.sampled_from("abc")),
        ),
    ),
    max_leaves=6,
)


@given(SCHEMAS)
def test_a_schema_does_not_differ_from_itself(schema: Any) -> None:
    assert changes(schema, json.loads(json.dumps(schema))) == []


@given(SCHEMAS, SCHEMAS)
def test_documents_that_differ_never_compare_as_unchanged(old: Any, new: Any) -> None:
    before: Documents = {"a/x.json": {"package": "a", "version": "1", "$defs": {"X": old}}}
    after: Documents = {"a/x.json": {"package": "a", "version": "1", "$defs": {"X": new}}}
    assert bool(compare_documents(before, after)) == (old != new)
