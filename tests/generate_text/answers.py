"""Answers of models and tools that the tests of text generations share."""

import itertools
from collections.abc import Sequence
from typing import Any

from ai_sdk import generate_text
from ai_sdk.generate_text.generate_text_result import GenerateTextResult
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.json import stringify
from ai_sdk.testing import MockLanguageModelV4

USER = {"role": "user", "content": "Hi"}
EMPTY_USAGE: dict[str, Any] = {"inputTokenDetails": {}, "outputTokenDetails": {}}


def call(name: str, value: Any = None, *, call_id: str = "c1", **more: Any) -> dict[str, Any]:
    """Return a tool call of a model; a text is sent as it is."""
    sent = value if isinstance(value, str) else stringify({} if value is None else value)
    return {"type": "tool-call", "toolCallId": call_id, "toolName": name, "input": sent, **more}


def answer(*content: Any, reason: str | None = None, **more: Any) -> dict[str, Any]:
    """Return an answer with this content; texts are text parts."""
    parts = [{"type": "text", "text": each} if isinstance(each, str) else each for each in content]
    finish = {} if reason is None else {"finishReason": {"unified": reason, "raw": f"raw-{reason}"}}
    return {"content": parts, **finish, **more}


def tokens(given: int, made: int) -> dict[str, Any]:
    """Return the usage of an answer."""
    return {"usage": {"inputTokens": {"total": given}, "outputTokens": {"total": made}}}


def mock(*answers: Any, **more: Any) -> MockLanguageModelV4:
    """Return a model that gives these answers, one a call."""
    return MockLanguageModelV4(do_generate=list(answers), **more)


def ids() -> dict[str, Any]:
    """Return generators of ids that count."""
    numbers = itertools.count(1)
    return {"generate_id": lambda: f"id-{next(numbers)}", "generate_call_id": lambda: "the-call"}


async def generate(model: Any, **options: Any) -> GenerateTextResult[Any]:
    """Generate text for a greeting, with ids that count."""
    prompt = {} if "messages" in options else {"prompt": "Hi"}
    return await generate_text(model=model, **prompt, **{"_internal": ids(), **options})


def sent(model: MockLanguageModelV4, index: int = -1) -> list[Any]:
    """Return the prompt of a call of the model, as plain data."""
    prompt: list[Any] = dump(model.do_generate_calls[index].prompt)
    return prompt


def plain(values: Sequence[Any]) -> list[Any]:
    """Return values as plain data."""
    return [dump(value) for value in values]
