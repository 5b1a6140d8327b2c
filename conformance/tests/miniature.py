"""A provider, a case and an expected outcome of a few lines each, so that each wrong can be made on purpose."""

import asyncio
import copy
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import httpx

from ai_sdk.provider import APICallError
from conformance.judge import Verdict, judge
from conformance.subject import AiSdk
from conformance.suite import Suite

URL = "https://api.mini.test/v1/chat"
CHAT_CASE: dict[str, Any] = {
    "format": 1,
    "id": "mini/chat",
    "title": "mini: chat",
    "tags": ["chat", "doGenerate"],
    "provider": {"package": "mini", "factory": "createMini", "settings": {"apiKey": "key"}},
    "model": {"kind": "chat", "accessor": "chat", "args": ["m-1"]},
    "call": {"api": "model", "method": "doGenerate", "args": [{"prompt": [{"role": "user", "content": []}]}]},
    "exchanges": [
        {
            "response": {
                "status": 200,
                "headers": {"content-type": "application/json"},
                "body": {"json": {"text": "Hello", "tokens": 3, "stop": None}},
            }
        }
    ],
}
CHAT_EXPECTED: dict[str, Any] = {
    "case": "mini/chat",
    "oracle": {"@ai-sdk/mini": "1.0.0"},
    "status": "ok",
    "requests": [
        {
            "method": "POST",
            "url": URL,
            "headers": {"authorization": "Bearer key", "content-type": "application/json"},
            "body": {"json": {"model": "m-1", "n": 1, "strict": True, "seed": None}},
        }
    ],
    "result": {
        "content": [
            {"type": "tool-call", "toolCallId": "<gen-1>", "input": "{}"},
            {"type": "tool-call", "toolCallId": "<gen-2>", "input": "{}"},
            {"type": "tool-result", "toolCallId": "<gen-1>", "result": 1},
            {"type": "text", "text": "Hello"},
        ],
        "finishReason": {"unified": "stop", "raw": None},
        "usage": {"outputTokens": {"total": 3}, "raw": {"tokens": 3}},
        "providerMetadata": {"mini": {"tokens": 3}},
        "response": {"timestamp": {"$date": "<now>"}},
        "warnings": [],
    },
}
STREAM_CASE: dict[str, Any] = CHAT_CASE | {
    "id": "mini/stream",
    "call": {**CHAT_CASE["call"], "method": "doStream"},
    "exchanges": [
        {
            "response": {
                "status": 200,
                "headers": {"content-type": "text/event-stream"},
                "body": {"sseLines": {"lines": [{"delta": "a"}, {"delta": "b"}], "done": True}},
            }
        }
    ],
}
STREAM_EXPECTED: dict[str, Any] = CHAT_EXPECTED | {
    "case": "mini/stream",
    "result": {
        "response": {"headers": {"content-type": "text/event-stream"}},
        "stream": [
            {"type": "text-delta", "id": "0", "delta": "a"},
            {"type": "text-delta", "id": "0", "delta": "b"},
            {"type": "finish", "usage": {"outputTokens": {"total": 2}}},
        ],
    },
}
ERROR_CASE: dict[str, Any] = CHAT_CASE | {
    "id": "mini/error",
    "exchanges": [{"response": {"status": 400, "headers": {}, "body": {"text": "no"}}}],
}
ERROR_EXPECTED: dict[str, Any] = {
    **{key: CHAT_EXPECTED[key] for key in ("oracle", "requests")},
    "case": "mini/error",
    "status": "error",
    "error": {
        "$error": {
            "name": "AI_APICallError",
            "message": "no",
            "url": URL,
            "statusCode": 400,
            "responseBody": "no",
            "isRetryable": False,
        }
    },
}


class MiniModel:
    """The correct model. A wrong one overrides one of its steps."""

    def __init__(self, api_key: str, model_id: str, client: httpx.AsyncClient) -> None:
        self.api_key = api_key
        self.model_id = model_id
        self.client = client

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.api_key}"}

    def body(self) -> dict[str, Any]:
        return {"seed": None, "strict": True, "n": 1, "model": self.model_id}

    async def post(self) -> httpx.Response:
        request = self.client.build_request("POST", URL, headers=self.headers(), json=self.body())
        return await self.client.send(request, stream=True)

    def result(self, answer: dict[str, Any]) -> dict[str, Any]:
        tokens = answer["tokens"]
        return {
            "warnings": [],
            "content": [
                {"type": "tool-call", "toolCallId": "id-A", "input": "{}"},
                {"type": "tool-call", "toolCallId": "id-B", "input": "{}"},
                {"type": "tool-result", "toolCallId": "id-A", "result": 1.0},
                {"type": "text", "text": answer["text"]},
            ],
            "finishReason": {"raw": answer["stop"], "unified": "stop"},
            "usage": {"outputTokens": {"total": tokens}, "raw": {"tokens": tokens}},
            "providerMetadata": {"mini": {"tokens": tokens}},
            "request": {"body": "not compared"},
            "response": {"timestamp": {"$date": "2031-01-02T03:04:05.678Z"}, "body": "not compared"},
        }

    async def do_generate(self, _: Any) -> Any:
        response = await self.post()
        text = (await response.aread()).decode()
        if response.status_code >= 400:
            raise self.error(response, text)
        return self.result(json.loads(text))

    def error(self, response: httpx.Response, text: str) -> Exception:
        return APICallError(text, url=URL, request_body_values={}, status_code=response.status_code, response_body=text)

    async def do_stream(self, _: Any) -> Any:
        response = await self.post()
        return StreamResult({"response": {"headers": dict(response.headers)}}, self.parts(response))

    async def parts(self, response: httpx.Response) -> AsyncIterator[Any]:
        total = 0
        async for line in response.aiter_lines():
            if line.startswith("data: {"):
                total += 1
                yield {"type": "text-delta", "id": "0", "delta": json.loads(line[6:])["delta"]}
        yield {"type": "finish", "usage": {"outputTokens": {"total": total}}}


class StreamResult(dict[str, Any]):
    """A stream result as a mapping that has the stream as an attribute too."""

    def __init__(self, head: dict[str, Any], stream: AsyncIterator[Any]) -> None:
        super().__init__(head, stream=stream)
        self.stream = stream


class MiniSubject(AiSdk):
    """The real SDK's spec layer and clock with one provider, made of the given model class."""

    def __init__(self, model: type[MiniModel] = MiniModel) -> None:
        super().__init__()
        self._module = ModuleType("ai_sdk.providers.mini")

        def create_mini(*, api_key: str = "none", http_client: httpx.AsyncClient) -> Any:
            return SimpleNamespace(chat=lambda model_id: model(api_key, model_id, http_client))

        self._module.create_mini = create_mini  # type: ignore[attr-defined]

    def provider_module(self, package: str, entry: str | None) -> ModuleType:
        return self._module if package == "mini" else super().provider_module(package, entry)

    def use_clock(self, clock: Any) -> AbstractContextManager[Any]:
        self.clock = clock
        return super().use_clock(clock)


def write_suite(folder: Path, *pairs: tuple[dict[str, Any], dict[str, Any]]) -> Suite:
    """Write cases with their expected outcomes and return the suite."""
    for case, expected in pairs:
        for kind, document in (("cases", case), ("expected", expected)):
            path = folder / kind / f"{case['id']}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(document))
    return Suite(folder, "mini")


def judge_pair(
    folder: Path,
    model: type[MiniModel],
    case: dict[str, Any] = CHAT_CASE,
    expected: dict[str, Any] = CHAT_EXPECTED,
    seconds: float = 5.0,
) -> Verdict:
    """Run one case with one model and return the verdict."""
    return judge(write_suite(folder, (case, expected)), case["id"], MiniSubject(model), seconds)


def changed(document: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """Return a deep copy with a change made to it."""
    copied = copy.deepcopy(document)
    change(copied)
    return copied


async def forever() -> None:
    """Wait for what never comes."""
    await asyncio.get_running_loop().create_future()
