"""A chat response of Groq in the specification's words.

Ports: @ai-sdk/groq/src/groq-chat-language-model.ts, @ai-sdk/groq/src/convert-groq-usage.ts
Ports: @ai-sdk/groq/src/map-groq-finish-reason.ts, @ai-sdk/groq/src/get-response-metadata.ts
"""

from typing import Any

from ai_sdk_generated.groq.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.chat_response import read_chat_finish_reason
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.groq.chat.request import GroqChatContext

__all__ = ["convert_groq_usage", "read_response"]


def read_response(
    response: wire.GroqChatResponse, context: GroqChatContext, raw_response: Any, generate_id: IdGenerator
) -> ModelOutput:
    """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    content = _read_message(choice.message, context.json_response_tool_name, generate_id)
    return ModelOutput(
        content=content,
        finish_reason=_read_finish_reason(choice.finish_reason, content, context),
        usage=convert_groq_usage(response.usage),
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created
        ),
    )


def _read_message(
    message: wire.GroqChatResponseChoiceMessage, json_response_tool_name: str | None, generate_id: IdGenerator
) -> list[LanguageModelV4Content]:
    content: list[LanguageModelV4Content] = []
    if message.reasoning:
        content.append(LanguageModelV4Reasoning(text=message.reasoning))
    if message.content and json_response_tool_name is None:
        content.append(LanguageModelV4Text(text=message.content))
    for tool_call in message.tool_calls or []:
        function = tool_call.function
        if function.name == json_response_tool_name:
            content.append(LanguageModelV4Text(text=function.arguments))
        else:
            tool_call_id = tool_call.id or generate_id()
            content.append(
                LanguageModelV4ToolCall(tool_call_id=tool_call_id, tool_name=function.name, input=function.arguments)
            )
    return content


def _read_finish_reason(
    finish_reason: str | None, content: list[LanguageModelV4Content], context: GroqChatContext
) -> LanguageModelV4FinishReason:
    answered_with_json = context.json_response_tool_name is not None and any(part.type == "text" for part in content)
    called_tools = any(part.type == "tool-call" for part in content)
    if answered_with_json and not called_tools and finish_reason == "tool_calls":
        return LanguageModelV4FinishReason(unified="stop", raw=finish_reason)
    return read_chat_finish_reason(finish_reason)


def convert_groq_usage(usage: wire.GroqChatChunkXGroqUsage | None) -> LanguageModelV4Usage:
    """Return token counts; what Groq does not report is absent."""
    if usage is None:
        return LanguageModelV4Usage()
    prompt, completion = usage.prompt_tokens or 0, usage.completion_tokens or 0
    cached = usage.prompt_tokens_details.cached_tokens if usage.prompt_tokens_details else None
    reasoning = usage.completion_tokens_details.reasoning_tokens if usage.completion_tokens_details else None
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=prompt, no_cache=prompt - (cached or 0), cache_read=cached),
        output_tokens=LanguageModelV4OutputTokens(
            total=completion,
            text=completion if reasoning is None else max(0, completion - reasoning),
            reasoning=reasoning,
        ),
        raw=dump_wire(usage),
    )
