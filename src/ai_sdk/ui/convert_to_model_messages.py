"""UI messages as messages for a model.

Ports: ai/src/ui/convert-to-model-messages.ts
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ai_sdk.error.prompt_errors import MessageConversionError
from ai_sdk.provider_utils.content_part import FilePart, TextPart
from ai_sdk.provider_utils.model_message import (
    AssistantModelMessage,
    ModelMessage,
    SystemModelMessage,
    ToolModelMessage,
    UserModelMessage,
)
from ai_sdk.provider_utils.tool import Tools, ToolSet, as_tool_set
from ai_sdk.ui.convert_tool_part import (
    ToolPart,
    convert_tool_call,
    convert_tool_response,
    is_answered_by_tool_message,
)
from ai_sdk.ui.convert_ui_part import convert_assistant_part, convert_user_part
from ai_sdk.ui.ui_message_model import create_ui_message_part, ui_message_json
from ai_sdk.ui.ui_messages import DataUIPart, UIMessageLike, is_data_ui_part, is_tool_ui_part
from ai_sdk.ui.warn_if_ui_message_has_deprecated_raw_input import warn_if_ui_message_has_deprecated_raw_input

__all__ = ["ConvertDataPart", "convert_to_model_messages"]

ConvertDataPart = Callable[[DataUIPart], TextPart | FilePart | None]
"""Makes of a data part what the model is told; `None` leaves the part out."""

_Part = Mapping[str, Any]
_SETTLED = frozenset({"approval-responded", "output-error", "output-denied"})
_MODEL_PARTS = frozenset({"custom", "text", "reasoning", "reasoning-file", "file"})


async def convert_to_model_messages(
    messages: Sequence[UIMessageLike],
    *,
    tools: Tools | None = None,
    convert_data_part: ConvertDataPart | None = None,
    ignore_incomplete_tool_calls: bool = False,
) -> list[ModelMessage]:
    """Return what UI messages say as messages for `generate_text` and `stream_text`.

    `tools` are those of the call: their `to_model_output` decides how an output is told to the model.
    `convert_data_part` tells the model of data parts, which it is not told of otherwise. With
    `ignore_incomplete_tool_calls`, calls without a result are left out; a model refuses such a conversation.

    Messages are not checked: check what comes from a client with `validate_ui_messages` before.

    Raises `MessageConversionError` when a message has a role that does not exist, or a file whose URL is none.

    >>> import asyncio
    >>> message = {"id": "1", "role": "user", "parts": [{"type": "text", "text": "Hi"}]}
    >>> asyncio.run(convert_to_model_messages([message]))[0].content[0].text
    'Hi'
    """
    plain = [_checked(ui_message_json(message)) for message in messages]
    warn_if_ui_message_has_deprecated_raw_input(plain)
    conversion = _Conversion(as_tool_set(tools) or {}, convert_data_part)
    for message in _without_superseded_calls(plain, ignore_incomplete=ignore_incomplete_tool_calls):
        await conversion.add(message)
    return conversion.messages


def _checked(message: Any) -> _Part:
    if not isinstance(message, Mapping) or not isinstance(message.get("parts"), list):
        raise MessageConversionError("A UI message needs a list of parts.", original_message=message)
    checked: _Part = message
    return checked


def _without_superseded_calls(messages: list[_Part], *, ignore_incomplete: bool) -> list[_Part]:
    """Leave out requests for approval that the user answered with another message, and calls without a result."""
    last_user = max((index for index, message in enumerate(messages) if message.get("role") == "user"), default=-1)
    if not ignore_incomplete and last_user <= 0:
        return messages

    def is_kept(part: _Part, index: int) -> bool:
        if not is_tool_ui_part(part):
            return True
        if part.get("state") == "approval-requested" and index < last_user:
            return False
        return not ignore_incomplete or _is_complete(part)

    return [
        {**message, "parts": [part for part in message["parts"] if is_kept(part, index)]}
        for index, message in enumerate(messages)
    ]


def _is_complete(part: _Part) -> bool:
    state = part.get("state")
    return state in _SETTLED or (state == "output-available" and part.get("preliminary") is not True)


class _Conversion:
    """Builds the messages for the model; one UI message of the assistant becomes several."""

    def __init__(self, tools: ToolSet, convert_data_part: ConvertDataPart | None) -> None:
        self.messages: list[ModelMessage] = []
        self._tools = tools
        self._convert_data_part = convert_data_part

    async def add(self, message: _Part) -> None:
        match message.get("role"):
            case "system":
                self.messages.append(_convert_system_message(message["parts"]))
            case "user":
                self.messages.append(self._convert_user_message(message))
            case "assistant":
                await self._add_assistant_message(message)
            case role:
                raise MessageConversionError(f"Unsupported role: {role}", original_message=message)

    def _convert_user_message(self, message: _Part) -> UserModelMessage:
        content: list[Any] = []
        for part in message["parts"]:
            if part["type"] in ("text", "file"):
                content.append(convert_user_part(part, message))
            elif is_data_ui_part(part):
                content.append(self._convert_data(part))
        return UserModelMessage(content=[part for part in content if part is not None])

    async def _add_assistant_message(self, message: _Part) -> None:
        """Add a message for each step, and one of the user for each message that steered the answer."""
        block: list[_Part] = []
        for part in message["parts"]:
            if part["type"] == "step-start":
                await self._add_block(block, message)
                block = []
            elif part["type"] == "steering-message":
                await self._add_block(block, message)
                block = []
                steering: list[Any] = [convert_user_part(each, message) for each in part["parts"]]
                self.messages.append(UserModelMessage(content=steering))
            elif part["type"] in _MODEL_PARTS or is_tool_ui_part(part) or is_data_ui_part(part):
                block.append(part)
        await self._add_block(block, message)

    async def _add_block(self, block: list[_Part], message: _Part) -> None:
        content: list[Any] = []
        for part in block:
            if is_tool_ui_part(part):
                content += await convert_tool_call(ToolPart(part, self._tools))
            elif is_data_ui_part(part):
                content.append(self._convert_data(part))
            else:
                content.append(convert_assistant_part(part, message))
        content = [part for part in content if part is not None]
        if content:
            self.messages.append(AssistantModelMessage(content=content))
        await self._add_tool_message(block)

    async def _add_tool_message(self, block: list[_Part]) -> None:
        content: list[Any] = []
        for part in block:
            if is_tool_ui_part(part) and is_answered_by_tool_message(part):
                content += await convert_tool_response(ToolPart(part, self._tools))
        if content:
            self.messages.append(ToolModelMessage(content=content))

    def _convert_data(self, part: Any) -> TextPart | FilePart | None:
        return None if self._convert_data_part is None else self._convert_data_part(create_ui_message_part(part))


def _convert_system_message(parts: list[_Part]) -> SystemModelMessage:
    texts = [part for part in parts if part["type"] == "text"]
    metadata: dict[str, Any] = {}
    for part in texts:
        metadata |= part.get("providerMetadata") or {}
    return SystemModelMessage(content="".join(part["text"] for part in texts), provider_options=metadata or None)
