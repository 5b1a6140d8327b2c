"""This library: the endpoint that its documentation shows."""

from typing import Any

from fastapi import FastAPI, Response

from ai_sdk import convert_to_model_messages, stream_text
from ai_sdk.integrations.fastapi import ChatRequest, ui_message_stream_response
from ai_sdk.provider_utils.aiohttp_transport import AiohttpTransport
from ai_sdk.providers.openai_compatible import create_openai_compatible


def make_app(url: str, http_client: Any = None) -> FastAPI:
    """Return the application, over the default transport."""
    app = FastAPI()
    provider = create_openai_compatible(name="load", base_url=url, http_client=http_client)

    @app.post("/api/chat/{model}")
    async def chat(model: str, request: ChatRequest) -> Response:
        messages = await convert_to_model_messages(request.messages)
        return ui_message_stream_response(stream_text(model=provider(model), messages=messages))

    return app


def make_app_over_aiohttp(url: str) -> FastAPI:
    """Return the application, over aiohttp."""
    return make_app(url, AiohttpTransport())
