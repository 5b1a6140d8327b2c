"""A chat response of Alibaba Cloud in the specification's words.

Ports: @ai-sdk/alibaba/src/alibaba-chat-language-model.ts, @ai-sdk/alibaba/src/convert-alibaba-usage.ts
Ports: @ai-sdk/alibaba/src/map-alibaba-finish-reason.ts
"""

from typing import Any

from ai_sdk_generated.alibaba.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    LanguageModelV4Content,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.chat_response import create_chat_usage, read_chat_finish_reason
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire

__all__ = ["convert_alibaba_usage", "read_response"]


def read_response(response: wire.AlibabaChatResponse, raw_response: Any, generate_id: IdGenerator) -> ModelOutput:
    """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    return ModelOutput(
        content=_read_message(choice.message, generate_id),
        finish_reason=read_chat_finish_reason(choice.finish_reason),
        usage=convert_alibaba_usage(response.usage),
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created
        ),
    )


def _read_message(
    message: wire.AlibabaChatResponseChoiceMessage, generate_id: IdGenerator
) -> list[LanguageModelV4Content]:
    content: list[LanguageModelV4Content] = []
    if message.content:
        content.append(LanguageModelV4Text(text=message.content))
    if message.reasoning_content:
        content.append(LanguageModelV4Reasoning(text=message.reasoning_content))
    for call in message.tool_calls or []:
        function = call.function
        content.append(
            LanguageModelV4ToolCall(
                tool_call_id=call.id or generate_id(), tool_name=function.name, input=function.arguments
            )
        )
    return content


def convert_alibaba_usage(usage: wire.AlibabaUsage | None) -> LanguageModelV4Usage:
    """Return token counts; the prompt's include what was read from the cache and what was written to it."""
    if usage is None:
        return LanguageModelV4Usage()
    prompt, completion = usage.prompt_tokens_details, usage.completion_tokens_details
    return create_chat_usage(
        prompt=usage.prompt_tokens,
        completion=usage.completion_tokens,
        cache_read=None if prompt is None else prompt.cached_tokens,
        cache_write=(None if prompt is None else prompt.cache_creation_input_tokens) or 0,
        reasoning=None if completion is None else completion.reasoning_tokens,
        raw=dump_wire(usage),
    )
