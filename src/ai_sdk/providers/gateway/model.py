"""What every model behind the gateway does: post JSON with the headers of the protocol, and report its errors.

Ports: @ai-sdk/gateway/src/gateway-config.ts, @ai-sdk/gateway/src/gateway-headers.ts
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.post_to_api import post_json_to_api
from ai_sdk.provider_utils.response_handler import ApiResponse, ResponseHandler, json_error_response
from ai_sdk.providers.gateway.error_mapping import GATEWAY_ERROR_STRUCTURE, gateway_errors, parse_auth_method
from ai_sdk.providers.gateway.vercel_environment import observability_headers

__all__ = ["TEAM_HEADER", "GatewayModel", "read_provider_metadata", "read_warnings"]

TEAM_HEADER = "x-vercel-ai-gateway-team"

T = TypeVar("T")


class CallOptions(Protocol):
    """What the call options of every model kind have."""

    headers: dict[str, str | None] | None
    abort_signal: AbortSignal | None


class GatewayModel(HttpModel):
    """A model behind the gateway."""

    error_structure = GATEWAY_ERROR_STRUCTURE

    async def call(  # noqa: PLR0917 - the pieces of one call, each different for each model
        self,
        path: str,
        body: Any,
        handler: ResponseHandler[Any],
        read: Callable[[ApiResponse[Any]], T],
        options: CallOptions,
        model_headers: Headers,
    ) -> T:
        """Post a body and return what `read` makes of the answer; raises a `GatewayError` when one of them fails."""
        own = await self.config.headers()
        with gateway_errors(parse_auth_method(own)):
            response = await post_json_to_api(
                transport=self.config.transport(),
                url=self.config.url(path, self.model_id),
                headers=combine_headers(own, options.headers, model_headers, observability_headers()),
                body=body,
                response_handler=handler,
                error_handler=json_error_response(self.error_structure),
                abort_signal=options.abort_signal,
            )
            return read(response)

    async def stream_headers(self, headers: Headers | None, model_headers: Headers) -> dict[str, str | None]:
        """Return the headers for a stream over a WebSocket: the provider's, the call's and those of the protocol."""
        return combine_headers(await self.config.headers(), headers, model_headers, observability_headers())


def read_warnings(warnings: Iterable[Any] | None) -> list[SharedV4Warning]:
    """Return the warnings of a wire response in the specification's classes."""
    return [load(SharedV4Warning, dump_wire(warning)) for warning in warnings or ()]


def read_provider_metadata(metadata: dict[str, Any] | None) -> SharedV4ProviderMetadata | None:
    """Return the provider metadata of a wire response as plain data."""
    return None if metadata is None else {name: dump_wire(entry) for name, entry in metadata.items()}
