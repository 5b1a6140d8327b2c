"""What is known of the request and of the answer of a step.

Ports: ai/src/types/language-model-request-metadata.ts, ai/src/types/language-model-response-metadata.ts
Ports: ai/src/generate-text/response-message.ts
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.model_message import AssistantModelMessage, ModelMessage, ToolModelMessage

__all__ = ["LanguageModelRequestMetadata", "LanguageModelResponseMetadata", "ResponseMessage"]

ResponseMessage = AssistantModelMessage | ToolModelMessage
"""A message that a generation adds to the conversation."""


@dataclass(slots=True, kw_only=True)
class LanguageModelRequestMetadata(Spec):
    """The request: the origin of its URL, its messages and its body as far as `include` asked for them."""

    url: str | None = None
    messages: list[ModelMessage] | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class LanguageModelResponseMetadata(Spec):
    """The answer: its id, time, model and headers, the messages it adds, and its body when `include` asked for it."""

    id: str
    timestamp: datetime
    model_id: str
    headers: dict[str, str] | None = None
    body: Any = None
    messages: list[ResponseMessage]
