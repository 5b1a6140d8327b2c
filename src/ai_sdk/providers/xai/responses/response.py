"""An answer of xAI's Responses API in the specification's words.

Ports: @ai-sdk/xai/src/responses/xai-responses-language-model.ts, @ai-sdk/xai/src/get-response-metadata.ts
Ports: @ai-sdk/xai/src/responses/xai-responses-api.ts
"""

from collections.abc import Iterator, Sequence

from ai_sdk_generated.xai.responses import wire

from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.xai.responses.hosted_tools import HostedItem, HostedToolNames, hosted_input, hosted_result
from ai_sdk.providers.xai.responses.usage import (
    convert_xai_responses_usage,
    map_xai_responses_finish_reason,
    response_provider_metadata,
)

__all__ = ["citation_sources", "read_response", "reasoning_metadata"]

# The calls whose items hold a result.
_WITH_RESULT = frozenset({"file_search_call", "image_generation_call", "web_search_call"})


def read_response(response: wire.XaiResponsesResponse, names: HostedToolNames, generate_id: IdGenerator) -> ModelOutput:
    """Turn an answer into content."""
    has_function_call = any(item.type == "function_call" for item in response.output)
    usage = response.usage
    return ModelOutput(
        content=[part for item in response.output for part in _read_item(item, names, generate_id)],
        finish_reason=LanguageModelV4FinishReason(
            unified="tool-calls" if has_function_call else map_xai_responses_finish_reason(response.status),
            raw=response.status,
        ),
        usage=convert_xai_responses_usage(usage),
        provider_metadata=response_provider_metadata(
            cost_in_usd_ticks=None if usage is None else usage.cost_in_usd_ticks,
            service_tier=response.service_tier,
            prompt_cache_key=response.prompt_cache_key,
            safety_identifier=response.safety_identifier,
        ),
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created_at
        ),
    )


def _read_item(
    item: wire.OutputItem, names: HostedToolNames, generate_id: IdGenerator
) -> Iterator[LanguageModelV4Content]:
    match item:
        case wire.OutputItemMessage():
            yield from _read_message(item, generate_id)
        case wire.OutputItemFunctionCall():
            yield LanguageModelV4ToolCall(tool_call_id=item.call_id, tool_name=item.name, input=item.arguments)
        case wire.OutputItemReasoning():
            yield from _read_reasoning(item)
        case _:
            yield from _read_hosted_call(item, names)


def _read_message(item: wire.OutputItemMessage, generate_id: IdGenerator) -> Iterator[LanguageModelV4Content]:
    for part in item.content:
        if part.text:
            yield LanguageModelV4Text(text=part.text)
        yield from citation_sources(part.annotations, generate_id)


def citation_sources(
    annotations: Sequence[wire.AnnotationUrlCitation | wire.AnnotationOther] | None, generate_id: IdGenerator
) -> list[LanguageModelV4SourceUrl]:
    """Return the web pages that a text cites."""
    return [
        LanguageModelV4SourceUrl(
            id=generate_id(), url=annotation.url, title=annotation.url if annotation.title is None else annotation.title
        )
        for annotation in annotations or ()
        if isinstance(annotation, wire.AnnotationUrlCitation)
    ]


def _read_reasoning(item: wire.OutputItemReasoning) -> Iterator[LanguageModelV4Reasoning]:
    text = "".join(part.text for part in item.summary or item.content or ())
    if text or item.encrypted_content:
        metadata = reasoning_metadata(item)
        yield LanguageModelV4Reasoning(text=text, provider_metadata=metadata if metadata["xai"] else None)


def reasoning_metadata(item: wire.OutputItemReasoning) -> SharedV4ProviderMetadata:
    """Return what a later turn needs to send the reasoning back."""
    told = {"reasoningEncryptedContent": item.encrypted_content or None, "itemId": item.id or None}
    return {"xai": omit_none(told)}


def _read_hosted_call(item: HostedItem, names: HostedToolNames) -> Iterator[LanguageModelV4Content]:
    name = names.name_of(item)
    yield LanguageModelV4ToolCall(
        tool_call_id=item.id, tool_name=name, input=hosted_input(item), provider_executed=True
    )
    if item.type in _WITH_RESULT:
        yield hosted_result(item, name)
