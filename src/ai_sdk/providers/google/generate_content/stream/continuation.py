"""An answer over several requests: when one reaches its cap the next takes its token, and the events go on.

Ports: @ai-sdk/google/src/continue-google-stream.ts
"""

from collections.abc import AsyncGenerator, Awaitable, Callable

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import Event
from ai_sdk.providers.google.generate_content.stream.stream import GoogleContentStream

__all__ = ["continue_google_stream"]


async def continue_google_stream(
    events: AsyncGenerator[Event, None],
    stream: GoogleContentStream,
    continue_stream: Callable[[str], Awaitable[AsyncGenerator[Event, None]]],
) -> AsyncGenerator[Event, None]:
    """Return the events of all requests; `stream` has read each before the next is asked for.

    A request that fails is an error event, and the last: the answer can be resumed with its token later.
    """
    try:
        while True:
            async for event in events:
                yield event
            token = stream.take_continuation_token()
            if token is None:
                return
            try:
                events = await continue_stream(token)
            except AISDKError as error:
                yield error, b""
                return
            stream.start_continuation()
    finally:
        await events.aclose()
