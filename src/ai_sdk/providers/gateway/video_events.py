"""The answer to a video call: an event stream that stays silent until its one event, a result or an error.

Ports: @ai-sdk/gateway/src/gateway-video-model.ts
"""

from typing import Any

from ai_sdk_generated.gateway.video import wire

from ai_sdk.provider import stringify
from ai_sdk.provider.errors import AISDKError, APICallError, EmptyResponseBodyError
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.response_handler import ApiResponse, Exchange, event_source_response

__all__ = ["video_result_response"]

_read_events = event_source_response(wire.GatewayVideoEvent)


async def video_result_response(exchange: Exchange) -> ApiResponse[Any]:
    """Wait for the event and return its result; raises `APICallError` for an error event and for none."""
    try:
        events = (await _read_events(exchange)).value
    except EmptyResponseBodyError as error:
        raise _error(exchange, "SSE response body is empty") from error
    try:
        first = await anext(aiter(events), None)
    finally:
        await events.aclose()
    if first is None:
        raise _error(exchange, "SSE stream ended without a data event")
    event, _data = first
    if isinstance(event, AISDKError):
        raise _error(exchange, "Failed to parse video SSE event", cause=event)
    if isinstance(event, wire.GatewayVideoEventError):
        raise _reported(exchange, event)
    return ApiResponse(value=event, response_headers=exchange.response.headers)


def _error(exchange: Exchange, message: str, cause: AISDKError | None = None) -> APICallError:
    return APICallError(
        message,
        url=exchange.url,
        request_body_values=exchange.request_body_values,
        status_code=exchange.response.status_code,
        cause=cause,
    )


def _reported(exchange: Exchange, event: wire.GatewayVideoEventError) -> APICallError:
    """Return the error of an event as if the response had its status: the stream began before anything failed."""
    return APICallError(
        event.message,
        url=exchange.url,
        request_body_values=exchange.request_body_values,
        status_code=event.status_code,  # type: ignore[arg-type]
        response_headers=exchange.response.headers,
        response_body=stringify(dump_wire(event)),
        data={"error": {"message": event.message, "type": event.error_type, "param": event.param}},
    )
