"""A prompt as input of Open Responses.

Law: an item that an extension read is sent back once, as it was; the parts made of it say nothing more.

Ports: @ai-sdk/open-responses/src/responses/convert-to-open-responses-input.ts
"""

from collections.abc import Mapping

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4Prompt,
    LanguageModelV4ProviderTool,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    stringify,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4AssistantPart
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.open_responses.extension import ExtensionRegistry
from ai_sdk.providers.open_responses.responses.encodings import Encodings
from ai_sdk.providers.open_responses.responses.history import (
    get_extension_replay,
    get_provider_data,
    parse_output_text_annotations,
    parse_reasoning_content,
    parse_reasoning_summary,
    text_member,
)
from ai_sdk.providers.open_responses.responses.tool_output import convert_tool_output, convert_user_part

__all__ = ["InputConversion"]


class InputConversion:
    """A prompt while it is converted: the items so far, the instructions, and what is left out."""

    def __init__(
        self,
        name: str,
        extensions: ExtensionRegistry,
        provider_tools: Mapping[str, LanguageModelV4ProviderTool],
        encodings: Encodings,
    ) -> None:
        self.items: list[JSONObject] = []
        self.warnings: list[SharedV4Warning] = []
        self._system: list[str] = []
        self._name = name
        self._extensions = extensions
        self._provider_tools = provider_tools
        self._encodings = encodings
        self._replayed: set[tuple[str, str]] = set()
        self._message: JSONObject | None = None

    @property
    def instructions(self) -> str | None:
        """The system messages as one text."""
        return "\n".join(self._system) if self._system else None

    def convert(self, prompt: LanguageModelV4Prompt) -> None:
        """Convert a prompt; raises `UnsupportedFunctionalityError` for files that cannot be sent."""
        for message in prompt:
            match message:
                case LanguageModelV4SystemMessage():
                    self._system.append(message.content)
                case LanguageModelV4UserMessage():
                    content = [convert_user_part(part) for part in message.content]
                    self.items.append({"type": "message", "role": "user", "content": content})
                case LanguageModelV4AssistantMessage():
                    self._message = None
                    for part in message.content:
                        self._assistant_part(part)
                case LanguageModelV4ToolMessage():
                    for result in message.content:
                        if isinstance(result, LanguageModelV4ToolResultPart):
                            self._tool_result(result)

    def _assistant_part(self, part: LanguageModelV4AssistantPart) -> None:
        if self._replay(part) or self._write_with_extension(part):
            self._message = None  # a later text is a message of its own
            return
        match part:
            case LanguageModelV4TextPart():
                self._add_text(part)
            case LanguageModelV4ReasoningPart():
                self._add_reasoning(part)
            case LanguageModelV4ToolCallPart():
                self._add_call(part)

    def _replay(self, part: LanguageModelV4AssistantPart) -> bool:
        """Send an item back that an extension read before; say whether it stands for the part."""
        replay = get_extension_replay(part, self._name, self._extensions)
        if replay is None:
            return False
        (item,) = replay
        if item is not None and (item["type"], item["id"]) not in self._replayed:
            self._replayed.add((item["type"], item["id"]))
            self.items.append(item)
        return True

    def _write_with_extension(self, part: LanguageModelV4AssistantPart) -> bool:
        """Write a call or result of a tool that an extension defines; say whether it is one."""
        if not isinstance(part, LanguageModelV4ToolCallPart | LanguageModelV4ToolResultPart):
            return False
        tool = self._provider_tools.get(part.tool_name)
        if tool is None or tool.id not in self._extensions.by_provider_tool_id:
            return False
        written = self._encodings.items.get(id(part))
        if written is None:
            feature = f"provider-defined tool {tool.id} {part.type} history"
            self.warnings.append(SharedV4WarningUnsupported(feature=feature))
        else:
            self.items.extend(written)
        return True

    def _add_text(self, part: LanguageModelV4TextPart) -> None:
        data = get_provider_data(part, self._name)
        item_id = text_member(data, "itemId")
        annotations = parse_output_text_annotations((data or {}).get("annotations"))
        if self._message is None or self._message.get("id") != item_id:
            message: JSONObject = {"type": "message", "role": "assistant", "content": [], "id": item_id}
            self._message = omit_none(message)
            self.items.append(self._message)
        content = {"type": "output_text", "text": part.text, "annotations": annotations}
        self._message["content"].append(omit_none(content))

    def _add_reasoning(self, part: LanguageModelV4ReasoningPart) -> None:
        self._message = None
        item = _reasoning_item(part, get_provider_data(part, self._name))
        previous = self.items[-1] if self.items else {}
        if "id" not in item or previous.get("type") != "reasoning" or previous.get("id") != item["id"]:
            self.items.append(item)
        elif "content" in item:
            previous["content"] = [*previous.get("content", ()), *item["content"]]

    def _add_call(self, part: LanguageModelV4ToolCallPart) -> None:
        self._message = None
        item = {
            "type": "function_call",
            "id": text_member(get_provider_data(part, self._name), "itemId"),
            "call_id": part.tool_call_id,
            "name": part.tool_name,
            "arguments": part.input if isinstance(part.input, str) else stringify(part.input),
        }
        self.items.append(omit_none(item))

    def _tool_result(self, part: LanguageModelV4ToolResultPart) -> None:
        if self._replay(part) or self._write_with_extension(part):
            return
        output = convert_tool_output(part.output, self.warnings)
        self.items.append({"type": "function_call_output", "call_id": part.tool_call_id, "output": output})


def _reasoning_item(part: LanguageModelV4ReasoningPart, data: JSONObject | None) -> JSONObject:
    told = data or {}
    content = parse_reasoning_content(told.get("reasoningContent"))
    if content is None and part.text and "reasoningContent" not in told:
        content = [{"type": "reasoning_text", "text": part.text}]
    item = {
        "type": "reasoning",
        "summary": parse_reasoning_summary(told.get("reasoningSummary")) or [],
        "id": text_member(data, "itemId"),
        "content": content,
        "encrypted_content": text_member(data, "reasoningEncryptedContent"),
    }
    return omit_none(item)
