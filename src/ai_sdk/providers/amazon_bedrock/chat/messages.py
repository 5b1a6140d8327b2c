"""A prompt as Converse's system blocks and messages, whose roles must alternate.

Ports: @ai-sdk/amazon-bedrock/src/convert-to-amazon-bedrock-chat-messages.ts
Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-reasoning-metadata.ts
"""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any, cast

from ai_sdk_generated.amazon_bedrock.chat.options import (
    AmazonBedrockImagePartProviderOptions,
    AmazonBedrockTextPartProviderOptions,
)
from ai_sdk_generated.amazon_bedrock.chat.wire import AmazonBedrockReasoningMetadata

from ai_sdk.provider import (
    JSONObject,
    JSONValue,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4ProviderOptions,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.language_model.prompt import (
    LanguageModelV4AssistantPart,
    LanguageModelV4ToolResultContent,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
)
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.streaming_tool_call_argument_state import JAVASCRIPT_WHITESPACE
from ai_sdk.providers.amazon_bedrock.chat.files import DocumentNames, convert_file, convert_tool_result_file
from ai_sdk.providers.amazon_bedrock.chat.tool_call_id import normalize_tool_call_id
from ai_sdk.providers.amazon_bedrock.options import read_bedrock_options

__all__ = ["convert_to_amazon_bedrock_chat_messages"]

_NOT_IN_A_TOOL_NAME = re.compile("[^a-zA-Z0-9_-]")
_FALSY: tuple[Any, ...] = (None, False, 0, "")


def convert_to_amazon_bedrock_chat_messages(
    prompt: LanguageModelV4Prompt, *, is_mistral: bool = False
) -> tuple[list[JSONObject], list[JSONObject]]:
    """Return the system blocks and the messages.

    Raises `UnsupportedFunctionalityError` for a system message after others and for files that Bedrock does not take,
    and `InvalidArgumentError` for options of a part that do not fit.
    """
    conversion = _Conversion(is_mistral=is_mistral)
    blocks = [(role, list(messages)) for role, messages in groupby(prompt, key=_block_role)]
    for index, (role, block) in enumerate(blocks):
        if role == "system":
            conversion.add_system(cast("list[LanguageModelV4SystemMessage]", block))
        elif role == "user":
            conversion.add_user(cast("list[LanguageModelV4UserMessage | LanguageModelV4ToolMessage]", block))
        else:
            messages = cast("list[LanguageModelV4AssistantMessage]", block)
            conversion.add_assistant(messages, is_last_block=index == len(blocks) - 1)
    return conversion.system, conversion.messages


def _block_role(message: LanguageModelV4Message) -> str:
    """Say which messages become one: tools answer in the user's name."""
    return "user" if message.role == "tool" else message.role


class _Conversion:
    """What has been converted so far."""

    def __init__(self, *, is_mistral: bool) -> None:
        self.system: list[JSONObject] = []
        self.messages: list[JSONObject] = []
        self._is_mistral = is_mistral
        self._names = DocumentNames()

    def add_system(self, block: list[LanguageModelV4SystemMessage]) -> None:
        if self.messages:
            raise UnsupportedFunctionalityError(
                functionality="Multiple system messages that are separated by user/assistant messages"
            )
        for message in block:
            self.system += [{"text": message.content}, *_cache_points(message.provider_options)]

    def add_user(self, block: list[LanguageModelV4UserMessage | LanguageModelV4ToolMessage]) -> None:
        content: list[JSONObject] = []
        for message in block:
            for part in message.content:
                if isinstance(part, LanguageModelV4TextPart | LanguageModelV4FilePart):
                    content += [self._user_part(part), *_cache_points(part.provider_options)]
                elif isinstance(part, LanguageModelV4ToolResultPart):
                    content += [self._tool_result(part), *_cache_points(part.provider_options)]
            content += _cache_points(message.provider_options)
        self._append_to_user_message(content)

    def _user_part(self, part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> JSONObject:
        if isinstance(part, LanguageModelV4TextPart):
            return _user_text(part)
        block = convert_file(part, self._names)
        if "image" in block and isinstance(part.data, SharedV4FileDataData):
            options = read_bedrock_options(part.provider_options, AmazonBedrockImagePartProviderOptions)
            if options is not None and options.guard_content:
                return {"guardContent": block}
        return block

    def _tool_result(self, part: LanguageModelV4ToolResultPart) -> JSONObject:
        content = _tool_result_content(part.output, self._names)
        return {"toolResult": {"toolUseId": self._tool_call_id(part.tool_call_id), "content": content}}

    def _tool_call_id(self, tool_call_id: str) -> str:
        return normalize_tool_call_id(tool_call_id, is_mistral=self._is_mistral)

    def _append_to_user_message(self, content: list[JSONObject]) -> None:
        """Add user content; what follows tool results goes into their message, or two would stand side by side."""
        last = self.messages[-1] if self.messages else None
        if last is not None and last["role"] == "user" and any("toolResult" in block for block in last["content"]):
            last["content"] += content
        else:
            self.messages.append({"role": "user", "content": content})

    def add_assistant(self, block: list[LanguageModelV4AssistantMessage], *, is_last_block: bool) -> None:
        turn = _AssistantTurn(self)
        for message in block:
            is_last_message = is_last_block and message is block[-1]
            has_reasoning = any(isinstance(part, LanguageModelV4ReasoningPart) for part in message.content)
            for index, part in enumerate(message.content):
                is_last = is_last_message and index == len(message.content) - 1
                turn.add(part, self._assistant_part(part, has_reasoning=has_reasoning, is_last=is_last))
            turn.add_cache_points(message.content[-1] if message.content else None, message.provider_options)
        turn.end()

    def _assistant_part(
        self, part: LanguageModelV4AssistantPart, *, has_reasoning: bool, is_last: bool
    ) -> list[JSONObject]:
        match part:
            case LanguageModelV4TextPart(text=text):
                trimmed = text.strip(JAVASCRIPT_WHITESPACE)
                # Bedrock refuses empty text, and blanks at the end of a text that it is to continue.
                return [{"text": trimmed if is_last else text}] if trimmed or has_reasoning else []
            case LanguageModelV4ReasoningPart():
                return _reasoning(part)
            case LanguageModelV4ToolCallPart():
                return [{"toolUse": self._tool_use(part)}]
            case LanguageModelV4ToolResultPart():
                return [self._tool_result(part)]
        return []

    def _tool_use(self, part: LanguageModelV4ToolCallPart) -> JSONObject:
        return {
            "toolUseId": self._tool_call_id(part.tool_call_id),
            "name": _NOT_IN_A_TOOL_NAME.sub("", part.tool_name) or "_",
            # Bedrock wants an object, and the model may have written something else.
            "input": part.input if isinstance(part.input, dict) else {"rawInvalidInput": part.input},
        }

    def end_assistant_message(self, content: list[JSONObject]) -> None:
        if any("cachePoint" not in block for block in content):
            self.messages.append({"role": "assistant", "content": content})

    def end_tool_results(self, content: list[JSONObject]) -> None:
        if content:
            self._append_to_user_message(content)


class _AssistantTurn:
    """Assistant messages in a row: results of tools that ran on their behalf break them up."""

    def __init__(self, conversion: _Conversion) -> None:
        self._conversion = conversion
        self._assistant: list[JSONObject] = []
        self._results: list[JSONObject] = []

    def add(self, part: LanguageModelV4AssistantPart, content: list[JSONObject]) -> None:
        if isinstance(part, LanguageModelV4ToolResultPart):
            self._end_assistant_message()
            self._results += content
        else:
            self._end_results()
            self._assistant += content
        self.add_cache_points(part, part.provider_options)

    def add_cache_points(
        self, part: LanguageModelV4AssistantPart | None, provider_options: SharedV4ProviderOptions | None
    ) -> None:
        target = self._results if isinstance(part, LanguageModelV4ToolResultPart) else self._assistant
        target += _cache_points(provider_options)

    def end(self) -> None:
        self._end_results()
        self._end_assistant_message()

    def _end_results(self) -> None:
        self._conversion.end_tool_results(self._results)
        self._results = []

    def _end_assistant_message(self) -> None:
        self._conversion.end_assistant_message(self._assistant)
        self._assistant = []


def _cache_points(provider_options: SharedV4ProviderOptions | None) -> Iterable[JSONObject]:
    for namespace in ("amazonBedrock", "bedrock"):
        given = (provider_options or {}).get(namespace) or {}
        point: JSONValue = given.get("cache_point") if given.get("cachePoint") is None else given["cachePoint"]
        if point is not None:
            return [] if point in _FALSY else [{"cachePoint": point}]
    return []


def _user_text(part: LanguageModelV4TextPart) -> JSONObject:
    options = read_bedrock_options(part.provider_options, AmazonBedrockTextPartProviderOptions)
    if options is None or not options.guard_content:
        return {"text": part.text}
    guarded = {"text": part.text, "qualifiers": options.guard_content_qualifiers}
    return {"guardContent": {"text": omit_none(guarded)}}


def _reasoning(part: LanguageModelV4ReasoningPart) -> list[JSONObject]:
    """Return signed or hidden reasoning; without a signature the model might show it as if it were its answer."""
    metadata = read_bedrock_options(part.provider_options, AmazonBedrockReasoningMetadata)
    if metadata is None:
        return []
    if metadata.signature is not None:
        return [{"reasoningContent": {"reasoningText": {"text": part.text, "signature": metadata.signature}}}]
    if metadata.redacted_content is not None:
        return [{"reasoningContent": {"redactedContent": metadata.redacted_content}}]
    if metadata.redacted_data is not None:
        return [{"reasoningContent": {"redactedReasoning": {"data": metadata.redacted_data}}}]
    return []


def _tool_result_content(output: LanguageModelV4ToolResultOutput, names: DocumentNames) -> list[JSONObject]:
    match output:
        case LanguageModelV4ToolResultOutputContent(value=parts):
            return [_tool_result_part(part, names) for part in parts]
        case LanguageModelV4ToolResultOutputText() | LanguageModelV4ToolResultOutputErrorText():
            return [{"text": output.value}]
        case LanguageModelV4ToolResultOutputExecutionDenied(reason=reason):
            return [{"text": "Tool call execution denied." if reason is None else reason}]
    return [{"text": stringify(output.value)}]


def _tool_result_part(part: LanguageModelV4ToolResultContent, names: DocumentNames) -> JSONObject:
    match part:
        case LanguageModelV4ToolResultContentText(text=text):
            return {"text": text}
        case LanguageModelV4ToolResultContentFile():
            return convert_tool_result_file(part, names)
    raise UnsupportedFunctionalityError(functionality=f"unsupported tool content part type: {part.type}")
