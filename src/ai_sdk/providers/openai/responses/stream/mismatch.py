"""A Chat Completions stream where a Responses stream was expected, which a base URL of another server brings about.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk.provider import AISDKError, APICallError, TypeValidationError, stringify

__all__ = ["StreamOrigin"]

_MESSAGE = (
    "Received a Chat Completions stream while using the OpenAI Responses API. "
    "The default OpenAI provider model uses the Responses API. If your custom baseURL targets a Chat "
    "Completions-compatible endpoint, use openai.chat('model-id') or createOpenAI(...).chat('model-id') instead. "
    "You can also use @ai-sdk/openai-compatible for OpenAI-compatible providers."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamOrigin:
    """The request that a stream answers, for errors that must name it."""

    url: str
    request_body_values: Any
    response_headers: dict[str, str] | None = None

    def explain(self, error: AISDKError) -> AISDKError:
        """Return what is really wrong with a chunk that could not be read."""
        if not isinstance(error, TypeValidationError) or not _is_chat_completion_chunk(error.value):
            return error
        return APICallError(
            _MESSAGE,
            url=self.url,
            request_body_values=self.request_body_values,
            response_headers=self.response_headers,
            response_body=stringify(error.value),
            cause=error,
            data=error.value,
            is_retryable=False,
        )


def _is_chat_completion_chunk(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("choices"), list) and not isinstance(value.get("type"), str)
