"""What the conversion of a prompt knows and gathers: settings of the call, and the state all roles share.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultPart,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SharedV4WarningOther,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4ToolResultOutputContent
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.json import NULL
from ai_sdk.providers.openai.model_catalog import SystemMessageMode
from ai_sdk.providers.openai.responses.messages.parallel_tool_results import ParallelToolResultGroup
from ai_sdk.providers.openai.responses.part_options import read_part_options

__all__ = ["InputConversion", "InputSettings", "with_breakpoint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputSettings:
    """What decides how a prompt is written.

    `provider_tools` are the provider's names of the client-run tools (shell, computer, ...) that the call declares,
    `custom_tools` the custom tools, `output_schema_tools` the functions whose results must be JSON text.
    """

    provider_options_name: str = "openai"
    tool_name_mapping: ToolNameMapping = field(default_factory=ToolNameMapping)
    system_message_mode: SystemMessageMode = "system"
    explicit_message_item_type: bool = False
    file_id_prefixes: Sequence[str] = ()
    pass_through_unsupported_files: bool = False
    store: bool = True
    is_reasoning_model: bool = False
    has_conversation: bool = False
    has_previous_response_id: bool = False
    provider_tools: frozenset[str] = frozenset()
    tool_search_tool_name: str | None = None
    custom_tools: frozenset[str] = frozenset()
    output_schema_tools: frozenset[str] = frozenset()
    configuration_update_unsupported_reason: str | None = None

    @property
    def continues_on_server(self) -> bool:
        """Whether the provider already holds earlier turns."""
        return self.has_conversation or self.has_previous_response_id


@dataclass(slots=True)
class InputConversion:
    """The input items and warnings so far, and what later messages must know of earlier ones."""

    settings: InputSettings
    items: list[JSONObject] = field(default_factory=list)
    warnings: list[SharedV4Warning] = field(default_factory=list)
    parallel_groups: Mapping[str, ParallelToolResultGroup] = field(default_factory=dict)
    processed_approval_ids: set[str] = field(default_factory=set)
    programmatic_tool_call_ids: set[str] = field(default_factory=set)
    emitted_parallel_calls: set[str] = field(default_factory=set)
    emitted_parallel_results: set[str] = field(default_factory=set)

    def push(self, item: JSONObject) -> None:
        """Add an input item."""
        self.items.append(item)

    def push_reference(self, item_id: Any) -> None:
        """Refer to an item that the provider stored, which keeps the request small."""
        self.items.append({"type": "item_reference", "id": item_id})

    def push_message(self, role: str, **values: Any) -> None:
        """Add a message; some look-alike servers insist on its type."""
        kind = {"type": "message"} if self.settings.explicit_message_item_type else {}
        self.items.append({**kind, "role": role, **values})

    def push_additional_tools(self, tools: list[JSONObject] | None) -> None:
        """Load tool definitions at this position of the history."""
        if tools:
            self.items.append({"type": "additional_tools", "role": "developer", "tools": tools})

    def warn(self, message: str) -> None:
        """Add a warning of kind `other`."""
        self.warnings.append(SharedV4WarningOther(message=message))

    def option(self, provider_options: SharedV4ProviderOptions | None, key: str) -> Any:
        """Return this provider's option of a part as it was given; `None` when it is absent or null."""
        return read_part_options(provider_options, self.settings.provider_options_name).get(key)

    def remembered(self, part: LanguageModelV4ToolCallPart | LanguageModelV4ToolResultPart, key: str) -> Any:
        """Return an option of a call or result, or what it holds as metadata when content is sent back as it came."""
        given = self.option(part.provider_options, key)
        return self.option(part.provider_metadata, key) if given is None else given

    def option_or_null(self, provider_options: SharedV4ProviderOptions | None, key: str) -> Any:
        """Return this provider's option of a part, `NULL` when null was given."""
        given = read_part_options(provider_options, self.settings.provider_options_name)
        return NULL if key in given and given[key] is None else given.get(key)

    def cache_breakpoint(self, provider_options: SharedV4ProviderOptions | None) -> JSONObject:
        """Return the prompt cache breakpoint that a content part carries, as a part of its wire form."""
        value = self.option(provider_options, "promptCacheBreakpoint")
        return {} if value is None else {"prompt_cache_breakpoint": value}

    def text_content(self, text: str, provider_options: SharedV4ProviderOptions | None) -> str | list[JSONObject]:
        """Return `text`, wrapped in a content part when it must carry a cache breakpoint."""
        return with_breakpoint(text, self.option(provider_options, "promptCacheBreakpoint"))

    def output_breakpoint(
        self, output: LanguageModelV4ToolResultOutput, part_options: SharedV4ProviderOptions | None
    ) -> Any:
        """Return the cache breakpoint of a tool's scalar output: its own, else that of its part."""
        if isinstance(output, LanguageModelV4ToolResultOutputContent):
            return None
        own = self.option(output.provider_options, "promptCacheBreakpoint")
        return self.option(part_options, "promptCacheBreakpoint") if own is None else own


def with_breakpoint(text: str, breakpoint_value: Any) -> str | list[JSONObject]:
    """Return `text`, or one content part with the text and the cache breakpoint."""
    if breakpoint_value is None:
        return text
    return [{"type": "input_text", "text": text, "prompt_cache_breakpoint": breakpoint_value}]
