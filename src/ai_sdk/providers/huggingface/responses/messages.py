"""A prompt as input of the Hugging Face Responses API.

Ports: @ai-sdk/huggingface/src/responses/convert-to-huggingface-responses-messages.ts
"""

from typing import assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4UserMessage,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.language_model import LanguageModelV4AssistantMessage
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type

__all__ = ["convert_to_huggingface_responses_messages"]


def convert_to_huggingface_responses_messages(
    prompt: LanguageModelV4Prompt,
) -> tuple[list[JSONObject], list[SharedV4Warning]]:
    """Return the messages, and a warning for each tool message, which the router does not take.

    Raises `UnsupportedFunctionalityError` for files other than images.
    """
    warnings: list[SharedV4Warning] = [
        SharedV4WarningUnsupported(feature="tool messages")
        for message in prompt
        if isinstance(message, LanguageModelV4ToolMessage)
    ]
    return [converted for message in prompt for converted in _convert_message(message)], warnings


def _convert_message(message: LanguageModelV4Message) -> list[JSONObject]:
    match message:
        case LanguageModelV4SystemMessage():
            return [{"role": "system", "content": message.content}]
        case LanguageModelV4UserMessage():
            return [{"role": "user", "content": [_user_part(part) for part in message.content]}]
        case LanguageModelV4AssistantMessage():
            # The router keeps tool calls itself; reasoning goes back as text.
            return [
                {"role": "assistant", "content": [{"type": "output_text", "text": part.text}]}
                for part in message.content
                if isinstance(part, LanguageModelV4TextPart | LanguageModelV4ReasoningPart)
            ]
        case LanguageModelV4ToolMessage():
            return []
        case _:
            assert_never(message)


def _user_part(part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> JSONObject:
    if isinstance(part, LanguageModelV4TextPart):
        return {"type": "input_text", "text": part.text}
    return {"type": "input_image", "image_url": _image_url(part)}


def _image_url(part: LanguageModelV4FilePart) -> str:
    data = part.data
    if isinstance(data, SharedV4FileDataReference):
        raise UnsupportedFunctionalityError(functionality="file parts with provider references")
    if isinstance(data, SharedV4FileDataText):
        raise UnsupportedFunctionalityError(functionality="text file parts")
    if get_top_level_media_type(part.media_type) != "image":
        raise UnsupportedFunctionalityError(functionality=f"file part media type {part.media_type}")
    if isinstance(data, SharedV4FileDataUrl):
        return data.url
    # Upstream does not encode bytes here: JavaScript writes them into the URL as numbers, and so does this.
    content = data.data if isinstance(data.data, str) else ",".join(map(str, data.data))
    return f"data:{resolve_full_media_type(part)};base64,{content}"
