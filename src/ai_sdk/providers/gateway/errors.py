"""What can go wrong at the gateway: one class for each kind of error that it reports.

GatewayError
├─ GatewayAuthenticationError      the key or token is missing or wrong; the message says how to get one
├─ GatewayFailedDependencyError    something that the request needs is not there for these credentials
├─ GatewayForbiddenError           a routing rule refused the request
├─ GatewayInternalServerError      the gateway failed, or reported an error of unknown type
├─ GatewayInvalidRequestError      the request is wrong
├─ GatewayModelNotFoundError       there is no such model
├─ GatewayNotFoundError            there is no such resource
├─ GatewayRateLimitError           too many requests
├─ GatewayResponseError            the answer, or the error, could not be read
└─ GatewayTimeoutError             the answer took longer than the HTTP client waits

Ports: @ai-sdk/gateway/src/errors/gateway-error.ts, @ai-sdk/gateway/src/errors/gateway-authentication-error.ts
Ports: @ai-sdk/gateway/src/errors/gateway-failed-dependency-error.ts
Ports: @ai-sdk/gateway/src/errors/gateway-forbidden-error.ts, @ai-sdk/gateway/src/errors/gateway-not-found-error.ts
Ports: @ai-sdk/gateway/src/errors/gateway-internal-server-error.ts
Ports: @ai-sdk/gateway/src/errors/gateway-invalid-request-error.ts
Ports: @ai-sdk/gateway/src/errors/gateway-model-not-found-error.ts
Ports: @ai-sdk/gateway/src/errors/gateway-rate-limit-error.ts, @ai-sdk/gateway/src/errors/gateway-response-error.ts
Ports: @ai-sdk/gateway/src/errors/gateway-timeout-error.ts
"""

from typing import Any, ClassVar

from ai_sdk.provider.errors import AISDKError, TypeValidationError

__all__ = [
    "GatewayAuthenticationError",
    "GatewayError",
    "GatewayFailedDependencyError",
    "GatewayForbiddenError",
    "GatewayInternalServerError",
    "GatewayInvalidRequestError",
    "GatewayModelNotFoundError",
    "GatewayNotFoundError",
    "GatewayRateLimitError",
    "GatewayResponseError",
    "GatewayTimeoutError",
]

_RETRYABLE_STATUS_CODES = frozenset({408, 409, 429})
_FIRST_SERVER_ERROR = 500

_CREATE_A_KEY = "https://vercel.com/d?to=%2F%5Bteam%5D%2F%7E%2Fai%2Fapi-keys"
_FETCH_A_TOKEN = "Run 'npx vercel link' to link your project, then 'vc env pull' to fetch the token."  # noqa: S105

_INVALID_KEY = f"""AI Gateway authentication failed: Invalid API key or token.

Create a new API key: {_CREATE_A_KEY}

Provide an API key or Vercel access token via 'apiKey' option or 'AI_GATEWAY_API_KEY' environment variable."""

_INVALID_TOKEN = f"""AI Gateway authentication failed: Invalid OIDC token.

{_FETCH_A_TOKEN}

Alternatively, use an API key: {_CREATE_A_KEY}
or pass a Vercel access token via the 'apiKey' option."""

_NOTHING_PROVIDED = f"""AI Gateway authentication failed: No authentication provided.

Option 1 - API key:
Create an API key: {_CREATE_A_KEY}
Provide via 'apiKey' option or 'AI_GATEWAY_API_KEY' environment variable.

Option 2 - Vercel access token:
Pass a Vercel personal access token or Vercel app access token via the 'apiKey' option.

Option 3 - OIDC token:
{_FETCH_A_TOKEN}"""

_TIMED_OUT = """Gateway request timed out: {}

    This is a client-side timeout. To resolve this, increase your timeout configuration: \
https://vercel.com/docs/ai-gateway/capabilities/video-generation#extending-timeouts-for-node.js"""


class GatewayError(AISDKError):
    """The base of the gateway's errors.

    `status_code` is the HTTP status (or the one it stands for), `generation_id` names the generation in the gateway's
    logs, `is_retryable` says whether trying again may help, and `type` is the gateway's word for the kind of error.
    """

    name = "GatewayError"
    fields: ClassVar[tuple[str, ...]] = ("status_code", "generation_id", "is_retryable", "type")
    type: ClassVar[str]
    default_message: ClassVar[str]
    default_status_code: ClassVar[int] = 500

    def __init__(
        self,
        message: str | None = None,
        *,
        status_code: int | None = None,
        cause: BaseException | None = None,
        generation_id: str | None = None,
        is_retryable: bool | None = None,
    ) -> None:
        text = self.default_message if message is None else message
        super().__init__(f"{text} [{generation_id}]" if generation_id else text, cause=cause)
        self.status_code = self.default_status_code if status_code is None else status_code
        self.generation_id = generation_id
        self.is_retryable = _is_retryable(self.status_code) if is_retryable is None else is_retryable


def _is_retryable(status_code: int) -> bool:
    return status_code in _RETRYABLE_STATUS_CODES or status_code >= _FIRST_SERVER_ERROR


class GatewayAuthenticationError(GatewayError):
    """The key or token is missing or wrong."""

    name = "GatewayAuthenticationError"
    type = "authentication_error"
    default_message = "Authentication failed"
    default_status_code = 401

    @classmethod
    def create_contextual_error(
        cls,
        *,
        api_key_provided: bool,
        oidc_token_provided: bool,
        status_code: int = 401,
        cause: BaseException | None = None,
        generation_id: str | None = None,
    ) -> "GatewayAuthenticationError":
        """Return an error that says what to do, which depends on what was tried."""
        tried = _INVALID_TOKEN if oidc_token_provided else _NOTHING_PROVIDED
        message = _INVALID_KEY if api_key_provided else tried
        return cls(message, status_code=status_code, cause=cause, generation_id=generation_id)


class GatewayInvalidRequestError(GatewayError):
    """The request is wrong: headers are missing, data is malformed."""

    name = "GatewayInvalidRequestError"
    type = "invalid_request_error"
    default_message = "Invalid request"
    default_status_code = 400


class GatewayRateLimitError(GatewayError):
    """Too many requests."""

    name = "GatewayRateLimitError"
    type = "rate_limit_exceeded"
    default_message = "Rate limit exceeded"
    default_status_code = 429


class GatewayModelNotFoundError(GatewayError):
    """There is no such model, or not for these credentials; `model_id` names it when the gateway does."""

    name = "GatewayModelNotFoundError"
    fields = (*GatewayError.fields, "model_id")
    type = "model_not_found"
    default_message = "Model not found"
    default_status_code = 404

    def __init__(self, message: str | None = None, *, model_id: str | None = None, **details: Any) -> None:
        super().__init__(message, **details)
        self.model_id = model_id


class GatewayNotFoundError(GatewayError):
    """There is no such resource, such as a job of that id."""

    name = "GatewayNotFoundError"
    type = "not_found"
    default_message = "Resource not found"
    default_status_code = 404


class GatewayInternalServerError(GatewayError):
    """The gateway failed, or reported an error of a type that is not known here."""

    name = "GatewayInternalServerError"
    type = "internal_server_error"
    default_message = "Internal server error"


class GatewayFailedDependencyError(GatewayError):
    """Something that the request needs is not there for its credentials or provider; the request must change."""

    name = "GatewayFailedDependencyError"
    type = "failed_dependency"
    default_message = "Failed dependency"
    default_status_code = 424


class GatewayForbiddenError(GatewayError):
    """A policy, such as a routing rule, refused the request; `rule_id` names the rule when the gateway does."""

    name = "GatewayForbiddenError"
    fields = (*GatewayError.fields, "rule_id")
    type = "forbidden"
    default_message = "Forbidden"
    default_status_code = 403

    def __init__(self, message: str | None = None, *, rule_id: str | None = None, **details: Any) -> None:
        super().__init__(message, **details)
        self.rule_id = rule_id


class GatewayResponseError(GatewayError):
    """The answer, or the error in it, could not be read: `response` is what came, `validation_error` what is wrong."""

    name = "GatewayResponseError"
    fields = (*GatewayError.fields, "response", "validation_error")
    null_fields = frozenset({"response"})
    type = "response_error"
    default_message = "Invalid response from Gateway"
    default_status_code = 502

    def __init__(
        self,
        message: str | None = None,
        *,
        response: Any = None,
        validation_error: TypeValidationError | None = None,
        **details: Any,
    ) -> None:
        super().__init__(message, **details)
        self.response = response
        self.validation_error = validation_error


class GatewayTimeoutError(GatewayError):
    """The answer took longer than the HTTP client waits."""

    name = "GatewayTimeoutError"
    type = "timeout_error"
    default_message = "Request timed out"
    default_status_code = 408

    @classmethod
    def create_timeout_error(
        cls,
        *,
        original_message: str,
        status_code: int = 408,
        cause: BaseException | None = None,
        generation_id: str | None = None,
    ) -> "GatewayTimeoutError":
        """Return an error that says how to wait longer."""
        message = _TIMED_OUT.format(original_message)
        return cls(message, status_code=status_code, cause=cause, generation_id=generation_id)
