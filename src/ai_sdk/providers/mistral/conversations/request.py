"""The body of a conversation request to Mistral.

Ports: @ai-sdk/mistral/src/mistral-conversation-language-model.ts
"""

from ai_sdk.provider import LanguageModelV4CallOptions, SharedV4WarningUnsupported
from ai_sdk.provider_utils.create_tool_name_mapping import create_tool_name_mapping
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.mistral.completion_settings import CompletionSettings, read_completion_settings
from ai_sdk.providers.mistral.conversations.messages import convert_to_mistral_conversation_inputs
from ai_sdk.providers.mistral.conversations.tools import PROVIDER_TOOL_NAMES, prepare_conversation_tools
from ai_sdk.providers.mistral.model_catalog import get_mistral_language_model_entry

__all__ = ["build_request"]

_CHAT_ONLY = {
    "safe_prompt": "safePrompt",
    "document_image_limit": "documentImageLimit",
    "document_page_limit": "documentPageLimit",
    "prompt_cache_key": "promptCacheKey",
    "parallel_tool_calls": "parallelToolCalls",
}


def build_request(model_id: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a body and warnings; the context is the mapping of tool names.

    Raises `InvalidArgumentError` for options that do not fit, and `UnsupportedFunctionalityError` for files and answers
    that Mistral does not take.
    """
    efforts = get_mistral_language_model_entry(model_id).conversation_reasoning_efforts
    settings = read_completion_settings(options, efforts)
    tool_names = create_tool_name_mapping(options.tools, PROVIDER_TOOL_NAMES)
    tools, tool_choice, tool_warnings = prepare_conversation_tools(options.tools, options.tool_choice)
    inputs, instructions = convert_to_mistral_conversation_inputs(settings.prompt, tool_names)
    body = {
        "model": model_id,
        "store": False,
        "inputs": inputs,
        "instructions": instructions,
        "tools": tools,
        "completion_args": omit_none({**settings.body, "tool_choice": tool_choice}),
    }
    warnings = [*settings.warnings, *_chat_only_warnings(settings), *tool_warnings]
    return PreparedRequest(body=omit_none(body), warnings=warnings, context=tool_names, options=options)


def _chat_only_warnings(settings: CompletionSettings) -> list[SharedV4WarningUnsupported]:
    details = "Not supported by the Mistral Conversations API."
    return [
        SharedV4WarningUnsupported(feature=name, details=details)
        for field, name in _CHAT_ONLY.items()
        if getattr(settings.options, field) is not None
    ]
