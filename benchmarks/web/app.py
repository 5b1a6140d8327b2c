"""One backend on uvicorn, in a process of its own: `python -m benchmarks.web.app NAME MODEL_URL`; prints its port.

`GET /measurements/{since}/{until}` tells what the process knows of itself; the lag of the event loop is that between
two times of the clock that all processes of a machine share.
"""

import asyncio
import gc
import json
import logging
import sys
import time
from array import array
from typing import Any

import uvicorn

from benchmarks.web.apps import make_app

_TICK_SECONDS = 0.01


class Measured:
    """An ASGI application that also answers how it is."""

    def __init__(self, app: Any) -> None:
        self._app = app
        # Numbers that are no objects, which are counted too.
        self._due, self._lag = array("d"), array("d")

    async def watch(self) -> None:
        """Note again and again by how many seconds the event loop is late."""
        while True:
            due = time.monotonic() + _TICK_SECONDS
            await asyncio.sleep(_TICK_SECONDS)
            self._due.append(due)
            self._lag.append(time.monotonic() - due)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer, or let the backend answer."""
        if not scope.get("path", "").startswith("/measurements/"):
            await self._app(scope, receive, send)
            return
        since, until = map(float, scope["path"].split("/")[2:])
        body = json.dumps(self._measurements(since, until)).encode()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    def _measurements(self, since: float, until: float) -> dict[str, Any]:
        gc.collect()
        return {
            "lags": [lag for due, lag in zip(self._due, self._lag, strict=True) if since <= due <= until],
            "tasks": len(asyncio.all_tasks()),
            "objects": sys.getallocatedblocks(),
        }


async def main() -> None:
    """Serve until the process ends."""
    name, url = sys.argv[1:]
    for noisy in ("ai_sdk", "asyncio"):  # connections that break are part of the tests
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    app = Measured(make_app(name, url))
    config = uvicorn.Config(
        app, port=0, log_level="critical", loop="asyncio", http="h11", lifespan="off", backlog=1024, access_log=False
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    watching = asyncio.create_task(app.watch())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(_TICK_SECONDS)
    print(server.servers[0].sockets[0].getsockname()[1], flush=True)
    await serving
    watching.cancel()


if __name__ == "__main__":
    asyncio.run(main())
