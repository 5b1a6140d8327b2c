"""Whole answers, each of one request or of several that continue each other.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_sdk_generated.google.generate_content import wire
from pydantic import BaseModel

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4ToolCall,
)
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.google.generate_content.candidate import convert_candidate
from ai_sdk.providers.google.generate_content.context import GenerateContentContext
from ai_sdk.providers.google.generate_content.finish_reason import (
    is_confirmed_prompt_block_reason,
    map_google_finish_reason,
)
from ai_sdk.providers.google.generate_content.usage import add_google_usage_metadata, convert_google_usage

__all__ = ["SERVICE_TIER_HEADER", "GoogleAnswer", "first_candidate", "read_response", "read_service_tier"]

SERVICE_TIER_HEADER = "x-gemini-service-tier"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleAnswer:
    """The responses that make up one answer, in order, and the headers of the last."""

    responses: Sequence[wire.Response]
    headers: dict[str, str]


def first_candidate(response: wire.Response) -> wire.ResponseCandidate:
    """Return the candidate that is read, or an empty one; further ones are never asked for."""
    return response.candidates[0] if response.candidates else wire.ResponseCandidate()


def read_response(answer: GoogleAnswer, context: GenerateContentContext) -> ModelOutput:
    """Turn an answer into content; usage is summed over its requests, as it is billed."""
    turns = [convert_candidate(first_candidate(response), context) for response in answer.responses]
    last, usage = answer.responses[-1], _sum_usage(answer)
    return ModelOutput(
        content=[part for turn in turns for part in turn],
        finish_reason=_finish_reason(last, turns[-1]),
        usage=convert_google_usage(usage),
        provider_metadata=context.metadata({**_metadata(answer, usage), **_continuation_metadata(answer)}),
        metadata=LanguageModelV4ResponseMetadata(id=last.response_id),
    )


def _sum_usage(answer: GoogleAnswer) -> JSONObject | None:
    usage: JSONObject | None = None
    for response in answer.responses:
        usage = add_google_usage_metadata(usage, _dump(response.usage_metadata))
    return usage


def _finish_reason(response: wire.Response, content: list[LanguageModelV4Content]) -> LanguageModelV4FinishReason:
    raw = first_candidate(response).finish_reason
    block_reason = None if response.prompt_feedback is None else response.prompt_feedback.block_reason
    if raw is None and is_confirmed_prompt_block_reason(block_reason):
        return LanguageModelV4FinishReason(unified="content-filter", raw=block_reason)
    # Tools that Google runs itself do not wait for the caller.
    has_tool_calls = any(isinstance(part, LanguageModelV4ToolCall) and not part.provider_executed for part in content)
    return LanguageModelV4FinishReason(unified=map_google_finish_reason(raw, has_tool_calls=has_tool_calls), raw=raw)


def _metadata(answer: GoogleAnswer, usage: JSONObject | None) -> JSONObject:
    last = answer.responses[-1]
    candidate = first_candidate(last)
    ratings = candidate.safety_ratings
    return {
        "promptFeedback": _dump(last.prompt_feedback),
        "groundingMetadata": _dump(candidate.grounding_metadata),
        "urlContextMetadata": _dump(candidate.url_context_metadata),
        "safetyRatings": None if ratings is None else [_dump(rating) for rating in ratings],
        "usageMetadata": usage,
        "finishMessage": candidate.finish_message,
        "serviceTier": read_service_tier(usage, answer.headers),
    }


def _continuation_metadata(answer: GoogleAnswer) -> JSONObject:
    first, candidate = answer.responses[0], first_candidate(answer.responses[-1])
    metadata: JSONObject = {}
    if candidate.continuation_token is not None:
        metadata["continuationToken"] = candidate.continuation_token
    if len(answer.responses) == 1:
        return metadata
    metadata["groundingMetadataPerRequest"] = [
        _dump(first_candidate(response).grounding_metadata) for response in answer.responses
    ]
    # Each request sends the prompt and all output so far again: only the first says how long the prompt is.
    if first.usage_metadata is not None and first.usage_metadata.prompt_token_count is not None:
        metadata["initialPromptTokenCount"] = first.usage_metadata.prompt_token_count
    return metadata


def read_service_tier(usage: JSONObject | None, headers: dict[str, str]) -> str | None:
    """Return the tier that served the request, from the body or else from the headers."""
    tier: str | None = (usage or {}).get("serviceTier")
    return headers.get(SERVICE_TIER_HEADER) if tier is None else tier


def _dump(model: BaseModel | None) -> JSONObject | None:
    dumped: JSONObject | None = None if model is None else dump_wire(model)
    return dumped
