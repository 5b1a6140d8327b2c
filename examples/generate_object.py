"""Objects with `generate_object` and `stream_object`, which `generate_text` and `stream_text` with `output` replace.

The model listens on this machine and answers what the example needs, so that it runs without a key.
"""

import asyncio
from typing import Any

from pydantic import BaseModel

from ai_sdk import RepairTextOptions, generate_object, stream_object
from ai_sdk.logger import set_warning_logger
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, Reply, Request

ANSWERS = {
    "A point": '{"x": 1, "y": 2',  # cut off
    "Two points": '{"elements": [{"x": 1, "y": 2}, {"x": 3, "y": 4}]}',
    "A color": '{"result": "red"}',
}


class Point(BaseModel):
    """A place."""

    x: int
    y: int


def answer(request: Request) -> Reply:
    body = request.json()
    text = ANSWERS[body["messages"][-1]["content"]]
    if not body.get("stream"):
        return Reply.json({"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}]})
    events: list[Any] = [{"choices": [{"delta": {"content": piece}}]} for piece in text.partition(", {")]
    return Reply.events(*events, {"choices": [{"delta": {}, "finish_reason": "stop"}]}, "[DONE]")


def close(options: RepairTextOptions) -> str | None:
    print("mended:", type(options.error).__name__)
    return options.text + "}"


async def main() -> None:
    set_warning_logger(False)  # both functions warn that they are deprecated
    async with (
        LoopbackServer(answer) as server,
        create_openai_compatible(
            name="loopback", base_url=f"{server.url}/v1", supports_structured_outputs=True
        ) as loopback,
    ):
        model = loopback("any-model")

        made = await generate_object(model=model, schema=Point, prompt="A point", repair_text=close)
        print(made.object, made.finish_reason)
        color = await generate_object(model=model, enum=["red", "green"], output="enum", prompt="A color")
        print(color.object)

        async with stream_object(model=model, schema=Point, output="array", prompt="Two points") as result:
            async for point in result.element_stream:
                print(point)
            print(len(await result.object), await result.finish_reason)


asyncio.run(main())
