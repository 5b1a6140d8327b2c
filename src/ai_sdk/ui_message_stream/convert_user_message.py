"""The message of a user, added while the model worked, as parts of a UI message.

Ports: ai/src/ui-message-stream/to-ui-message-chunk.ts
"""

from typing import Any

from ai_sdk.prompt.data_content import convert_data_content_to_base64_string, convert_to_language_model_v4_file_part
from ai_sdk.provider_utils.model_message import UserModelMessage

__all__ = ["convert_user_message_to_ui_parts"]


def convert_user_message_to_ui_parts(message: UserModelMessage) -> list[dict[str, Any]]:
    """Return text and file parts as JSON data.

    >>> convert_user_message_to_ui_parts(UserModelMessage(content="Faster!"))
    [{'type': 'text', 'text': 'Faster!'}]
    """
    if isinstance(message.content, str):
        return [{"type": "text", "text": message.content}]
    return [_convert_part(part) for part in message.content]


def _convert_part(part: Any) -> dict[str, Any]:
    metadata = {} if part.provider_options is None else {"providerMetadata": part.provider_options}
    if part.type == "text":
        return {"type": "text", "text": part.text, **metadata}
    data, own_media_type = convert_to_language_model_v4_file_part(part.image if part.type == "image" else part.data)
    media_type = own_media_type or part.media_type or "image"
    filename = part.filename if part.type == "file" else None
    named = {} if filename is None else {"filename": filename}
    return {"type": "file", "mediaType": media_type, **named, **metadata, **_location(data, media_type)}


def _location(data: Any, media_type: str) -> dict[str, Any]:
    if data.type == "url":
        return {"url": str(data.url)}
    if data.type == "reference":
        return {"url": "", "providerReference": data.reference}  # models take the reference and pass the URL over
    content = data.text.encode() if data.type == "text" else data.data
    return {"url": f"data:{media_type};base64,{convert_data_content_to_base64_string(content)}"}
