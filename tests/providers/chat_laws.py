"""What the tests of providers on a chat-completions wire share: odd answers, odd chunks, and the order of parts."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from ai_sdk.provider import AISDKError, LanguageModelV4StreamPart
from ai_sdk.provider_utils.json import validate_types
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import cut, options, read

_KEYS = (
    *("choices", "delta", "message", "content", "reasoning_content", "tool_calls", "function", "index", "role"),
    *("error", "usage", "created", "id", "model", "citations", "images", "logprobs", "finish_reason"),
)

_text = st.none() | st.text(max_size=4)
_tool_call = st.fixed_dictionaries(
    {
        "index": st.integers(0, 2),
        "function": st.fixed_dictionaries({}, optional={"name": _text, "arguments": _text}),
    },
    optional={"id": _text, "type": st.just("function")},
)
_delta = st.fixed_dictionaries(
    {}, optional={"content": _text, "reasoning_content": _text, "tool_calls": st.lists(_tool_call, max_size=2)}
)


def chunk(delta: Any = None, finish_reason: str | None = None, **fields: Any) -> dict[str, Any]:
    """Return a chunk with one choice."""
    choice = {"index": 0, "delta": delta or {}, "finish_reason": finish_reason}
    return {"id": "r", "model": "m", "created": 0, "choices": [choice], **fields}


chunks = st.lists(st.builds(chunk, _delta, st.sampled_from([None, "stop", "tool_calls"])), max_size=8)
"""Streams of well-formed chunks in any order."""

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4),
    max_leaves=12,
)
"""JSON of any shape, with the names that chat completions use."""


def run(state: Any, chunk_type: Any, *values: Any) -> list[LanguageModelV4StreamPart]:
    """Return every part that a stream state makes of chunks; an exception is a chunk that could not be read."""
    parts: list[LanguageModelV4StreamPart] = []
    for value in values:
        is_error = isinstance(value, AISDKError)
        parts += state.error(value) if is_error else state.feed(validate_types(chunk_type, value))
    return [*parts, *state.finish()]


def out_of_order(parts: Sequence[LanguageModelV4StreamPart]) -> list[str]:
    """Return what is wrong with the order of parts: blocks open, grow and close, and one finish is the last part."""
    wrong: list[str] = []
    opened: set[str] = set()
    for part in parts:
        kind, block = part.type, getattr(part, "id", None) or ""
        if kind.endswith("-start"):
            wrong += [f"{block} opens twice"] * (block in opened)
            opened.add(block)
        elif kind.endswith(("-delta", "-end")):
            wrong += [f"{block} is not open"] * (block not in opened)
            opened -= {block} if kind.endswith("-end") else set()
    kinds = [part.type for part in parts]
    wrong += [f"{block} stays open" for block in sorted(opened)]
    return wrong + ([] if kinds.count("finish") == 1 and kinds[-1] == "finish" else ["no single finish at the end"])


def warned(warnings: Iterable[Any]) -> list[str]:
    """Return what warnings are about."""
    return [getattr(warning, "feature", None) or getattr(warning, "setting", "other") for warning in warnings]


async def how_odd_json_ends(model: Callable[[Server], Any], answer: Any, values: Sequence[Any]) -> tuple[str, str]:
    """Return how an answer and a stream of any JSON end: `done` or `refused`, for an error of ours."""
    chat = model(Server(reply(answer), stream(events(*values))))
    try:
        result = await chat.do_generate(options())
        generated = "done" if isinstance(result.content, list) else "without content"
    except AISDKError:
        generated = "refused"
    try:
        parts = await read(chat, options())
    except AISDKError:
        return generated, "refused"
    return generated, "done" if parts[-1].type == "finish" else f"with {parts[-1].type}"


async def parts_of_pieces(
    model: Callable[[Server], Any], body: bytes, cuts: Iterable[int]
) -> list[LanguageModelV4StreamPart]:
    """Return the parts of a streamed body that arrives cut into pieces."""
    return await read(model(Server(stream(cut(body, cuts)))), options())
