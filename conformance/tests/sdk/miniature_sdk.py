"""A tiny `ai` package over the tiny provider: what it exports can be replaced, so that each wrong can be made."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ai_sdk.provider_utils import clock
from conformance.judge import Verdict, judge
from conformance.sdk.results import TEXT_RESULT
from conformance.tests.miniature import CHAT_CASE, CHAT_EXPECTED, MiniSubject, write_suite
from conformance.vocabulary import NotPortedError

Exports = dict[str, Any]
STEP = {"text": "Hello", "stepNumber": 0}
RESULT: dict[str, Any] = {
    "text": "Hello",
    "content": [{"type": "text", "text": "Hello"}],
    "toolCalls": [],
    "finishReason": "stop",
    "usage": {"outputTokens": 3},
    "totalUsage": {"outputTokens": 3},
    "providerMetadata": {"mini": {"tokens": 3}},
    "steps": [STEP],
}
PARTS = [{"type": "start"}, {"type": "text-delta", "id": "0", "text": "Hello"}, {"type": "finish"}]


class Result:
    """What the right `generate_text` returns."""

    def __init__(self, **changes: Any) -> None:
        self.text = "Hello"
        self.content = [{"type": "text", "text": "Hello"}]
        self.tool_calls: list[Any] = []
        self.finish_reason = "stop"
        self.usage = {"outputTokens": 3}
        self.steps = [STEP]
        self.final_step = SimpleNamespace(provider_metadata={"mini": {"tokens": 3}}, reasoning_text=None)
        self.__dict__ |= dict.fromkeys(("tool_results", "files", "sources", "raw_finish_reason"))
        self.__dict__ |= dict.fromkeys(("warnings", "response_messages"))
        self.__dict__ |= changes


async def generate_text(*, model: Any, prompt: str, on_end: Callable[..., Any] | None = None) -> Result:
    """Ask the model once, wait a second, tell the callback."""
    del prompt
    await model.do_generate(None)
    await clock.sleep(1)
    if on_end is not None:
        on_end(SimpleNamespace(text="Hello", finish_reason="stop"))
    return Result()


class Stream:
    """What the right `stream_text` returns: each view may be read as often as one likes."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._final = vars(Result())

    def __getattr__(self, name: str) -> Any:
        return self._awaitable(name) if name in self._final else self.__getattribute__(name)

    async def _awaitable(self, name: str) -> Any:
        return self._final[name]

    @property
    def stream(self) -> AsyncIterator[Any]:
        return self._read()

    @property
    def text_stream(self) -> AsyncIterator[Any]:
        return self._texts()

    async def _read(self) -> AsyncIterator[Any]:
        for part in PARTS:
            yield part

    async def _texts(self) -> AsyncIterator[Any]:
        async for part in self.stream:
            if part["type"] == "text-delta":
                yield part["text"]


def stream_text(*, model: Any, prompt: str, on_error: Callable[..., Any]) -> Stream:
    """Return at once."""
    del prompt, on_error
    return Stream(model)


EXPORTS: Exports = {"generateText": generate_text, "streamText": stream_text}
NOTE = {"$fn": {"do": "note", "name": "onEnd", "keys": ["text", "finishReason"]}}
TEXT_CASE: dict[str, Any] = CHAT_CASE | {
    "call": {"api": "sdk", "function": "generateText", "args": {"prompt": "Hi", "onEnd": NOTE}}
}
TEXT_EXPECTED: dict[str, Any] = CHAT_EXPECTED | {
    "result": RESULT,
    "events": [{"event": "onEnd", "args": {"text": "Hello", "finishReason": "stop"}}],
    "sleeps": [1000],
}
STREAM_CASE: dict[str, Any] = CHAT_CASE | {
    "call": {
        "api": "sdk",
        "function": "streamText",
        "args": {"prompt": "Hi"},
        "observe": ["stream", "textStream", "final"],
    },
    "exchanges": [],
}
STREAM_EXPECTED: dict[str, Any] = {
    **CHAT_EXPECTED,
    "requests": [],
    "result": {"stream": PARTS, "textStream": ["Hello"], "final": RESULT},
}
assert set(RESULT) <= set(TEXT_RESULT)


class MiniSdk(MiniSubject):
    """The tiny provider below the given exports."""

    def __init__(self, exports: Exports) -> None:
        super().__init__()
        self._exports = exports

    def export(self, name: str) -> Any:
        if name not in self._exports:
            raise NotPortedError(f"function {name}")
        return self._exports[name]


def judge_exports(folder: Path, exports: Exports, case: dict[str, Any], expected: dict[str, Any]) -> Verdict:
    """Run one case with these exports and return the verdict."""
    return judge(write_suite(folder, (case, expected)), case["id"], MiniSdk(exports), 5.0)
