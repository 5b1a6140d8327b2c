"""What the parts of one assistant message must know of each other.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from dataclasses import dataclass, field

from ai_sdk.provider import JSONObject
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion

__all__ = ["AssistantTurn"]


@dataclass(slots=True)
class AssistantTurn:
    """The items of one assistant message that later parts add to or must not repeat."""

    reasoning_items: dict[str, JSONObject] = field(default_factory=dict)
    emitted_text_ids: set[str] = field(default_factory=set)
    has_preceding_reasoning: bool = False
    """A stored message of a reasoning model is bound to its reasoning; without it, it must be sent in full."""

    def push_text_reference(self, conversion: InputConversion, item_id: str) -> None:
        """Refer to a stored message once, however many texts it has."""
        if item_id not in self.emitted_text_ids:
            self.emitted_text_ids.add(item_id)
            conversion.push_reference(item_id)
