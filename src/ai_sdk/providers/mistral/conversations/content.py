"""What Mistral says and runs in a conversation, in the specification's words; responses and streams share it.

Ports: @ai-sdk/mistral/src/mistral-conversation-language-model.ts
"""

from typing import Any

from ai_sdk_generated.mistral.conversations import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4Reasoning,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire, stringify
from ai_sdk.providers.mistral.usage import convert_mistral_usage

__all__ = ["ContentConverter", "convert_conversation_usage"]


class ContentConverter:
    """Converts the content of one answer, in which every page is a source once."""

    def __init__(self, tool_names: ToolNameMapping, generate_id: IdGenerator) -> None:
        self.tool_names = tool_names
        self._generate_id = generate_id
        self._source_urls: set[str] = set()

    def convert_chunk(
        self, chunk: str | wire.MistralConversationContent
    ) -> LanguageModelV4Text | LanguageModelV4Reasoning | LanguageModelV4SourceUrl | None:
        """Return what a chunk says; nothing for an empty one and a page that was named before."""
        match chunk:
            case wire.MistralConversationContentThinking():
                reasoning = "".join(part.text for part in chunk.thinking)
                return LanguageModelV4Reasoning(text=reasoning) if reasoning else None
            case wire.MistralConversationContentToolReference():
                return self._source(chunk)
        text = chunk if isinstance(chunk, str) else chunk.text
        return LanguageModelV4Text(text=text) if text else None

    def _source(self, chunk: wire.MistralConversationContentToolReference) -> LanguageModelV4SourceUrl | None:
        if chunk.url is None or chunk.url in self._source_urls:
            return None
        self._source_urls.add(chunk.url)
        title = chunk.url if chunk.title is None else chunk.title
        return LanguageModelV4SourceUrl(id=self._generate_id(), url=chunk.url, title=title)

    def convert_tool(
        self, output: wire.MistralConversationToolExecution
    ) -> tuple[LanguageModelV4ToolCall, LanguageModelV4ToolResult]:
        """Return the call and the result of a tool that Mistral ran."""
        tool_name = self.tool_names.to_custom_tool_name(output.name)
        metadata: JSONObject = {"type": "tool.execution", "name": output.name}
        if output.function is not None:
            metadata["function"] = output.function
        call = LanguageModelV4ToolCall(
            tool_call_id=output.id,
            tool_name=tool_name,
            input=stringify({"arguments": output.arguments}),
            provider_executed=True,
            provider_metadata={"mistral": metadata},
        )
        result: JSONObject = {} if output.info is None else {"info": output.info}
        return call, LanguageModelV4ToolResult(tool_call_id=output.id, tool_name=tool_name, result=result)


def convert_conversation_usage(usage: Any) -> LanguageModelV4Usage:
    """Return token counts; a conversation may leave out those that are zero."""
    if usage is None:
        return convert_mistral_usage(None)
    zeros = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
    return convert_mistral_usage({**zeros, **dump_wire(usage)})
