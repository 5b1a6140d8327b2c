"""A language model without a network: what the user says picks its answer, and it takes its time as a real one does."""

import asyncio
import json
import re
from base64 import b64decode
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

from ai_sdk.provider import LanguageModelV4CallOptions
from ai_sdk.provider.codec import dump
from ai_sdk.testing import MockLanguageModelV4

__all__ = ["CALLS", "ModelCall", "offline_model"]

SECONDS_BETWEEN_PARTS = 0.03
_USAGE = {"inputTokens": {"total": 12}, "outputTokens": {"total": 30}}
_ids = count(1)

JSONObject = Mapping[str, Any]


@dataclass(kw_only=True)
class ModelCall:
    """One call of the model: what the user had said, and how the call ended."""

    question: str
    state: Literal["running", "finished", "cancelled"] = "running"


CALLS: list[ModelCall] = []
"""Every call, in order: one sees from outside that a chat that is stopped stops its model too."""


def offline_model() -> MockLanguageModelV4:
    """Return the model."""
    return MockLanguageModelV4(provider="offline", model_id="offline-model", do_stream=_open_stream)


def _open_stream(options: LanguageModelV4CallOptions) -> dict[str, Any]:
    prompt = dump(options.prompt)
    call = ModelCall(question=_text(_question(prompt)))
    CALLS.append(call)
    return {"stream": _stream(call, _answer(prompt))}


async def _stream(call: ModelCall, parts: Iterator[JSONObject]) -> AsyncIterator[JSONObject]:
    try:
        yield {"type": "stream-start", "warnings": []}
        yield {"type": "response-metadata", "modelId": "offline-model"}
        for part in parts:
            await asyncio.sleep(SECONDS_BETWEEN_PARTS)
            yield part
        call.state = "finished"
    finally:
        if call.state == "running":
            call.state = "cancelled"


def _question(prompt: list[JSONObject]) -> JSONObject:
    """Return the last message of the user."""
    return next(message for message in reversed(prompt) if message["role"] == "user")


def _text(message: JSONObject) -> str:
    return " ".join(part["text"] for part in message["content"] if part["type"] == "text")


def _answer(prompt: list[JSONObject]) -> Iterator[JSONObject]:
    if prompt[-1]["role"] == "tool":
        yield from _speak(f"The tool answered: {_results(prompt[-1])}.")
        yield _finish("stop")
        return
    question = _question(prompt)
    if files := [part for part in question["content"] if part["type"] == "file"]:
        yield from _speak("I got " + " and ".join(_describe(file) for file in files))
        yield _finish("stop")
        return
    text = _text(question).lower()
    script = next((script for word, script in _SCRIPTS.items() if word in text), _chat)
    yield from script(text)


def _results(message: JSONObject) -> str:
    outputs = [part["output"] for part in message["content"] if part["type"] == "tool-result"]
    return ", ".join(json.dumps(output.get("value", output.get("reason"))) for output in outputs)


def _describe(file: JSONObject) -> str:
    content = b64decode(file["data"]["data"]).decode(errors="replace")
    return f"{file['filename']} ({file['mediaType']}): {content}"


def _chat(text: str) -> Iterator[JSONObject]:
    yield from _reason("The user wants to talk. I will say how often I was asked so far.")
    yield from _speak(f"You said “{text}”, and this is answer number {len(CALLS)} of a model that needs no network.")
    yield _finish("stop")


def _count(_text: str) -> Iterator[JSONObject]:
    yield from _speak(" ".join(str(number) for number in range(1, 101)))
    yield _finish("stop")


def _fail(_text: str) -> Iterator[JSONObject]:
    yield from _speak("So far so good, but")
    yield {"type": "error", "error": "the password of the database is hunter2"}
    yield _finish("error")


def _weather(_text: str) -> Iterator[JSONObject]:
    yield from _reason("I should look out of the window.")
    yield from _call_tool("get_weather", {"city": "Paris"})


def _time_zone(_text: str) -> Iterator[JSONObject]:
    yield from _call_tool("get_time_zone", {})


def _delete(text: str) -> Iterator[JSONObject]:
    yield from _call_tool("delete_file", {"path": text.rpartition(" ")[2]})


_SCRIPTS: Mapping[str, Callable[[str], Iterator[JSONObject]]] = {
    "weather": _weather,
    "time zone": _time_zone,
    "delete": _delete,
    "count": _count,
    "fail": _fail,
}


def _speak(text: str) -> Iterator[JSONObject]:
    return _block("text", text)


def _reason(text: str) -> Iterator[JSONObject]:
    return _block("reasoning", text)


def _block(kind: str, text: str) -> Iterator[JSONObject]:
    block = {"id": f"{kind}-{next(_ids)}"}
    yield {"type": f"{kind}-start", **block}
    for word in re.findall(r"\S+\s*", text):
        yield {"type": f"{kind}-delta", **block, "delta": word}
    yield {"type": f"{kind}-end", **block}


def _call_tool(name: str, arguments: JSONObject) -> Iterator[JSONObject]:
    call_id, written = f"call-{next(_ids)}", json.dumps(arguments)
    yield {"type": "tool-input-start", "id": call_id, "toolName": name}
    for start in range(0, len(written), 4):
        yield {"type": "tool-input-delta", "id": call_id, "delta": written[start : start + 4]}
    yield {"type": "tool-input-end", "id": call_id}
    yield {"type": "tool-call", "toolCallId": call_id, "toolName": name, "input": written}
    yield _finish("tool-calls")


def _finish(reason: str) -> JSONObject:
    return {"type": "finish", "finishReason": {"unified": reason}, "usage": _USAGE}
