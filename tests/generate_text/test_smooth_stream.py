"""Smoothing of streamed text."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk import smooth_stream, stream_text
from ai_sdk.generate_text.text_stream_part import (
    TextStreamPingPart,
    TextStreamReasoningDeltaPart,
    TextStreamTextDeltaPart,
    TextStreamTextEndPart,
    TextStreamTextStartPart,
)
from ai_sdk.provider_utils.clock import use_clock
from tests.generate_text.stream_models import ScriptedModel, finish, text_parts
from tests.instant_clock import InstantClock

pytestmark = pytest.mark.anyio


def delta(text: str, part_id: str = "1", **more: Any) -> TextStreamTextDeltaPart:
    return TextStreamTextDeltaPart(id=part_id, text=text, **more)


def thought(text: str, part_id: str = "1") -> TextStreamReasoningDeltaPart:
    return TextStreamReasoningDeltaPart(id=part_id, text=text)


async def smooth(parts: list[Any], **options: Any) -> list[Any]:
    async def stream() -> AsyncIterator[Any]:
        for part in parts:
            yield part

    transform = smooth_stream(**{"delay_in_ms": None, **options})(tools={}, stop_stream=lambda: None)
    return [part async for part in transform(stream())]


END = TextStreamTextEndPart(id="1")


async def test_words_go_on_when_they_are_whole() -> None:
    parts = [TextStreamTextStartPart(id="1"), delta("Hel"), delta("lo, wor"), delta("ld! How a"), delta("re you?"), END]
    assert await smooth(parts) == [
        TextStreamTextStartPart(id="1"),
        *(delta("Hello, "), delta("world! "), delta("How "), delta("are "), delta("you?")),
        END,
    ]


async def test_white_space_before_a_word_goes_with_it() -> None:
    assert await smooth([delta("  one  two"), END]) == [delta("  one  "), delta("two"), END]


async def test_lines_go_on_when_they_are_whole() -> None:
    assert await smooth([delta("a b\n\nc"), delta(" d\ne"), END], chunking="line") == [
        *(delta("a b\n\n"), delta("c d\n"), delta("e"), END)
    ]


async def test_a_pattern_ends_the_pieces() -> None:
    assert await smooth([delta("one_two_three"), END], chunking=re.compile("_")) == [
        *(delta("one_"), delta("two_"), delta("three"), END)
    ]


async def test_a_function_finds_the_pieces() -> None:
    assert await smooth(
        [delta("你好世"), delta("界"), END], chunking=lambda text: text[:2] if len(text) > 1 else None
    ) == [*(delta("你好"), delta("世界"), END)]


@pytest.mark.parametrize(
    ("chunking", "message"),
    [
        (re.compile("x*"), "Chunking RegExp must not match an empty string."),
        (lambda _: "", "Chunking function must return a non-empty string."),
        (lambda _: "b", 'Received: "b" which is not a prefix of buffer "a"'),
    ],
)
async def test_pieces_that_cannot_be_are_refused(chunking: Any, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        await smooth([delta("a")], chunking=chunking)


def test_an_unknown_chunking_is_refused() -> None:
    with pytest.raises(TypeError, match="not 'sentence'"):
        smooth_stream(chunking="sentence")  # type: ignore[arg-type]


async def test_text_reasoning_and_ids_are_not_mixed() -> None:
    parts = [delta("one tw"), thought("I th"), thought("ink"), delta("o three", "2"), delta("four", "3"), END]
    assert await smooth(parts) == [
        *(delta("one "), delta("tw"), thought("I "), thought("think"), delta("o ", "2"), delta("three", "2")),
        *(delta("four", "3"), END),
    ]


async def test_metadata_stays_with_its_text() -> None:
    metadata = {"p": {"signature": "s"}}
    parts = [
        delta("one"),
        delta("", provider_metadata=metadata),
        delta("a b", provider_metadata=metadata),
        delta("c"),
        END,
    ]
    assert await smooth(parts) == [
        *(delta("one"), delta("", provider_metadata=metadata)),
        *(delta("a ", provider_metadata=metadata), delta("b", provider_metadata=metadata)),
        *(delta("c"), END),
    ]


async def test_a_ping_does_not_wait_for_text() -> None:
    ping = TextStreamPingPart()
    assert await smooth([delta("hal"), ping, delta("f "), END]) == [ping, delta("half "), END]


async def test_it_waits_after_each_piece() -> None:
    clock = InstantClock()
    with use_clock(clock):
        await smooth([delta("one two three"), END], delay_in_ms=20)
    assert clock.slept == [0.02, 0.02]


async def test_it_smooths_a_stream() -> None:
    model = ScriptedModel([*text_parts("Hel", "lo, wor", "ld"), finish()])
    result = stream_text(model=model, prompt="?", experimental_transform=smooth_stream(delay_in_ms=None))
    assert [text async for text in result.text_stream] == ["Hello, ", "world"]
    assert await result.text == "Hello, world"


texts = st.text(alphabet="ab \n\t\u00a0\u3000é_", max_size=8)
deltas = st.builds(
    lambda kind, text, part_id: kind(id=part_id, text=text),
    st.sampled_from([TextStreamTextDeltaPart, TextStreamReasoningDeltaPart]),
    texts,
    st.sampled_from("12"),
)


@given(
    parts=st.lists(deltas, max_size=20),
    chunking=st.sampled_from(["word", "line", re.compile("_"), lambda text: text[:3] or None]),
)
@settings(max_examples=100, deadline=None)
def test_the_text_is_unchanged(parts: list[Any], chunking: Any) -> None:
    smoothed = asyncio.run(smooth([*parts, END], chunking=chunking))
    assert smoothed[-1] == END
    assert runs(smoothed[:-1]) == runs(parts)


def runs(parts: list[Any]) -> list[tuple[str, str, str]]:
    """Join consecutive pieces of one text."""
    joined: list[tuple[str, str, str]] = []
    for part in parts:
        if not part.text:
            continue
        if joined and joined[-1][:2] == (part.type, part.id):
            joined[-1] = (part.type, part.id, joined[-1][2] + part.text)
        else:
            joined.append((part.type, part.id, part.text))
    return joined
