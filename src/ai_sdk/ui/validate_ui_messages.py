"""Checking UI messages that come from a client or a database before they are used.

Ports: ai/src/ui/validate-ui-messages.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, Unpack

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider.errors import TypeValidationContext, TypeValidationError
from ai_sdk.provider_utils.schema import FlexibleSchema, as_schema, validate_value
from ai_sdk.provider_utils.tool import Tools, as_tool_set
from ai_sdk.ui.ui_message_model import create_ui_message, ui_messages_json
from ai_sdk.ui.ui_message_schema import UIMessageShapeError, check_ui_messages
from ai_sdk.ui.ui_messages import UIMessage
from ai_sdk.ui.validate_tool_part import ToolPartCheck
from ai_sdk.ui.warn_if_ui_message_has_deprecated_raw_input import warn_if_ui_message_has_deprecated_raw_input

__all__ = [
    "InvalidUIMessages",
    "SafeValidateUIMessagesResult",
    "UIMessageSchemas",
    "ValidUIMessages",
    "safe_validate_ui_messages",
    "validate_ui_messages",
    "validate_ui_messages_for_agent",
]


class UIMessageSchemas(TypedDict, total=False):
    """What the parts of messages are checked against, beside the shape that every message has.

    | option | meaning |
    |---|---|
    | `metadata_schema` | the metadata of every message; they become what the schema makes of them |
    | `data_schemas` | the data of data parts by name, without `data-`; a part of another name is refused |
    | `tools` | the tools; the inputs and outputs of their calls are checked |
    | `experimental_refine_tool_input` | functions by tool name, as the call that made the messages was given them |
    """

    metadata_schema: FlexibleSchema | None
    data_schemas: Mapping[str, FlexibleSchema] | None
    tools: Tools | None
    experimental_refine_tool_input: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidUIMessages:
    """The messages are valid: `data` are they."""

    success: Literal[True] = True
    data: list[UIMessage]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidUIMessages:
    """A message is not valid: `error` says which and why."""

    success: Literal[False] = False
    error: Exception


SafeValidateUIMessagesResult = ValidUIMessages | InvalidUIMessages


async def validate_ui_messages(*, messages: Any, **schemas: Unpack[UIMessageSchemas]) -> list[UIMessage]:
    """Return the messages as models, without the keys that no message has.

    `messages` is what a client sent or a database kept: JSON data, or models. Metadata, data parts and tool calls are
    checked against the schemas that are given, see `UIMessageSchemas`; the rest of a message always is.

    A call of a tool that is not in `tools` is refused while it is open; when it is settled it becomes a `dynamic-tool`
    part, so that old conversations stay readable.

    Raises `TypeValidationError`, which names the message, the part and the tool, when something does not fit, and
    `InvalidArgumentError` when `messages` is None.

    >>> import asyncio
    >>> sent = [{"id": "1", "role": "user", "parts": [{"type": "text", "text": "Hi", "isAdmin": True}]}]
    >>> asyncio.run(validate_ui_messages(messages=sent))[0].model_dump(by_alias=True, exclude_unset=True)["parts"]
    [{'type': 'text', 'text': 'Hi'}]
    """
    return await _validate(messages, schemas, is_for_agent=False)


async def safe_validate_ui_messages(
    *, messages: Any, **schemas: Unpack[UIMessageSchemas]
) -> SafeValidateUIMessagesResult:
    """Do what `validate_ui_messages` does, but return an error instead of raising it.

    >>> import asyncio
    >>> asyncio.run(safe_validate_ui_messages(messages=[])).success
    False
    """
    try:
        return ValidUIMessages(data=await _validate(messages, schemas, is_for_agent=False))
    except Exception as error:  # noqa: BLE001 - this is what the function is for
        return InvalidUIMessages(error=error)


async def validate_ui_messages_for_agent(*, messages: Any, **schemas: Unpack[UIMessageSchemas]) -> list[UIMessage]:
    """Do what `validate_ui_messages` does; settled calls are kept readable even when there are no tools at all."""
    return await _validate(messages, schemas, is_for_agent=True)


async def _validate(messages: Any, schemas: UIMessageSchemas, *, is_for_agent: bool) -> list[UIMessage]:
    checked = _check_shape(messages)
    warn_if_ui_message_has_deprecated_raw_input(checked)
    metadata_schema = schemas.get("metadata_schema")
    if metadata_schema is not None:
        for index, message in enumerate(checked):
            _check_metadata(message, index, metadata_schema)
    tools = as_tool_set(schemas.get("tools"))
    tool_check = ToolPartCheck(tools or {}, schemas.get("experimental_refine_tool_input") or {})
    data_schemas = schemas.get("data_schemas")
    for message_index, message in enumerate(checked):
        for index, part in enumerate(message["parts"]):
            path = f"messages[{message_index}].parts[{index}]"
            if data_schemas and part["type"].startswith("data-"):
                _check_data(part, path, data_schemas)
            if (tools is not None or is_for_agent) and part["type"].startswith("tool-"):
                message["parts"][index] = await tool_check.check(part, path)
    return [create_ui_message(message) for message in checked]


def _check_shape(messages: Any) -> list[dict[str, Any]]:
    if messages is None:
        raise InvalidArgumentError(parameter="messages", value=messages, message="messages parameter must be provided")
    plain = ui_messages_json(messages)
    try:
        return check_ui_messages(plain)
    except UIMessageShapeError as error:
        raise TypeValidationError(value=plain, cause=error) from error


def _check_metadata(message: dict[str, Any], index: int, schema: FlexibleSchema) -> None:
    context = TypeValidationContext(field=f"messages[{index}].metadata", entity_id=message["id"])
    message["metadata"] = validate_value(message.get("metadata"), as_schema(schema), context=context)


def _check_data(part: dict[str, Any], path: str, data_schemas: Mapping[str, FlexibleSchema]) -> None:
    name = part["type"].removeprefix("data-")
    context = TypeValidationContext(field=f"{path}.data", entity_name=name, entity_id=part.get("id"))
    if name not in data_schemas:
        cause = f"No data schema found for data part {name}"
        raise TypeValidationError(value=part["data"], cause=cause, context=context)
    part["data"] = validate_value(part["data"], as_schema(data_schemas[name]), context=context)
