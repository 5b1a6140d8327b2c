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
        AnthropicLanguageModelOptions as AnthropicProviderOptions,
        AnthropicSystemMessageProviderOptions,
    )

    from ai_sdk.providers.anthropic.container import (
        forward_anthropic_container_id_from_last_step,
    )
    from ai_sdk.providers.anthropic.files import AnthropicFiles
    from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel
    from ai_sdk.providers.anthropic.provider_metadata import (
        AnthropicCitation,
        AnthropicMessageMetadata,
        AnthropicTextProviderMetadata,
        AnthropicUsageIteration,
    )
    from ai_sdk.providers.anthropic.skills import AnthropicSkills
    from ai_sdk.providers.anthropic.tool_options import AnthropicToolOptions

__all__ = [
    "VERSION",
    "AnthropicCitation",
    "AnthropicFilePartProviderOptions",
    "AnthropicFiles",
    "AnthropicLanguageModel",
    "AnthropicLanguageModelOptions",
    "AnthropicMessageMetadata",
    "AnthropicProvider",
    "AnthropicProviderOptions",
    "AnthropicSkills",
    "AnthropicSystemMessageProviderOptions",
    "AnthropicTextProviderMetadata",
    "AnthropicToolOptions",
    "AnthropicUsageIteration",
    "anthropic",
    "create_anthropic",
    "forward_anthropic_container_id_from_last_step",
]

_LATE: dict[str, str | tuple[str, str]] = {
    "AnthropicFiles": "ai_sdk.providers.anthropic.files",
    "AnthropicLanguageModel": "ai_sdk.providers.anthropic.messages.model",
    "AnthropicSkills": "ai_sdk.providers.anthropic.skills",
    "forward_anthropic_container_id_from_last_step": ("ai_sdk.providers.anthropic.container"),
    "AnthropicFilePartProviderOptions": "ai_sdk_generated.anthropic.messages.options",
    "AnthropicProviderOptions": ("ai_sdk_generated.anthropic.messages.options", "AnthropicLanguageModelOptions"),
    "AnthropicCitation": "ai_sdk.providers.anthropic.provider_metadata",
    "AnthropicMessageMetadata": "ai_sdk.providers.anthropic.provider_metadata",
    "AnthropicTextProviderMetadata": "ai_sdk.providers.anthropic.provider_metadata",
    "AnthropicUsageIteration": "ai_sdk.providers.anthropic.provider_metadata",
    "AnthropicToolOptions": "ai_sdk.providers.anthropic.tool_options",
    "AnthropicLanguageModelOptions": "ai_sdk_generated.anthropic.messages.options",
    "AnthropicSystemMessageProviderOptions": "ai_sdk_generated.anthropic.messages.options",
}

__getattr__ = lazy_names(__name__, _LATE)


def __dir__() -> list[str]:
    return sorted(__all__)
