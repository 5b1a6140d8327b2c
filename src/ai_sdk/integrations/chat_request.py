"""What frontends send: the bodies of `useChat` and `useCompletion`.

Pydantic models, so that a framework can validate and document them; the schemas of the messages are those of the
TypeScript types.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ai_sdk.ui.ui_messages import UIMessage

__all__ = ["ChatRequest", "CompletionRequest"]


class ChatRequest(BaseModel):
    """The body of a request of `useChat`; fields that the application sends besides are in `extra`.

    >>> sent = '{"id": "7", "messages": [], "trigger": "submit-message", "model": "fast"}'
    >>> request = ChatRequest.model_validate_json(sent)
    >>> request.id, request.messages, request.extra
    ('7', [], {'model': 'fast'})
    """

    model_config = ConfigDict(extra="allow", validate_by_name=True, validate_by_alias=True)

    id: str = Field(description="The id of the chat.")
    messages: list[UIMessage] = Field(description="The messages of the chat.")
    trigger: Literal["submit-message", "regenerate-message"] | None = Field(
        default=None, description="Whether the user sent a message or asked for another answer."
    )
    message_id: str | None = Field(
        default=None, alias="messageId", description="The message to answer anew, or that was edited."
    )

    @property
    def extra(self) -> dict[str, Any]:
        """What was sent besides."""
        return self.model_extra or {}


class CompletionRequest(BaseModel):
    """The body of a request of `useCompletion`; fields that the application sends besides are in `extra`."""

    model_config = ConfigDict(extra="allow")

    prompt: str = Field(description="What to complete.")

    @property
    def extra(self) -> dict[str, Any]:
        """What was sent besides."""
        return self.model_extra or {}
