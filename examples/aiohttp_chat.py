"""Answers `useChat` by aiohttp, with a model that needs no key: `python aiohttp_chat.py`."""

import os

from aiohttp import web

from ai_sdk import convert_to_model_messages, stream_text, validate_ui_messages
from ai_sdk.integrations.aiohttp import text_stream_response, ui_message_stream_response
from ai_sdk.integrations.chat_request import ChatRequest, CompletionRequest
from ai_sdk.testing import MockLanguageModelV4

MODEL = MockLanguageModelV4(do_stream="Hello from aiohttp!")


async def chat(request: web.Request) -> web.StreamResponse:
    sent = ChatRequest.model_validate_json(await request.read())
    messages = await validate_ui_messages(messages=sent.messages)
    result = stream_text(model=MODEL, messages=await convert_to_model_messages(messages))
    return ui_message_stream_response(result, original_messages=messages)


async def completion(request: web.Request) -> web.StreamResponse:
    sent = CompletionRequest.model_validate_json(await request.read())
    return text_stream_response(stream_text(model=MODEL, prompt=sent.prompt))


app = web.Application()
app.add_routes([web.post("/api/chat", chat), web.post("/api/completion", completion)])

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), print=None)
