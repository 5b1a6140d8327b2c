"""The chat with FastAPI: `python app.py`."""

import os
from dataclasses import asdict
from typing import Any

import uvicorn
from chat import MESSAGES, PAGE, STREAMS, answer, is_resumable
from fastapi import FastAPI, Response
from fastapi.staticfiles import StaticFiles
from offline_model import CALLS

from ai_sdk.integrations.fastapi import ChatRequest, resume_response, ui_message_stream_response

app = FastAPI(title="Chat")


@app.post("/api/chat")
async def chat(request: ChatRequest) -> Response:
    """Answer."""
    if not is_resumable(request):
        return ui_message_stream_response(answer(request))
    run = STREAMS.start(request.id)
    return ui_message_stream_response(answer(request, run.abort_signal), consume_sse_stream=run.consume_sse_stream)


@app.get("/api/chat/{chat_id}/stream")
async def resume(chat_id: str) -> Response:
    """Let a page that was reloaded read on."""
    return await resume_response(STREAMS, chat_id)


@app.post("/api/chat/{chat_id}/stop")
async def stop(chat_id: str) -> bool:
    """Stop the answer."""
    return await STREAMS.stop(chat_id)


@app.get("/api/chat/{chat_id}/messages")
async def messages(chat_id: str) -> list[dict[str, Any]]:
    """Return what was said."""
    return MESSAGES.get(chat_id, [])


@app.get("/api/model-calls")
async def model_calls() -> list[dict[str, Any]]:
    """Tell how the calls of the model stand."""
    return [asdict(call) for call in CALLS]


app.mount("/", StaticFiles(directory=PAGE, html=True))

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
