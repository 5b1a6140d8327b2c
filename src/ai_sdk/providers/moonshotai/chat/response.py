"""A chat response of Moonshot AI in the specification's words.

Ports: @ai-sdk/moonshotai/src/moonshotai-chat-language-model.ts
Ports: @ai-sdk/moonshotai/src/convert-moonshotai-chat-usage.ts, @ai-sdk/moonshotai/src/map-moonshotai-finish-reason.ts
"""

from typing import Any

from ai_sdk_generated.moonshotai.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
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
from ai_sdk.provider_utils.json import dump_wire, omit_none

__all__ = ["convert_moonshotai_chat_usage", "read_response"]


def read_response(
    response: wire.MoonshotAIChatResponse, raw_response: Any, provider_options_name: str, generate_id: IdGenerator
) -> ModelOutput:
    """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    return ModelOutput(
        content=_read_message(choice.message, generate_id),
        finish_reason=read_chat_finish_reason(choice.finish_reason),
        usage=convert_moonshotai_chat_usage(response.usage),
        provider_metadata={provider_options_name: _read_metadata(response.object, choice)},
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created
        ),
    )


def _read_message(
    message: wire.MoonshotAIChatResponseChoiceMessage, generate_id: IdGenerator
) -> list[LanguageModelV4Content]:
    content: list[LanguageModelV4Content] = []
    if message.reasoning_content:
        content.append(LanguageModelV4Reasoning(text=message.reasoning_content))
    for call in message.tool_calls or []:
        name, arguments = call.function.name, call.function.arguments
        content.append(LanguageModelV4ToolCall(tool_call_id=call.id or generate_id(), tool_name=name, input=arguments))
    if message.content:
        content.append(LanguageModelV4Text(text=message.content))
    return content


def _read_metadata(response_object: str | None, choice: wire.MoonshotAIChatResponseChoice) -> JSONObject:
    message, logprobs = choice.message, choice.logprobs
    metadata: JSONObject = {
        "logprobs": None if logprobs is None else dump_wire(logprobs),
        "responseObject": response_object,
        "choiceIndex": choice.index,
        "messageRole": message.role,
    }
    if message.tool_calls is not None:
        metadata["toolCallTypes"] = [call.type for call in message.tool_calls if call.type is not None]
    return omit_none(metadata)


def convert_moonshotai_chat_usage(usage: wire.TokenUsageValue | None) -> LanguageModelV4Usage:
    """Return token counts; what Moonshot AI does not report counts as zero."""
    if usage is None:
        return LanguageModelV4Usage()
    prompt, completion = usage.prompt_tokens_details, usage.completion_tokens_details
    cached = None if prompt is None else prompt.cached_tokens
    return create_chat_usage(
        prompt=usage.prompt_tokens,
        completion=usage.completion_tokens,
        cache_read=cached if usage.cached_tokens is None else usage.cached_tokens,
        reasoning=None if completion is None else completion.reasoning_tokens,
        raw=dump_wire(usage),
    )
