"""Right models: whatever is not contract may be different, and the verdict is still identical."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from ai_sdk.provider_utils import clock
from conformance.case import parse_case
from conformance.execute import execute
from conformance.tests.miniature import (
    CHAT_CASE,
    CHAT_EXPECTED,
    ERROR_CASE,
    ERROR_EXPECTED,
    STREAM_CASE,
    STREAM_EXPECTED,
    MiniModel,
    MiniSubject,
    changed,
    judge_pair,
)

PAIRS = [(CHAT_CASE, CHAT_EXPECTED), (STREAM_CASE, STREAM_EXPECTED), (ERROR_CASE, ERROR_EXPECTED)]


class OtherIds(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        def rename(result: dict[str, Any]) -> None:
            for part in result["content"][:3]:
                part["toolCallId"] = part["toolCallId"].replace("id-", "call_9f")

        return changed(super().result(answer), rename)


class FloatsForIntegers(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer | {"tokens": float(answer["tokens"])})


class DateObject(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer) | {"response": {"timestamp": datetime.now(UTC)}}


class TransportHeaders(MiniModel):
    def headers(self) -> dict[str, str]:
        return super().headers() | {"User-Agent": "mini", "Accept-Encoding": "br", "Cache-Control": "no-cache"}


class FinishedTask(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        task = asyncio.create_task(asyncio.sleep(0))
        result = await super().do_generate(options)
        task.cancel()
        return result


class TimeoutGuard(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        async with asyncio.timeout(30):
            return await super().do_generate(options)


class WorkInThread(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        await asyncio.to_thread(sum, range(1000))
        return await super().do_generate(options)


class SlowerStream(MiniModel):
    async def parts(self, response: httpx.Response) -> AsyncIterator[Any]:
        async for part in super().parts(response):
            await asyncio.sleep(0)
            yield part


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0]["id"])
def test_the_right_model_is_identical(tmp_path: Path, pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    line = judge_pair(tmp_path, MiniModel, *pair).line
    assert (line["outcome"], line["core"], line["differences"]) == ("identical", True, [])


@pytest.mark.parametrize(
    "model",
    [OtherIds, FloatsForIntegers, DateObject, TransportHeaders, FinishedTask, TimeoutGuard, WorkInThread, SlowerStream],
)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0]["id"])
def test_an_equivalent_model_is_identical(
    tmp_path: Path, model: type[MiniModel], pair: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    assert judge_pair(tmp_path, model, *pair).line["differences"] == []


@pytest.mark.parametrize("split", ["as-is", "whole", "byte", {"bytes": 3}, {"seed": 5, "max": 4}])
def test_how_the_server_splits_a_stream_does_not_count(tmp_path: Path, split: Any) -> None:
    case = changed(STREAM_CASE, lambda case: case["exchanges"][0]["response"].update(split=split))
    assert judge_pair(tmp_path, MiniModel, case, STREAM_EXPECTED).line["outcome"] == "identical"


def test_parts_say_which_of_them_the_case_has(tmp_path: Path) -> None:
    verdicts = {case["id"]: judge_pair(tmp_path, MiniModel, case, expected).line["parts"] for case, expected in PAIRS}
    assert verdicts == {
        "mini/chat": {"requests": True, "outcome": True},
        "mini/stream": {"requests": True, "outcome": True, "stream": True},
        "mini/error": {"requests": True, "outcome": True, "error": True},
    }


class Nothing(MiniModel):
    async def do_generate(self, _: Any) -> Any:
        await (await self.post()).aclose()


def test_returning_nothing_is_undefined_and_an_outcome_without_result(tmp_path: Path) -> None:
    expected = {key: value for key, value in CHAT_EXPECTED.items() if key != "result"}
    assert judge_pair(tmp_path, Nothing, CHAT_CASE, expected).line["differences"] == []
    assert judge_pair(tmp_path, Nothing).line["outcome"] == "differing"


class Polling(MiniModel):
    async def post(self) -> httpx.Response:
        await clock.sleep(3600)
        await clock.sleep(0.25)
        return await super().post()


def test_hours_of_waiting_take_no_time_and_are_recorded_in_milliseconds() -> None:
    outcome = execute(parse_case(CHAT_CASE), MiniSubject(Polling), Path.read_bytes)  # type: ignore[arg-type]
    assert outcome["sleeps"] == [3600000, 250]


def test_sleeps_are_compared_where_they_are_expected(tmp_path: Path) -> None:
    wanted = CHAT_EXPECTED | {"sleeps": [3600000, 251]}
    line = judge_pair(tmp_path, Polling, CHAT_CASE, wanted).line
    assert [difference["path"] for difference in line["differences"]] == ["sleeps[1]"]
    assert line["parts"] == {"requests": True, "outcome": True, "sleeps": False}


class Raced(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        timer = asyncio.create_task(clock.sleep(0.1))
        call = asyncio.create_task(super().do_generate(options))
        done, pending = await asyncio.wait({timer, call}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        if timer in done:
            raise TimeoutError
        return await call


@pytest.mark.parametrize(("delay", "status", "sleeps"), [(99, "ok", None), (101, "error", [100])])
def test_server_delays_and_client_timers_run_on_the_same_clock(delay: int, status: str, sleeps: Any) -> None:
    case = changed(CHAT_CASE, lambda case: case["exchanges"][0]["response"].update(delayMs=delay))
    outcome = execute(parse_case(case), MiniSubject(Raced), Path.read_bytes)  # type: ignore[arg-type]
    assert (outcome["status"], outcome.get("sleeps"), outcome.get("problems")) == (status, sleeps, None)


class Dated(MiniModel):
    def headers(self) -> dict[str, str]:
        return super().headers() | {"x-date": clock.now().isoformat()}


def test_a_pinned_clock_is_what_the_model_reads(tmp_path: Path) -> None:
    case = CHAT_CASE | {"clock": "2025-03-01T12:00:00.000Z"}
    headers = {**CHAT_EXPECTED["requests"][0]["headers"], "x-date": "2025-03-01T12:00:00+00:00"}
    expected = changed(CHAT_EXPECTED, lambda expected: expected["requests"][0].update(headers=headers))
    assert judge_pair(tmp_path, Dated, case, expected).line["differences"] == []
