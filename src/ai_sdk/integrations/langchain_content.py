"""The content of model messages as that of LangChain's messages.

Follows the npm package @ai-sdk/langchain.
"""

from typing import Any

from ai_sdk.prompt.data_content import convert_data_content_to_base64_string, convert_to_language_model_v4_file_part
from ai_sdk.provider.json_value import stringify
from ai_sdk.provider_utils.content_part import ToolResultPart

__all__ = ["convert_assistant_content", "convert_tool_output", "convert_user_content"]


def convert_user_content(content: Any) -> Any:
    """Return text alone as a text, and anything else as content blocks."""
    if isinstance(content, str):
        return content
    blocks = [_block(part) for part in content]
    if all(block["type"] == "text" for block in blocks):
        return "".join(block["text"] for block in blocks)
    return blocks


def convert_assistant_content(content: Any) -> tuple[str, list[dict[str, Any]]]:
    """Return the text and the tool calls; LangChain's messages say nothing else to every model."""
    if isinstance(content, str):
        return content, []
    text = "".join(part.text for part in content if part.type == "text")
    calls = [part for part in content if part.type == "tool-call"]
    return text, [{"id": call.tool_call_id, "name": call.tool_name, "args": call.input} for call in calls]


def convert_tool_output(part: ToolResultPart) -> dict[str, Any]:
    """Return the arguments of a tool message."""
    output: Any = part.output
    is_error = output.type in {"error-text", "error-json", "execution-denied"}
    return {
        "tool_call_id": part.tool_call_id,
        "name": part.tool_name,
        "content": _output_text(output),
        "status": "error" if is_error else "success",
    }


def _output_text(output: Any) -> str:
    match output.type:
        case "text" | "error-text":
            return str(output.value)
        case "json" | "error-json":
            return stringify(output.value)
        case "content":
            return "".join(item.text for item in output.value if item.type == "text")
        case _:
            return str(getattr(output, "reason", None) or "")


def _block(part: Any) -> dict[str, Any]:
    if part.type == "text":
        return {"type": "text", "text": part.text}
    data, own_media_type = convert_to_language_model_v4_file_part(part.image if part.type == "image" else part.data)
    media_type = own_media_type or part.media_type or "image/png"
    if data.type == "reference":
        raise ValueError("LangChain's messages cannot refer to files that were uploaded to a provider")
    if data.type == "text":
        return {"type": "text", "text": data.text}
    kind = "image" if media_type.startswith("image") else "file"
    filename = {} if kind == "image" else {"filename": part.filename or f"file.{media_type.partition('/')[2] or 'bin'}"}
    if data.type == "url":
        return {"type": kind, "url": str(data.url), "mime_type": media_type, **filename}
    base64 = convert_data_content_to_base64_string(data.data)
    return {"type": kind, "base64": base64, "mime_type": media_type, **filename}
