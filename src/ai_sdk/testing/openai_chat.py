"""An offline model that speaks the chat completions wire: it says back what the user said last, word by word."""

import re
from collections.abc import Iterator
from typing import Any

from ai_sdk.provider.json_value import stringify
from ai_sdk.testing.reply import Reply, Request

__all__ = ["answer_openai_chat"]

_CREATED = 1_700_000_000


def answer_openai_chat(request: Request) -> Reply:
    """Answer a chat completions request; a streamed one gets an event for each word."""
    body = request.json()
    answer = f"You said: {_last_words(body)}"
    model = body["model"]
    if body.get("stream"):
        return Reply(headers={"content-type": "text/event-stream"}, chunks=_events(model, answer))
    choice = {"index": 0, "message": {"role": "assistant", "content": answer}, "finish_reason": "stop"}
    completion = {**_facts(model), "object": "chat.completion", "choices": [choice], "usage": _usage(answer)}
    return Reply(headers={"content-type": "application/json"}, chunks=[stringify(completion).encode()])


def _last_words(body: dict[str, Any]) -> str:
    content = next((m["content"] for m in reversed(body["messages"]) if m["role"] == "user"), "nothing")
    if isinstance(content, str):
        return content
    return " ".join(part["text"] for part in content if part["type"] == "text")


def _facts(model: str) -> dict[str, Any]:
    return {"id": "chatcmpl-loopback", "created": _CREATED, "model": model}


def _usage(answer: str) -> dict[str, int]:
    words = len(answer.split())
    return {"prompt_tokens": 1, "completion_tokens": words, "total_tokens": 1 + words}


def _events(model: str, answer: str) -> Iterator[bytes]:
    facts = {**_facts(model), "object": "chat.completion.chunk"}
    for word in re.findall(r"\S+\s*", answer):
        yield _event({**facts, "choices": [{"index": 0, "delta": {"role": "assistant", "content": word}}]})
    yield _event({**facts, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}], "usage": _usage(answer)})
    yield b"data: [DONE]\n\n"


def _event(data: dict[str, Any]) -> bytes:
    return f"data: {stringify(data)}\n\n".encode()
