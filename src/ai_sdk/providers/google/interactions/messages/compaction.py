"""A prompt without what the server remembers of the interaction before.

Ports: @ai-sdk/google/src/interactions/convert-to-google-interactions-input.ts
"""

from dataclasses import replace

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4Prompt,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.json_value import JSONObject

__all__ = ["compact_prompt", "google_options"]


def google_options(provider_options: SharedV4ProviderOptions | None) -> JSONObject:
    """Return the Google options of a part."""
    return (provider_options or {}).get("google") or {}


def compact_prompt(prompt: LanguageModelV4Prompt, previous_interaction_id: str) -> LanguageModelV4Prompt:
    """Leave out the answers of an interaction, and the results of the tools that it called."""
    kept: LanguageModelV4Prompt = []
    dropped_call_ids: set[str] = set()
    for message in prompt:
        if isinstance(message, LanguageModelV4AssistantMessage) and _belongs_to(message, previous_interaction_id):
            calls = (part for part in message.content if isinstance(part, LanguageModelV4ToolCallPart))
            dropped_call_ids.update(call.tool_call_id for call in calls)
        elif isinstance(message, LanguageModelV4ToolMessage):
            remaining = [
                part
                for part in message.content
                if not (isinstance(part, LanguageModelV4ToolResultPart) and part.tool_call_id in dropped_call_ids)
            ]
            if remaining:
                kept.append(replace(message, content=remaining))
        else:
            kept.append(message)
    return kept


def _belongs_to(message: LanguageModelV4AssistantMessage, interaction_id: str) -> bool:
    return any(google_options(part.provider_options).get("interactionId") == interaction_id for part in message.content)
