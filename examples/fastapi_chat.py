"""Answers `useChat`, `useCompletion` and `useObject` by FastAPI, with a model that needs no key: `fastapi_chat.py`."""

import os

import uvicorn
from fastapi import FastAPI, Response
from pydantic import BaseModel

from ai_sdk import Output, convert_to_model_messages, is_step_count, stream_text, tool, validate_ui_messages
from ai_sdk.integrations.fastapi import (
    ChatRequest,
    CompletionRequest,
    resume_response,
    text_stream_response,
    ui_message_stream_response,
)
from ai_sdk.integrations.resumable_streams import ResumableStreams
from ai_sdk.testing import MockLanguageModelV4

app = FastAPI()
streams = ResumableStreams()


class Recipe(BaseModel):
    """What `/api/recipe` makes."""

    name: str
    minutes: int


@tool
def weather(city: str) -> str:
    """Say what the weather is."""
    return f"Sunny in {city}"


TALK = MockLanguageModelV4(do_stream="Hello from FastAPI!")
COOK = MockLanguageModelV4(do_stream='{"name": "Soup", "minutes": 20}')


@app.post("/api/chat")
async def chat(request: ChatRequest) -> Response:
    messages = await validate_ui_messages(messages=request.messages, tools=[weather])
    run = streams.start(request.id)
    result = stream_text(
        model=TALK,
        messages=await convert_to_model_messages(messages, tools=[weather]),
        tools=[weather],
        stop_when=is_step_count(5),
        abort_signal=run.abort_signal,
    )
    return ui_message_stream_response(
        result, original_messages=messages, consume_sse_stream=run.consume_sse_stream, headers={"x-chat": request.id}
    )


@app.get("/api/chat/{chat_id}/stream")
async def resume(chat_id: str) -> Response:
    return await resume_response(streams, chat_id)


@app.post("/api/chat/{chat_id}/stop")
async def stop(chat_id: str) -> bool:
    return await streams.stop(chat_id)


@app.post("/api/completion")
async def completion(request: CompletionRequest) -> Response:
    return ui_message_stream_response(stream_text(model=TALK, prompt=request.prompt))


@app.post("/api/recipe")
async def recipe(wish: str) -> Response:
    return text_stream_response(stream_text(model=COOK, prompt=wish, output=Output.object(Recipe)))


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
