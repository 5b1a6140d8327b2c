"""litellm."""

import litellm

from benchmarks.plan import BODY

litellm.REPEATED_STREAMING_CHUNK_LIMIT = 10**9  # the server repeats itself


class LiteLLM:
    """`acompletion`."""

    def __init__(self, url: str) -> None:
        self._options = {**BODY, "api_key": "none", "api_base": url, "num_retries": 0}

    async def call(self) -> None:
        """Make a call and read its answer."""
        answer = await litellm.acompletion(**{**self._options, "model": "openai/bench"})
        answer.choices[0].message.content  # noqa: B018 - reading it is part of the work

    async def stream(self, model: str) -> int:
        """Read a stream and return how many pieces of text came."""
        chunks = await litellm.acompletion(**{**self._options, "model": f"openai/{model}", "stream": True})
        return sum([bool(chunk.choices[0].delta.content) async for chunk in chunks])

    async def aclose(self) -> None:
        """Nothing is held open that could be closed."""
