"""Anthropic: messages, files, skills and the tools that Anthropic defines.

Importing this package reads no environment and builds no models: a surface is imported when it is first used.

>>> anthropic("claude-opus-4-6").provider
'anthropic.messages'
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.anthropic.provider import AnthropicProvider, anthropic, create_anthropic
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.anthropic.messages.options import (
        AnthropicFilePartProviderOptions,
        AnthropicLanguageModelOptions,
        AnthropicSystemMessageProviderOptions,
    )

    from ai_sdk.providers.anthropic.container import (
        forward_anthropic_container_id_from_last_step,
    )
    from ai_sdk.providers.anthropic.files import AnthropicFiles
    from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel
    from ai_sdk.providers.anthropic.skills import AnthropicSkills

__all__ = [
    "VERSION",
    "AnthropicFilePartProviderOptions",
    "AnthropicFiles",
    "AnthropicLanguageModel",
    "AnthropicLanguageModelOptions",
    "AnthropicProvider",
    "AnthropicSkills",
    "AnthropicSystemMessageProviderOptions",
    "anthropic",
    "create_anthropic",
    "forward_anthropic_container_id_from_last_step",
]

_LATE = {
    "AnthropicFiles": "ai_sdk.providers.anthropic.files",
    "AnthropicLanguageModel": "ai_sdk.providers.anthropic.messages.model",
    "AnthropicSkills": "ai_sdk.providers.anthropic.skills",
    "forward_anthropic_container_id_from_last_step": ("ai_sdk.providers.anthropic.container"),
    "AnthropicFilePartProviderOptions": "ai_sdk_generated.anthropic.messages.options",
    "AnthropicLanguageModelOptions": "ai_sdk_generated.anthropic.messages.options",
    "AnthropicSystemMessageProviderOptions": "ai_sdk_generated.anthropic.messages.options",
}

__getattr__ = lazy_names(__name__, _LATE)


def __dir__() -> list[str]:
    return sorted(__all__)
