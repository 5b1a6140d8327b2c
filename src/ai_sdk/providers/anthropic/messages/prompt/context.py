"""What all parts of the prompt conversion share: what they read, and what they collect.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SharedV4WarningOther,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.providers.anthropic.config import MediaPartConverter
from ai_sdk.providers.anthropic.messages.cache_control import CacheControlValidator

__all__ = [
    "Betas",
    "ConvertedTool",
    "InlineToolConverter",
    "PromptContext",
    "anthropic_options",
    "get_anthropic_toolset_name",
    "is_computer_tool",
]


class Betas(dict[str, None]):
    """Beta features in the order they were asked for, each once."""

    def add(self, *names: str) -> None:
        """Ask for features."""
        self.update(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class ConvertedTool:
    """A tool that a message defines, as Anthropic writes it; `None` when it cannot be written."""

    definition: JSONObject | None
    warnings: list[SharedV4Warning]
    betas: Iterable[str]


InlineToolConverter = Callable[[LanguageModelV4Tool], ConvertedTool]


@dataclass(slots=True, kw_only=True)
class PromptContext:
    """What the conversion reads (settings) and collects (warnings, betas)."""

    send_reasoning: bool
    validator: CacheControlValidator
    tool_name_mapping: ToolNameMapping
    convert_inline_tool: InlineToolConverter
    toolset_names: Mapping[str, str] = field(default_factory=dict)
    convert_media_part: MediaPartConverter | None = None
    earlier_release: bool = False
    """Whether messages are converted as `AnthropicConfig.earlier_release` says."""
    warnings: list[SharedV4Warning] = field(default_factory=list)
    betas: Betas = field(default_factory=Betas)

    def warn(self, message: str) -> None:
        """Tell the caller about something that was left out."""
        self.warnings.append(SharedV4WarningOther(message=message))


def anthropic_options(provider_options: SharedV4ProviderOptions | None) -> Mapping[str, Any]:
    """Return the options or metadata under `anthropic`, as they are."""
    return (provider_options or {}).get("anthropic") or {}


def is_computer_tool(tool: LanguageModelV4Tool) -> bool:
    """Whether the tool is one that Anthropic takes in `tools` only, not in a message."""
    return isinstance(tool, LanguageModelV4ProviderTool) and tool.id.startswith("anthropic.computer_")


def get_anthropic_toolset_name(
    context: PromptContext, tool_name: str, provider_options: SharedV4ProviderOptions | None
) -> str | None:
    """Return Anthropic's name of the toolset a tool is, from the request's tools or an earlier response's metadata."""
    from_metadata = anthropic_options(provider_options).get("toolsetName")
    from_tools = context.toolset_names.get(tool_name)
    if from_tools is not None:
        return from_tools
    return from_metadata if isinstance(from_metadata, str) else None
