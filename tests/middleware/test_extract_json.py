"""Markdown fences around JSON go away, however a stream cuts the text."""

from typing import Any

import anyio
import pytest
from hypothesis import given, strategies as st

from ai_sdk.middleware.extract_json_middleware import extract_json_middleware
from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.testing import MockLanguageModelV4
from tests.middleware.reading import FINISH, cut_at, joined, options, read_content, read_stream, streams, text_parts

pytestmark = pytest.mark.anyio

JSON = extract_json_middleware()


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ('```json\n{"a": 1}\n```', '{"a": 1}'),
        ('```\n{"a": 1}\n```\n', '{"a": 1}'),
        ('```json{"a": 1}```', '{"a": 1}'),
        (' {"a": 1}\n', '{"a": 1}'),
        ('\ufeff{"a": 1}', '{"a": 1}'),
        ('See:\n```json\n{"a": 1}\n```', 'See:\n```json\n{"a": 1}'),
        ("```js\nx\n```", "js\nx"),
        ("", ""),
    ],
)
async def test_a_generated_text_loses_its_fence(answer: str, text: str) -> None:
    assert await read_content(MockLanguageModelV4(do_generate=answer), JSON) == [{"type": "text", "text": text}]


async def test_structured_output_loses_its_fence_and_other_content_stays() -> None:
    metadata = {"p": {"a": 1}}
    given = [
        {"type": "reasoning", "text": "```"},
        {"type": "text", "text": "```\n1\n```", "providerMetadata": metadata},
    ]
    model = MockLanguageModelV4(do_generate={"content": given, "structuredOutputText": "```json\n2\n```"})
    result = await wrap_language_model(model=model, middleware=JSON).do_generate(options())
    assert await read_content(model, JSON) == [given[0], {"type": "text", "text": "1", "providerMetadata": metadata}]
    assert result.structured_output_text == "2"


@pytest.mark.parametrize(
    ("pieces", "streamed"),
    [
        (["```js", "on\n", '{"a":', " 1}", "\n`", "``"], ['{"a":', " 1}"]),
        (['{"a"', ": 1}"], ['{"a"', ": 1}"]),
        (["{", "\n\n", "}"], ["{", "\n\n}"]),
        (["a``", "b"], ["a", "``b"]),
        (["```", "json{}", "```"], ["{}"]),
        (["``"], ["``"]),
        (["`ab"], ["`ab"]),
        (["```js\nx\n```"], ["```js\nx"]),
    ],
)
async def test_a_streamed_text_goes_out_as_soon_as_it_can(pieces: list[str], streamed: list[str]) -> None:
    parts = await read_stream(streams(*text_parts(pieces), FINISH), JSON)
    assert parts == [*text_parts(streamed), FINISH]


async def test_a_transform_of_the_caller_gets_the_whole_text() -> None:
    upper = extract_json_middleware(transform=lambda text: text.strip("#").upper())
    assert await read_stream(streams(*text_parts(["#a", "b", "#"])), upper) == text_parts(["AB"])
    assert await read_content(MockLanguageModelV4(do_generate="#ab#"), upper) == [{"type": "text", "text": "AB"}]


async def test_deltas_and_ends_of_unknown_blocks_pass() -> None:
    parts: list[Any] = [{"type": "text-delta", "id": "9", "delta": "```"}, {"type": "text-end", "id": "9"}]
    assert await read_stream(streams(*parts), JSON) == parts


PIECES = ["```", "```json", "`", "\n", " ", "{", '"a": 1', "}", "\n```"]
FENCED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(answer=FENCED, cuts=st.sets(st.integers(1, 60)))
def test_where_the_text_is_cut_makes_no_difference_but_to_blanks_after_the_fence(answer: str, cuts: set[int]) -> None:
    whole = joined(anyio.run(read_stream, streams(*text_parts([answer])), JSON), "text")
    cut = joined(anyio.run(read_stream, streams(*text_parts(cut_at(answer, cuts))), JSON), "text")
    assert cut.lstrip() == whole.lstrip() if answer.startswith("```") else cut == whole
