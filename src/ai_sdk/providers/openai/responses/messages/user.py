"""User messages.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from ai_sdk.provider import JSONObject, LanguageModelV4FilePart, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion
from ai_sdk.providers.openai.responses.messages.files import convert_user_file

__all__ = ["convert_user_message"]


def convert_user_message(conversion: InputConversion, message: LanguageModelV4UserMessage) -> None:
    """Write a user message with its texts and files."""
    content = [_convert_part(conversion, part, index) for index, part in enumerate(message.content)]
    conversion.push_message("user", content=content)


def _convert_part(
    conversion: InputConversion, part: LanguageModelV4TextPart | LanguageModelV4FilePart, index: int
) -> JSONObject:
    if isinstance(part, LanguageModelV4FilePart):
        return convert_user_file(conversion, part, index)
    return {"type": "input_text", "text": part.text, **conversion.cache_breakpoint(part.provider_options)}
