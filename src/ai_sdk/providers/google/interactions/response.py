"""A finished interaction as an answer.

Ports: @ai-sdk/google/src/interactions/google-interactions-language-model.ts
Ports: @ai-sdk/google/src/interactions/google-interactions-api.ts
Ports: @ai-sdk/google/src/interactions/google-interactions-provider-metadata.ts
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ai_sdk_generated.google.interactions import wire

from ai_sdk.provider import JSONObject, LanguageModelV4FinishReason, LanguageModelV4ResponseMetadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.providers.google.interactions.builtin_tools import text_or_none
from ai_sdk.providers.google.interactions.finish_reason import map_google_interactions_finish_reason
from ai_sdk.providers.google.interactions.outputs import OutputReader
from ai_sdk.providers.google.interactions.usage import (
    convert_google_interactions_usage,
    get_output_tokens_by_modality,
)

__all__ = ["SERVICE_TIER_HEADER", "InteractionAnswer", "read_created", "read_response"]

SERVICE_TIER_HEADER = "x-gemini-service-tier"
"""The API says the tier in the body; the header is looked at in case it says it there one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionAnswer:
    """A finished interaction, and the headers that it came with."""

    response: wire.GoogleInteractionsResponse
    headers: dict[str, str]


def read_response(answer: InteractionAnswer, generate_id: IdGenerator) -> ModelOutput:
    """Turn an interaction into content."""
    response: JSONObject = dump_wire(answer.response)
    # An interaction that is not stored has no id, or an empty one.
    interaction_id = text_or_none(response.get("id"))
    reader = OutputReader(generate_id, interaction_id)
    content = reader.read(response.get("steps") or ())
    status: str = response["status"]
    usage, tier = response.get("usage"), response.get("service_tier")
    google = {
        "interactionId": interaction_id,
        "serviceTier": answer.headers.get(SERVICE_TIER_HEADER) if tier is None else tier,
        "outputTokensByModality": get_output_tokens_by_modality(usage),
    }
    unified = map_google_interactions_finish_reason(status, has_function_call=reader.has_function_call)
    return ModelOutput(
        content=content,
        finish_reason=LanguageModelV4FinishReason(unified=unified, raw=status),
        usage=convert_google_interactions_usage(usage),
        provider_metadata={"google": omit_none(google)},
        metadata=LanguageModelV4ResponseMetadata(
            id=interaction_id, timestamp=read_created(response.get("created")), model_id=response.get("model")
        ),
    )


def read_created(created: Any) -> datetime | None:
    """Return an ISO time as an aware datetime, or `None` when it is no time."""
    try:
        return datetime.fromisoformat(created).astimezone() if isinstance(created, str) else None
    except (ValueError, OverflowError):
        return None
