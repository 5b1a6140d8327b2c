"""Extensions of Open Responses: tools, items, events of an implementor, and the functions that read and write them.

Law: a wire type belongs to one extension, and begins with the implementor's name and a colon.

Ports: @ai-sdk/open-responses/src/open-responses-extension.ts
"""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeVar, Union

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    LanguageModelV4CustomContent,
    LanguageModelV4File,
    LanguageModelV4ProviderTool,
    LanguageModelV4ReasoningFile,
    LanguageModelV4SourceDocument,
    LanguageModelV4SourceUrl,
    LanguageModelV4StreamPart,
    LanguageModelV4ToolApprovalRequest,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolResult,
    LanguageModelV4ToolResultPart,
)

__all__ = [
    "ExtensionRegistry",
    "OpenResponsesExtension",
    "OpenResponsesExtensionContentPart",
    "OpenResponsesExtensionInputPart",
    "OpenResponsesExtensionStreamPart",
    "create_open_responses_extension_registry",
    "is_extension_event",
    "is_extension_item",
    "is_json_object",
]

T = TypeVar("T")
MaybeAwaitable = Union[T, Awaitable[T]]  # noqa: UP007 - a bare type variable has no |

OpenResponsesExtensionInputPart = LanguageModelV4ToolCallPart | LanguageModelV4ToolResultPart
"""A part of an earlier turn that an extension may write as items of its own."""

OpenResponsesExtensionContentPart = (
    LanguageModelV4ToolApprovalRequest
    | LanguageModelV4ToolCall
    | LanguageModelV4ToolResult
    | LanguageModelV4CustomContent
    | LanguageModelV4File
    | LanguageModelV4ReasoningFile
    | LanguageModelV4SourceUrl
    | LanguageModelV4SourceDocument
)
"""Content that an item may be read as."""

OpenResponsesExtensionStreamPart = LanguageModelV4StreamPart
"""What an event may be read as: any stream part but those that open, end or break off the stream."""


class EncodeTool(Protocol):
    """Writes a tool, or its choice, without its type; `None` when it cannot."""

    def __call__(self, *, name: str, args: JSONObject) -> MaybeAwaitable[JSONObject | None]:
        """Return the members of the tool on the wire."""


class DecodeItem(Protocol):
    """Reads a finished item; `None` when there is nothing to tell."""

    def __call__(
        self, *, item: JSONObject, mode: Literal["generate", "stream"]
    ) -> MaybeAwaitable[Sequence[OpenResponsesExtensionContentPart] | None]:
        """Return the content that the item stands for."""


class EncodeInputItem(Protocol):
    """Writes a part of an earlier turn whose original item is not known; `None` when it cannot."""

    def __call__(
        self, *, part: OpenResponsesExtensionInputPart, tool: LanguageModelV4ProviderTool
    ) -> MaybeAwaitable[JSONObject | Sequence[JSONObject] | None]:
        """Return the item or items, each of one of the extension's types."""


class DecodeEvent(Protocol):
    """Reads an event of a stream; `None` when there is nothing to tell."""

    def __call__(
        self, *, event: JSONObject, state: dict[str, Any]
    ) -> MaybeAwaitable[Sequence[OpenResponsesExtensionStreamPart] | None]:
        """Return the parts; `state` lives as long as the stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenResponsesExtension:
    """What an implementor adds to Open Responses; each function may be plain or async.

    `id` is `<implementor>.<extension>`, and the id of the provider tool when the extension writes one. Wire types are
    `<implementor>:<name>`. `tool_type` goes with `encode_tool`, `item_types` with `decode_item`, `event_types` with
    `decode_event`. A decoded item is kept, and is sent back as it was in later turns.

    >>> OpenResponsesExtension(
    ...     id="acme.search", tool_type="acme:search", encode_tool=lambda *, name, args: {"depth": args["depth"]}
    ... ).tool_type
    'acme:search'
    """

    id: str
    tool_type: str | None = None
    item_types: Sequence[str] | None = None
    event_types: Sequence[str] | None = None
    encode_tool: EncodeTool | None = None
    encode_tool_choice: EncodeTool | None = None
    decode_item: DecodeItem | None = None
    encode_input_item: EncodeInputItem | None = None
    decode_event: DecodeEvent | None = None


@dataclass(frozen=True, slots=True)
class ExtensionRegistry:
    """The extensions of a provider, by what they are asked for."""

    by_id: dict[str, OpenResponsesExtension] = field(default_factory=dict)
    by_provider_tool_id: dict[str, OpenResponsesExtension] = field(default_factory=dict)
    by_tool_type: dict[str, OpenResponsesExtension] = field(default_factory=dict)
    by_item_type: dict[str, OpenResponsesExtension] = field(default_factory=dict)
    by_event_type: dict[str, OpenResponsesExtension] = field(default_factory=dict)


def create_open_responses_extension_registry(
    extensions: Sequence[OpenResponsesExtension] | None = None,
) -> ExtensionRegistry:
    """Return the extensions in a registry; raises `InvalidArgumentError` for one that is not whole or not unique."""
    registry = ExtensionRegistry()
    for extension in extensions or ():
        if extension.id.find(".") <= 0:
            raise _invalid(f"Open Responses extension ID {extension.id} must use <implementor>.<extension> format.")
        _register(registry.by_id, extension.id, extension, "id")
        _register_tool(registry, extension)
        _register_items(registry, extension)
        _register_events(registry, extension)
        if not (extension.encode_tool or extension.decode_item or extension.decode_event):
            raise _invalid(f"Open Responses extension {extension.id} must register a tool, item, or event capability.")
    return registry


def _register_tool(registry: ExtensionRegistry, extension: OpenResponsesExtension) -> None:
    _require_pair(extension, "toolType", extension.tool_type, "encodeTool", extension.encode_tool)
    if extension.tool_type is None:
        _require_none(extension, "encodeToolChoice", extension.encode_tool_choice, "toolType and encodeTool")
        return
    _require_namespace(extension, extension.tool_type, "toolType")
    _register(registry.by_provider_tool_id, extension.id, extension, "provider-tool id")
    _register(registry.by_tool_type, extension.tool_type, extension, "toolType")


def _register_items(registry: ExtensionRegistry, extension: OpenResponsesExtension) -> None:
    _require_pair(extension, "itemTypes", extension.item_types, "decodeItem", extension.decode_item)
    if extension.item_types is None:
        _require_none(extension, "encodeInputItem", extension.encode_input_item, "itemTypes and decodeItem")
        return
    _register_types(registry.by_item_type, extension, extension.item_types, "item type", "itemTypes")


def _register_events(registry: ExtensionRegistry, extension: OpenResponsesExtension) -> None:
    _require_pair(extension, "eventTypes", extension.event_types, "decodeEvent", extension.decode_event)
    if extension.event_types is not None:
        _register_types(registry.by_event_type, extension, extension.event_types, "event type", "eventTypes")


def _register_types(
    registered: dict[str, OpenResponsesExtension],
    extension: OpenResponsesExtension,
    types: Sequence[str],
    noun: str,
    setting: str,
) -> None:
    if not types:
        raise _invalid(f"Open Responses extension {extension.id} must register at least one {noun}.")
    for wire_type in types:
        _require_namespace(extension, wire_type, setting)
        _register(registered, wire_type, extension, noun)


def _register(
    registered: dict[str, OpenResponsesExtension], key: str, extension: OpenResponsesExtension, noun: str
) -> None:
    existing = registered.get(key)
    if existing is not None:
        raise _invalid(
            f"Open Responses extension {extension.id} cannot register {noun} {key} because it is already registered "
            f"by {existing.id}."
        )
    registered[key] = extension


def _require_pair(extension: OpenResponsesExtension, setting: str, value: Any, function: str, given: Any) -> None:
    if (value is None) != (given is None):
        raise _invalid(f"Open Responses extension {extension.id} must provide {setting} and {function} together.")


def _require_none(extension: OpenResponsesExtension, function: str, given: Any, needed: str) -> None:
    if given is not None:
        raise _invalid(f"Open Responses extension {extension.id} cannot provide {function} without {needed}.")


def _require_namespace(extension: OpenResponsesExtension, wire_type: str, setting: str) -> None:
    namespace = extension.id.partition(".")[0]
    if not wire_type.startswith(f"{namespace}:"):
        raise _invalid(
            f"Open Responses extension {extension.id} has invalid {setting} value {wire_type}. Extension wire types "
            f"must use the {namespace}: namespace."
        )


def _invalid(message: str) -> InvalidArgumentError:
    return InvalidArgumentError(message, argument="experimental_extensions")


def is_json_object(value: Any) -> bool:
    """Say whether a value is an object of JSON, through and through."""
    return isinstance(value, dict) and all(isinstance(key, str) and _is_json(item) for key, item in value.items())


def _is_json(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(map(_is_json, value))
    return value is None or isinstance(value, str | int | float) or is_json_object(value)


def _is_extension_record(value: Any) -> bool:
    return is_json_object(value) and isinstance(value.get("type"), str) and ":" in value["type"]


def is_extension_item(value: Any) -> bool:
    """Say whether a value is an item whose type an extension defines."""
    return _is_extension_record(value) and isinstance(value.get("id"), str) and isinstance(value.get("status"), str)


def is_extension_event(value: Any) -> bool:
    """Say whether a value is an event whose type an extension defines."""
    if not _is_extension_record(value):
        return False
    number = value.get("sequence_number")
    return isinstance(number, int | float) and not isinstance(number, bool)
