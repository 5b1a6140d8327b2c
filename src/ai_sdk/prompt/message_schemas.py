"""Schemas of messages, for whoever checks conversations that come from outside.

Ports: ai/src/prompt/message.ts, ai/src/prompt/content-part.ts
"""

from ai_sdk.provider_utils.model_message import (
    AssistantModelMessage,
    ModelMessage,
    SystemModelMessage,
    ToolModelMessage,
    UserModelMessage,
)
from ai_sdk.provider_utils.schema import Schema, as_schema

__all__ = [
    "assistant_model_message_schema",
    "model_message_schema",
    "system_model_message_schema",
    "tool_model_message_schema",
    "user_model_message_schema",
]

system_model_message_schema = as_schema(SystemModelMessage)
user_model_message_schema = as_schema(UserModelMessage)
assistant_model_message_schema = as_schema(AssistantModelMessage)
tool_model_message_schema = as_schema(ToolModelMessage)
model_message_schema: Schema[ModelMessage] = as_schema(ModelMessage)
"""Any message; `validate` takes dicts with keys in snake_case or camelCase and returns objects."""
