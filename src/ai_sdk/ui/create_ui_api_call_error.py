"""Errors of requests that hold a conversation, which an error must not repeat.

Ports: ai/src/ui/create-ui-api-call-error.ts
"""

from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.response_handler import ApiResponse, Exchange, ResponseHandler, read_body

__all__ = ["ui_api_call_error_response"]


def ui_api_call_error_response(fallback_message: str) -> ResponseHandler[APICallError]:
    """Make an error of the body's text, without what was sent: prompts and messages stay out of what a client shows."""

    async def handle(exchange: Exchange) -> ApiResponse[APICallError]:
        response = exchange.response
        text = (await read_body(response, exchange.url)).decode("utf-8", "replace")
        error = APICallError(
            text or fallback_message,
            url=exchange.url,
            request_body_values=None,
            status_code=response.status_code,
            response_body=text,
        )
        return ApiResponse(value=error, response_headers=response.headers)

    return handle
