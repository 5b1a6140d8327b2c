"""Reads what a model behind middleware answers, as plain data."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.provider import LanguageModelV4, LanguageModelV4CallOptions
from ai_sdk.provider.codec import dump, load
from ai_sdk.testing import MockLanguageModelV4

Part = Mapping[str, Any]

FINISH = {"type": "finish", "finishReason": {"unified": "stop"}, "usage": {"inputTokens": {}, "outputTokens": {}}}


def options(**given: Any) -> LanguageModelV4CallOptions:
    return load(LanguageModelV4CallOptions, {"prompt": [], **given})


def streams(*parts: Part) -> MockLanguageModelV4:
    return MockLanguageModelV4(do_stream=lambda _: {"stream": list(parts)})


def text_parts(pieces: Iterable[str], block_id: str = "1") -> list[Part]:
    deltas = [{"type": "text-delta", "id": block_id, "delta": piece} for piece in pieces]
    return [{"type": "text-start", "id": block_id}, *deltas, {"type": "text-end", "id": block_id}]


def cut_at(text: str, cuts: Iterable[int]) -> list[str]:
    """Cut a text where the numbers say, as far as it has these places."""
    ends = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


async def read_stream(model: LanguageModelV4, middleware: Any) -> list[Any]:
    wrapped = wrap_language_model(model=model, middleware=middleware)
    return [dump(part) async for part in (await wrapped.do_stream(options())).stream]


async def read_content(model: LanguageModelV4, middleware: Any) -> Any:
    wrapped = wrap_language_model(model=model, middleware=middleware)
    return dump((await wrapped.do_generate(options())).content)


async def sent_options(middleware: Any, **given: Any) -> Any:
    """Return the options that reach the model."""
    model = MockLanguageModelV4(do_generate="ok")
    await wrap_language_model(model=model, middleware=middleware).do_generate(options(**given))
    return dump(model.do_generate_calls[0])


def joined(parts: Iterable[Part], kind: str) -> str:
    return "".join(part["delta"] for part in parts if part["type"] == f"{kind}-delta")
