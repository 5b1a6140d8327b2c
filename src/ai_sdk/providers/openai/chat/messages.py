"""The prompt as Chat Completions messages.

Ports: @ai-sdk/openai/src/chat/convert-to-openai-chat-messages.ts, @ai-sdk/openai/src/chat/openai-chat-prompt.ts
"""

from collections.abc import Sequence
from typing import Any, assert_never

from ai_sdk_generated.openai.chat.options import OpenaiChatMessageProviderOptions

from ai_sdk.provider import (
    JSONObject,
    JSONParseError,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolApprovalResponsePart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
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
    SharedV4WarningUnsupported,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4ToolResultOutput
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import NULL, omit_none, parse_json
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles
from ai_sdk.providers.openai.model_catalog import SystemMessageMode

__all__ = ["convert_to_openai_chat_messages"]

_AUDIO_FORMATS = {"audio/wav": "wav", "audio/mp3": "mp3", "audio/mpeg": "mp3"}


def convert_to_openai_chat_messages(
    prompt: LanguageModelV4Prompt, system_message_mode: SystemMessageMode = "system"
) -> tuple[list[JSONObject], list[SharedV4Warning]]:
    """Return the wire's messages, and warnings about what was left out.

    Raises `UnsupportedFunctionalityError` for files that Chat Completions does not take.
    """
    warnings: list[SharedV4Warning] = []
    messages: list[JSONObject] = []
    for message in prompt:
        name = _participant_name(message.provider_options)
        match message:
            case LanguageModelV4SystemMessage():
                messages += _convert_system_message(message, name, system_message_mode, warnings)
            case LanguageModelV4UserMessage():
                messages.append(omit_none({"role": "user", "name": name, "content": _user_content(message)}))
            case LanguageModelV4AssistantMessage():
                messages.append(_convert_assistant_message(message, name))
            case LanguageModelV4ToolMessage():
                if name is not None:
                    warnings.append(SharedV4WarningUnsupported(feature="message name on tool messages"))
                messages += [
                    _convert_tool_result(part)
                    for part in message.content
                    if not isinstance(part, LanguageModelV4ToolApprovalResponsePart)
                ]
            case _:
                assert_never(message)
    return messages, warnings


def _participant_name(provider_options: SharedV4ProviderOptions | None) -> str | None:
    options = parse_provider_options("openai", provider_options, OpenaiChatMessageProviderOptions)
    return None if options is None else options.name


def _option(provider_options: SharedV4ProviderOptions | None, key: str) -> Any:
    """Return an OpenAI option of a part: `NULL` when null was given, `None` when nothing was."""
    given = (provider_options or {}).get("openai") or {}
    return NULL if key in given and given[key] is None else given.get(key)


def _breakpoint(provider_options: SharedV4ProviderOptions | None) -> Any:
    value = _option(provider_options, "promptCacheBreakpoint")
    return None if value is NULL else value


def _with_breakpoint(text: str, breakpoint_value: Any) -> str | list[JSONObject]:
    """Return the text, as a part where it must carry a prompt cache breakpoint."""
    if breakpoint_value is None:
        return text
    return [{"type": "text", "text": text, "prompt_cache_breakpoint": breakpoint_value}]


def _convert_system_message(
    message: LanguageModelV4SystemMessage, name: str | None, mode: SystemMessageMode, warnings: list[SharedV4Warning]
) -> list[JSONObject]:
    if mode == "remove":
        warnings.append(SharedV4WarningOther(message="system messages are removed for this model"))
        return []
    content = _with_breakpoint(message.content, _breakpoint(message.provider_options))
    return [omit_none({"role": mode, "name": name, "content": content})]


def _user_content(message: LanguageModelV4UserMessage) -> str | list[JSONObject]:
    match message.content:
        case [LanguageModelV4TextPart(text=text, provider_options=options)] if _breakpoint(options) is None:
            return text
    return [_convert_user_part(part, index) for index, part in enumerate(message.content)]


def _convert_user_part(part: LanguageModelV4TextPart | LanguageModelV4FilePart, index: int) -> JSONObject:
    content = {"type": "text", "text": part.text} if isinstance(part, LanguageModelV4TextPart) else _file(part, index)
    return omit_none({**content, "prompt_cache_breakpoint": _breakpoint(part.provider_options)})


def _file(part: LanguageModelV4FilePart, index: int) -> JSONObject:
    match part.data:
        case SharedV4FileDataReference(reference=reference):
            return {"type": "file", "file": {"file_id": resolve_provider_reference(reference, "openai")}}
        case SharedV4FileDataText():
            raise UnsupportedFunctionalityError(functionality="text file parts")
        case SharedV4FileDataUrl() | SharedV4FileDataData() as data:
            return _media(part, data, index)
    assert_never(part.data)


def _media(part: LanguageModelV4FilePart, data: SharedV4FileDataUrl | SharedV4FileDataData, index: int) -> JSONObject:
    top_level = get_top_level_media_type(part.media_type)
    if top_level == "image":
        return _image(part, data)
    return _audio(part, data) if top_level == "audio" else _pdf(part, data, index)


def _image(part: LanguageModelV4FilePart, data: SharedV4FileDataUrl | SharedV4FileDataData) -> JSONObject:
    if isinstance(data, SharedV4FileDataUrl):
        url = data.url
    else:
        url = f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data.data)}"
    detail = _option(part.provider_options, "imageDetail")
    return {"type": "image_url", "image_url": omit_none({"url": url, "detail": detail})}


def _audio(part: LanguageModelV4FilePart, data: SharedV4FileDataUrl | SharedV4FileDataData) -> JSONObject:
    if isinstance(data, SharedV4FileDataUrl):
        raise UnsupportedFunctionalityError(functionality="audio file parts with URLs")
    media_type = resolve_full_media_type(part)
    if media_type not in _AUDIO_FORMATS:
        raise UnsupportedFunctionalityError(functionality=f"audio content parts with media type {media_type}")
    audio = {"data": convert_to_base64(data.data), "format": _AUDIO_FORMATS[media_type]}
    return {"type": "input_audio", "input_audio": audio}


def _pdf(part: LanguageModelV4FilePart, data: SharedV4FileDataUrl | SharedV4FileDataData, index: int) -> JSONObject:
    media_type = resolve_full_media_type(part)
    if media_type != "application/pdf":
        raise UnsupportedFunctionalityError(functionality=f"file part media type {media_type}")
    if isinstance(data, SharedV4FileDataUrl):
        raise UnsupportedFunctionalityError(functionality="PDF file parts with URLs")
    file = {
        "filename": f"part-{index}.pdf" if part.filename is None else part.filename,
        "file_data": f"data:application/pdf;base64,{convert_to_base64(data.data)}",
    }
    return {"type": "file", "file": file}


def _convert_assistant_message(message: LanguageModelV4AssistantMessage, name: str | None) -> JSONObject:
    texts = [part for part in message.content if isinstance(part, LanguageModelV4TextPart)]
    calls = [_convert_tool_call(part) for part in message.content if isinstance(part, LanguageModelV4ToolCallPart)]
    content = _assistant_content(texts, has_calls=bool(calls))
    return omit_none({"role": "assistant", "name": name, "content": content, "tool_calls": calls or None})


def _assistant_content(texts: Sequence[LanguageModelV4TextPart], *, has_calls: bool) -> Any:
    if any(_breakpoint(part.provider_options) is not None for part in texts):
        return [
            omit_none(
                {"type": "text", "text": part.text, "prompt_cache_breakpoint": _breakpoint(part.provider_options)}
            )
            for part in texts
        ]
    text = "".join(part.text for part in texts)
    return NULL if has_calls and not text else text


def _convert_tool_call(part: LanguageModelV4ToolCallPart) -> JSONObject:
    function = {"name": part.tool_name, "arguments": _tool_call_arguments(part.input)}
    return {"id": part.tool_call_id, "type": "function", "function": function}


def _tool_call_arguments(tool_input: Any) -> str:
    """Return the JSON text of an object; the API refuses anything else."""
    if isinstance(tool_input, str):
        return tool_input if _is_json_object(tool_input) else "{}"
    return stringify_with_bigint_and_cycles(tool_input if isinstance(tool_input, dict) else {})


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(parse_json(text), dict)
    except JSONParseError:
        return False


def _convert_tool_result(part: LanguageModelV4ToolResultPart) -> JSONObject:
    own = _output_breakpoint(part.output)
    breakpoint_value = _breakpoint(part.provider_options) if own is None else own
    content = _with_breakpoint(_output_text(part.output), breakpoint_value)
    return {"role": "tool", "tool_call_id": part.tool_call_id, "content": content}


def _output_breakpoint(output: LanguageModelV4ToolResultOutput) -> Any:
    if not isinstance(output, LanguageModelV4ToolResultOutputContent):
        return _breakpoint(output.provider_options)
    breakpoints = (_breakpoint(part.provider_options) for part in output.value)
    return next((value for value in breakpoints if value is not None), None)


def _output_text(output: LanguageModelV4ToolResultOutput) -> str:
    match output:
        case LanguageModelV4ToolResultOutputText():
            return output.value
        case LanguageModelV4ToolResultOutputErrorText() | LanguageModelV4ToolResultOutputErrorJson():
            return stringify_with_bigint_and_cycles({"error": output.value})
        case LanguageModelV4ToolResultOutputExecutionDenied():
            return "Tool call execution denied." if output.reason is None else output.reason
        case LanguageModelV4ToolResultOutputJson() | LanguageModelV4ToolResultOutputContent():
            return stringify_with_bigint_and_cycles(output.value)
    assert_never(output)
