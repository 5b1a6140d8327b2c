"""The chat with Flask under WSGI: `python flask_app.py`."""

import os
from dataclasses import asdict

from chat import MESSAGES, PAGE, STREAMS, answer, is_resumable
from flask import Flask, Response, jsonify, request
from offline_model import CALLS

from ai_sdk.integrations.chat_request import ChatRequest
from ai_sdk.integrations.flask import resume_response, stop_stream, ui_message_stream_response

app = Flask(__name__, static_folder=PAGE, static_url_path="")


@app.post("/api/chat")
def chat() -> Response:
    """Answer."""
    sent = ChatRequest.model_validate(request.get_json())
    if not is_resumable(sent):
        return ui_message_stream_response(answer(sent))
    run = STREAMS.start(sent.id)
    return ui_message_stream_response(answer(sent, run.abort_signal), consume_sse_stream=run.consume_sse_stream)


@app.get("/api/chat/<chat_id>/stream")
def resume(chat_id: str) -> Response:
    """Let a page that was reloaded read on."""
    return resume_response(STREAMS, chat_id)


@app.post("/api/chat/<chat_id>/stop")
def stop(chat_id: str) -> Response:
    """Stop the answer."""
    return jsonify(stop_stream(STREAMS, chat_id))


@app.get("/api/chat/<chat_id>/messages")
def messages(chat_id: str) -> Response:
    """Return what was said."""
    return jsonify(MESSAGES.get(chat_id, []))


@app.get("/api/model-calls")
def model_calls() -> Response:
    """Tell how the calls of the model stand."""
    return jsonify([asdict(call) for call in CALLS])


@app.get("/")
def page() -> Response:
    """Return the page."""
    return app.send_static_file("index.html")


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "8000")))
