"""Lets extensions read the items and events that are theirs; the only place that waits for them.

Ports: @ai-sdk/open-responses/src/responses/open-responses-language-model.ts
"""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4CustomContent,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.response_handler import Event
from ai_sdk.providers.open_responses.extension import (
    ExtensionRegistry,
    OpenResponsesExtension,
    OpenResponsesExtensionContentPart,
    is_extension_event,
    is_extension_item,
)
from ai_sdk.providers.open_responses.responses.encodings import settle

__all__ = ["DecodedEvent", "decode_events", "decode_output"]


@dataclass(frozen=True, slots=True)
class DecodedEvent:
    """An event that an extension read: the parts it made, or the error it raised."""

    parts: Sequence[LanguageModelV4StreamPart] = ()
    error: Exception | None = None


async def decode_output(
    output: Sequence[Any], name: str, extensions: ExtensionRegistry
) -> dict[int, list[LanguageModelV4Content]]:
    """Return what extensions read of an output, by the item's place; raises what an extension raises."""
    decoded: dict[int, list[LanguageModelV4Content]] = {}
    for index, item in enumerate(output):
        extension = _extension_of(item, extensions)
        if extension is not None:
            decoded[index] = [*await _decode_item(extension, item, "generate", name)]
    return decoded


async def decode_events(
    events: AsyncGenerator[Event, None], name: str, extensions: ExtensionRegistry
) -> AsyncGenerator[Event, None]:
    """Return the events of a stream, with a `DecodedEvent` in the place of each that belongs to an extension."""
    state: dict[str, Any] = {}
    try:
        async for value, data in events:
            yield (value if isinstance(value, AISDKError) else await _decode(value, name, extensions, state)), data
    finally:
        await events.aclose()


async def _decode(value: Any, name: str, extensions: ExtensionRegistry, state: dict[str, Any]) -> Any:
    if is_extension_event(value):
        extension = extensions.by_event_type.get(value["type"])
        if extension is None or extension.decode_event is None:
            return value
        try:
            return DecodedEvent(await settle(extension.decode_event(event=value, state=state)) or ())
        except Exception as error:  # noqa: BLE001 - becomes an error part
            return DecodedEvent(error=error)
    item = value.get("item") if isinstance(value, dict) else None
    extension = _extension_of(item, extensions)
    if extension is None or value.get("type") != "response.output_item.done":
        return value
    try:
        return DecodedEvent(await _decode_item(extension, item, "stream", name))
    except Exception as error:  # noqa: BLE001 - becomes an error part
        return DecodedEvent(error=error)


def _extension_of(item: Any, extensions: ExtensionRegistry) -> OpenResponsesExtension | None:
    return extensions.by_item_type.get(item["type"]) if is_extension_item(item) else None


async def _decode_item(
    extension: OpenResponsesExtension, item: Any, mode: Literal["generate", "stream"], name: str
) -> Sequence[OpenResponsesExtensionContentPart]:
    if extension.decode_item is None:
        return ()
    decoded = await settle(extension.decode_item(item=item, mode=mode))
    if decoded is None:
        return ()
    carrier = LanguageModelV4CustomContent(
        kind="open-responses.extension-replay",
        provider_metadata={name: {"openResponsesExtension": {"id": extension.id, "item": item}}},
    )
    reference = {"id": extension.id, "itemId": item["id"]}
    return [carrier, *(_with_reference(part, name, reference) for part in decoded)]


def _with_reference(
    part: OpenResponsesExtensionContentPart, name: str, reference: JSONObject
) -> OpenResponsesExtensionContentPart:
    metadata = part.provider_metadata or {}
    own = {**metadata.get(name, {}), "openResponsesExtension": reference}
    return replace(part, provider_metadata={**metadata, name: own})
