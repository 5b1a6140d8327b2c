"""Models that are wrong on purpose: the harness must catch every kind."""

import asyncio
import os
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from ai_sdk.provider import APICallError, InvalidResponseDataError
from ai_sdk.provider_utils import clock
from conformance.tests.miniature import (
    CHAT_CASE,
    CHAT_EXPECTED,
    ERROR_CASE,
    ERROR_EXPECTED,
    STREAM_CASE,
    STREAM_EXPECTED,
    MiniModel,
    StreamResult,
    changed,
    forever,
    judge_pair,
)

CHAT = (CHAT_CASE, CHAT_EXPECTED)
STREAM = (STREAM_CASE, STREAM_EXPECTED)
ERROR = (ERROR_CASE, ERROR_EXPECTED)


class WrongBodyValue(MiniModel):
    def body(self) -> dict[str, Any]:
        return super().body() | {"model": "m-2"}


class NumberForTrue(MiniModel):
    def body(self) -> dict[str, Any]:
        return super().body() | {"strict": 1}


class TrueForNumber(MiniModel):
    def body(self) -> dict[str, Any]:
        return super().body() | {"n": True}


class DroppedNull(MiniModel):
    def body(self) -> dict[str, Any]:
        return {key: value for key, value in super().body().items() if value is not None}


class NumberAsText(MiniModel):
    def body(self) -> dict[str, Any]:
        return super().body() | {"n": "1"}


class MissingHeader(MiniModel):
    def headers(self) -> dict[str, str]:
        return {}


class ExtraHeader(MiniModel):
    def headers(self) -> dict[str, str]:
        return super().headers() | {"x-extra": "1"}


class ExtraRequest(MiniModel):
    async def post(self) -> httpx.Response:
        first = await super().post()
        await (await super().post()).aclose()
        return first


class NoRequest(MiniModel):
    async def do_generate(self, _: Any) -> Any:
        return self.result({"text": "Hello", "tokens": 3, "stop": None})


class WrongUrl(MiniModel):
    async def post(self) -> httpx.Response:
        request = self.client.build_request(
            "POST", "https://api.mini.test/v2", headers=self.headers(), json=self.body()
        )
        return await self.client.send(request, stream=True)


class WrongMethod(MiniModel):
    async def post(self) -> httpx.Response:
        return await self.client.put("https://api.mini.test/v1/chat", headers=self.headers(), json=self.body())


class WrongUsage(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer) | {"usage": {"outputTokens": {"total": 4}, "raw": {"tokens": 3}}}


class ExtraWarning(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer) | {"warnings": [{"type": "other", "message": "hm"}]}


class SwappedIds(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return changed(super().result(answer), lambda result: result["content"][2].update(toolCallId="id-B"))


class WrongContentOrder(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return changed(super().result(answer), lambda result: result["content"].reverse())


class AbsentForNull(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer) | {"finishReason": {"unified": "stop"}}


class NotADate(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer) | {"response": {"timestamp": {"$date": "yesterday"}}}


class ForeignObject(MiniModel):
    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        return super().result(answer) | {"finishReason": {"unified": Path("stop"), "raw": None}}


class WrongPartOrder(MiniModel):
    async def parts(self, response: httpx.Response) -> AsyncIterator[Any]:
        collected = [part async for part in super().parts(response)]
        for part in reversed(collected):
            yield part


class MissingFinish(MiniModel):
    async def parts(self, response: httpx.Response) -> AsyncIterator[Any]:
        async for part in super().parts(response):
            if part["type"] != "finish":
                yield part


class JoinedDeltas(MiniModel):
    async def parts(self, response: httpx.Response) -> AsyncIterator[Any]:
        *deltas, finish = [part async for part in super().parts(response)]
        yield deltas[0] | {"delta": "".join(part["delta"] for part in deltas)}
        yield finish


class ThrowingStream(MiniModel):
    async def parts(self, response: httpx.Response) -> AsyncIterator[Any]:
        async for part in super().parts(response):
            yield part
        raise ValueError("late")


class SwallowedError(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        try:
            return await super().do_generate(options)
        except APICallError:
            return self.result({"text": "Hello", "tokens": 3, "stop": None})


class WrongErrorClass(MiniModel):
    def error(self, _: httpx.Response, text: str) -> Exception:
        return InvalidResponseDataError(text, data=None)


class ForeignError(MiniModel):
    def error(self, _: httpx.Response, text: str) -> Exception:
        return ValueError(text)


class WrongErrorField(MiniModel):
    def error(self, response: httpx.Response, text: str) -> Exception:
        error = super().error(response, text)
        error.is_retryable = True  # type: ignore[attr-defined]
        return error


class AbortForError(MiniModel):
    def error(self, _: httpx.Response, __: str) -> Exception:
        return TimeoutError()


class LeakedTask(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        self.task = asyncio.create_task(forever())
        return await super().do_generate(options)


class UnclosedResponse(MiniModel):
    async def do_stream(self, _: Any) -> Any:
        response = await self.post()
        return StreamResult({"response": {"headers": dict(response.headers)}}, self.early(response))

    async def early(self, _: httpx.Response) -> AsyncIterator[Any]:
        for part in STREAM_EXPECTED["result"]["stream"]:
            yield part


class RealSleep(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        await anyio.sleep(60)
        return await super().do_generate(options)


class BlockingSleep(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        time.sleep(60)  # noqa: ASYNC251 - this is the wrong that is meant
        return await super().do_generate(options)


class Hanging(MiniModel):
    async def do_generate(self, _: Any) -> Any:
        await forever()


class PollingForever(MiniModel):
    async def do_generate(self, _: Any) -> Any:
        while True:
            await clock.sleep(1)


class BusyLoop(MiniModel):
    async def do_generate(self, _: Any) -> Any:
        while True:
            pass


class StubbornLoop(MiniModel):
    async def do_generate(self, _: Any) -> Any:
        while True:
            try:
                await asyncio.sleep(0)
            except Exception:  # noqa: BLE001, S112 - this is the wrong that is meant
                continue


class NameLookup(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        try:
            socket.getaddrinfo("api.mini.test", 443)
        except OSError:
            return await super().do_generate(options)
        raise AssertionError


class Connection(MiniModel):
    async def do_generate(self, options: Any) -> Any:
        try:
            async with httpx.AsyncClient() as client:
                await client.get("http://127.0.0.1:9/")
        except httpx.TransportError:
            return await super().do_generate(options)
        raise AssertionError


class ReadsEnvironment(MiniModel):
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {os.environ.get('MINI_API_KEY', self.api_key)}"}


class StubbedMethod(MiniModel):
    async def do_generate(self, _: Any) -> Any:
        raise NotImplementedError


class BrokenInside(MiniModel):
    async def do_generate(self, _: Any) -> Any:
        return self.client.no_such_thing  # type: ignore[attr-defined]


WRONG = [
    (WrongBodyValue, CHAT, "requests[0].body.json.model"),
    (NumberForTrue, CHAT, "requests[0].body.json.strict"),
    (TrueForNumber, CHAT, "requests[0].body.json.n"),
    (DroppedNull, CHAT, "requests[0].body.json.seed"),
    (NumberAsText, CHAT, "requests[0].body.json.n"),
    (MissingHeader, CHAT, "requests[0].headers.authorization"),
    (ExtraHeader, CHAT, "requests[0].headers.x-extra"),
    (ExtraRequest, CHAT, "requests[1]"),
    (NoRequest, CHAT, "requests[0]"),
    (WrongUrl, CHAT, "requests[0].url"),
    (WrongMethod, CHAT, "requests[0].method"),
    (WrongUsage, CHAT, "$.result.usage.outputTokens.total"),
    (ExtraWarning, CHAT, "$.result.warnings[0]"),
    (SwappedIds, CHAT, "$.result.content[2].toolCallId"),
    (WrongContentOrder, CHAT, "$.result.content[0].type"),
    (AbsentForNull, CHAT, "$.result.finishReason.raw"),
    (NotADate, CHAT, "$.result.response.timestamp.$date"),
    (ForeignObject, CHAT, "$.result.finishReason.unified"),
    (WrongPartOrder, STREAM, "$.result.stream[0].type"),
    (MissingFinish, STREAM, "$.result.stream[2]"),
    (JoinedDeltas, STREAM, "$.result.stream[0].delta"),
    (ThrowingStream, STREAM, "$.result.streamError"),
    (UnclosedResponse, STREAM, "$.status"),
    (SwallowedError, ERROR, "$.status"),
    (WrongErrorClass, ERROR, "$.error.$error.name"),
    (ForeignError, ERROR, "$.error.$error.message"),
    (WrongErrorField, ERROR, "$.error.$error.isRetryable"),
    (AbortForError, ERROR, "$.error.$error.message"),
    (LeakedTask, CHAT, "$.status"),
    (RealSleep, CHAT, "$.status"),
    (BlockingSleep, CHAT, "$.status"),
    (Hanging, CHAT, "$.status"),
    (PollingForever, CHAT, "$.status"),
    (NameLookup, CHAT, "$.status"),
    (Connection, CHAT, "$.status"),
    (StubbedMethod, CHAT, "$.error"),
    (BrokenInside, CHAT, "$.error"),
]


@pytest.mark.parametrize(("model", "pair", "path"), WRONG, ids=lambda value: getattr(value, "__name__", None))
def test_a_wrong_model_differs_at_the_wrong_place(
    tmp_path: Path, model: type[MiniModel], pair: tuple[dict[str, Any], dict[str, Any]], path: str
) -> None:
    line = judge_pair(tmp_path, model, *pair).line
    assert line["outcome"] == "differing"
    assert path in {difference["path"] for difference in line["differences"]}


@pytest.mark.parametrize("model", [BusyLoop, StubbornLoop])
def test_a_model_that_never_stops_is_a_hang_after_the_time_limit(tmp_path: Path, model: type[MiniModel]) -> None:
    verdict = judge_pair(tmp_path, model, seconds=0.2)
    assert (verdict.line["outcome"], verdict.line["reason"]) == ("differing", "still running after 0.2 s")
    assert verdict.outcome is not None
    assert verdict.outcome["status"] == "hang"


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        (LeakedTask, "leak: task"),
        (RealSleep, "timer of 60 s beside the clock"),
        (BlockingSleep, "time.sleep(60)"),
        (Hanging, "nothing is in flight and no timer is set"),
        (PollingForever, "more than 10000 timers fired"),
        (NameLookup, "socket.getaddrinfo"),
        (Connection, "socket.connect"),
    ],
)
def test_what_a_case_may_not_do_is_named(tmp_path: Path, model: type[MiniModel], reason: str) -> None:
    assert reason in judge_pair(tmp_path, model).line["reason"]


def test_a_response_left_open_is_named(tmp_path: Path) -> None:
    assert judge_pair(tmp_path, UnclosedResponse, *STREAM).line["reason"] == "leak: 1 response bodies left open"


def test_the_environment_of_the_developer_is_hidden_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINI_API_KEY", "private")
    assert judge_pair(tmp_path, ReadsEnvironment).line["outcome"] == "identical"
    assert os.environ["MINI_API_KEY"] == "private"


def test_the_environment_of_the_case_is_set(tmp_path: Path) -> None:
    line = judge_pair(tmp_path, ReadsEnvironment, CHAT_CASE | {"env": {"MINI_API_KEY": "e"}}).line
    (difference,) = line["differences"]
    assert (difference["want"], difference["got"]) == ("Bearer key", "Bearer e")
    assert "MINI_API_KEY" not in os.environ
