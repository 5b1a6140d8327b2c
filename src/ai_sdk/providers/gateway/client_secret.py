"""Short-lived tokens with which a browser opens a stream of the gateway, without the gateway's key.

Ports: @ai-sdk/gateway/src/gateway-provider.ts
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from ai_sdk_generated.gateway.shared import wire

from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_to_api import post_json_to_api
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.providers.gateway.api import origin_of
from ai_sdk.providers.gateway.error_mapping import GATEWAY_ERROR_STRUCTURE, gateway_errors, parse_auth_method
from ai_sdk.providers.gateway.websocket_stream import to_gateway_websocket_url

__all__ = ["GatewayClientSecret", "GatewayStreamingFactory"]

ModelT = TypeVar("ModelT")


@dataclass(slots=True, kw_only=True)
class GatewayClientSecret(Spec):
    """The token, the WebSocket URL it is for, and when it ends, in seconds since 1970."""

    token: str
    url: str
    expires_at: int | float | None = None


class GatewayStreamingFactory(Generic[ModelT]):
    """Makes models of one kind when it is called, and tokens for browsers that use them."""

    def __init__(
        self,
        make: Callable[[Any], ModelT],
        config: ModelConfig,
        base_url: str,
        route_kind: Literal["speech", "transcription"],
    ) -> None:
        self._make = make
        self._config = config
        self._base_url = base_url
        self._route_kind = route_kind

    def __call__(self, model_id: str) -> ModelT:
        """Return a model."""
        return self._make(model_id)

    async def get_token(self, *, model: str, expires_after_seconds: float | None = None) -> GatewayClientSecret:
        """Return a token that opens a stream of this model, for 60 seconds unless given; raises a `GatewayError`.

        Call it on a server: it takes the gateway's key.
        """
        headers = await self._config.headers()
        body = {"model": model, "routeKind": self._route_kind, "expiresIn": expires_after_seconds}
        with gateway_errors(parse_auth_method(headers)):
            response = await post_json_to_api(
                transport=self._config.transport(),
                url=f"{origin_of(self._base_url)}/v1/realtime/client-secrets",
                headers=headers,
                body=omit_none(body),
                response_handler=json_response(wire.GatewayClientSecretResponse),
                error_handler=json_error_response(GATEWAY_ERROR_STRUCTURE),
            )
        secret: wire.GatewayClientSecretResponse = response.value
        url = to_gateway_websocket_url(f"{self._base_url}/{self._route_kind}-model", model)
        return GatewayClientSecret(token=secret.token, url=url, expires_at=secret.expires_at)
