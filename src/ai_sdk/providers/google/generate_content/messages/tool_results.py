"""Results of the caller's tools as parts of a user turn.

Ports: @ai-sdk/google/src/convert-to-google-messages.ts
"""

import re
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultPart,
    SharedV4FileDataData,
    SharedV4FileDataUrl,
)
from ai_sdk.provider.language_model.prompt import (
    LanguageModelV4ToolResultContent,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutput,
)
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type, is_full_media_type
from ai_sdk.provider_utils.download import is_url_supported
from ai_sdk.provider_utils.json import omit_none, parse_json
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles
from ai_sdk.providers.google.generate_content.messages.files import file_uri
from ai_sdk.providers.google.generate_content.messages.settings import MessageSettings

__all__ = ["GOOGLE_CLOUD_STORAGE_URLS", "convert_tool_result"]

_ANY_GS_URL = (re.compile(r"^gs://.*$"),)
GOOGLE_CLOUD_STORAGE_URLS = dict.fromkeys(
    ("image/png", "image/jpeg", "image/webp", "application/pdf", "text/plain"), _ANY_GS_URL
)
"""The files at `gs:` URLs that function responses may name."""

_BASE64_DATA_URL = re.compile(r"data:([^;,]+);base64,(.+)", re.DOTALL)
_JSON_SCALARS = (str, int, float, bool, type(None))


def convert_tool_result(part: LanguageModelV4ToolResultPart, settings: MessageSettings) -> list[JSONObject]:
    """Return the parts of a result: a function response, and for older models its files beside it."""
    output = part.output
    if not isinstance(output, LanguageModelV4ToolResultOutputContent):
        return [_function_response(part, settings, _response(output))]
    if settings.supports_function_response_parts:
        return [_multimodal_response(part, output.value, settings)]
    return [wire for item in output.value for wire in _convert_content(item, part, settings)]


def _function_response(
    part: LanguageModelV4ToolResultPart,
    settings: MessageSettings,
    response: JSONObject,
    files: list[JSONObject] | None = None,
) -> JSONObject:
    function_response = {
        "id": settings.call_id(part.tool_call_id),
        "name": part.tool_name,
        "response": {"name": part.tool_name, **response},
        "parts": files or None,
    }
    return {"functionResponse": omit_none(function_response)}


def _response(output: LanguageModelV4ToolResultOutput) -> JSONObject:
    match output:
        case LanguageModelV4ToolResultOutputExecutionDenied():
            return {"error": "Tool call execution denied." if output.reason is None else output.reason}
        case LanguageModelV4ToolResultOutputErrorText() | LanguageModelV4ToolResultOutputErrorJson():
            return {"error": _serialize(output.value)}
    return {"content": _serialize(output.value)}


def _serialize(value: Any) -> Any:
    """Return JSON as it is, unless Google would take a `$ref` inside for a reference to a part."""
    if _contains_reference(value, set()):
        return stringify_with_bigint_and_cycles(value)
    return value if _is_plain(value, ()) else parse_json(stringify_with_bigint_and_cycles(value))


def _contains_reference(value: Any, seen: set[int]) -> bool:
    if not isinstance(value, dict | list) or id(value) in seen:
        return False
    seen.add(id(value))
    if isinstance(value, list):
        return any(_contains_reference(item, seen) for item in value)
    return any(key == "$ref" or _contains_reference(item, seen) for key, item in value.items())


def _is_plain(value: Any, ancestors: tuple[int, ...]) -> bool:
    """Whether a value is JSON: what is not, or contains itself, is written as well as it can be."""
    if not isinstance(value, dict | list):
        return isinstance(value, _JSON_SCALARS)
    if id(value) in ancestors:
        return False
    items = value.values() if isinstance(value, dict) else value
    return all(_is_plain(item, (*ancestors, id(value))) for item in items)


def _multimodal_response(
    part: LanguageModelV4ToolResultPart, content: list[LanguageModelV4ToolResultContent], settings: MessageSettings
) -> JSONObject:
    texts: list[str] = []
    files: list[JSONObject] = []
    for item in content:
        file = _response_file(item, settings) if isinstance(item, LanguageModelV4ToolResultContentFile) else None
        if file is not None:
            files.append(file)
        else:
            texts.append(_as_text(item))
    text = "\n".join(texts) if texts else "Tool executed successfully."
    return _function_response(part, settings, {"content": text}, files)


def _as_text(item: LanguageModelV4ToolResultContent) -> str:
    return (
        item.text if isinstance(item, LanguageModelV4ToolResultContentText) else stringify_with_bigint_and_cycles(item)
    )


def _response_file(item: LanguageModelV4ToolResultContentFile, settings: MessageSettings) -> JSONObject | None:
    """Return a file as a function response takes it, or `None` when it can only be described."""
    if isinstance(item.data, SharedV4FileDataData):
        return _inline(resolve_full_media_type(item), convert_to_base64(item.data.data))
    if not isinstance(item.data, SharedV4FileDataUrl):
        return None
    inline = _BASE64_DATA_URL.match(item.data.url)
    if inline is not None:
        return _inline(inline[1], inline[2])
    uri = file_uri(item.data)
    supported = GOOGLE_CLOUD_STORAGE_URLS if settings.supports_google_cloud_storage_urls else {}
    if not is_full_media_type(item.media_type) or not is_url_supported(item.media_type, uri, supported):
        return None
    return {"fileData": {"mimeType": item.media_type, "fileUri": uri}}


def _inline(media_type: str, data: str) -> JSONObject:
    return {"inlineData": {"mimeType": media_type, "data": data}}


def _convert_content(
    item: LanguageModelV4ToolResultContent, part: LanguageModelV4ToolResultPart, settings: MessageSettings
) -> list[JSONObject]:
    """Return one item of a result for a model whose function responses hold no files."""
    if isinstance(item, LanguageModelV4ToolResultContentText):
        return [_function_response(part, settings, {"content": item.text})]
    if not isinstance(item, LanguageModelV4ToolResultContentFile) or not isinstance(item.data, SharedV4FileDataData):
        return [{"text": _as_text(item)}]
    kind = "image" if get_top_level_media_type(item.media_type) == "image" else "file"
    return [
        _inline(resolve_full_media_type(item), convert_to_base64(item.data.data)),
        {"text": f"Tool executed successfully and returned this {kind} as a response"},
    ]
