"""Compares two sets of spec documents: packages by the manifest, then every document by what it holds."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from codegen.diff_change import Change, Make, compare_maps, counted
from codegen.diff_read import Documents
from codegen.diff_schema import compare_schemas

MANIFEST = "manifest.json"

_MODEL_IDS = "model_ids"
_HEADER = frozenset({"$schema", "package", "version", "surface", "role"})
_KEYED = frozenset({"$defs", "entries", "tools", "endpoints"})


def compare_documents(old: Documents, new: Documents) -> list[Change]:
    """Return every change between two sets of specs, those of the packages first, then by document."""
    changes = list(_compare_manifests(old.get(MANIFEST, {}), new.get(MANIFEST, {})))
    if MANIFEST not in old or MANIFEST not in new:
        changes += _compare_versions(old, new)
    for path in sorted((old.keys() | new.keys()) - {MANIFEST}):
        changes += _compare_paths(path, old.get(path), new.get(path))
    return changes


def _compare_manifests(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    make = partial(Change, package="")
    yield from compare_maps(make, "dependency", _tool_versions(old), _tool_versions(new))
    yield from compare_maps(make, "dependency", old.get("transitive", {}), new.get("transitive", {}))
    before, after = old.get("packages", {}), new.get("packages", {})
    for name in sorted(before.keys() | after.keys()):
        yield from _compare_package(partial(Change, package=name), before.get(name), after.get(name))


def _tool_versions(manifest: Mapping[str, Any]) -> dict[str, str]:
    return {name: tool["version"] for name, tool in manifest.get("tools", {}).items()}


def _compare_package(make: Make, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterator[Change]:
    if old is None or new is None:
        known = new if old is None else old
        if known is not None:
            yield _appeared(
                make, "package", None if old is None else known["version"], None if new is None else known["version"]
            )
        return
    for fact in ("version", "integrity"):
        if old.get(fact) != new.get(fact):
            yield make(subject=fact, verb="changed", old=old.get(fact), new=new.get(fact))
    yield from compare_maps(make, "dependency", old.get("dependencies", {}), new.get("dependencies", {}))
    yield from compare_maps(make, "source", _hashes(old), _hashes(new))


def _hashes(package: Mapping[str, Any]) -> dict[str, str]:
    return {file: source["sha256"] for file, source in package.get("sources", {}).items()}


def _appeared(make: Make, subject: str, old: Any, new: Any) -> Change:
    return make(subject=subject, verb="added" if old is None else "removed", old=old, new=new)


def _compare_versions(old: Documents, new: Documents) -> Iterator[Change]:
    """Without a manifest the documents themselves say which packages there are."""
    before, after = _document_versions(old), _document_versions(new)
    for name in sorted(before.keys() | after.keys()):
        make = partial(Change, package=name)
        if name not in before or name not in after:
            yield _appeared(make, "package", before.get(name), after.get(name))
        elif before[name] != after[name]:
            yield make(subject="version", verb="changed", old=before[name], new=after[name])


def _document_versions(documents: Documents) -> dict[str, str]:
    return {
        document["package"]: document.get("version", "") for document in documents.values() if "package" in document
    }


def _compare_paths(path: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> list[Change]:
    known = new or old or {}
    make = partial(Change, package=known.get("package", ""), document=path)
    if old is None or new is None:
        return [
            _appeared(
                make, "document", None if old is None else _contents(old), None if new is None else _contents(new)
            )
        ]
    changes = list(_compare_contents(make, old, new))
    if not changes and _without_header(old) != _without_header(new):
        changes.append(make(subject="document", verb="changed"))
    return changes


def _contents(document: Mapping[str, Any]) -> str:
    """Say in a word what a document holds."""
    for key, what in (("$defs", "schema"), ("tools", "tool"), ("entries", "entry point")):
        if key in document:
            return counted(len(document[key]), what)
    return counted(len(document), "key")


def _without_header(document: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != "version"}


def _compare_contents(make: Make, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    yield from _compare_definitions(make, old.get("$defs", {}), new.get("$defs", {}), new.get("role") == _MODEL_IDS)
    yield from compare_maps(make, "export", _exports(old), _exports(new))
    yield from compare_maps(make, "tool", _by(old, "tools", "id"), _by(new, "tools", "id"))
    yield from compare_maps(make, "endpoint", _by(old, "endpoints", "name"), _by(new, "endpoints", "name"))
    rest = _HEADER | _KEYED
    yield from compare_maps(make, "entry", _other(old, rest), _other(new, rest))


def _other(document: Mapping[str, Any], known: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in known}


def _by(document: Mapping[str, Any], key: str, name: str) -> dict[str, Any]:
    rows = document.get(key, [])
    return {str(row[name]): row for row in rows} if isinstance(rows, list) else {}


def _exports(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the kind of each export by `name (entry point)`."""
    entries = document.get("entries", {})
    return {
        row["name"] if entry == "." else f"{row['name']} ({entry})": _export_text(row)
        for entry, rows in entries.items()
        for row in rows
    }


def _export_text(row: Mapping[str, Any]) -> str:
    return f"{row['kind']}, deprecated" if row.get("deprecated") else str(row["kind"])


def _compare_definitions(
    make: Make,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    are_model_ids: bool,  # noqa: FBT001 - a fact of the document
) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        of_schema = partial(make, schema=name)
        if name not in old:
            yield of_schema(subject="schema", verb="added", new=new[name].get("x-source"))
        elif name not in new:
            yield of_schema(subject="schema", verb="removed", old=old[name].get("x-source"))
        elif are_model_ids:
            yield from map(_as_model_id, compare_schemas(of_schema, old[name], new[name]))
        else:
            yield from compare_schemas(of_schema, old[name], new[name])


def _as_model_id(change: Change) -> Change:
    if change.subject != "value":
        return change
    facts = {"package": change.package, "document": change.document, "schema": change.schema}
    return Change(**facts, subject="model id", verb=change.verb, old=change.old, new=change.new)
