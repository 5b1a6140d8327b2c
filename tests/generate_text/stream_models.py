"""Models whose streams tests look into."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

from ai_sdk.provider.codec import load
from ai_sdk.provider.language_model import (
    LanguageModelV4CallOptions,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
)

__all__ = ["ScriptedModel", "finish", "text_parts", "tool_call"]

USAGE = {"inputTokens": {"total": 3}, "outputTokens": {"total": 5}}


def finish(reason: str = "stop", **more: Any) -> dict[str, Any]:
    return {"type": "finish", "finishReason": {"unified": reason}, "usage": USAGE, **more}


def text_parts(*pieces: str, part_id: str = "1") -> list[dict[str, Any]]:
    deltas = [{"type": "text-delta", "id": part_id, "delta": piece} for piece in pieces]
    return [{"type": "text-start", "id": part_id}, *deltas, {"type": "text-end", "id": part_id}]


def tool_call(name: str, text: str, call_id: str = "call-1") -> dict[str, Any]:
    return {"type": "tool-call", "toolCallId": call_id, "toolName": name, "input": text}


class ScriptedModel:
    """Streams a list of parts for each call, one a turn of the event loop; counts the streams that are open.

    An exception in a list is raised in its place; `None` waits for ever.
    """

    specification_version = "v4"
    provider = "mock.chat"
    model_id = "mock-model"

    def __init__(self, *answers: Sequence[Any]) -> None:
        self.supported_urls: dict[str, Any] = {}
        self.answers = answers
        self.calls: list[LanguageModelV4CallOptions] = []
        self.given = 0
        self.open_streams = 0

    async def do_generate(self, options: LanguageModelV4CallOptions) -> Any:
        raise NotImplementedError

    async def do_stream(self, options: LanguageModelV4CallOptions) -> LanguageModelV4StreamResult:
        self.calls.append(options)
        answer = self.answers[len(self.calls) - 1]
        await asyncio.sleep(0)
        if answer and isinstance(answer[0], Exception):
            raise answer[0]
        return LanguageModelV4StreamResult(stream=self._parts([{"type": "stream-start", "warnings": []}, *answer]))

    async def _parts(self, answer: Sequence[Any]) -> AsyncIterator[Any]:
        self.open_streams += 1
        try:
            for part in answer:
                await (asyncio.sleep(0) if part is not None else asyncio.Event().wait())
                if isinstance(part, Exception):
                    raise part
                self.given += 1
                yield load(LanguageModelV4StreamPart, part)
        finally:
            self.open_streams -= 1
