"""A V4 prompt as the `input` of a Responses request.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk.provider import JSONObject, LanguageModelV4Prompt, SharedV4Warning
from ai_sdk.providers.openai.responses.messages.assistant import convert_assistant_message
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion, InputSettings
from ai_sdk.providers.openai.responses.messages.parallel_tool_results import (
    collect_complete_parallel_tool_result_groups,
)
from ai_sdk.providers.openai.responses.messages.system import convert_system_message
from ai_sdk.providers.openai.responses.messages.tool_results import convert_tool_message
from ai_sdk.providers.openai.responses.messages.user import convert_user_message

__all__ = ["convert_to_openai_responses_input"]

_ROLES: dict[str, Callable[[InputConversion, Any], None]] = {
    "system": convert_system_message,
    "user": convert_user_message,
    "assistant": convert_assistant_message,
    "tool": convert_tool_message,
}


def convert_to_openai_responses_input(
    prompt: LanguageModelV4Prompt, settings: InputSettings
) -> tuple[list[JSONObject], list[SharedV4Warning]]:
    """Return the input items, and warnings for what could not be sent.

    Raises `UnsupportedFunctionalityError`, `TypeValidationError` or `InvalidArgumentError` for what must not be lost.
    """
    conversion = InputConversion(settings)
    if settings.continues_on_server:
        conversion.parallel_groups = collect_complete_parallel_tool_result_groups(
            prompt, settings.provider_options_name
        )
    for message in prompt:
        _ROLES[message.role](conversion, message)
    if not settings.store:
        _remove_unencrypted_reasoning(conversion)
    return conversion.items, conversion.warnings


def _remove_unencrypted_reasoning(conversion: InputConversion) -> None:
    """Without storage, reasoning can only be continued from its encrypted content."""
    kept = [item for item in conversion.items if not _is_unencrypted_reasoning(item)]
    if len(kept) < len(conversion.items):
        reason = "Reasoning parts without encrypted content are not supported when store is false"
        conversion.warn(f"{reason}. Skipping reasoning parts.")
        conversion.items = kept


def _is_unencrypted_reasoning(item: JSONObject) -> bool:
    return item.get("type") == "reasoning" and item.get("encrypted_content") is None
