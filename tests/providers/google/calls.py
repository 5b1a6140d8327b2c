"""What the tests of Google share: models over canned answers, and calls written as TypeScript writes them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import anyio
import anyio.lowlevel
from hypothesis import strategies as st

from ai_sdk.provider import LanguageModelV4CallOptions
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.clock import SystemClock
from ai_sdk.providers.google import GoogleConfig, GoogleProvider, create_google
from tests.providers.openai.server import Server
from tests.providers.responses_laws import client

QUESTION = {"role": "user", "content": [{"type": "text", "text": "Hello"}]}
MOMENT = datetime(2025, 6, 1, tzinfo=UTC)
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"


def provider(server: Server, **settings: Any) -> GoogleProvider:
    """Return a provider whose requests the server answers; its ids are `id-0`, `id-1`, …"""
    return create_google(**{"api_key": "key", "generate_id": ids(), **settings}, http_client=client(server))


def ids() -> Any:
    """Return a function that counts."""
    made: list[str] = []

    def generate_id() -> str:
        made.append(f"id-{len(made)}")
        return made[-1]

    return generate_id


def config(name: str = "google.generative-ai", server: Server | None = None, **hooks: Any) -> GoogleConfig:
    """Return the configuration that another provider, such as Vertex AI, would give the models."""
    return provider(server or Server(), name=name).config("", **hooks)


def call(*prompt: Any, google: Any = None, **options: Any) -> LanguageModelV4CallOptions:
    """Return call options; without messages they say hello."""
    given = {} if google is None else {"providerOptions": {"google": google}}
    return load(LanguageModelV4CallOptions, {"prompt": list(prompt) or [QUESTION], **given, **options})


async def read(model: Any, options: LanguageModelV4CallOptions | None = None) -> list[Any]:
    """Return the parts of a stream as plain data."""
    result = await model.do_stream(options or call())
    return [dump(part) async for part in result.stream]


def feed(state: Any, kind: Any, *chunks: Any) -> list[Any]:
    """Return the parts that a stream state makes of chunks, and of its end, as plain data."""
    parts = [part for chunk in chunks for part in state.feed(load(kind, chunk))]
    return [dump(part) for part in (*parts, *state.finish())]


def odd_json(*words: str) -> st.SearchStrategy[Any]:
    """Return JSON with known words as keys and texts, and anything at all around them."""
    scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    return st.recursive(
        scalars | st.sampled_from([*words, "", "a"]),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*words, "type"]), inner, max_size=5)
        ),
        max_leaves=14,
    )


class JumpingClock(SystemClock):
    """A clock whose sleeps take no time and are remembered, in seconds."""

    def __init__(self, on_sleep: Callable[[int], None] = lambda _count: None) -> None:
        self.slept: list[float] = []
        self._on_sleep = on_sleep

    def now(self) -> datetime:
        """Return the same time always."""
        return MOMENT

    def monotonic(self) -> float:
        """Return the seconds that were slept."""
        return sum(self.slept)

    async def sleep(self, seconds: float) -> None:
        """Jump."""
        self.slept.append(seconds)
        self._on_sleep(len(self.slept))
        await anyio.lowlevel.checkpoint()
