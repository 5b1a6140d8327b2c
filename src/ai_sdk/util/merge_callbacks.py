"""Several callbacks as one.

Ports: ai/src/util/merge-callbacks.ts
"""

from typing import TypeVar

from ai_sdk.util.callback import Callback
from ai_sdk.util.notify import notify

__all__ = ["merge_callbacks"]

EventT = TypeVar("EventT")


def merge_callbacks(*callbacks: Callback[EventT] | None) -> Callback[EventT]:
    """Return an async callback that passes its event to all `callbacks` and waits for them; their errors are ignored.

    >>> import asyncio
    >>> asyncio.run(merge_callbacks(print, None, print)("done"))
    done
    done
    """

    async def merged(event: EventT) -> None:
        await notify(event, callbacks)

    return merged
