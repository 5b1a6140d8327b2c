"""The gateway's answer to a call, which is a result of the specification as JSON."""

from typing import Any

from ai_sdk.provider import InvalidResponseDataError, JSONObject, LanguageModelV4GenerateResult
from ai_sdk.provider_utils.response_handler import ApiResponse
from ai_sdk.providers.gateway.received import receive

__all__ = ["read_response"]


def read_response(response: ApiResponse[Any], body: JSONObject) -> LanguageModelV4GenerateResult:
    """Return the result, completed by what was sent and what came back.

    Raises `InvalidResponseDataError` when the answer is null.
    """
    answer = response.value
    if answer is None:
        raise InvalidResponseDataError(data=None)
    members = _members(answer)
    result = {
        **members,
        "request": {"body": body},
        "response": {"headers": response.response_headers, "body": response.raw_value},
        "warnings": members.get("warnings") or [],
    }
    return receive(LanguageModelV4GenerateResult, result)


def _members(answer: Any) -> JSONObject:
    """Return what JavaScript's spread finds in any JSON value."""
    if isinstance(answer, dict):
        return answer
    return {str(index): item for index, item in enumerate(answer)} if isinstance(answer, list | str) else {}
