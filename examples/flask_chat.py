"""Answers `useChat` by Flask, with a model that needs no key: `python flask_chat.py`."""

import os

from flask import Flask, Response, request

from ai_sdk.integrations.chat_request import ChatRequest, CompletionRequest
from ai_sdk.integrations.flask import text_stream_response, ui_message_stream_response
from ai_sdk.sync import convert_to_model_messages, stream_text, validate_ui_messages
from ai_sdk.testing import MockLanguageModelV4

MODEL = MockLanguageModelV4(do_stream="Hello from Flask!")

app = Flask(__name__)


@app.post("/api/chat")
def chat() -> Response:
    sent = ChatRequest.model_validate_json(request.get_data())
    messages = validate_ui_messages(messages=sent.messages)
    result = stream_text(model=MODEL, messages=convert_to_model_messages(messages))
    return ui_message_stream_response(result, original_messages=messages)


@app.post("/api/completion")
def completion() -> Response:
    sent = CompletionRequest.model_validate_json(request.get_data())
    return text_stream_response(stream_text(model=MODEL, prompt=sent.prompt))


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "8000")))
