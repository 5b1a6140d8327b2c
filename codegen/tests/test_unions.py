"""How unions are told apart: tags, shared tags, refined fallbacks and their inner tags."""

from typing import Any

import pytest

from codegen.discriminators import plan_unions
from codegen.models import render_tags
from codegen.unions import Tagging, find_tagging

INNER = {"response.item": {"property": "item", "tag": "kind"}}


def model(tags: list[str], **properties: Any) -> dict[str, Any]:
    all_properties = {"type": {"enum": tags}, **properties}
    return {"type": "object", "properties": all_properties, "required": list(all_properties)}


def item(kind: str) -> dict[str, Any]:
    return {"type": "object", "properties": {"kind": {"enum": [kind]}}, "required": ["kind"]}


def reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def definitions() -> dict[str, Any]:
    fallback = {"type": "object", "properties": {"type": {"type": "string"}}, "required": ["type"]}
    return {
        "Delta": model(["response.delta"]),
        "ItemOne": item("one"),
        "ItemTwo": item("two"),
        "Item": {"anyOf": [reference("ItemOne"), reference("ItemTwo")]},
        "ItemEvent": model(["response.item"], item=reference("Item")),
        "Other": {**fallback, "x-zod-refine": True},
        "Chunk": {"anyOf": [reference("Delta"), reference("ItemEvent"), reference("Other")]},
    }


def same(schema: dict[str, Any]) -> dict[str, Any]:
    return schema


def test_a_refined_union_knows_the_inner_tags_that_make_an_event_unknown() -> None:
    planned, data = plan_unions(definitions(), {"Chunk": INNER})  # type: ignore[dict-item]

    assert planned["Chunk"] == {"anyOf": [reference("ChunkKnown"), reference("Other")]}
    assert data["Chunk"] == {
        "branches": ["known", "other"],
        "tags": {"response.delta": "known", "response.item": "known"},
        "property": "type",
        "field": "type",
        "inner": {"response.item": ("item", "kind", ["one", "two"])},
    }


def test_the_tables_are_written_one_entry_a_line() -> None:
    _, data = plan_unions(definitions(), {"Chunk": INNER})  # type: ignore[dict-item]

    assert render_tags(data) == (
        "_CHUNK_TAGS = {\n"
        '    "response.delta": "known",\n'
        '    "response.item": "known",\n'
        "}\n"
        "_CHUNK_INNER = {\n"
        '    "response.item": (\n'
        '        "item",\n'
        '        "kind",\n'
        "        {\n"
        '            "one",\n'
        '            "two",\n'
        "        },\n"
        "    ),\n"
        "}\n"
    )


def test_a_refinement_of_a_tag_that_the_union_does_not_have_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"names the tag 'response\.gone', which Chunk does not know"):
        plan_unions(definitions(), {"Chunk": {"response.gone": {"property": "item", "tag": "kind"}}})


def test_the_property_that_separates_best_is_the_tag() -> None:
    branches = [
        {**model(["a"], object={"enum": ["event"]})},
        {**model(["b"], object={"enum": ["event"]})},
    ]

    assert find_tagging(branches, same) == Tagging("type", [(("a",), (0,)), (("b",), (1,))])


@pytest.mark.parametrize(
    "branches",
    [
        [model(["a"]), model(["a"])],
        [model(["a"]), {"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"]}],
        [{"type": "object", "properties": {"type": {"enum": ["a"]}}, "required": []}, model(["b"])],
        [model([1]), model([2])],  # type: ignore[list-item]
    ],
)
def test_without_a_required_text_tag_of_its_own_for_each_branch_there_is_no_tagging(
    branches: list[dict[str, Any]],
) -> None:
    assert find_tagging(branches, same) is None


def test_branches_with_overlapping_tags_form_one_group() -> None:
    tagging = find_tagging([model(["a", "b"]), model(["c"]), model(["b", "d"])], same)

    assert tagging == Tagging("type", [(("a", "b", "d"), (0, 2)), (("c",), (1,))])


def test_only_the_last_branch_can_be_the_fallback() -> None:
    fallback = definitions()["Other"]

    assert find_tagging([model(["a"]), fallback], same) == Tagging("type", [(("a",), (0,))], 1, refined=True)
    assert find_tagging([fallback, model(["a"])], same) is None
