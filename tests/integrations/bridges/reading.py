"""What a frontend makes of a bridge's chunks."""

from collections.abc import AsyncIterable
from typing import Any

from ai_sdk.ui.validate_ui_messages import validate_ui_messages
from ai_sdk.ui_message_stream.read_ui_message_stream import read_ui_message_stream
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk, ui_message_chunk_schema


async def read(stream: AsyncIterable[UIMessageChunk], message: Any = None) -> tuple[list[UIMessageChunk], list[Any]]:
    """Return the chunks of a stream, each checked, and the parts of the message that a frontend makes of them."""
    chunks: list[UIMessageChunk] = []

    async def noted() -> AsyncIterable[UIMessageChunk]:
        async for chunk in stream:
            assert ui_message_chunk_schema().validate(chunk) == chunk
            chunks.append(chunk)
            yield chunk

    errors: list[str] = []
    messages: list[dict[str, Any]] = [{"parts": []}]
    reading = read_ui_message_stream(stream=noted(), message=message, on_error=lambda error: errors.append(str(error)))
    messages += [message async for message in reading]
    assert set(errors) <= {chunk["errorText"] for chunk in chunks if chunk["type"] == "error"}
    if messages[-1]["parts"]:
        await validate_ui_messages(messages=[{**messages[-1], "id": "1"}])
    return chunks, [_essence(part) for part in messages[-1]["parts"]]


def _essence(part: dict[str, Any]) -> Any:
    """Return what a part says, without the ids that the library under the bridge makes anew each time."""
    match part["type"]:
        case "text" | "reasoning":
            return part["type"], part["text"], part["state"]
        case "dynamic-tool":
            given = {name: part[name] for name in ("input", "output", "errorText") if name in part}
            return part["toolName"], part["toolCallId"], part["state"], given
        case "step-start":
            return "step"
        case _:
            return {name: value for name, value in part.items() if name != "providerMetadata"}
