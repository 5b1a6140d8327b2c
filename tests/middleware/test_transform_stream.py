"""A transformed stream pulls one part at a time and closes what it wraps."""

from collections.abc import AsyncGenerator
from typing import Any

import pytest

from ai_sdk.middleware.extract_json_middleware import extract_json_middleware
from ai_sdk.middleware.extract_reasoning_middleware import extract_reasoning_middleware
from ai_sdk.middleware.transform_stream import transform_stream
from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.provider import (
    LanguageModelV4Ping,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
    LanguageModelV4TextDelta,
)
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.testing import MockLanguageModelV4
from tests.middleware.reading import options

pytestmark = pytest.mark.anyio


class Source:
    """Counts what is read from it, and whether it was closed."""

    def __init__(self, *parts: LanguageModelV4StreamPart | Exception) -> None:
        self.parts = parts
        self.read = 0
        self.closed = False

    def stream(self) -> AsyncGenerator[LanguageModelV4StreamPart, None]:
        return BodyStream(self._read(), self._close)

    async def _read(self) -> AsyncGenerator[LanguageModelV4StreamPart, None]:
        for part in self.parts:
            self.read += 1
            if isinstance(part, Exception):
                raise part
            yield part

    async def _close(self) -> None:
        self.closed = True


def letters(text: str) -> list[LanguageModelV4TextDelta]:
    return [LanguageModelV4TextDelta(id="1", delta=letter) for letter in text]


def doubled(part: LanguageModelV4StreamPart) -> list[LanguageModelV4StreamPart]:
    return [part, part]


async def test_a_part_is_read_only_when_one_is_asked_for() -> None:
    source = Source(*letters("abc"))
    stream = transform_stream(source.stream(), doubled)
    assert source.read == 0
    assert [(await anext(stream)).type for _ in range(2)] == ["text-delta"] * 2
    assert source.read == 1
    await anext(stream)
    assert source.read == 2
    await stream.aclose()
    assert source.closed


@pytest.mark.parametrize("taken", [0, 1, 2])
async def test_closing_closes_the_source_even_when_nothing_was_read(taken: int) -> None:
    source = Source(*letters("abc"))
    stream = transform_stream(source.stream(), doubled)
    for _ in range(taken):
        await anext(stream)
    await stream.aclose()
    assert (source.closed, source.read) == (True, min(taken, 1))


async def test_the_source_is_closed_at_its_end_and_when_it_or_the_function_fails() -> None:
    source = Source(*letters("a"))
    assert len([part async for part in transform_stream(source.stream(), doubled)]) == 2
    assert source.closed

    broken = Source(*letters("a"), ConnectionError("gone"))
    stream = transform_stream(broken.stream(), doubled)
    assert [await anext(stream) for _ in range(2)] == letters("aa")
    with pytest.raises(ConnectionError, match="gone"):
        await anext(stream)
    assert broken.closed

    def fail(_: LanguageModelV4StreamPart) -> list[LanguageModelV4StreamPart]:
        raise ValueError("no")

    fine = Source(*letters("a"))
    with pytest.raises(ValueError, match="no"):
        await anext(transform_stream(fine.stream(), fail))
    assert fine.closed


async def test_a_source_without_aclose_is_read_too() -> None:
    class Once:
        def __init__(self) -> None:
            self.parts = [LanguageModelV4Ping()]

        def __aiter__(self) -> Any:
            return self

        async def __anext__(self) -> LanguageModelV4StreamPart:
            if not self.parts:
                raise StopAsyncIteration
            return self.parts.pop()

    assert len([part async for part in transform_stream(Once(), doubled)]) == 2


async def test_the_middlewares_of_the_sdk_close_the_model_s_stream_and_read_ahead_by_nothing() -> None:
    source = Source(*letters("abc"))
    model = MockLanguageModelV4(do_stream=lambda _: LanguageModelV4StreamResult(stream=source.stream()))
    middleware = [extract_json_middleware(), extract_reasoning_middleware(tag_name="think")]
    stream: Any = (await wrap_language_model(model=model, middleware=middleware).do_stream(options())).stream
    assert (source.read, source.closed) == (0, False)
    assert (await anext(stream)).delta == "a"
    assert (source.read, source.closed) == (1, False)
    await stream.aclose()
    assert source.closed
