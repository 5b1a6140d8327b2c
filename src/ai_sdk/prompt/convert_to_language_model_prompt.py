"""From the messages of a conversation to the prompt of a model.

Ports: ai/src/prompt/convert-to-language-model-prompt.ts
"""

from collections.abc import Iterable
from typing import Any, assert_never

from ai_sdk.error.prompt_errors import MissingToolResultsError
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.prompt.convert_file_part import DownloadedAssets, convert_file_part, convert_image_part_to_file_part
from ai_sdk.prompt.data_content import convert_to_language_model_v4_file_part
from ai_sdk.prompt.download_assets import download_assets
from ai_sdk.prompt.map_tool_result_output import map_tool_result_output
from ai_sdk.prompt.standardize_prompt import Instructions, StandardizedPrompt
from ai_sdk.provider import (
    AbortSignal,
    LanguageModelV4AssistantMessage,
    LanguageModelV4CustomPart,
    LanguageModelV4FilePart,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningFilePart,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolApprovalResponsePart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4Warning,
    SharedV4WarningDeprecated,
    SupportedUrls,
)
from ai_sdk.provider_utils.content_part import ImagePart, ToolResultPart
from ai_sdk.provider_utils.model_message import (
    AssistantModelMessage,
    ModelMessage,
    SystemModelMessage,
    ToolModelMessage,
    UserModelMessage,
)
from ai_sdk.util.download.download_function import DownloadFunction
from ai_sdk.util.merge_objects import merge_objects

__all__ = ["convert_to_language_model_message", "convert_to_language_model_prompt"]


async def convert_to_language_model_prompt(
    *,
    prompt: StandardizedPrompt,
    supported_urls: SupportedUrls,
    download: DownloadFunction | None = None,
    abort_signal: AbortSignal | None = None,
    provider: str | None = None,
) -> LanguageModelV4Prompt:
    """Return the prompt of a model: files downloaded where it cannot fetch them, tool messages in a row as one.

    Raises `MissingToolResultsError` when a tool call of the caller's own has no result.
    """
    downloaded = await download_assets(prompt.messages, download, supported_urls, abort_signal)
    messages = [convert_to_language_model_message(message, downloaded, provider) for message in prompt.messages]
    combined = _combine_tool_messages([*_convert_instructions(prompt.instructions), *messages])
    _check_tool_results(combined)
    return [message for message in combined if message.role != "tool" or message.content]


def convert_to_language_model_message(
    message: ModelMessage, downloaded_assets: DownloadedAssets, provider: str | None = None
) -> LanguageModelV4Message:
    """Return one message as a model takes it; content that no model takes is left out."""
    warnings: list[SharedV4Warning] = []
    converter = _Converter(downloaded_assets, provider, warnings)
    converted = converter.convert(message)
    if warnings:
        log_warnings(warnings=warnings)
    return converted


class _Converter:
    """Converts one message; `warnings` gets what is deprecated in it."""

    def __init__(self, downloaded: DownloadedAssets, provider: str | None, warnings: list[SharedV4Warning]) -> None:
        self.downloaded = downloaded
        self.provider = provider
        self.warnings = warnings

    def convert(self, message: ModelMessage) -> LanguageModelV4Message:
        match message:
            case SystemModelMessage():
                return LanguageModelV4SystemMessage(content=message.content, provider_options=message.provider_options)
            case UserModelMessage():
                return self._user(message)
            case AssistantModelMessage():
                return self._assistant(message)
            case ToolModelMessage():
                parts = (self._tool_part(part) for part in message.content)
                return LanguageModelV4ToolMessage(
                    content=[part for part in parts if part is not None], provider_options=message.provider_options
                )
        assert_never(message)

    def _user(self, message: UserModelMessage) -> LanguageModelV4Message:
        if isinstance(message.content, str):
            content: list[Any] = [LanguageModelV4TextPart(text=message.content)]
        else:
            parts = (self._user_part(part) for part in message.content)
            content = [part for part in parts if part.type != "text" or part.text]
        return LanguageModelV4UserMessage(content=content, provider_options=message.provider_options)

    def _user_part(self, part: Any) -> LanguageModelV4TextPart | LanguageModelV4FilePart:
        if part.type == "text":
            return LanguageModelV4TextPart(text=part.text, provider_options=part.provider_options)
        if isinstance(part, ImagePart):
            self.warnings.append(_IMAGE_WARNING)
        return convert_file_part(convert_image_part_to_file_part(part), self.downloaded)

    def _assistant(self, message: AssistantModelMessage) -> LanguageModelV4Message:
        if isinstance(message.content, str):
            content: list[Any] = [LanguageModelV4TextPart(text=message.content)]
        else:
            parts = (self._assistant_part(part) for part in message.content)
            content = [part for part in parts if part is not None]
        return LanguageModelV4AssistantMessage(content=content, provider_options=message.provider_options)

    def _assistant_part(self, part: Any) -> Any:
        options = getattr(part, "provider_options", None)
        match part.type:
            case "text":
                if not part.text and options is None:
                    return None
                return LanguageModelV4TextPart(text=part.text, provider_options=options)
            case "tool-call":
                return LanguageModelV4ToolCallPart(
                    tool_call_id=part.tool_call_id,
                    tool_name=part.tool_name,
                    input=part.input,
                    provider_executed=part.provider_executed,
                    provider_options=options,
                )
            case "tool-result":
                return self._tool_result(part)
            case "reasoning":
                return LanguageModelV4ReasoningPart(text=part.text, provider_options=options)
            case "custom":
                return LanguageModelV4CustomPart(kind=part.kind, provider_options=options)
            case "file" | "reasoning-file":
                return _convert_model_file(part)
        return None  # an approval request, which is between the caller and the user

    def _tool_part(self, part: Any) -> Any:
        if part.type == "tool-result":
            return self._tool_result(part)
        if not part.provider_executed:
            return None
        return LanguageModelV4ToolApprovalResponsePart(
            approval_id=part.approval_id, approved=part.approved, reason=part.reason
        )

    def _tool_result(self, part: ToolResultPart) -> LanguageModelV4ToolResultPart:
        return LanguageModelV4ToolResultPart(
            tool_call_id=part.tool_call_id,
            tool_name=part.tool_name,
            output=map_tool_result_output(
                part.output, provider=self.provider, warnings=self.warnings, downloaded_assets=self.downloaded
            ),
            provider_options=part.provider_options,
        )


_IMAGE_WARNING = SharedV4WarningDeprecated(
    setting='"image" content part',
    message=(
        'The "image" content part type is deprecated. '
        "Use a \"file\" part with mediaType: 'image' (or a more specific image/* subtype) instead."
    ),
)


def _convert_model_file(part: Any) -> LanguageModelV4FilePart | LanguageModelV4ReasoningFilePart:
    data, media_type = convert_to_language_model_v4_file_part(part.data)
    media_type = media_type or part.media_type
    if part.type == "file":
        return LanguageModelV4FilePart(
            data=data, filename=part.filename, media_type=media_type, provider_options=part.provider_options
        )
    if isinstance(data, SharedV4FileDataReference | SharedV4FileDataText):
        raise ValueError(  # noqa: TRY004 - the text is the contract
            f"Unsupported reasoning-file data type: {data.type}"
        )
    return LanguageModelV4ReasoningFilePart(data=data, media_type=media_type, provider_options=part.provider_options)


def _convert_instructions(instructions: Instructions | None) -> list[LanguageModelV4Message]:
    if instructions is None:
        return []
    if isinstance(instructions, str):
        return [LanguageModelV4SystemMessage(content=instructions)]
    several = instructions if isinstance(instructions, list) else [instructions]
    return [
        LanguageModelV4SystemMessage(content=each.content, provider_options=each.provider_options) for each in several
    ]


def _combine_tool_messages(messages: Iterable[LanguageModelV4Message]) -> list[LanguageModelV4Message]:
    """Put tool messages in a row into one; options of a message that is not the last move to its last part."""
    combined: list[LanguageModelV4Message] = []
    for message in messages:
        last = combined[-1] if combined else None
        if not isinstance(message, LanguageModelV4ToolMessage) or not isinstance(last, LanguageModelV4ToolMessage):
            combined.append(message)
            continue
        if not last.content:
            last.provider_options = merge_objects(last.provider_options, message.provider_options)
        else:
            final = last.content[-1]
            if last.provider_options is not None:
                final.provider_options = merge_objects(last.provider_options, final.provider_options)
            last.provider_options = message.provider_options
        last.content.extend(message.content)
    return combined


def _check_tool_results(messages: Iterable[LanguageModelV4Message]) -> None:
    open_calls: dict[str, None] = {}
    for message in messages:
        match message:
            case LanguageModelV4AssistantMessage():
                for part in message.content:
                    if isinstance(part, LanguageModelV4ToolCallPart) and not part.provider_executed:
                        open_calls[part.tool_call_id] = None
            case LanguageModelV4ToolMessage():
                for answer in message.content:
                    if isinstance(answer, LanguageModelV4ToolResultPart):
                        open_calls.pop(answer.tool_call_id, None)
            case _:
                _refuse_open(open_calls)
    _refuse_open(open_calls)


def _refuse_open(open_calls: dict[str, None]) -> None:
    if open_calls:
        raise MissingToolResultsError(tool_call_ids=list(open_calls))
