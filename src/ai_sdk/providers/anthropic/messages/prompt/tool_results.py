"""Tool messages: what the caller's tools answered.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataUrl,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4ToolResultContent
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles
from ai_sdk.providers.anthropic.messages.prompt.context import (
    PromptContext,
    anthropic_options,
    get_anthropic_toolset_name,
)

__all__ = ["convert_tool_message"]

_PDF = "application/pdf"


def convert_tool_message(message: LanguageModelV4ToolMessage, context: PromptContext) -> list[JSONObject]:
    """Return a content block for each result; approval responses have none."""
    blocks: list[JSONObject] = []
    for position, part in enumerate(message.content):
        if not isinstance(part, LanguageModelV4ToolResultPart):
            continue
        is_last = position == len(message.content) - 1
        message_options = message.provider_options if is_last else None
        blocks.append(_convert_result(part, _cache_control(part, message_options, context), context))
    return blocks


def _cache_control(
    part: LanguageModelV4ToolResultPart, message_options: SharedV4ProviderOptions | None, context: PromptContext
) -> JSONObject | None:
    for options, name in (
        (part.provider_options, "tool result part"),
        (_output_options(part.output), "tool result output"),
        (message_options, "tool result message"),
    ):
        cache_control = context.validator.get_cache_control(options, name)
        if cache_control is not None:
            return cache_control
    return None


def _output_options(output: LanguageModelV4ToolResultOutput) -> SharedV4ProviderOptions | None:
    if not isinstance(output, LanguageModelV4ToolResultOutputContent):
        return output.provider_options
    return next((part.provider_options for part in output.value if part.provider_options is not None), None)


def _convert_result(
    part: LanguageModelV4ToolResultPart, cache_control: JSONObject | None, context: PromptContext
) -> JSONObject:
    block = {
        "type": "tool_result",
        "tool_use_id": part.tool_call_id,
        "toolset_name": get_anthropic_toolset_name(context, part.tool_name, part.provider_options),
        "content": _convert_output(part.output, context),
        "is_error": True if part.output.type in {"error-text", "error-json"} else None,
        "cache_control": cache_control,
    }
    return omit_none(block)


def _convert_output(output: LanguageModelV4ToolResultOutput, context: PromptContext) -> str | list[JSONObject]:
    match output:
        case LanguageModelV4ToolResultOutputContent():
            blocks = [_convert_content(part, context) for part in output.value]
            return [block for block in blocks if block is not None]
        case LanguageModelV4ToolResultOutputText() | LanguageModelV4ToolResultOutputErrorText():
            return output.value
        case LanguageModelV4ToolResultOutputExecutionDenied():
            return "Tool call execution denied." if output.reason is None else output.reason
    return stringify_with_bigint_and_cycles(output.value)


def _convert_content(part: LanguageModelV4ToolResultContent, context: PromptContext) -> JSONObject | None:
    if isinstance(part, LanguageModelV4ToolResultContentText):
        return {"type": "text", "text": part.text}
    if isinstance(part, LanguageModelV4ToolResultContentFile):
        return _convert_file(part, context)
    options = anthropic_options(part.provider_options)
    if options.get("type") == "tool-reference":
        return {"type": "tool_reference", "tool_name": options["toolName"]}
    context.warn("unsupported custom tool content part")
    return None


def _convert_file(part: LanguageModelV4ToolResultContentFile, context: PromptContext) -> JSONObject | None:
    kind = "image" if get_top_level_media_type(part.media_type) == "image" else "document"
    match part.data:
        case SharedV4FileDataReference(reference=reference):
            file_id = resolve_provider_reference(reference, "anthropic")
            context.betas.add("files-api-2025-04-14")
            return {"type": kind, "source": {"type": "file", "file_id": file_id}}
        case SharedV4FileDataUrl(url=url):
            return {"type": kind, "source": {"type": "url", "url": url}}
        case SharedV4FileDataData(data=data):
            return _convert_bytes(part, data, context)
    context.warn(f"unsupported tool content part type: {part.type} with data type: {part.data.type}")
    return None


def _convert_bytes(
    part: LanguageModelV4ToolResultContentFile, data: bytes | str, context: PromptContext
) -> JSONObject | None:
    is_image = get_top_level_media_type(part.media_type) == "image"
    media_type = resolve_full_media_type(part)
    if not is_image and media_type != _PDF:
        context.warn(f"unsupported tool content part type: {part.type} with media type: {part.media_type}")
        return None
    if not is_image:
        context.betas.add("pdfs-2024-09-25")
    source = {"type": "base64", "media_type": media_type, "data": convert_to_base64(data)}
    return {"type": "image" if is_image else "document", "source": source}
