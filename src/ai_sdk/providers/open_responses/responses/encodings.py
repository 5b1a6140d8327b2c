"""What extensions made of a call's tools and of its earlier turns, before the body is built.

Ports: @ai-sdk/open-responses/src/responses/open-responses-language-model.ts
Ports: @ai-sdk/open-responses/src/responses/convert-to-open-responses-input.ts
"""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4CallOptions,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceTool,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
)
from ai_sdk.providers.open_responses.extension import (
    ExtensionRegistry,
    OpenResponsesExtension,
    OpenResponsesExtensionInputPart,
    is_extension_item,
    is_json_object,
)
from ai_sdk.providers.open_responses.responses.history import get_extension_replay

__all__ = ["Encodings", "encode_with_extensions", "provider_tools_by_name", "settle"]


@dataclass(frozen=True, slots=True)
class Encodings:
    """What extensions wrote; a tool or part that is missing could not be written.

    `tools` is by the tool's place in the call, `items` by the `id()` of the part, which the prompt keeps alive.
    """

    tools: Mapping[int, JSONObject] = field(default_factory=dict)
    items: Mapping[int, list[JSONObject]] = field(default_factory=dict)
    tool_choice: JSONObject | None = None


async def settle(value: Any) -> Any:
    """Return what a function of an extension gave, waiting for it when it is async."""
    return await value if inspect.isawaitable(value) else value


def provider_tools_by_name(options: LanguageModelV4CallOptions) -> dict[str, LanguageModelV4ProviderTool]:
    """Return the call's provider tools by the names the caller gave them."""
    return {tool.name: tool for tool in options.tools or () if isinstance(tool, LanguageModelV4ProviderTool)}


async def encode_with_extensions(
    options: LanguageModelV4CallOptions, name: str, extensions: ExtensionRegistry
) -> Encodings:
    """Let extensions write what is theirs; a function that fails has written nothing."""
    provider_tools = provider_tools_by_name(options)
    items = {}
    for part in _unknown_parts(options, name, extensions):
        tool = provider_tools.get(part.tool_name)
        extension = None if tool is None else extensions.by_provider_tool_id.get(tool.id)
        written = None if tool is None or extension is None else await _encode_part(extension, part, tool)
        if written is not None:
            items[id(part)] = written
    tools = await _encode_tools(options, extensions)
    written_tools = {tool.name: tool for index, tool in enumerate(options.tools or ()) if index in tools}
    tool_choice = await _encode_tool_choice(options.tool_choice, written_tools, extensions)
    return Encodings(items=items, tools=tools, tool_choice=tool_choice)


def _unknown_parts(
    options: LanguageModelV4CallOptions, name: str, extensions: ExtensionRegistry
) -> Iterator[OpenResponsesExtensionInputPart]:
    """Return the calls and results of earlier turns whose items nobody kept."""
    for message in options.prompt:
        if not isinstance(message, LanguageModelV4AssistantMessage | LanguageModelV4ToolMessage):
            continue
        for part in message.content:
            if not isinstance(part, LanguageModelV4ToolCallPart | LanguageModelV4ToolResultPart):
                continue
            if get_extension_replay(part, name, extensions) is None:
                yield part


async def _encode_part(
    extension: OpenResponsesExtension, part: OpenResponsesExtensionInputPart, tool: LanguageModelV4ProviderTool
) -> list[JSONObject] | None:
    if extension.encode_input_item is None:
        return None
    try:
        value = await settle(extension.encode_input_item(part=part, tool=tool))
    except Exception:  # noqa: BLE001 - reported as a part that cannot be written
        return None
    items = list(value) if isinstance(value, list | tuple) else [value]
    types = extension.item_types or ()
    return items if items and all(is_extension_item(item) and item["type"] in types for item in items) else None


async def _encode_tools(options: LanguageModelV4CallOptions, extensions: ExtensionRegistry) -> dict[int, JSONObject]:
    tools = {}
    for index, tool in enumerate(options.tools or ()):
        if not isinstance(tool, LanguageModelV4ProviderTool) or tool.id not in extensions.by_provider_tool_id:
            continue
        extension = extensions.by_provider_tool_id[tool.id]
        fields = await _encode_fields(extension.encode_tool, tool)
        if fields is not None:
            tools[index] = {**fields, "type": extension.tool_type}
    return tools


async def _encode_tool_choice(
    choice: LanguageModelV4ToolChoice | None, tools: Mapping[str, LanguageModelV4Tool], extensions: ExtensionRegistry
) -> JSONObject | None:
    tool = tools.get(choice.tool_name) if isinstance(choice, LanguageModelV4ToolChoiceTool) else None
    if not isinstance(tool, LanguageModelV4ProviderTool):
        return None
    extension = extensions.by_provider_tool_id[tool.id]
    fields = {} if extension.encode_tool_choice is None else await _encode_fields(extension.encode_tool_choice, tool)
    return None if fields is None else {**fields, "type": extension.tool_type}


async def _encode_fields(encode: Any, tool: LanguageModelV4ProviderTool) -> JSONObject | None:
    try:
        fields = await settle(encode(name=tool.name, args=tool.args))
    except Exception:  # noqa: BLE001 - reported as a tool that cannot be written
        return None
    return fields if is_json_object(fields) else None
