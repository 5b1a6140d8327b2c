"""Runs of messages that Anthropic takes as one.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4ToolMessage,
    LanguageModelV4UserMessage,
)

__all__ = ["AssistantBlock", "Block", "SystemBlock", "UserBlock", "group_into_blocks"]


@dataclass(slots=True)
class SystemBlock:
    """Instructions in a row."""

    messages: list[LanguageModelV4SystemMessage] = field(default_factory=list)


@dataclass(slots=True)
class AssistantBlock:
    """Answers in a row."""

    messages: list[LanguageModelV4AssistantMessage] = field(default_factory=list)


@dataclass(slots=True)
class UserBlock:
    """What the user says, and tools answer, in a row."""

    messages: list[LanguageModelV4UserMessage | LanguageModelV4ToolMessage] = field(default_factory=list)


Block = SystemBlock | AssistantBlock | UserBlock
_Kind = Literal["system", "assistant", "user"]
_KINDS: dict[str, _Kind] = {"system": "system", "assistant": "assistant", "user": "user", "tool": "user"}


def group_into_blocks(prompt: LanguageModelV4Prompt) -> list[Block]:
    """Group the messages of a prompt; tool results belong to the user's side."""
    return [_block(kind, list(messages)) for kind, messages in groupby(prompt, lambda message: _KINDS[message.role])]


def _block(kind: _Kind, messages: list[LanguageModelV4Message]) -> Block:
    if kind == "system":
        return SystemBlock([message for message in messages if isinstance(message, LanguageModelV4SystemMessage)])
    if kind == "assistant":
        return AssistantBlock([message for message in messages if isinstance(message, LanguageModelV4AssistantMessage)])
    return UserBlock(
        [
            message
            for message in messages
            if isinstance(message, LanguageModelV4UserMessage | LanguageModelV4ToolMessage)
        ]
    )
