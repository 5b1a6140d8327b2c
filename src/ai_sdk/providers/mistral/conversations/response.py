"""A conversation response of Mistral in the specification's words.

Ports: @ai-sdk/mistral/src/mistral-conversation-language-model.ts
"""

from collections.abc import Iterable

from ai_sdk_generated.mistral.conversations import wire

from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4ToolCall,
)
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import stringify
from ai_sdk.providers.mistral.conversations.content import ContentConverter, convert_conversation_usage

__all__ = ["read_response"]


def read_response(response: wire.MistralConversationResponse, converter: ContentConverter) -> ModelOutput:
    """Turn a response into content."""
    messages = [
        output for output in response.outputs if isinstance(output, wire.MistralConversationResponseOutputMessageOutput)
    ]
    models = [message.model for message in messages if message.model is not None]
    calls_functions = any(isinstance(output, wire.MistralConversationFunctionCall) for output in response.outputs)
    return ModelOutput(
        content=[part for output in response.outputs for part in _read_output(output, converter)],
        finish_reason=LanguageModelV4FinishReason(unified="tool-calls" if calls_functions else "stop"),
        usage=convert_conversation_usage(response.usage),
        metadata=LanguageModelV4ResponseMetadata(id=response.conversation_id, model_id=models[-1] if models else None),
    )


def _read_output(
    output: wire.MistralConversationResponseOutput, converter: ContentConverter
) -> Iterable[LanguageModelV4Content]:
    match output:
        case wire.MistralConversationToolExecution():
            return converter.convert_tool(output)
        case wire.MistralConversationFunctionCall():
            return [_tool_call(output)]
    chunks = [output.content] if isinstance(output.content, str) else output.content
    parts = [converter.convert_chunk(chunk) for chunk in chunks]
    return [part for part in parts if part is not None]


def _tool_call(call: wire.MistralConversationFunctionCall) -> LanguageModelV4ToolCall:
    arguments = call.arguments if isinstance(call.arguments, str) else stringify(call.arguments)
    return LanguageModelV4ToolCall(tool_call_id=call.tool_call_id, tool_name=call.name, input=arguments)
