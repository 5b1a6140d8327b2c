"""Extra data that a response is asked to include.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
Ports: @ai-sdk/openai/src/responses/openai-responses-language-model-options.ts
"""

from collections.abc import Iterator
from typing import Any

from ai_sdk.providers.openai.responses.request.call import ResponsesCall

__all__ = ["LOGPROBS", "build_include", "top_logprobs"]

LOGPROBS = "message.output_text.logprobs"
_TOP_LOGPROBS_MAX = 20


def top_logprobs(call: ResponsesCall) -> int | float | None:
    """Return how many of the likeliest tokens are wanted at each position."""
    logprobs = call.openai_options.logprobs
    if isinstance(logprobs, bool):
        return _TOP_LOGPROBS_MAX if logprobs else None
    return logprobs


def build_include(call: ResponsesCall) -> Any:
    """Return what the caller wants included, and what the call's tools and settings need."""
    given = list(call.openai_options.include or ())
    needed = [value for value in _needed(call) if value not in given]
    return [*given, *needed] if needed else call.openai_options.given("include")


def _needed(call: ResponsesCall) -> Iterator[str]:
    options = call.openai_options
    if top_logprobs(call):
        yield LOGPROBS
    search = call.web_search_tool()
    offers_sources = call.config.supports_web_search_sources_include and options.include_web_search_sources is not False
    if search is not None and search.name and offers_sources:
        yield "web_search_call.action.sources"
    if call.provider_tool("openai.code_interpreter") is not None:
        yield "code_interpreter_call.outputs"
    # Without storage, reasoning can only be continued from its encrypted content.
    if options.store is False and call.is_reasoning_model:
        yield "reasoning.encrypted_content"
