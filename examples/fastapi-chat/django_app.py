"""The chat with Django under ASGI: `python django_app.py`."""

import os
from dataclasses import asdict

import uvicorn
from chat import MESSAGES, PAGE, STREAMS, answer, is_resumable
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import path
from django.views.static import serve
from offline_model import CALLS

from ai_sdk.integrations.chat_request import ChatRequest
from ai_sdk.integrations.django import resume_response, ui_message_stream_response

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["localhost", "127.0.0.1"], SECRET_KEY=os.urandom(32).hex())


async def chat(request: HttpRequest) -> HttpResponseBase:
    """Answer."""
    sent = ChatRequest.model_validate_json(request.body)
    if not is_resumable(sent):
        return ui_message_stream_response(answer(sent))
    run = STREAMS.start(sent.id)
    return ui_message_stream_response(answer(sent, run.abort_signal), consume_sse_stream=run.consume_sse_stream)


async def resume(_request: HttpRequest, chat_id: str) -> HttpResponseBase:
    """Let a page that was reloaded read on."""
    return await resume_response(STREAMS, chat_id)


async def stop(_request: HttpRequest, chat_id: str) -> HttpResponseBase:
    """Stop the answer."""
    return JsonResponse(await STREAMS.stop(chat_id), safe=False)


async def messages(_request: HttpRequest, chat_id: str) -> HttpResponseBase:
    """Return what was said."""
    return JsonResponse(MESSAGES.get(chat_id, []), safe=False)


async def model_calls(_request: HttpRequest) -> HttpResponseBase:
    """Tell how the calls of the model stand."""
    return JsonResponse([asdict(call) for call in CALLS], safe=False)


urlpatterns = [
    path("api/chat", chat),
    path("api/chat/<chat_id>/stream", resume),
    path("api/chat/<chat_id>/stop", stop),
    path("api/chat/<chat_id>/messages", messages),
    path("api/model-calls", model_calls),
    path("", serve, {"document_root": PAGE, "path": "index.html"}),
    path("<path:path>", serve, {"document_root": PAGE}),
]

if __name__ == "__main__":
    uvicorn.run(get_asgi_application(), port=int(os.environ.get("PORT", "8000")))
