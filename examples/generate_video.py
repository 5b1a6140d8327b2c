"""Starts a video and asks for it until it is done, with a gateway that listens on this machine."""

import asyncio

from ai_sdk import generate_video, get_video_status, start_video
from ai_sdk.providers.gateway import create_gateway
from ai_sdk.testing import LoopbackServer, Reply, Request

VIDEO = {"type": "base64", "data": "AAAAGGZ0eXBtcDQy", "mediaType": "video/mp4"}
asked: list[str] = []


def answer(request: Request) -> Reply:
    """Start an operation, which is done when it is asked for a second time."""
    if request.path.endswith("/start"):
        asked.clear()
        return Reply.json({"operation": {"id": "video-1"}})
    asked.append(request.json()["operation"]["id"])
    return Reply.json({"status": "completed", "videos": [VIDEO]} if len(asked) > 1 else {"status": "pending"})


async def main() -> None:
    async with LoopbackServer(answer) as server, create_gateway(api_key="none", base_url=server.url) as gateway:
        model = gateway.video_model("google/veo-3.1-generate-001")
        result = await generate_video(model=model, prompt="waves at dawn", poll={"interval_ms": 10})
        print(f"{result.video.media_type}, {len(result.video.data)} bytes, asked {len(asked)} times")

        started = await start_video(model=model, prompt="waves at dusk")
        status = await get_video_status(model=model, operation=started.operation)
        print(f"{started.operation} is {status.status}")


asyncio.run(main())
