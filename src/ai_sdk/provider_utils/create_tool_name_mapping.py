"""Two-way names of provider-defined tools: what the caller calls a tool, and what the provider calls it.

Ports: @ai-sdk/provider-utils/src/create-tool-name-mapping.ts
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ai_sdk.provider import LanguageModelV4ProviderTool, LanguageModelV4Tool

__all__ = ["ToolNameMapping", "create_tool_name_mapping"]


@dataclass(frozen=True, slots=True)
class ToolNameMapping:
    """The names of a call's provider-defined tools; a name that is not mapped stays as it is."""

    provider_names: Mapping[str, str] = field(default_factory=dict)
    """The provider's name by the caller's."""

    custom_names: Mapping[str, str] = field(default_factory=dict)
    """The caller's name by the provider's."""

    def to_provider_tool_name(self, custom_tool_name: str) -> str:
        """Return the provider's name of a tool."""
        return self.provider_names.get(custom_tool_name, custom_tool_name)

    def to_custom_tool_name(self, provider_tool_name: str) -> str:
        """Return the caller's name of a tool."""
        return self.custom_names.get(provider_tool_name, provider_tool_name)


def create_tool_name_mapping(
    tools: Iterable[LanguageModelV4Tool] | None, provider_tool_names: Mapping[str, str]
) -> ToolNameMapping:
    """Map the names of the provider-defined tools among `tools`; `provider_tool_names` names them by tool id.

    >>> tool = LanguageModelV4ProviderTool(id="openai.web_search", name="search")
    >>> create_tool_name_mapping([tool], {"openai.web_search": "web_search"}).to_provider_tool_name("search")
    'web_search'
    """
    mapped = [
        (tool.name, provider_tool_names[tool.id])
        for tool in tools or ()
        if isinstance(tool, LanguageModelV4ProviderTool) and tool.id in provider_tool_names
    ]
    return ToolNameMapping(
        provider_names=dict(mapped), custom_names={provider_name: name for name, provider_name in mapped}
    )
