"""Answers `useChat` by Django under ASGI, with a model that needs no key: `python django_chat.py`."""

import os

import uvicorn
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, HttpResponseBase
from django.urls import path

from ai_sdk import convert_to_model_messages, stream_text, validate_ui_messages
from ai_sdk.integrations.chat_request import ChatRequest, CompletionRequest
from ai_sdk.integrations.django import text_stream_response, ui_message_stream_response
from ai_sdk.testing import MockLanguageModelV4

MODEL = MockLanguageModelV4(do_stream="Hello from Django!")

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["localhost", "127.0.0.1"], SECRET_KEY=os.urandom(32).hex())


async def chat(request: HttpRequest) -> HttpResponseBase:
    sent = ChatRequest.model_validate_json(request.body)
    messages = await validate_ui_messages(messages=sent.messages)
    result = stream_text(model=MODEL, messages=await convert_to_model_messages(messages))
    return ui_message_stream_response(result, original_messages=messages)


async def completion(request: HttpRequest) -> HttpResponseBase:
    sent = CompletionRequest.model_validate_json(request.body)
    return text_stream_response(stream_text(model=MODEL, prompt=sent.prompt))


urlpatterns = [path("api/chat", chat), path("api/completion", completion)]

if __name__ == "__main__":
    uvicorn.run(get_asgi_application(), port=int(os.environ.get("PORT", "8000")))
