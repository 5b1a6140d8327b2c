"""What a Chat Completions response says.

Ports: @ai-sdk/openai/src/chat/openai-chat-language-model.ts, @ai-sdk/openai/src/chat/convert-openai-chat-usage.ts
Ports: @ai-sdk/openai/src/chat/map-openai-finish-reason.ts, @ai-sdk/openai/src/chat/get-response-metadata.ts
"""

from collections.abc import Iterator
from typing import Any

from ai_sdk_generated.openai.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire

__all__ = [
    "convert_openai_chat_usage",
    "get_response_metadata",
    "map_openai_finish_reason",
    "read_logprobs",
    "read_prediction_tokens",
    "read_response",
    "read_source",
]

_FINISH_REASONS: dict[str, LanguageModelV4UnifiedFinishReason] = {
    "stop": "stop",
    "length": "length",
    "content_filter": "content-filter",
    "function_call": "tool-calls",
    "tool_calls": "tool-calls",
}


def read_response(response: wire.OpenaiChatResponse, raw_response: Any, generate_id: IdGenerator) -> ModelOutput:
    """Return the content of a response; raises `InvalidResponseDataError` when it has none."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    metadata: JSONObject = read_prediction_tokens(response.usage)
    logprobs = read_logprobs(choice.logprobs)
    if logprobs is not None:
        metadata["logprobs"] = logprobs
    return ModelOutput(
        content=list(_read_content(choice.message, generate_id)),
        finish_reason=LanguageModelV4FinishReason(
            unified=map_openai_finish_reason(choice.finish_reason, has_refusal=bool(choice.message.refusal)),
            raw=choice.finish_reason,
        ),
        usage=convert_openai_chat_usage(response.usage),
        provider_metadata={"openai": metadata},
        metadata=get_response_metadata(response),
    )


def _read_content(
    message: wire.OpenaiChatResponseChoiceMessage, generate_id: IdGenerator
) -> Iterator[LanguageModelV4Content]:
    text = message.content or (None if message.audio is None else message.audio.transcript)
    # A model that refuses to answer says so instead of, or after, the answer.
    for written in (text, message.refusal):
        if written:
            yield LanguageModelV4Text(text=written)
    for call in message.tool_calls or ():
        yield LanguageModelV4ToolCall(
            tool_call_id=call.id or generate_id(), tool_name=call.function.name, input=call.function.arguments
        )
    for annotation in message.annotations or ():
        yield read_source(annotation, generate_id)


def read_source(
    annotation: wire.OpenaiChatChunkChoiceDeltaAnnotation, generate_id: IdGenerator
) -> LanguageModelV4SourceUrl:
    """Return the web page that an annotation cites."""
    citation = annotation.url_citation
    return LanguageModelV4SourceUrl(id=generate_id(), url=citation.url, title=citation.title)


def read_prediction_tokens(usage: wire.OpenaiChatChunkUsage | None) -> JSONObject:
    """Return how much of a predicted output was used, as provider metadata."""
    details = None if usage is None else usage.completion_tokens_details
    if details is None:
        return {}
    counts = {
        "acceptedPredictionTokens": details.accepted_prediction_tokens,
        "rejectedPredictionTokens": details.rejected_prediction_tokens,
    }
    return {name: count for name, count in counts.items() if count is not None}


def read_logprobs(logprobs: wire.OpenaiChatChunkChoiceLogprobs | None) -> list[JSONObject] | None:
    """Return the log probabilities of the answer and of the refusal behind it, or `None` when there are neither."""
    if logprobs is None or (logprobs.content is None and logprobs.refusal is None):
        return None
    return [dump_wire(token) for token in (*(logprobs.content or ()), *(logprobs.refusal or ()))]


def map_openai_finish_reason(
    finish_reason: str | None, *, has_refusal: bool = False
) -> LanguageModelV4UnifiedFinishReason:
    """Return why the model stopped; a refusal ends an answer that OpenAI calls complete."""
    if finish_reason == "stop" and has_refusal:
        return "content-filter"
    return "other" if finish_reason is None else _FINISH_REASONS.get(finish_reason, "other")


def get_response_metadata(
    response: wire.OpenaiChatResponse | wire.OpenaiChatChunkVariant1,
) -> LanguageModelV4ResponseMetadata:
    """Return who answered when; Azure's content filter chunks say 0 for a time that they do not have."""
    return create_language_model_response_metadata(
        id=response.id, model=response.model, created=response.created or None
    )


def convert_openai_chat_usage(usage: wire.OpenaiChatChunkUsage | None) -> LanguageModelV4Usage:
    """Return the tokens of a call."""
    if usage is None:
        return LanguageModelV4Usage()
    prompt_details, completion_details = usage.prompt_tokens_details, usage.completion_tokens_details
    prompt, completion = usage.prompt_tokens or 0, usage.completion_tokens or 0
    cached = (prompt_details.cached_tokens if prompt_details else None) or 0
    written = prompt_details.cache_write_tokens if prompt_details else None
    reasoning = (completion_details.reasoning_tokens if completion_details else None) or 0
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(
            total=prompt, no_cache=prompt - cached - (written or 0), cache_read=cached, cache_write=written
        ),
        output_tokens=LanguageModelV4OutputTokens(
            total=completion, text=max(0, completion - reasoning), reasoning=reasoning
        ),
        raw=dump_wire(usage),
    )
