"""The model of the load tests: chat completions in a process of its own, at the pace that the model id says.

`GET /state` tells how many streams and connections are open. Prints its port when it listens. One clock serves all
streams of a pace, in ten turns, so that the model does not need the core that the backend is measured on. A reader that
is behind gets nothing until it has caught up.
"""

import asyncio
import itertools
import json
from typing import Any

_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: %b\r\ntransfer-encoding: chunked\r\n\r\n"
_FACTS = {"id": "chatcmpl-load", "created": 1_700_000_000, "model": "load"}
_TURNS = 10
_BEHIND = 16_384
_END = b"0\r\n\r\n"


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _event(delta: dict[str, object], **more: object) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": None, **more}
    body = {**_FACTS, "object": "chat.completion.chunk", "system_fingerprint": "fp_load", "choices": [choice]}
    return _chunk(f"data: {json.dumps(body)}\n\n".encode())


_WORD = _event({"content": " token"})
_LAST = _event({}, finish_reason="stop") + _chunk(b"data: [DONE]\n\n") + _END


class _Pace:
    """Gives a word to each of its streams so many times a second."""

    def __init__(self, per_second: int) -> None:
        self._turns: list[dict[Connection, int]] = [{} for _ in range(_TURNS)]
        self._next_turn = itertools.cycle(range(_TURNS))
        self._interval = 1 / per_second / _TURNS
        self._task = asyncio.create_task(self._run())

    def add(self, connection: "Connection", words: int) -> None:
        self._turns[next(self._next_turn)][connection] = words

    def remove(self, connection: "Connection") -> None:
        for turn in self._turns:
            turn.pop(connection, None)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time()
        for turn in itertools.cycle(self._turns):
            for connection, left in list(turn.items()):
                self._serve(turn, connection, left)
            due = max(due + self._interval, loop.time() - 1)
            await asyncio.sleep(max(0, due - loop.time()))

    def _serve(self, turn: dict["Connection", int], connection: "Connection", left: int) -> None:
        if left == 0:
            del turn[connection]
            connection.end()
        elif connection.transport.get_write_buffer_size() < _BEHIND:
            connection.transport.write(_WORD)
            turn[connection] = left - 1


class Server:
    """What all connections share."""

    def __init__(self) -> None:
        self.connections: set[Connection] = set()
        self._paces: dict[int, _Pace] = {}

    def pace(self, per_second: int) -> _Pace:
        """Return the pace, new if nobody asked for it before."""
        if per_second not in self._paces:
            self._paces[per_second] = _Pace(per_second)
        return self._paces[per_second]

    def forget(self, connection: "Connection") -> None:
        """Stop serving a connection."""
        self.connections.discard(connection)
        for pace in self._paces.values():
            pace.remove(connection)

    def state(self) -> dict[str, int]:
        """Return how many connections are open, and on how many of them an answer is under way."""
        return {
            "connections": len(self.connections),
            "streams": sum(connection.is_streaming for connection in self.connections),
        }


class Connection(asyncio.Protocol):
    """Answers the requests of one connection, one after the other."""

    transport: asyncio.Transport

    def __init__(self, server: Server) -> None:
        self._server = server
        self._received = b""
        self._is_cut = False
        self.is_streaming = False

    def connection_made(self, transport: Any) -> None:
        """Note the connection."""
        self.transport = transport
        self._server.connections.add(self)

    def connection_lost(self, _: Exception | None) -> None:
        """Forget the connection."""
        self._server.forget(self)

    def data_received(self, data: bytes) -> None:
        """Answer as soon as a request is there."""
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if separator and len(body) >= _content_length(head):
            self._received = b""
            self._answer(head, body)

    def end(self) -> None:
        """End the stream, properly or as a network does."""
        self.is_streaming = False
        if self._is_cut:
            self.transport.close()
        else:
            self.transport.write(_LAST)

    def _answer(self, head: bytes, body: bytes) -> None:
        if head.startswith(b"GET /state"):
            text = _chunk(json.dumps(self._server.state()).encode()) + _END
            self.transport.write(_HEAD % b"application/json" + text)
            return
        _, words, per_second, end = json.loads(body)["model"].split("-")
        self._is_cut, self.is_streaming = end == "cut", True
        self.transport.write(_HEAD % b"text/event-stream")
        if int(per_second):
            self._server.pace(int(per_second)).add(self, int(words))
        else:
            self.transport.write(_WORD * int(words))
            self.end()


def _content_length(head: bytes) -> int:
    lines = head.lower().split(b"\r\n")
    lengths = [int(line.partition(b":")[2]) for line in lines if line.startswith(b"content-length:")]
    return lengths[0] if lengths else 0


async def main() -> None:
    """Listen on a free port until the process ends."""
    state = Server()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(state), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
