"""Requests to a provider's API, with errors that say what was asked and what came back.

Ports: @ai-sdk/provider-utils/src/post-to-api.ts, @ai-sdk/provider-utils/src/get-from-api.ts
Ports: @ai-sdk/provider-utils/src/delete-from-api.ts, @ai-sdk/provider-utils/src/handle-fetch-error.ts
"""

from collections.abc import AsyncIterator
from typing import Any, TypeVar

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.abort import AbortError, abortable
from ai_sdk.provider_utils.download import fetch_with_validated_redirects
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import Headers, runtime_user_agent, with_user_agent_suffix
from ai_sdk.provider_utils.json import encode_json
from ai_sdk.provider_utils.response_handler import ApiResponse, Exchange, ResponseHandler
from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse, Transport
from ai_sdk.provider_utils.url_guard import is_same_origin

__all__ = ["delete_from_api", "get_from_api", "post_form_data_to_api", "post_json_to_api", "post_to_api"]

T = TypeVar("T")

_MULTIPLE_CHOICES = 300


async def post_json_to_api(
    *,
    transport: Transport,
    url: str,
    headers: Headers | None = None,
    body: Any,
    response_handler: ResponseHandler[T],
    error_handler: ResponseHandler[APICallError],
    abort_signal: AbortSignal | None = None,
) -> ApiResponse[T]:
    """Post `body` as JSON; raises `APICallError` when the request or its answer fails."""
    return await post_to_api(
        transport=transport,
        url=url,
        headers={"Content-Type": "application/json", **(headers or {})},
        content=encode_json(body),
        values=body,
        response_handler=response_handler,
        error_handler=error_handler,
        abort_signal=abort_signal,
    )


async def post_form_data_to_api(
    *,
    transport: Transport,
    url: str,
    headers: Headers | None = None,
    form: FormData,
    response_handler: ResponseHandler[T],
    error_handler: ResponseHandler[APICallError],
    abort_signal: AbortSignal | None = None,
) -> ApiResponse[T]:
    """Post a multipart form; raises `APICallError` when the request or its answer fails."""
    content, content_type = form.encode()
    return await post_to_api(
        transport=transport,
        url=url,
        headers={"content-type": content_type, **(headers or {})},
        content=content,
        values=form.values(),
        response_handler=response_handler,
        error_handler=error_handler,
        abort_signal=abort_signal,
    )


async def post_to_api(
    *,
    transport: Transport,
    url: str,
    headers: Headers | None = None,
    content: bytes | AsyncIterator[bytes],
    values: Any,
    response_handler: ResponseHandler[T],
    error_handler: ResponseHandler[APICallError],
    abort_signal: AbortSignal | None = None,
) -> ApiResponse[T]:
    """Post bytes; `values` is what an error reports as the request's body."""
    request = _request("POST", url, headers, content)
    return await _call(transport, request, values, response_handler, error_handler, abort_signal)


async def get_from_api(
    *,
    transport: Transport,
    url: str,
    headers: Headers | None = None,
    response_handler: ResponseHandler[T],
    error_handler: ResponseHandler[APICallError],
    abort_signal: AbortSignal | None = None,
    validate_url: bool = False,
    trusted_origin: str | None = None,
    credentialed_origin: str | None = None,
) -> ApiResponse[T]:
    """Get a URL; raises `APICallError` when the request or its answer fails.

    With `validate_url`, for a URL that came in a response: raises `DownloadError` unless it may be downloaded, each
    redirect included; `trusted_origin`, the provider's own, is not checked. `headers` go to `credentialed_origin`
    alone when it is given.
    """
    is_foreign = credentialed_origin is not None and not is_same_origin(url, credentialed_origin)
    request = _request("GET", url, None if is_foreign else headers)
    guarded = _GuardedTransport(transport, trusted_origin) if validate_url else transport
    return await _call(guarded, request, {}, response_handler, error_handler, abort_signal)


class _GuardedTransport:
    """A transport that checks where a URL and its redirects lead."""

    def __init__(self, transport: Transport, trusted_origin: str | None) -> None:
        self._transport = transport
        self._trusted_origin = trusted_origin
        self.errors = transport.errors

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        del follow_redirects
        return await fetch_with_validated_redirects(
            request.url, transport=self._transport, headers=request.headers, trusted_origin=self._trusted_origin
        )

    async def aclose(self) -> None:
        await self._transport.aclose()


async def delete_from_api(
    *,
    transport: Transport,
    url: str,
    headers: Headers | None = None,
    response_handler: ResponseHandler[T],
    error_handler: ResponseHandler[APICallError],
    abort_signal: AbortSignal | None = None,
) -> ApiResponse[T]:
    """Delete what is at a URL of the provider; raises `APICallError` when the request or its answer fails."""
    request = _request("DELETE", url, headers)
    return await _call(transport, request, {}, response_handler, error_handler, abort_signal)


def _request(
    method: str, url: str, headers: Headers | None, content: bytes | AsyncIterator[bytes] | None = None
) -> HttpRequest:
    sent = with_user_agent_suffix(headers, runtime_user_agent())
    return HttpRequest(method=method, url=url, headers=sent, content=content)


async def _call(  # noqa: PLR0917 - private, and each caller passes all six
    transport: Transport,
    request: HttpRequest,
    values: Any,
    response_handler: ResponseHandler[T],
    error_handler: ResponseHandler[APICallError],
    abort_signal: AbortSignal | None,
) -> ApiResponse[T]:
    # The annotation is a text: it would be evaluated with each call.
    async def call() -> "ApiResponse[T]":
        response = await _send(transport, request, values)
        exchange = Exchange(response=response, url=request.url, request_body_values=values, abort_signal=abort_signal)
        try:
            if response.status_code < _MULTIPLE_CHOICES:
                return await _handle(exchange, response_handler, "Failed to process successful response")
            failed = await _handle(exchange, error_handler, "Failed to process error response")
        except BaseException:
            await response.close()
            raise
        raise failed.value

    return await abortable(abort_signal, call)


async def _send(transport: Transport, request: HttpRequest, values: Any) -> HttpResponse:
    try:
        return await transport.send(request)
    except transport.errors as error:
        raise APICallError(
            f"Cannot connect to API: {error}",
            cause=error,
            url=request.url,
            request_body_values=values,
            is_retryable=True,
        ) from error


async def _handle(exchange: Exchange, handler: ResponseHandler[T], failure: str) -> ApiResponse[T]:
    try:
        return await handler(exchange)
    except (AbortError, APICallError):
        raise
    except Exception as error:
        raise exchange.error(failure, cause=error) from error
