"""`python -m codegen generate`: all of specs/ becomes generated/, or is compared with it."""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from codegen.exports_stub import STUB, render_exports_stub
from codegen.import_contracts import render_import_contracts
from codegen.models import TEMPLATES
from codegen.modules import Module, render, render_model_ids, render_module
from codegen.provider_facts import render_provider_pages
from codegen.provider_table import render_provider_table
from codegen.spec_error import SpecError
from codegen.targets import Target, find_targets, read_document
from codegen.tool_factories import render_tool_modules
from codegen.write import compare_files, write_files

ROOT = Path(__file__).parent.parent
NAMES = "codegen/names.json"
GENERATED = "generated"
PROVIDER_TABLE = "docs/providers/table.md"
_COMMON = ("_base.py", "_values.py")

_WORKERS = 2
_PARALLEL_FROM = 24


@dataclass(slots=True)
class Output:
    """Everything one run renders.

    Attributes:
        files: path below the root -> text.
        owned: the folders that hold nothing else.
        classes: how many classes and aliases there are.
        stale_names: entries of the name map that nothing uses any more.
    """

    files: dict[str, str] = field(default_factory=dict)
    owned: list[Path] = field(default_factory=list)
    classes: int = 0
    stale_names: list[str] = field(default_factory=list)


def main(argv: Sequence[str] | None = None) -> int:
    """Generate, or with `--check` only compare.

    Returns:
        0 when the disk now is (or with `--check`: was) what the specifications say, else 1.
    """
    parser = argparse.ArgumentParser(prog="python -m codegen generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the disk differs")
    parser.add_argument("--only", metavar="PACKAGE", help="one package's folder below specs/, for example groq")
    arguments = parser.parse_args(argv)
    try:
        output = render_everything(ROOT, arguments.only)
    except SpecError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    apply = compare_files if arguments.check else write_files
    differences = apply(ROOT, output.files, output.owned)
    _report(output, differences)
    return 1 if arguments.check and differences else 0


def render_everything(root: Path, only: str | None = None) -> Output:
    """Render every file, or those of one package, without touching the disk.

    Raises:
        SpecError: for the first specification that is broken.
    """
    targets = [target for target in find_targets(root) if only in {None, target.folder}]
    if not targets:
        raise SpecError("specs", "", f"no specification of {only!r}" if only else "no specification at all")
    committed = read_names(root)
    modules = render_targets(targets, committed)
    tools = list(render_tool_modules(root, {module.path: module.text for module in modules}, only))
    output = Output(owned=_owned_folders(root, only), classes=sum(module.classes for module in modules))
    output.files = {f"{GENERATED}/{module.path}": module.text for module in (*modules, *tools)}
    output.files.update(_package_files(targets))
    output.files.update({} if only else _project_files(root, targets, tools))
    names = {key: name for module in modules for key, name in module.names.items()}
    prefixes = {target.module for target in targets}
    output.stale_names = [key for key in committed if key not in names and key.partition("#")[0] in prefixes]
    output.files[NAMES] = json.dumps(dict(sorted((committed | names).items())), indent=2) + "\n"
    return output


def _project_files(root: Path, targets: Sequence[Target], tools: Iterable[Module]) -> dict[str, str]:
    """Render what speaks of all packages at once: import contracts, exports, provider table, the pages' facts."""
    source = "specs/manifest.json"
    manifest = read_document(source, (root / source).read_bytes())
    counts = {module.path.split("/")[1]: module.text.count("\ndef ") for module in tools}
    return {
        f"{GENERATED}/importlinter.ini": render_import_contracts(root, manifest),
        **({STUB: stub} if (stub := render_exports_stub(root)) else {}),
        PROVIDER_TABLE: render_provider_table(manifest, targets, counts),
        **render_provider_pages(root, manifest, targets),
    }


def render_targets(targets: Sequence[Target], committed: Mapping[str, str]) -> list[Module]:
    """Render the targets in order; many of them on two processes."""
    work = partial(render_target, committed=committed)
    if len(targets) < _PARALLEL_FROM:
        return [work(target) for target in targets]
    with ProcessPoolExecutor(_WORKERS) as pool:
        return list(pool.map(work, targets, chunksize=4))


def render_target(target: Target, committed: Mapping[str, str]) -> Module:
    """Render one target as the kind of module that its role asks for."""
    return render_model_ids(target) if target.role == "model_ids" else render_module(target, committed)


def read_names(root: Path) -> dict[str, str]:
    """Read the committed map of names; an absent one is empty."""
    path = root / NAMES
    names: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return names


def _package_files(targets: Iterable[Target]) -> dict[str, str]:
    """Render what every package needs: markers without imports, so that importing one surface loads one surface."""
    root = f"{GENERATED}/ai_sdk_generated"
    marker = render("package.py.jinja2")
    folders = {parent for target in targets for parent in Path(target.module).parents}
    files = {f"{root}/{folder.as_posix()}/__init__.py": marker for folder in folders if folder != Path()}
    return {
        **files,
        f"{root}/__init__.py": marker,
        **{f"{root}/{name}": (TEMPLATES / f"{name}.jinja2").read_text(encoding="utf-8") for name in _COMMON},
        f"{root}/py.typed": "",
    }


def _owned_folders(root: Path, only: str | None) -> list[Path]:
    folder = root / GENERATED
    return [folder / "ai_sdk_generated" / only if only else folder]


def _report(output: Output, differences: Iterable[str]) -> None:
    lines = [*differences, *(f"unused name {key}" for key in output.stale_names)]
    lines.append(f"{len(output.files)} files, {output.classes} classes and aliases")
    sys.stdout.write("".join(f"{line}\n" for line in lines))
