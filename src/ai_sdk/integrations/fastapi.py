"""Streams as responses of FastAPI, and the bodies of requests of frontends, which its documentation shows."""

from ai_sdk.integrations.chat_request import ChatRequest, CompletionRequest
from ai_sdk.integrations.starlette import (
    resume_response,
    text_stream_response,
    to_response,
    ui_message_stream_response,
)

__all__ = [
    "ChatRequest",
    "CompletionRequest",
    "resume_response",
    "text_stream_response",
    "to_response",
    "ui_message_stream_response",
]
