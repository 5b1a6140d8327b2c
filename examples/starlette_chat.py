"""Answers `useChat` by Starlette, with a model that needs no key: `python starlette_chat.py`."""

import os

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ai_sdk import convert_to_model_messages, stream_text, validate_ui_messages
from ai_sdk.integrations.chat_request import ChatRequest, CompletionRequest
from ai_sdk.integrations.starlette import text_stream_response, ui_message_stream_response
from ai_sdk.testing import MockLanguageModelV4

MODEL = MockLanguageModelV4(do_stream="Hello from Starlette!")


async def chat(request: Request) -> Response:
    sent = ChatRequest.model_validate_json(await request.body())
    messages = await validate_ui_messages(messages=sent.messages)
    result = stream_text(model=MODEL, messages=await convert_to_model_messages(messages))
    return ui_message_stream_response(result, original_messages=messages)


async def completion(request: Request) -> Response:
    sent = CompletionRequest.model_validate_json(await request.body())
    return text_stream_response(stream_text(model=MODEL, prompt=sent.prompt))


app = Starlette(
    routes=[Route("/api/chat", chat, methods=["POST"]), Route("/api/completion", completion, methods=["POST"])]
)

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
