import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from codegen.extract.errors import ExtractError
from codegen.extract.exports import extract_exports
from codegen.extract.pins import Pin
from codegen.extract.sources import SourcePackage, source_package
from codegen.extract.tool_args import with_tool_args
from codegen.extract.write import to_bytes
from codegen.extract.zod_specs import ZodPackage, extract_zod, references, zod_documents

WITHOUT_ENTRY = "a schema factory without an entry in [factories] of packages.toml"
EXPECTED = Path(__file__).with_name("expected")


def expected(*names: str) -> dict[str, bytes]:
    return {f"acme_look/{name}": (EXPECTED / "acme_look" / name).read_bytes() for name in names}


def extracted(upstream: Path, package: SourcePackage) -> ZodPackage:
    (found,) = extract_zod(upstream, [package])
    return found


def with_source(upstream: Path, pin: Pin, text: str) -> SourcePackage:
    folder = upstream / "node_modules" / pin.name
    (folder / "src" / "extra.ts").write_text("import { z } from 'zod/v4';\n" + text)
    return source_package(upstream, pin)


def test_every_form_of_schema_becomes_the_golden_documents(upstream: Path, acme: SourcePackage) -> None:
    (complete,) = with_tool_args(upstream, [extracted(upstream, acme)])
    documents = zod_documents(complete)
    assert {path: to_bytes(document) for path, document in documents.items()} == expected(
        "chat/options.json", "chat/wire.json", "shared/wire.json", "tool/tools.json", "tool/wire.json"
    )


def test_exports_are_listed_by_entry_point_with_kind_and_deprecation(upstream: Path, acme: SourcePackage) -> None:
    documents = extract_exports(upstream, [acme])
    assert {path: to_bytes(document) for path, document in documents.items()} == expected("exports.json")


def test_arguments_that_would_take_the_name_of_a_schema_are_refused(upstream: Path, pin: Pin) -> None:
    text = "export const drawArgsSchema = z.object({ other: z.string() });"
    found = extracted(upstream, with_source(upstream, pin, text))
    with pytest.raises(ExtractError, match=r"acme-look: src/tool/draw\.ts#draw: the name DrawArgs is already taken"):
        with_tool_args(upstream, [found])


TYPED_OPTIONS = """
type Route = { only: string[] };
export type AcmeRoutingOptions = { [key: string]: unknown; route?: Route | 'auto'; wait?: number };
"""


def test_listed_options_that_are_a_type_become_a_document(upstream: Path, pin: Pin) -> None:
    listed = replace(pin, options=("src/extra.ts#AcmeRoutingOptions",))
    (complete,) = with_tool_args(upstream, [extracted(upstream, with_source(upstream, listed, TYPED_OPTIONS))])
    definitions = zod_documents(complete)["acme_look/shared/options.json"]["$defs"]
    assert definitions == {
        "AcmeRoutingOptions": {
            "x-source": "src/extra.ts#AcmeRoutingOptions",
            "type": "object",
            "properties": {
                "route": {"anyOf": [{"const": "auto", "type": "string"}, {"$ref": "#/$defs/Route"}]},
                "wait": {"type": "number"},
            },
            "additionalProperties": {"x-ts": "unknown"},
        },
        "Route": {
            "x-source": "src/extra.ts#Route",
            "type": "object",
            "properties": {"only": {"type": "array", "items": {"type": "string"}}},
            "required": ["only"],
        },
    }


def test_listed_options_that_are_not_there_are_an_error(upstream: Path, pin: Pin) -> None:
    listed = replace(pin, options=("src/extra.ts#Nothing",))
    found = extracted(upstream, with_source(upstream, listed, TYPED_OPTIONS))
    with pytest.raises(ExtractError, match=r"acme-look: src/extra\.ts#Nothing: there is no such type"):
        with_tool_args(upstream, [found])


def test_each_form_is_recorded(upstream: Path, acme: SourcePackage) -> None:
    forms = {schema.symbol: schema.form for schema in extracted(upstream, acme).schemas}
    assert forms == {
        "acmeKnownChunkSchema": "const",
        "acmeErrorDataSchema": "const",
        "acmeChatResponseSchema": "lazy",
        "acmeLanguageModelChatOptions": "lazy",
        "drawInputSchema": "lazy",
        "searchArgsSchema": "lazy",
        "usageSchema": "thunk",
        "filterSchema": "thunk",
        "createAcmeChatChunkSchema": "factory",
        "AcmeChatLanguageModel.poll": "inline",
        "AcmeChatLanguageModel.poll.statusSchema": "inline",
        "handler.errorSchema": "inline",
        "factory.inputSchema": "inline",
        "factory.outputSchema": "inline",
        "json": "recursive",
    }


def test_schemas_that_ask_for_one_name_are_told_apart_by_their_files(upstream: Path, pin: Pin) -> None:
    package = with_source(upstream, pin, "export const acmeErrorDataSchema = z.object({ other: z.string() });")
    names = {schema.source: schema.name for schema in extracted(upstream, package).schemas}
    assert names["src/extra.ts#acmeErrorDataSchema"] == "ExtraAcmeErrorData"
    assert names["src/acme-error.ts#acmeErrorDataSchema"] == "AcmeErrorAcmeErrorData"


def test_a_check_piped_into_a_schema_is_described_as_that_schema(upstream: Path, pin: Pin) -> None:
    text = "export const s = z.unknown().refine(v => v !== 1).pipe(z.object({ a: z.string() }));"
    schemas = {schema.name: schema.schema for schema in extracted(upstream, with_source(upstream, pin, text)).schemas}
    assert schemas["S"] == {
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
        "type": "object",
        "x-zod-refine": True,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "throw new Error('no luck');",
            "@ai-sdk/acme-look: src/extra.ts: cannot be imported: no luck",
        ),
        (
            "export const whenSchema = z.object({ at: z.date() });",
            "@ai-sdk/acme-look: src/extra.ts#whenSchema: Date cannot be represented in JSON Schema",
        ),
        (
            "export const makeSchema = (item: z.ZodType) => z.object({ item });",
            "@ai-sdk/acme-look: src/extra.ts#makeSchema: " + WITHOUT_ENTRY,
        ),
        (
            "export const read = (text: string) => z.object({ is: z.literal(text) }).parse({});",
            "@ai-sdk/acme-look: src/extra.ts#read: this inline schema needs the local names text",
        ),
        (
            "export function f() { return [z.object({ a: z.string() }), z.object({ b: z.string() })]; }",
            "@ai-sdk/acme-look: src/extra.ts#f: the name ExtraF is already taken by src/extra.ts#f",
        ),
    ],
)
def test_what_cannot_be_extracted_fails_and_is_named(upstream: Path, pin: Pin, text: str, message: str) -> None:
    with pytest.raises(ExtractError) as raised:
        extracted(upstream, with_source(upstream, pin, text))
    assert str(raised.value) == message


def test_a_factory_argument_that_is_no_schema_fails_and_is_named(upstream: Path, pin: Pin) -> None:
    (factory,) = pin.factories
    wrong = replace(pin, factories={factory: ("src/acme-error.ts#missing",)})
    with pytest.raises(ExtractError, match=r"src/acme-error\.ts#missing: named in \[factories\] of packages\.toml"):
        extracted(upstream, source_package(upstream, wrong))


def test_references_are_collected_at_every_depth() -> None:
    schema: Any = {"$ref": "#/$defs/A", "anyOf": [{"items": {"$ref": "#/$defs/B"}}, {"properties": {"$ref": {}}}]}
    assert references(json.loads(json.dumps(schema))) == {"A", "B"}
