"""Failures of requests to the gateway, turned into the gateway's errors.

Ports: @ai-sdk/gateway/src/errors/as-gateway-error.ts, @ai-sdk/gateway/src/errors/create-gateway-error.ts
Ports: @ai-sdk/gateway/src/errors/extract-api-call-response.ts, @ai-sdk/gateway/src/errors/parse-auth-method.ts
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, cast

from ai_sdk_generated.gateway.shared import wire

from ai_sdk.provider.errors import AISDKError, APICallError, TypeValidationError, get_error_message
from ai_sdk.provider_utils.abort import is_abort_error
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.json import parse_json, validate_types
from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.providers.gateway.errors import (
    GatewayAuthenticationError,
    GatewayError,
    GatewayFailedDependencyError,
    GatewayForbiddenError,
    GatewayInternalServerError,
    GatewayInvalidRequestError,
    GatewayModelNotFoundError,
    GatewayNotFoundError,
    GatewayRateLimitError,
    GatewayResponseError,
    GatewayTimeoutError,
)

__all__ = [
    "AUTH_METHOD_HEADER",
    "GATEWAY_ERROR_STRUCTURE",
    "AuthMethod",
    "as_gateway_error",
    "create_gateway_error_from_response",
    "gateway_errors",
    "parse_auth_method",
]

AUTH_METHOD_HEADER = "ai-gateway-auth-method"
AuthMethod = Literal["api-key", "oidc"]

GATEWAY_ERROR_STRUCTURE = ErrorStructure(data_type=Any, to_message=get_error_message)
"""Error bodies are taken as they are: what they say is read when the error becomes one of the gateway's."""

_REQUEST_FAILED = "Gateway request failed"
_FIRST_ERROR_STATUS = 400
_TIMEOUTS = frozenset({"TimeoutException", "TimeoutError"})
_BY_TYPE: dict[str, type[GatewayError]] = {
    kind.type: kind
    for kind in (
        GatewayInvalidRequestError,
        GatewayRateLimitError,
        GatewayNotFoundError,
        GatewayInternalServerError,
        GatewayFailedDependencyError,
    )
}


@contextmanager
def gateway_errors(auth_method: AuthMethod | None = None) -> Iterator[None]:
    """Let what fails in the block come out as a `GatewayError`; what the caller stopped comes out as it is."""
    try:
        yield
    except GatewayError:
        raise
    except Exception as error:
        if _was_stopped(error):
            raise
        raise as_gateway_error(error, auth_method) from error


def parse_auth_method(headers: Headers) -> AuthMethod | None:
    """Return how a request authenticates, as its headers say."""
    method = headers.get(AUTH_METHOD_HEADER)
    return cast("AuthMethod", method) if method in {"api-key", "oidc"} else None


def as_gateway_error(error: Exception, auth_method: AuthMethod | None = None) -> GatewayError:
    """Return the gateway's error for a failed request; `auth_method` decides which hint a refused login gets."""
    if isinstance(error, GatewayError):
        return error
    if _is_timeout(error):
        return GatewayTimeoutError.create_timeout_error(original_message=str(error), cause=error)
    if not isinstance(error, APICallError):
        return create_gateway_error_from_response(
            response={},
            status_code=500,
            default_message=f"{_REQUEST_FAILED}: {error}",
            cause=error,
            auth_method=auth_method,
        )
    if _is_timeout(error.cause):
        return GatewayTimeoutError.create_timeout_error(original_message=error.message, cause=error)
    return _from_api_call_error(error, auth_method)


def _from_api_call_error(error: APICallError, auth_method: AuthMethod | None) -> GatewayError:
    never_answered = error.status_code is None or error.status_code < _FIRST_ERROR_STATUS
    return create_gateway_error_from_response(
        response=_response_of(error),
        status_code=500 if error.status_code is None else error.status_code,
        cause=error,
        auth_method=auth_method,
        is_retryable=True if error.is_retryable and never_answered else None,
    )


def _was_stopped(error: Exception) -> bool:
    """Whether the caller stopped the call, by its signal or by a time limit: no failure of the gateway."""
    return is_abort_error(error) or isinstance(error, TimeoutError)


def _is_timeout(error: object) -> bool:
    """Whether an HTTP client gave up waiting; by name, because each client has classes of its own."""
    return any(base.__name__ in _TIMEOUTS for base in type(error).__mro__)


def _response_of(error: APICallError) -> Any:
    if error.data is not None:
        return error.data
    if error.response_body is None:
        return {}
    try:
        return parse_json(error.response_body)
    except AISDKError:
        return error.response_body


def create_gateway_error_from_response(
    *,
    response: Any,
    status_code: int,
    default_message: str = _REQUEST_FAILED,
    cause: BaseException | None = None,
    auth_method: AuthMethod | None = None,
    is_retryable: bool | None = None,
) -> GatewayError:
    """Return the error that an error body stands for; a body that is none of the gateway's is a response error."""
    try:
        read: wire.GatewayErrorResponse = validate_types(wire.GatewayErrorResponse, response)
    except TypeValidationError as invalid:
        return GatewayResponseError(
            f"Invalid error response format: {default_message}",
            status_code=status_code,
            response=response,
            validation_error=invalid,
            cause=cause,
            generation_id=response.get("generationId") if isinstance(response, dict) else None,
            is_retryable=is_retryable,
        )
    return _reported(read, status_code, cause, auth_method)


def _reported(
    response: wire.GatewayErrorResponse, status_code: int, cause: BaseException | None, auth_method: AuthMethod | None
) -> GatewayError:
    error = response.error
    details: dict[str, Any] = {
        "status_code": status_code, "cause": cause, "generation_id": response.generation_id
    }  # fmt: skip
    match error.type:
        case "authentication_error":
            return GatewayAuthenticationError.create_contextual_error(
                api_key_provided=auth_method == "api-key", oidc_token_provided=auth_method == "oidc", **details
            )
        case "model_not_found":
            missing = _param(wire.ModelNotFoundParam, error.param)
            return GatewayModelNotFoundError(error.message, model_id=missing and missing.model_id, **details)
        case "forbidden":
            rule = _param(wire.ForbiddenParam, error.param)
            return GatewayForbiddenError(error.message, rule_id=rule and rule.rule_id, **details)
    return _BY_TYPE.get(error.type or "", GatewayInternalServerError)(error.message, **details)


def _param(kind: Any, value: Any) -> Any:
    try:
        return validate_types(kind, value)
    except TypeValidationError:
        return None
