"""An `ai` package that is wrong on purpose: the harness must catch every kind."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ai_sdk.provider import NoSuchModelError
from ai_sdk.provider_utils import clock
from conformance.tests.miniature import forever
from conformance.tests.sdk.miniature_sdk import (
    EXPORTS,
    STREAM_CASE,
    STREAM_EXPECTED,
    TEXT_CASE,
    TEXT_EXPECTED,
    Result,
    Stream,
    generate_text,
    judge_exports,
)


@pytest.mark.parametrize(("case", "expected"), [(TEXT_CASE, TEXT_EXPECTED), (STREAM_CASE, STREAM_EXPECTED)])
def test_the_right_functions_are_identical(case: dict[str, Any], expected: dict[str, Any], tmp_path: Path) -> None:
    line = judge_exports(tmp_path, EXPORTS, case, expected).line
    assert (line["outcome"], line["differences"]) == ("identical", [])


async def without_request(*, model: Any, prompt: str, on_end: Any) -> Result:
    del model, prompt
    await clock.sleep(1)
    on_end(SimpleNamespace(text="Hello", finish_reason="stop"))
    return Result()


async def with_two_requests(**options: Any) -> Result:
    await generate_text(**options)
    return await generate_text(**options)


async def without_callback(*, model: Any, prompt: str, on_end: Any) -> Result:
    del on_end
    return await generate_text(model=model, prompt=prompt)


async def with_another_event(*, model: Any, prompt: str, on_end: Any) -> Result:
    return await generate_text(model=model, prompt=prompt, on_end=lambda _: on_end(SimpleNamespace(text="Hello")))


async def with_a_longer_sleep(**options: Any) -> Result:
    result = await generate_text(**options)
    await clock.sleep(0.5)
    return result


async def with_another_property(**options: Any) -> Result:
    await generate_text(**options)
    return Result(usage={"outputTokens": 4})


async def without_a_property(**options: Any) -> Result:
    result = await generate_text(**options)
    del result.finish_reason
    return result


async def with_a_property_too_many(**options: Any) -> Result:
    await generate_text(**options)
    return Result(files=[])


async def without_a_step(**options: Any) -> Result:
    await generate_text(**options)
    return Result(steps=[])


async def that_raises(**options: Any) -> Result:
    await generate_text(**options)
    raise NoSuchModelError(model_id="m-1", model_type="languageModel")


async def that_leaks(**options: Any) -> Result:
    await generate_text(**options)
    return Result(task=asyncio.create_task(forever()))


async def that_hangs(**options: Any) -> Result:
    await generate_text(**options)
    await forever()
    return Result()


WRONG = {
    "sends nothing": (without_request, "requests"),
    "sends twice": (with_two_requests, "requests"),
    "calls no callback": (without_callback, "events"),
    "tells a callback something else": (with_another_event, "events"),
    "sleeps longer": (with_a_longer_sleep, "sleeps"),
    "has another value": (with_another_property, "$.result.usage"),
    "lacks a property": (without_a_property, "$.status"),
    "has a property too many": (with_a_property_too_many, "$.result.files"),
    "lacks a step": (without_a_step, "$.result.steps"),
    "raises": (that_raises, "$.status"),
    "leaks a task": (that_leaks, "$.status"),
    "hangs": (that_hangs, "$.status"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_function_is_caught_that(wrong: str, tmp_path: Path) -> None:
    function, place = WRONG[wrong]
    line = judge_exports(tmp_path, {"generateText": function}, TEXT_CASE, TEXT_EXPECTED).line
    assert line["outcome"] == "differing"
    assert any(difference["path"].startswith(place) for difference in line["differences"])


class PartLost(Stream):
    async def _read(self) -> AsyncIterator[Any]:
        async for part in super()._read():
            if part["type"] != "start":
                yield part


class PartsSwapped(Stream):
    async def _read(self) -> AsyncIterator[Any]:
        for part in reversed([part async for part in super()._read()]):
            yield part


class Broken(Stream):
    async def _read(self) -> AsyncIterator[Any]:
        async for part in super()._read():
            yield part
        raise NoSuchModelError(model_id="m-1", model_type="languageModel")


class ReadOnce(Stream):
    def __init__(self, model: Any) -> None:
        super().__init__(model)
        self._parts = self._read()

    @property
    def stream(self) -> AsyncIterator[Any]:
        return self._parts


class PropertyFails(Stream):
    async def _awaitable(self, name: str) -> Any:
        if name == "text":
            raise NoSuchModelError(model_id="m-1", model_type="languageModel")
        return await super()._awaitable(name)


WRONG_STREAMS = {
    "loses a part": (PartLost, "$.result.stream[0].type"),
    "swaps parts": (PartsSwapped, "$.result.stream[0].type"),
    "breaks at its end": (Broken, "$.result.streamError"),
    "can be read once only": (ReadOnce, "$.result."),
    "lacks a property at its end": (PropertyFails, "$.result.final.text"),
}


@pytest.mark.parametrize("wrong", WRONG_STREAMS)
def test_a_stream_is_caught_that(wrong: str, tmp_path: Path) -> None:
    kind, place = WRONG_STREAMS[wrong]
    exports = {"streamText": lambda model, **_: kind(model)}
    line = judge_exports(tmp_path, exports, STREAM_CASE, STREAM_EXPECTED).line
    assert line["outcome"] == "differing"
    assert any(difference["path"].startswith(place) for difference in line["differences"])


def test_what_came_before_a_view_broke_is_kept(tmp_path: Path) -> None:
    exports = {"streamText": lambda model, **_: Broken(model)}
    outcome = judge_exports(tmp_path, exports, STREAM_CASE, STREAM_EXPECTED).outcome
    assert outcome is not None
    assert outcome["result"]["stream"] == STREAM_EXPECTED["result"]["stream"]
    assert outcome["result"]["streamError"]["$error"]["name"] == "AI_NoSuchModelError"


def test_a_function_that_is_not_exported_is_not_ported(tmp_path: Path) -> None:
    line = judge_exports(tmp_path, {}, TEXT_CASE, TEXT_EXPECTED).line
    assert (line["outcome"], line["reason"]) == ("not_ported", "function generateText")
