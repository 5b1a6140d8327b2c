"""A prompt as input of xAI's Responses API.

Ports: @ai-sdk/xai/src/responses/convert-to-xai-responses-input.ts, @ai-sdk/xai/src/xai-file-part-options.ts
"""

from typing import Any, assert_never

from ai_sdk_generated.xai.responses.options import XaiFilePartProviderOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SharedV4WarningOther,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4AssistantPart, LanguageModelV4ToolResultContent
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference

__all__ = ["convert_to_xai_responses_input"]

_NO_REASONING = "Reasoning parts without itemId or encrypted content cannot be sent back to xAI. Skipping."
_NEEDS_URL = "xAI Responses requires a URL or a Files API reference for non-image files"


def convert_to_xai_responses_input(prompt: LanguageModelV4Prompt) -> tuple[list[JSONObject], list[SharedV4Warning]]:
    """Return the input items, and a warning for each part left out.

    Raises `UnsupportedFunctionalityError` for files that xAI does not take, `NoSuchProviderReferenceError` for files
    that were uploaded elsewhere, and `InvalidArgumentError` for a part's options that do not fit.
    """
    warnings: list[SharedV4Warning] = []
    return [item for message in prompt for item in _convert_message(message, warnings)], warnings


def _convert_message(message: LanguageModelV4Message, warnings: list[SharedV4Warning]) -> list[JSONObject]:
    match message:
        case LanguageModelV4SystemMessage():
            return [{"role": "system", "content": message.content}]
        case LanguageModelV4UserMessage():
            return [{"role": "user", "content": [_user_part(part) for part in message.content]}]
        case LanguageModelV4AssistantMessage():
            return _assistant_items(message, warnings)
        case LanguageModelV4ToolMessage():
            return _tool_items(message)
        case _:
            assert_never(message)


def _user_part(part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> JSONObject:
    if isinstance(part, LanguageModelV4TextPart):
        return {"type": "input_text", "text": part.text}
    match part.data:
        case SharedV4FileDataReference():
            return {"type": "input_file", "file_id": resolve_provider_reference(part.data.reference, "xai")}
        case SharedV4FileDataText():
            raise UnsupportedFunctionalityError(functionality="text file parts")
        case SharedV4FileDataUrl() | SharedV4FileDataData() if _is_image(part):
            return _user_image(part, part.data)
        case SharedV4FileDataUrl():
            return {"type": "input_file", "file_url": part.data.url}
    functionality = f"file part media type {part.media_type} as inline data ({_NEEDS_URL})"
    raise UnsupportedFunctionalityError(functionality=functionality)


def _user_image(part: LanguageModelV4FilePart, data: SharedV4FileDataUrl | SharedV4FileDataData) -> JSONObject:
    image_url = _image_url(part, data)
    options = parse_provider_options("xai", part.provider_options, XaiFilePartProviderOptions)
    detail = None if options is None else options.image_detail
    return omit_none({"type": "input_image", "image_url": image_url, "detail": detail})


def _is_image(part: LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile) -> bool:
    return get_top_level_media_type(part.media_type) == "image"


def _image_url(
    part: LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile,
    data: SharedV4FileDataUrl | SharedV4FileDataData,
) -> str:
    if isinstance(data, SharedV4FileDataUrl):
        return data.url
    return f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data.data)}"


def _assistant_items(message: LanguageModelV4AssistantMessage, warnings: list[SharedV4Warning]) -> list[JSONObject]:
    items = (_assistant_item(part, warnings) for part in message.content)
    return [item for item in items if item is not None]


def _assistant_item(part: LanguageModelV4AssistantPart, warnings: list[SharedV4Warning]) -> JSONObject | None:
    match part:
        case LanguageModelV4TextPart():
            item_id = _text_option(part.provider_options, "itemId")
            return omit_none({"role": "assistant", "content": part.text, "id": item_id})
        case LanguageModelV4ToolCallPart():
            return None if part.provider_executed else _function_call(part)
        case LanguageModelV4ToolResultPart():
            return None
        case LanguageModelV4ReasoningPart():
            return _reasoning(part, warnings)
    text = f"xAI Responses API does not support {part.type} in assistant messages"
    warnings.append(SharedV4WarningOther(message=text))
    return None


def _function_call(part: LanguageModelV4ToolCallPart) -> JSONObject:
    item_id = _text_option(part.provider_options, "itemId")
    return {
        "type": "function_call",
        "id": part.tool_call_id if item_id is None else item_id,
        "call_id": part.tool_call_id,
        "name": part.tool_name,
        "arguments": stringify(part.input),
        "status": "completed",
    }


def _reasoning(part: LanguageModelV4ReasoningPart, warnings: list[SharedV4Warning]) -> JSONObject | None:
    item_id = _text_option(part.provider_options, "itemId")
    encrypted_content = _text_option(part.provider_options, "reasoningEncryptedContent")
    if item_id is None and encrypted_content is None:
        warnings.append(SharedV4WarningOther(message=_NO_REASONING))
        return None
    item = {
        "type": "reasoning",
        "id": item_id or "",
        "summary": [{"type": "summary_text", "text": part.text}] if part.text else [],
        "status": "completed",
        "encrypted_content": encrypted_content,
    }
    return omit_none(item)


def _text_option(provider_options: SharedV4ProviderOptions | None, name: str) -> str | None:
    own: Any = (provider_options or {}).get("xai")
    value = own.get(name) if isinstance(own, dict) else None
    return value if isinstance(value, str) else None


def _tool_items(message: LanguageModelV4ToolMessage) -> list[JSONObject]:
    return [
        {"type": "function_call_output", "call_id": part.tool_call_id, "output": _tool_output(part.output)}
        for part in message.content
        if isinstance(part, LanguageModelV4ToolResultPart)
    ]


def _tool_output(output: LanguageModelV4ToolResultOutput) -> str | list[JSONObject]:
    match output:
        case LanguageModelV4ToolResultOutputText() | LanguageModelV4ToolResultOutputErrorText():
            return output.value
        case LanguageModelV4ToolResultOutputExecutionDenied():
            return "tool execution denied" if output.reason is None else output.reason
        case LanguageModelV4ToolResultOutputJson() | LanguageModelV4ToolResultOutputErrorJson():
            return stringify(output.value)
        case LanguageModelV4ToolResultOutputContent():
            parts = (_output_part(part) for part in output.value)
            return [part for part in parts if part is not None]
        case _:
            assert_never(output)


def _output_part(part: LanguageModelV4ToolResultContent) -> JSONObject | None:
    """Return a text or an image; xAI takes nothing else from a tool, and what it does not take is passed over."""
    if isinstance(part, LanguageModelV4ToolResultContentText):
        return {"type": "input_text", "text": part.text}
    if not isinstance(part, LanguageModelV4ToolResultContentFile) or not _is_image(part):
        return None
    match part.data:
        case SharedV4FileDataUrl() | SharedV4FileDataData():
            return {"type": "input_image", "image_url": _image_url(part, part.data)}
    return None
