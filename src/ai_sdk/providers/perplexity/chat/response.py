"""A chat response of Perplexity in the specification's words.

Ports: @ai-sdk/perplexity/src/perplexity-language-model.ts, @ai-sdk/perplexity/src/convert-perplexity-usage.ts
Ports: @ai-sdk/perplexity/src/map-perplexity-finish-reason.ts
"""

from typing import Any

from ai_sdk_generated.perplexity.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire

__all__ = [
    "convert_perplexity_usage",
    "create_sources",
    "image_metadata",
    "read_finish_reason",
    "read_response",
    "usage_metadata",
]


def read_response(response: wire.PerplexityResponse, raw_response: Any, generate_id: IdGenerator) -> ModelOutput:
    """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    content: list[LanguageModelV4Content] = []
    if choice.message.content:
        content.append(LanguageModelV4Text(text=choice.message.content))
    metadata = {"images": image_metadata(response.images), **usage_metadata(response.usage)}
    return ModelOutput(
        content=[*content, *create_sources(response.citations, generate_id)],
        finish_reason=read_finish_reason(choice.finish_reason),
        usage=convert_perplexity_usage(response.usage),
        provider_metadata={"perplexity": metadata},
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created
        ),
    )


def create_sources(citations: list[str] | None, generate_id: IdGenerator) -> list[LanguageModelV4SourceUrl]:
    """Return the pages that an answer cites."""
    return [LanguageModelV4SourceUrl(id=generate_id(), url=url) for url in citations or []]


def image_metadata(images: list[wire.PerplexityImage] | None) -> list[JSONObject] | None:
    """Return the images that a search found, or `None`."""
    if images is None:
        return None
    return [
        {
            "imageUrl": image.image_url,
            "originUrl": image.origin_url,
            "height": image.height,
            "width": image.width,
        }
        for image in images
    ]


def usage_metadata(usage: wire.PerplexityUsage | None) -> JSONObject:
    """Return what searching took, and what the answer cost in dollars; `None` is what Perplexity does not say."""
    cost = None if usage is None else usage.cost
    return {
        "usage": {
            "citationTokens": None if usage is None else usage.citation_tokens,
            "numSearchQueries": None if usage is None else usage.num_search_queries,
        },
        "cost": None if cost is None else _cost_metadata(cost),
    }


def _cost_metadata(cost: wire.PerplexityCost) -> JSONObject:
    return {
        "inputTokensCost": cost.input_tokens_cost,
        "outputTokensCost": cost.output_tokens_cost,
        "requestCost": cost.request_cost,
        "totalCost": cost.total_cost,
    }


def read_finish_reason(finish_reason: str | None) -> LanguageModelV4FinishReason:
    """Return the finish reason; Perplexity knows two."""
    match finish_reason:
        case "stop" | "length":
            return LanguageModelV4FinishReason(unified=finish_reason, raw=finish_reason)
    return LanguageModelV4FinishReason(unified="other", raw=finish_reason)


def convert_perplexity_usage(usage: wire.PerplexityUsage | None) -> LanguageModelV4Usage:
    """Return token counts; Perplexity counts reasoning beside the completion, not in it."""
    if usage is None:
        return LanguageModelV4Usage()
    reasoning = usage.reasoning_tokens or 0
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=usage.prompt_tokens, no_cache=usage.prompt_tokens),
        output_tokens=LanguageModelV4OutputTokens(
            total=usage.completion_tokens + reasoning, text=usage.completion_tokens, reasoning=reasoning
        ),
        raw=dump_wire(usage),
    )
