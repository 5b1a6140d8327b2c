"""The body of a chat request to Mistral.

Ports: @ai-sdk/mistral/src/mistral-chat-language-model.ts
"""

from ai_sdk.provider import LanguageModelV4CallOptions
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.mistral.chat.messages import convert_to_mistral_chat_messages
from ai_sdk.providers.mistral.chat.tools import prepare_tools
from ai_sdk.providers.mistral.completion_settings import read_completion_settings
from ai_sdk.providers.mistral.model_catalog import get_mistral_language_model_entry

__all__ = ["build_request"]


def build_request(model_id: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a body and warnings.

    Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files that Mistral
    does not take, and `MistralError` for answers that it cannot have given.
    """
    settings = read_completion_settings(options, get_mistral_language_model_entry(model_id).reasoning_efforts)
    given = settings.options
    tools, tool_choice, tool_warnings = prepare_tools(options.tools, options.tool_choice)
    body = {
        "model": model_id,
        "safe_prompt": given.safe_prompt,
        **settings.body,
        "document_image_limit": given.document_image_limit,
        "document_page_limit": given.document_page_limit,
        "prompt_cache_key": given.prompt_cache_key,
        "messages": convert_to_mistral_chat_messages(settings.prompt),
        "tools": tools,
        "tool_choice": tool_choice,
        "parallel_tool_calls": None if tools is None else given.parallel_tool_calls,
    }
    return PreparedRequest(body=omit_none(body), warnings=[*settings.warnings, *tool_warnings], options=options)
