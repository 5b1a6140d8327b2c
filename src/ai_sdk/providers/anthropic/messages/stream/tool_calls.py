"""Tool calls that arrive piece by piece: the caller's, toolset members, and those of Anthropic's own tools.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4StreamPart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    stringify,
)
from ai_sdk.provider_utils.json import omit_none, parse_json
from ai_sdk.providers.anthropic.messages.callers import read_caller
from ai_sdk.providers.anthropic.messages.request import MessagesContext
from ai_sdk.providers.anthropic.messages.server_tools import ServerTool, with_programmatic_type
from ai_sdk.providers.anthropic.messages.toolset import to_toolset_member_input, validate_toolset_member

__all__ = ["ToolCallBlock", "open_server_tool_call", "open_tool_call"]


@dataclass(slots=True, kw_only=True)
class ToolCallBlock:
    """A tool call whose input is still being written."""

    tool_call_id: str
    tool_name: str
    input: str = ""
    provider_executed: bool | None = None
    dynamic: bool | None = None
    is_code_execution: bool = False
    input_type: str | None = None
    """The type to put first into the input."""
    awaits_first_delta: bool = True
    toolset_name: str | None = None
    member_name: str = ""
    caller: JSONObject | None = None

    def start(self) -> LanguageModelV4StreamPart:
        """Return the part that announces the call."""
        return LanguageModelV4ToolInputStart(
            id=self.tool_call_id,
            tool_name=self.tool_name,
            provider_executed=self.provider_executed,
            dynamic=self.dynamic,
        )

    def add(self, delta: str) -> list[LanguageModelV4StreamPart]:
        """Take a piece of the input; that of a toolset member is kept until it is whole."""
        if self.toolset_name is not None:
            self.input += delta
            return []
        if self.awaits_first_delta and self.input_type is not None:
            delta = f'{{"type": "{self.input_type}",{delta[1:]}'
        self.input += delta
        self.awaits_first_delta = False
        return [LanguageModelV4ToolInputDelta(id=self.tool_call_id, delta=delta)]

    def stop(self) -> list[LanguageModelV4StreamPart]:
        """Return the last parts of the call; raises `InvalidResponseDataError` for toolset input that is no object."""
        parts: list[LanguageModelV4StreamPart] = []
        if self.toolset_name is not None:
            self.input = self._toolset_input()
            parts.append(LanguageModelV4ToolInputDelta(id=self.tool_call_id, delta=self.input))
        own = omit_none({"toolsetName": self.toolset_name, "caller": self.caller})
        call = LanguageModelV4ToolCall(
            tool_call_id=self.tool_call_id,
            tool_name=self.tool_name,
            input=self._final_input(),
            provider_executed=self.provider_executed,
            dynamic=self.dynamic,
            provider_metadata={"anthropic": own} if own else None,
        )
        return [*parts, LanguageModelV4ToolInputEnd(id=self.tool_call_id), call]

    def _toolset_input(self) -> str:
        try:
            member_input = parse_json(self.input) if self.input else {}
        except AISDKError as error:
            raise InvalidResponseDataError("Invalid toolset member input JSON.", data=self.input) from error
        return stringify(to_toolset_member_input(self.member_name, member_input))

    def _final_input(self) -> str:
        if not self.is_code_execution:
            return self.input or "{}"
        try:
            parsed = parse_json(self.input or "{}")
        except AISDKError:
            return self.input
        marked = with_programmatic_type(parsed)
        return self.input or "{}" if marked is parsed else stringify(marked)


def open_tool_call(
    block: wire.AnthropicChunkContentBlockStartContentBlockToolUse, context: MessagesContext
) -> ToolCallBlock:
    """Begin a call of one of the caller's tools; a call that code execution made may come with its input.

    Raises `InvalidResponseDataError` for a toolset member that the request did not offer.
    """
    given = stringify(block.input) if block.input else ""
    caller = read_caller(block.caller)
    if block.toolset_name is None:
        return ToolCallBlock(
            tool_call_id=block.id, tool_name=block.name, input=given, awaits_first_delta=not given, caller=caller
        )
    validate_toolset_member(block.toolset_name, block.name, context.prepared_tools)
    return ToolCallBlock(
        tool_call_id=block.id,
        tool_name=context.tool_name_mapping.to_custom_tool_name(block.toolset_name),
        input=given,
        toolset_name=block.toolset_name,
        member_name=block.name,
        caller=caller,
    )


def open_server_tool_call(
    block: wire.AnthropicChunkContentBlockStartContentBlockServerToolUse, tool: ServerTool, context: MessagesContext
) -> ToolCallBlock:
    """Begin a call of a tool that Anthropic runs; some come with their input, others get it in deltas."""
    takes_input = not tool.is_tool_search and tool.name != "advisor"
    given = stringify(block.input) if takes_input and block.input else ""
    is_code_execution = tool.name == "code_execution"
    return ToolCallBlock(
        tool_call_id=block.id,
        tool_name=context.tool_name_mapping.to_custom_tool_name(tool.name),
        # An advisor is never given input.
        input="{}" if tool.name == "advisor" else given,
        provider_executed=True,
        # The web tools may run code although the caller has no such tool, which then knows nothing of it.
        dynamic=True if context.mark_code_execution_dynamic and is_code_execution else None,
        is_code_execution=is_code_execution,
        input_type=tool.input_type,
        awaits_first_delta=not given,
        caller=read_caller(block.caller),
    )
