from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from codegen.extract.errors import ExtractError
from codegen.extract.lossy import Handled, LossyList, check_lossy, load_lossy, losses_of, with_customs
from codegen.extract.pins import Pin
from codegen.extract.sources import SourcePackage
from codegen.extract.zod_specs import ZodPackage, ZodSchema

EVERYWHERE = {"default": "applied by the reader"}
PIN = Pin(name="@ai-sdk/acme", version="1.2.3", integrity="")
PACKAGE = SourcePackage(pin=PIN, folder=Path("acme"), files=())
LOSING: dict[str, Any] = {
    "properties": {
        "a": {"x-zod": "catch", "x-zod-within": "transform"},
        "b": [{"x-zod-refine": True}, {"x-zod": "default"}],
    }
}


def found(**schemas: dict[str, Any]) -> ZodPackage:
    listed = (
        ZodSchema(name=name, file="src/a.ts", symbol=f"{name.lower()}Schema", form="const", schema=schema)
        for name, schema in schemas.items()
    )
    return ZodPackage(package=PACKAGE, schemas=tuple(listed), tools=())


def listing(**entries: tuple[str, ...]) -> LossyList:
    handled = {name: Handled(losses=losses, handling="by hand", custom=None) for name, losses in entries.items()}
    return LossyList(everywhere=EVERYWHERE, schemas={"@ai-sdk/acme": handled})


def test_losses_are_collected_at_every_depth() -> None:
    assert losses_of(LOSING) == {"catch", "transform", "refine", "default"}


def test_listed_losses_pass_and_are_counted() -> None:
    assert check_lossy(listing(A=("catch", "refine", "transform")), [found(A=LOSING, B={"type": "object"})]) == 1


def test_a_loss_handled_everywhere_needs_no_entry() -> None:
    assert check_lossy(listing(), [found(A={"x-zod": "default"})]) == 0


@pytest.mark.parametrize(
    ("lossy", "complaint"),
    [
        (listing(), "@ai-sdk/acme: A (src/a.ts#aSchema) loses catch, refine, transform and is not listed"),
        (
            listing(A=("catch",)),
            "@ai-sdk/acme: A (src/a.ts#aSchema) loses catch, refine, transform and is listed with catch",
        ),
        (
            listing(A=("catch", "refine", "transform"), Gone=("refine",)),
            "@ai-sdk/acme: Gone is listed, but loses nothing (or is gone)",
        ),
        (
            replace(
                listing(A=("catch", "refine", "transform")),
                schemas={**listing(A=("catch", "refine", "transform")).schemas, "left": {}},
            ),
            "left: listed, but not a pinned package",
        ),
    ],
)
def test_a_list_that_does_not_fit_fails_and_names_the_schema(lossy: LossyList, complaint: str) -> None:
    with pytest.raises(ExtractError) as raised:
        check_lossy(lossy, [found(A=LOSING)])
    assert str(raised.value).splitlines()[1:] == [f"  {complaint}"]


def test_the_listed_schema_stands_for_custom_types() -> None:
    entry = Handled(losses=("custom",), handling="bytes", custom={"type": "string", "format": "binary"})
    lossy = LossyList(everywhere={}, schemas={"@ai-sdk/acme": {"A": entry}})
    before = found(A={"anyOf": [{"type": "string"}, {"x-zod": "custom"}]}, B={"x-zod": "custom"})
    assert {schema.name: schema.schema for schema in with_customs(before, lossy).schemas} == {
        "A": {"anyOf": [{"type": "string"}, {"type": "string", "format": "binary", "x-zod": "custom"}]},
        "B": {"x-zod": "custom"},
    }


def test_the_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lossy.toml"
    path.write_text("""
[everywhere]
default = "applied by the reader"
["@ai-sdk/acme"]
A = { losses = ["refine", "custom"], handling = "by hand", custom = { type = "string" } }
""")
    handled = Handled(losses=("custom", "refine"), handling="by hand", custom={"type": "string"})
    assert load_lossy(path) == LossyList(everywhere=EVERYWHERE, schemas={"@ai-sdk/acme": {"A": handled}})


@pytest.mark.parametrize("row", ['"refine"', '{ losses = ["refine"] }', '{ handling = "x" }', '{ why = "x" }'])
def test_an_entry_that_does_not_say_how_is_refused(tmp_path: Path, row: str) -> None:
    path = tmp_path / "lossy.toml"
    path.write_text(f"[ai]\nA = {row}\n")
    with pytest.raises(ExtractError, match=r"lossy\.toml: \['ai'\] A: expected losses, handling and"):
        load_lossy(path)
