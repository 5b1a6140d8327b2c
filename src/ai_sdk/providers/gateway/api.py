"""The gateway's own endpoints beside the models: what is there, what it cost, what is left.

Ports: @ai-sdk/gateway/src/gateway-fetch-metadata.ts, @ai-sdk/gateway/src/gateway-spend-report.ts
Ports: @ai-sdk/gateway/src/gateway-generation-info.ts
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from ai_sdk_generated.gateway.shared import wire

from ai_sdk.provider import InvalidArgumentError
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_to_api import get_from_api
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.provider_utils.search_params import encode_search_params
from ai_sdk.providers.gateway.error_mapping import GATEWAY_ERROR_STRUCTURE, gateway_errors
from ai_sdk.providers.gateway.metadata import (
    KNOWN_MODEL_TYPES,
    GatewayCreditsResponse,
    GatewayFetchMetadataResponse,
    GatewayGenerationInfo,
    GatewaySpendReportResponse,
)
from ai_sdk.providers.gateway.model import TEAM_HEADER
from ai_sdk.providers.gateway.received import receive

__all__ = ["GatewayApi", "origin_of"]

_UNRESERVED = "!()*"  # and not the apostrophe, which JavaScript escapes in the query of a URL
_DEFAULT_PORTS = {"http": 80, "https": 443}
_GENERATION_NAMES = {
    "total_cost": "totalCost", "market_cost": "marketCost", "surcharge_cost": "surchargeCost",
    "gateway_cost": "gatewayCost", "upstream_inference_cost": "upstreamInferenceCost", "created_at": "createdAt",
    "is_byok": "isByok", "provider_name": "providerName", "finish_reason": "finishReason",
    "generation_time": "generationTime", "native_tokens_prompt": "promptTokens",
    "native_tokens_completion": "completionTokens", "native_tokens_reasoning": "reasoningTokens",
    "native_tokens_cached": "cachedTokens", "native_tokens_cache_creation": "cacheCreationTokens",
    "billable_web_search_calls": "billableWebSearchCalls",
}  # fmt: skip
_SPEND_NAMES = {
    "credential_type": "credentialType", "total_cost": "totalCost", "market_cost": "marketCost",
    "input_tokens": "inputTokens", "output_tokens": "outputTokens", "cached_input_tokens": "cachedInputTokens",
    "cache_creation_input_tokens": "cacheCreationInputTokens", "reasoning_tokens": "reasoningTokens",
    "request_count": "requestCount",
}  # fmt: skip
_UNAVAILABLE_WHEN_NULL = ("market_cost", "surcharge_cost", "gateway_cost")
_CACHE_PRICES = {"input_cache_read": "cachedInputTokens", "input_cache_write": "cacheCreationInputTokens"}


class GatewayApi:
    """The endpoints of one provider's gateway; each call raises a `GatewayError` when it fails."""

    def __init__(self, config: ModelConfig, base_url: str) -> None:
        self._config = config
        self._base_url = base_url

    async def available_models(self) -> GatewayFetchMetadataResponse:
        """Return the models of the gateway."""
        with gateway_errors():
            headers = await self._config.headers()
            answer = await self._get(f"{self._base_url}/config", headers, wire.GatewayAvailableModelsResponse)
        models = [_model(model) for model in answer["models"] if _is_known(model)]
        return receive(GatewayFetchMetadataResponse, {"models": models})

    async def credits(self) -> GatewayCreditsResponse:
        """Return what is left and what was used."""
        with gateway_errors():
            origin = origin_of(self._base_url)
            headers = await self._config.headers()
            url = f"{origin}/v1/credits{_team_query(headers)}"
            answer = await self._get(url, headers, wire.GatewayCreditsResponse)
        return GatewayCreditsResponse(balance=answer["balance"], total_used=answer["total_used"])

    async def spend_report(self, query: Mapping[str, str]) -> GatewaySpendReportResponse:
        """Return what was spent; `query` has the names of the wire."""
        with gateway_errors():
            url = f"{origin_of(self._base_url)}/v1/report?{encode_search_params(query.items())}"
            answer = await self._get(url, await self._config.headers(), wire.GatewaySpendReportResponse)
        rows = [_renamed(row, _SPEND_NAMES) for row in answer["results"]]
        return receive(GatewaySpendReportResponse, {"results": rows})

    async def generation_info(self, generation_id: str) -> GatewayGenerationInfo:
        """Return what is known of one generation."""
        with gateway_errors():
            url = f"{origin_of(self._base_url)}/v1/generation?id={quote(generation_id, safe=_UNRESERVED)}"
            answer = await self._get(url, await self._config.headers(), wire.GatewayGenerationInfoResponse)
        data = {
            name: value
            for name, value in answer["data"].items()
            if value is not None or name not in _UNAVAILABLE_WHEN_NULL
        }
        return receive(GatewayGenerationInfo, _renamed(data, _GENERATION_NAMES))

    async def _get(self, url: str, headers: Headers, kind: Any) -> Any:
        response = await get_from_api(
            transport=self._config.transport(),
            url=url,
            headers=headers,
            response_handler=json_response(kind),
            error_handler=json_error_response(GATEWAY_ERROR_STRUCTURE),
        )
        return dump_wire(response.value)


def origin_of(url: str) -> str:
    """Return scheme, host and port of a URL; raises `InvalidArgumentError` when it has none."""
    parts = urlsplit(url)
    if not parts.hostname or not parts.scheme:
        raise InvalidArgumentError("Invalid URL", argument="baseURL")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    port = "" if parts.port in {None, _DEFAULT_PORTS.get(parts.scheme)} else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def _team_query(headers: Headers) -> str:
    """Return the team as a query: this endpoint does not look at the header."""
    named = (value for name, value in headers.items() if name.lower() == TEAM_HEADER)
    team = (next(named, None) or "").strip()
    if not team:
        return ""
    return "?" + encode_search_params({"teamId" if team.startswith("team_") else "slug": team}.items())


def _is_known(model: Mapping[str, Any]) -> bool:
    return model.get("modelType") is None or model["modelType"] in KNOWN_MODEL_TYPES


def _model(model: Mapping[str, Any]) -> dict[str, Any]:
    pricing = model.get("pricing")
    if pricing is None:
        return dict(model)
    cache = {name: pricing[wire_name] for wire_name, name in _CACHE_PRICES.items() if pricing.get(wire_name)}
    return {**model, "pricing": {"input": pricing["input"], "output": pricing["output"], **cache}}


def _renamed(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {names.get(name, name): value for name, value in values.items()}
