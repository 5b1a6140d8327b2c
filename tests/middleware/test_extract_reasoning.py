"""Reasoning between tags becomes reasoning parts, however a stream cuts the text."""

from typing import Any

import anyio
import pytest
from hypothesis import given, strategies as st

from ai_sdk.error import InvalidArgumentError
from ai_sdk.middleware.extract_reasoning_middleware import ReasoningDelimiters, extract_reasoning_middleware
from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.provider.codec import dump
from ai_sdk.testing import MockLanguageModelV4
from tests.middleware.reading import FINISH, cut_at, joined, options, read_content, read_stream, streams, text_parts

pytestmark = pytest.mark.anyio

THINK = extract_reasoning_middleware(tag_name="think")


def reasoning(text: str) -> dict[str, Any]:
    return {"type": "reasoning", "text": text}


def text(value: str) -> dict[str, Any]:
    return {"type": "text", "text": value}


def delta(kind: str, block_id: str, value: str) -> dict[str, Any]:
    return {"type": f"{kind}-delta", "id": block_id, "delta": value}


def edge(kind: str, block_id: str) -> dict[str, Any]:
    return {"type": kind, "id": block_id}


@pytest.mark.parametrize(
    ("answer", "content"),
    [
        ("<think>a</think>b", [reasoning("a"), text("b")]),
        ("<think>a\nb</think>", [reasoning("a\nb"), text("")]),
        ("x<think>a</think>y<think>b</think>z", [reasoning("a\nb"), text("x\ny\nz")]),
        ("<think>a</think><think>b</think>z", [reasoning("a\nb"), text("\nz")]),
        ("<think></think>b", [reasoning(""), text("b")]),
        ("<think>never closed", [text("<think>never closed")]),
        ("no tags", [text("no tags")]),
    ],
)
async def test_a_generated_text_is_split(answer: str, content: list[Any]) -> None:
    assert await read_content(MockLanguageModelV4(do_generate=answer), THINK) == content


async def test_an_answer_may_begin_inside_the_tag() -> None:
    middleware = extract_reasoning_middleware(tag_name="think", start_with_reasoning=True)
    assert await read_content(MockLanguageModelV4(do_generate="a</think>b"), middleware) == [reasoning("a"), text("b")]
    assert await read_content(MockLanguageModelV4(do_generate="no end"), middleware) == [text("no end")]


async def test_delimiters_are_literal_and_the_separator_can_be_chosen() -> None:
    middleware = extract_reasoning_middleware(tag_name={"opening": "<|a.", "closing": "b|>"}, separator=" | ")
    model = MockLanguageModelV4(do_generate="x<|a.1b|>y<|a.2b|>z")
    assert await read_content(model, middleware) == [reasoning("1 | 2"), text("x | y | z")]


async def test_structured_output_loses_its_reasoning_and_other_content_stays() -> None:
    source = {"type": "source", "sourceType": "url", "id": "1", "url": "https://a.dev"}
    model = MockLanguageModelV4(do_generate={"content": [source], "structuredOutputText": "<think>a</think>{}"})
    result = await wrap_language_model(model=model, middleware=THINK).do_generate(options())
    assert (dump(result.content), result.structured_output_text) == ([source], "{}")


@pytest.mark.parametrize("delimiters", [{"opening": "", "closing": "x"}, {"opening": "x", "closing": ""}])
def test_an_empty_delimiter_is_refused(delimiters: Any) -> None:
    message = "Invalid argument for parameter tagName: Reasoning delimiters must not be empty."
    with pytest.raises(InvalidArgumentError, match=message):
        extract_reasoning_middleware(tag_name=delimiters)


async def test_a_stream_has_reasoning_blocks_and_text_starts_when_it_comes() -> None:
    pieces = ["<thi", "nk>one", " two</th", "ink>text", "<think>three</think>", "more"]
    assert await read_stream(streams(*text_parts(pieces), FINISH), THINK) == [
        edge("reasoning-start", "reasoning-0"),
        delta("reasoning", "reasoning-0", "one"),
        delta("reasoning", "reasoning-0", " two"),
        edge("reasoning-end", "reasoning-0"),
        edge("text-start", "1"),
        delta("text", "1", "text"),
        edge("reasoning-start", "reasoning-1"),
        delta("reasoning", "reasoning-1", "\nthree"),
        edge("reasoning-end", "reasoning-1"),
        delta("text", "1", "\nmore"),
        edge("text-end", "1"),
        FINISH,
    ]


async def test_an_empty_section_starts_and_ends() -> None:
    assert await read_stream(streams(*text_parts(["<think></think>b"])), THINK) == [
        edge("reasoning-start", "reasoning-0"),
        edge("reasoning-end", "reasoning-0"),
        *text_parts(["b"]),
    ]


async def test_what_could_have_become_a_tag_is_text_at_the_end() -> None:
    assert await read_stream(streams(*text_parts(["a <thi"])), THINK) == text_parts(["a ", "<thi"])


async def test_a_block_without_text_and_one_without_start_pass() -> None:
    parts = [*text_parts([]), edge("text-end", "2"), delta("text", "3", "x")]
    assert await read_stream(streams(*parts), THINK) == parts


async def test_two_blocks_at_a_time_are_read_apart() -> None:
    parts = [delta("text", "a", "<think>1"), delta("text", "b", "<think>2</think>3"), delta("text", "a", "</think>4")]
    assert await read_stream(streams(*parts), THINK) == [
        edge("reasoning-start", "reasoning-0"),
        delta("reasoning", "reasoning-0", "1"),
        edge("reasoning-start", "reasoning-1"),
        delta("reasoning", "reasoning-1", "2"),
        edge("reasoning-end", "reasoning-1"),
        delta("text", "b", "3"),
        edge("reasoning-end", "reasoning-0"),
        delta("text", "a", "4"),
    ]


OPENING, CLOSING = "[[T]]", "]]/"  # both repeat themselves
DELIMITERS: ReasoningDelimiters = {"opening": OPENING, "closing": CLOSING}
INSIDE = extract_reasoning_middleware(tag_name=DELIMITERS, start_with_reasoning=True)
OUTSIDE = extract_reasoning_middleware(tag_name=DELIMITERS)
ANSWERS = st.lists(st.sampled_from([OPENING, CLOSING, "[", "]", "]]", "T", "a", " ", "\n"]), max_size=12).map("".join)


@given(answer=ANSWERS, cuts=st.sets(st.integers(1, 60)), middleware=st.sampled_from([INSIDE, OUTSIDE]))
def test_where_the_text_is_cut_makes_no_difference(answer: str, cuts: set[int], middleware: Any) -> None:
    whole = anyio.run(read_stream, streams(*text_parts([answer])), middleware)
    cut = anyio.run(read_stream, streams(*text_parts(cut_at(answer, cuts))), middleware)
    for kind in ("text", "reasoning"):
        assert joined(cut, kind) == joined(whole, kind)
    assert [part for part in cut if "delta" not in part] == [part for part in whole if "delta" not in part]
