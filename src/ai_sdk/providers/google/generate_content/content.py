"""Parts of an answer as content, for whole answers and for streams alike.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4File,
    LanguageModelV4ReasoningFile,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
    SharedV4FileDataData,
    SharedV4ProviderMetadata,
    stringify,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.providers.google.generate_content.context import GenerateContentContext

__all__ = ["ServerTools", "read_file"]


def read_file(
    part: wire.GetContentPartVariant2, context: GenerateContentContext
) -> LanguageModelV4File | LanguageModelV4ReasoningFile:
    """Return a file that the model made, in its answer or while it thought."""
    kind = LanguageModelV4ReasoningFile if part.thought is True else LanguageModelV4File
    return kind(
        media_type=part.inline_data.mime_type,
        data=SharedV4FileDataData(data=part.inline_data.data),
        provider_metadata=context.signature_metadata(part.thought_signature),
    )


class ServerTools:
    """The tools that Google ran, in order: a result belongs to the call before it."""

    def __init__(self, context: GenerateContentContext) -> None:
        self._context = context
        self.last_code_call_id: str | None = None
        self._last_tool_call_id: str | None = None

    def code_call(self, code: wire.GetContentPartExecutableCode) -> LanguageModelV4ToolCall:
        """Return the call that runs code."""
        self.last_code_call_id = self._context.generate_id()
        return LanguageModelV4ToolCall(
            tool_call_id=self.last_code_call_id,
            tool_name=self._context.code_execution_tool_name,
            input=stringify(dump_wire(code)),
            provider_executed=True,
        )

    def code_result(self, result: wire.GetContentPartCodeExecutionResult) -> LanguageModelV4ToolResult:
        """Return what running code gave."""
        return LanguageModelV4ToolResult(
            tool_call_id=self.last_code_call_id or "",
            tool_name=self._context.code_execution_tool_name,
            result={"outcome": result.outcome, "output": "" if result.output is None else result.output},
        )

    def tool_call(self, part: wire.GetContentPartVariant3) -> LanguageModelV4ToolCall:
        """Return a call of any other tool."""
        call = part.tool_call
        self._last_tool_call_id = identifier = call.id or self._context.generate_id()
        return LanguageModelV4ToolCall(
            tool_call_id=identifier,
            tool_name=f"server:{call.tool_type}",
            input=stringify({} if call.args is None else call.args),
            provider_executed=True,
            dynamic=True,
            provider_metadata=self._metadata(part.thought_signature, identifier, call.tool_type),
        )

    def tool_result(self, part: wire.GetContentPartVariant4) -> LanguageModelV4ToolResult:
        """Return what any other tool gave."""
        response = part.tool_response
        identifier = self._last_tool_call_id or response.id or self._context.generate_id()
        self._last_tool_call_id = None
        return LanguageModelV4ToolResult(
            tool_call_id=identifier,
            tool_name=f"server:{response.tool_type}",
            result={} if response.response is None else response.response,
            provider_metadata=self._metadata(part.thought_signature, identifier, response.tool_type),
        )

    def _metadata(self, signature: str | None, call_id: str, tool_type: str) -> SharedV4ProviderMetadata:
        payload: JSONObject = {
            "thoughtSignature": signature or None,
            "serverToolCallId": call_id,
            "serverToolType": tool_type,
        }
        return self._context.metadata(omit_none(payload))
