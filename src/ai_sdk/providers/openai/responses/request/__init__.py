"""The request of a Responses call."""

from ai_sdk.providers.openai.responses.request.build import build_request

__all__ = ["build_request"]
