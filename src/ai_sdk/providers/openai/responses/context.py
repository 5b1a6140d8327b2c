"""What reading the answer must know of the call.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import LanguageModelV4AssistantMessage, LanguageModelV4Prompt, LanguageModelV4ToolCallPart
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.providers.openai.responses.part_options import read_part_options

__all__ = ["ResponsesContext", "extract_approval_tool_call_ids"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsesContext:
    """The facts of one call.

    `approval_tool_call_ids` maps the approval requests of the prompt to the tool calls that were made up for them;
    `store` is `None` when the call does not say.
    """

    provider_options_name: str = "openai"
    tool_name_mapping: ToolNameMapping = field(default_factory=ToolNameMapping)
    web_search_tool_name: str = "web_search"
    store: bool | None = None
    is_shell_provider_executed: bool = False
    function_names: frozenset[str] = frozenset()
    approval_tool_call_ids: Mapping[str, str] = field(default_factory=dict)
    wants_logprobs: bool = False
    wants_json: bool = False
    generate_id: IdGenerator = generate_id

    def metadata(self, values: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Return `values` as provider metadata under the provider's name."""
        return {self.provider_options_name: values}

    def item_metadata(self, item_id: str) -> dict[str, dict[str, Any]]:
        """Return the metadata that remembers the id of an output item."""
        return {self.provider_options_name: {"itemId": item_id}}

    def tool_name(self, provider_tool_name: str) -> str:
        """Return the caller's name of a tool."""
        return self.tool_name_mapping.to_custom_tool_name(provider_tool_name)


def extract_approval_tool_call_ids(prompt: LanguageModelV4Prompt) -> dict[str, str]:
    """Find the tool calls that stand for pending approvals, so that later results name the same calls."""
    mapping: dict[str, str] = {}
    for message in prompt:
        for part in message.content if isinstance(message, LanguageModelV4AssistantMessage) else ():
            if isinstance(part, LanguageModelV4ToolCallPart):
                approval_id = read_part_options(part.provider_options, "openai").get("approvalRequestId")
                if approval_id is not None:
                    mapping[approval_id] = part.tool_call_id
    return mapping
