"""What the tests of providers on a Responses wire share: a client over canned answers, odd events, odd splits."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import httpx
from hypothesis import strategies as st

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4Prompt, LanguageModelV4StreamPart
from ai_sdk.provider.codec import load
from tests.providers.openai.server import Server

_KEYS = (
    *("item", "response", "error", "id", "item_id", "call_id", "delta", "output", "content", "summary", "text", "role"),
    *("name", "arguments", "usage", "code", "message", "output_index", "sequence_number", "annotations"),
)


def client(server: Server) -> httpx.AsyncClient:
    """Return a client whose requests the server answers."""
    return httpx.AsyncClient(transport=httpx.MockTransport(server.answer))


def options(*messages: Any, **settings: Any) -> LanguageModelV4CallOptions:
    """Return the options of a call; without messages it says hello."""
    prompt = messages or ({"role": "user", "content": [{"type": "text", "text": "Hello"}]},)
    return LanguageModelV4CallOptions(prompt=load(LanguageModelV4Prompt, list(prompt)), **settings)


async def read(model: Any, call: LanguageModelV4CallOptions) -> list[LanguageModelV4StreamPart]:
    """Return the parts of a stream."""
    result = await model.do_stream(call)
    return [part async for part in result.stream]


def cut(body: bytes, cuts: Iterable[int]) -> list[bytes]:
    """Cut a body into pieces."""
    return [body[start:end] for start, end in pairwise([0, *sorted(cuts), len(body)])]


def _json(types: Sequence[str]) -> st.SearchStrategy[Any]:
    scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    return st.recursive(
        scalars | st.sampled_from([*types, "a"]),
        lambda inner: (
            st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["type", *_KEYS]), inner, max_size=4)
        ),
        max_leaves=10,
    )


def odd_events(event_types: Sequence[str], item_types: Sequence[str]) -> st.SearchStrategy[list[Any]]:
    """Return lists of events of known types whose members are anything at all."""
    item = st.builds(
        lambda kind, members: {**members, "type": kind},
        st.sampled_from(item_types),
        st.dictionaries(st.sampled_from(_KEYS), _json(item_types), max_size=6),
    )
    event = st.builds(
        lambda kind, members, item: {**members, "type": kind, **({} if item is None else {"item": item})},
        st.sampled_from(event_types),
        st.dictionaries(st.sampled_from(_KEYS), _json(item_types), max_size=6),
        st.none() | item,
    )
    return st.lists(event | _json(event_types), max_size=5)
