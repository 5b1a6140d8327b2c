"""Gives the calls of a language model instructions when they have no system message.

Ports: ai/src/middleware/default-instructions-middleware.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4Middleware,
    LanguageModelV4SystemMessage,
    LanguageModelV4TransformOptions,
)
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.model_message import SystemModelMessage

__all__ = ["default_instructions_middleware"]

_Message = SystemModelMessage | Mapping[str, Any]


def default_instructions_middleware(*, instructions: str | _Message | Sequence[_Message]) -> LanguageModelV4Middleware:
    """Return middleware that puts `instructions` before the prompt of calls that have no system message.

    Raises `pydantic.ValidationError` for a dict that is no system message.

    >>> default_instructions_middleware(instructions="Answer in one sentence.").transform_params is not None
    True
    """
    system = _system_messages(instructions)

    async def transform_params(options: LanguageModelV4TransformOptions) -> LanguageModelV4CallOptions:
        params = options.params
        if any(message.role == "system" for message in params.prompt):
            return params
        return replace(params, prompt=[*system, *params.prompt])

    return LanguageModelV4Middleware(transform_params=transform_params)


def _system_messages(instructions: str | _Message | Sequence[_Message]) -> list[LanguageModelV4SystemMessage]:
    if isinstance(instructions, str):
        return [LanguageModelV4SystemMessage(content=instructions)]
    given = [instructions] if isinstance(instructions, SystemModelMessage | Mapping) else instructions
    messages = [load(SystemModelMessage, message) for message in given]
    return [
        LanguageModelV4SystemMessage(content=message.content, provider_options=message.provider_options)
        for message in messages
    ]
