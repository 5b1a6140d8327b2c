"""Bounds a call: retries, timeouts for the whole and its parts, an abort, and what the errors say."""

import asyncio

from ai_sdk import AbortController, AbortError, APICallError, RetryError, generate_text
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, Reply, Request, answer_openai_chat

asked = 0


def answer(request: Request) -> Reply:
    """Be busy twice, then answer; a model named `broken` never answers well."""
    global asked  # noqa: PLW0603 - the server's memory
    asked += 1
    if request.json()["model"] == "broken":
        return Reply.json({"error": {"message": "no such thing"}}, status=400)
    if asked <= 2:  # noqa: PLR2004 - twice
        return Reply.json({"error": {"message": "busy"}}, status=429, headers={"retry-after-ms": "10"})
    return answer_openai_chat(request)


async def main() -> None:
    async with (
        LoopbackServer(answer) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        result = await generate_text(model=loopback("busy"), prompt="Hi", max_retries=3, timeout=30)
        print(result.text, "after", asked, "requests")
        try:
            await generate_text(model=loopback("broken"), prompt="Hi")
        except APICallError as error:
            print(error.status_code, error.message, error.is_retryable)
        controller = AbortController()
        controller.abort()
        try:
            await generate_text(model=loopback("busy"), prompt="Hi", abort_signal=controller.signal)
        except (AbortError, RetryError) as error:
            print(error.name)
        try:
            await generate_text(model=loopback("busy"), prompt="Hi", timeout={"total_ms": 0.001})
        except TimeoutError as error:
            print(type(error).__name__)


asyncio.run(main())
