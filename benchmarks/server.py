"""The loopback server of the benchmarks: chat completions in its own process, one HTTP chunk for each event.

The model id says what to answer: `words-1000` streams a thousand words, `paced-1000` at a pace. It answers to
embeddings too, with vectors in the precision that OpenAI sends. Prints its port when it listens.
"""

import array
import asyncio
import base64
import json
import math

from benchmarks.plan import DIMENSIONS, EMBEDDINGS, PACED_PER_SECOND

_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: %b\r\ntransfer-encoding: chunked\r\n\r\n"
_FACTS = {"id": "chatcmpl-bench", "created": 1_700_000_000, "model": "bench"}
_WRITES_BEFORE_DRAIN = 64


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _event(delta: dict[str, object], **more: object) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": None, **more}
    body = {**_FACTS, "object": "chat.completion.chunk", "system_fingerprint": "fp_bench", "choices": [choice]}
    return _chunk(f"data: {json.dumps(body)}\n\n".encode())


_WORD = _event({"content": " token"})
_LAST = _event({}, finish_reason="stop") + _chunk(b"data: [DONE]\n\n") + b"0\r\n\r\n"
_ANSWER = {
    **_FACTS,
    "object": "chat.completion",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello there."}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12},
}
_VECTORS = [
    [float(f"{math.sin(row * DIMENSIONS + column) / 30:.8g}") for column in range(DIMENSIONS)]
    for row in range(EMBEDDINGS)
]


def _embeddings(vectors: list[list[float]] | list[str]) -> bytes:
    data = [{"object": "embedding", "index": index, "embedding": vector} for index, vector in enumerate(vectors)]
    usage = {"prompt_tokens": 9, "total_tokens": 9}
    body = json.dumps({"object": "list", "data": data, "model": "bench", "usage": usage}).encode()
    return _HEAD % b"application/json" + _chunk(body) + b"0\r\n\r\n"


_EMBEDDINGS = {
    "float": _embeddings(_VECTORS),
    "base64": _embeddings([base64.b64encode(array.array("f", vector).tobytes()).decode() for vector in _VECTORS]),
}
_WHOLE = _HEAD % b"application/json" + _chunk(json.dumps(_ANSWER).encode()) + b"0\r\n\r\n"


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            body = await reader.readexactly(_content_length(head))
            request = json.loads(body)
            if request.get("stream"):
                kind, _, words = request["model"].partition("-")
                await (_stream_paced if kind == "paced" else _stream)(writer, int(words))
            elif "input" in request:
                writer.write(_EMBEDDINGS[request.get("encoding_format", "float")])
            else:
                writer.write(_WHOLE)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


def _content_length(head: bytes) -> int:
    lines = head.lower().split(b"\r\n")
    return next(int(line.partition(b":")[2]) for line in lines if line.startswith(b"content-length:"))


async def _stream(writer: asyncio.StreamWriter, words: int) -> None:
    writer.write(_HEAD % b"text/event-stream")
    for number in range(words):
        writer.write(_WORD)
        if number % _WRITES_BEFORE_DRAIN == 0:
            await writer.drain()
            await asyncio.sleep(0)
    writer.write(_LAST)


async def _stream_paced(writer: asyncio.StreamWriter, words: int) -> None:
    loop = asyncio.get_running_loop()
    writer.write(_HEAD % b"text/event-stream")
    start = loop.time()
    for number in range(1, words + 1):
        writer.write(_WORD)
        await writer.drain()
        await asyncio.sleep(start + number / PACED_PER_SECOND - loop.time())
    writer.write(_LAST)


async def main() -> None:
    """Listen on a free port until the process ends."""
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
