"""Failures and what they become."""

import httpx
import pytest

from ai_sdk.provider import APICallError, TypeValidationError
from ai_sdk.provider.codec import dump_error
from ai_sdk.provider_utils.abort import AbortError
from ai_sdk.providers.gateway import (
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
from ai_sdk.providers.gateway.error_mapping import (
    as_gateway_error,
    create_gateway_error_from_response,
    gateway_errors,
    parse_auth_method,
)

DEFAULTS = {
    GatewayAuthenticationError: ("authentication_error", "Authentication failed", 401, False),
    GatewayFailedDependencyError: ("failed_dependency", "Failed dependency", 424, False),
    GatewayForbiddenError: ("forbidden", "Forbidden", 403, False),
    GatewayInternalServerError: ("internal_server_error", "Internal server error", 500, True),
    GatewayInvalidRequestError: ("invalid_request_error", "Invalid request", 400, False),
    GatewayModelNotFoundError: ("model_not_found", "Model not found", 404, False),
    GatewayNotFoundError: ("not_found", "Resource not found", 404, False),
    GatewayRateLimitError: ("rate_limit_exceeded", "Rate limit exceeded", 429, True),
    GatewayResponseError: ("response_error", "Invalid response from Gateway", 502, True),
    GatewayTimeoutError: ("timeout_error", "Request timed out", 408, True),
}


@pytest.mark.parametrize("kind", DEFAULTS)
def test_each_error_has_defaults_and_its_typescript_name(kind):
    error = kind()
    assert (error.type, error.message, error.status_code, error.is_retryable) == DEFAULTS[kind]
    assert (error.name, isinstance(error, GatewayError)) == (kind.__name__, True)


def test_the_generation_stands_in_the_message():
    error = GatewayRateLimitError("slow", generation_id="gen_1", status_code=409, is_retryable=False)
    assert dump_error(error) == {
        "name": "GatewayRateLimitError",
        "message": "slow [gen_1]",
        "statusCode": 409,
        "generationId": "gen_1",
        "isRetryable": False,
        "type": "rate_limit_exceeded",
    }


@pytest.mark.parametrize(
    ("kind", "status", "param", "own"),
    [
        ("invalid_request_error", 400, None, {}),
        ("rate_limit_exceeded", 429, None, {}),
        ("not_found", 404, None, {}),
        ("internal_server_error", 500, None, {}),
        ("failed_dependency", 424, None, {}),
        ("model_not_found", 404, {"modelId": "a/b"}, {"modelId": "a/b"}),
        ("model_not_found", 404, {"model": 1}, {}),
        ("forbidden", 403, {"ruleId": "r"}, {"ruleId": "r"}),
        ("forbidden", 403, None, {}),
    ],
)
def test_a_reported_error_becomes_the_class_of_its_type(kind, status, param, own):
    response = {"error": {"message": "m", "type": kind, "param": param, "code": 5}, "generationId": "g"}
    error = create_gateway_error_from_response(response=response, status_code=status)
    written = dump_error(error)
    assert {key: written[key] for key in written.keys() - {"name", "isRetryable"}} == {
        "message": "m [g]",
        "statusCode": status,
        "generationId": "g",
        "type": kind,
        **own,
    }


@pytest.mark.parametrize("kind", ["new_error", None])
def test_an_error_of_unknown_type_is_a_server_error_of_its_status(kind):
    error = create_gateway_error_from_response(response={"error": {"message": "m", "type": kind}}, status_code=418)
    assert (type(error), error.status_code, error.is_retryable) == (GatewayInternalServerError, 418, False)


@pytest.mark.parametrize(
    ("method", "hint"),
    [("api-key", "Invalid API key or token"), ("oidc", "Invalid OIDC token"), (None, "No authentication provided")],
)
def test_a_refused_login_says_what_to_do(method, hint):
    response = {"error": {"message": "no", "type": "authentication_error"}}
    error = create_gateway_error_from_response(response=response, status_code=401, auth_method=method)
    assert type(error) is GatewayAuthenticationError
    assert error.message.startswith(f"AI Gateway authentication failed: {hint}.\n")


@pytest.mark.parametrize(
    "response", [{"message": "flat", "generationId": "g"}, "text", None, {"error": {"message": 1}}]
)
def test_what_is_no_error_body_is_a_response_error_with_the_body(response):
    error = create_gateway_error_from_response(response=response, status_code=502, default_message="d")
    assert isinstance(error, GatewayResponseError)
    assert error.message.startswith("Invalid error response format: d")
    assert (error.response, error.generation_id) == (response, "g" if response and "generationId" in response else None)
    assert isinstance(error.validation_error, TypeValidationError)
    assert error.validation_error.value == response


def call_error(**details) -> APICallError:
    return APICallError("m", url="u", request_body_values={}, **details)


def test_the_body_of_an_error_is_read_from_data_or_text():
    data = {"error": {"message": "data", "type": "not_found"}}
    assert as_gateway_error(call_error(status_code=404, data=data)).message == "data"
    assert as_gateway_error(call_error(status_code=404, response_body='{"error":{"message":"text"}}')).message == "text"
    unread = as_gateway_error(call_error(status_code=502, response_body="<html>"))
    assert (unread.response, unread.status_code) == ("<html>", 502)


def test_a_lost_connection_may_be_tried_again_and_a_refused_request_may_not():
    lost = as_gateway_error(call_error(is_retryable=True))
    refused = as_gateway_error(call_error(status_code=400, is_retryable=True))
    assert (lost.status_code, lost.is_retryable, lost.response) == (500, True, {})
    assert (refused.status_code, refused.is_retryable) == (400, False)


@pytest.mark.parametrize("cause", [httpx.ReadTimeout("slow"), TimeoutError("slow"), httpx.ConnectTimeout("slow")])
def test_a_client_that_gave_up_waiting_is_a_timeout(cause):
    error = as_gateway_error(call_error(cause=cause))
    assert isinstance(error, GatewayTimeoutError)
    assert error.message.startswith("Gateway request timed out: m\n\n    This is a client-side timeout.")
    assert (error.status_code, error.is_retryable) == (408, True)


def test_any_other_failure_is_a_response_error_that_says_what_failed():
    error = as_gateway_error(ValueError("odd"))
    assert (type(error), error.message) == (
        GatewayResponseError,
        "Invalid error response format: Gateway request failed: odd",
    )
    assert as_gateway_error(error) is error
    assert isinstance(as_gateway_error(httpx.PoolTimeout("full")), GatewayTimeoutError)


@pytest.mark.parametrize("error", [AbortError(), TimeoutError(), GatewayForbiddenError()])
def test_what_the_caller_stopped_and_what_is_translated_comes_out_as_it_is(error):
    with pytest.raises(type(error)) as caught, gateway_errors():
        raise error
    assert caught.value is error


def test_other_failures_come_out_translated_with_their_cause():
    failure = call_error(status_code=500)
    with pytest.raises(GatewayResponseError) as caught, gateway_errors("oidc"):
        raise failure
    assert (caught.value.cause, caught.value.__cause__) == (failure, failure)


@pytest.mark.parametrize(("value", "method"), [("api-key", "api-key"), ("oidc", "oidc"), ("other", None)])
def test_the_auth_method_is_read_from_the_headers(value, method):
    assert parse_auth_method({"ai-gateway-auth-method": value}) == method
    assert parse_auth_method({}) is None
