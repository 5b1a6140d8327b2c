"""Provider metadata of a whole response.

Ports: @ai-sdk/openai/src/responses/openai-responses-provider-metadata.ts
"""

from typing import Any

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import JSONObject, SharedV4ProviderMetadata
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.providers.openai.responses.context import ResponsesContext

__all__ = ["response_provider_metadata"]


def response_provider_metadata(
    context: ResponsesContext,
    response_id: JSONObject,
    *,
    logprobs: list[Any],
    service_tier: str | None,
    reasoning_context: str | None,
    prompt_cache_diagnostics: wire.OpenaiResponsesPromptCacheDiagnostics | None,
) -> SharedV4ProviderMetadata:
    """Return what the provider says of a response beyond the specification."""
    diagnostics = None if prompt_cache_diagnostics is None else dump_wire(prompt_cache_diagnostics)
    known = {
        "logprobs": logprobs or None,
        "serviceTier": service_tier,
        "reasoningContext": reasoning_context,
        "promptCacheDiagnostics": diagnostics,
    }
    return context.metadata({**response_id, **omit_none(known)})
