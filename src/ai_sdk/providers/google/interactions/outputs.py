"""The steps of a finished interaction as content.

Law: every step has one reader, found by its type; a step without one says nothing.

Ports: @ai-sdk/google/src/interactions/parse-google-interactions-outputs.ts
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic_core import Url

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4CustomContent,
    LanguageModelV4File,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
    SharedV4FileDataData,
    SharedV4FileDataUrl,
    SharedV4ProviderMetadata,
    stringify,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.google.interactions.builtin_tools import (
    BUILTIN_TOOL_CALLS,
    BUILTIN_TOOL_RESULTS,
    builtin_tool_name,
    text_or_none,
)
from ai_sdk.providers.google.interactions.sources import annotations_to_sources, builtin_tool_result_to_sources

__all__ = ["OutputReader", "google_metadata", "read_media", "read_summary"]

_MEDIA_TYPES = {"image": "image/png", "video": "video/mp4"}

_Content = Iterator[LanguageModelV4Content]


def google_metadata(interaction_id: str | None, **values: Any) -> SharedV4ProviderMetadata | None:
    """Return the metadata that the next turn needs of a part, or `None` when there is none."""
    google = omit_none({**values, "interactionId": interaction_id})
    return {"google": google} if google else None


def read_media(block: JSONObject, metadata: SharedV4ProviderMetadata | None) -> list[LanguageModelV4File]:
    """Return the file of an image or video block, unless it is empty.

    Raises `InvalidResponseDataError` when it lies at what is no URL.
    """
    media_type = block.get("mime_type")
    content, uri = text_or_none(block.get("data")), text_or_none(block.get("uri"))
    if content is not None:
        data: SharedV4FileDataData | SharedV4FileDataUrl = SharedV4FileDataData(data=content)
    elif uri is not None:
        data = SharedV4FileDataUrl(url=_checked_url(uri))
    else:
        return []
    known_type = media_type if isinstance(media_type, str) else _MEDIA_TYPES[block["type"]]
    return [LanguageModelV4File(media_type=known_type, data=data, provider_metadata=metadata)]


def _checked_url(uri: str) -> str:
    try:
        Url(uri)
    except ValueError as error:
        raise InvalidResponseDataError(f"A file lies at {uri!r}, which is no URL.", data=uri) from error
    return uri


def read_summary(step: JSONObject) -> list[str]:
    """Return the texts of a thought."""
    summary = step.get("summary")
    items = [item for item in summary if isinstance(item, dict)] if isinstance(summary, list) else []
    return [item["text"] for item in items if item.get("type") == "text" and isinstance(item.get("text"), str)]


class OutputReader:
    """Reads the steps of one interaction."""

    def __init__(self, generate_id: IdGenerator, interaction_id: str | None) -> None:
        self.has_function_call = False
        self._generate_id = generate_id
        self._interaction_id = interaction_id
        self._readers: dict[str, Callable[[JSONObject], _Content]] = {
            "model_output": self._model_output,
            "thought": self._thought,
            "processing_call": self._processing_call,
            "processing_result": self._processing_result,
            "function_call": self._function_call,
            **dict.fromkeys(BUILTIN_TOOL_CALLS, self._builtin_call),
            **dict.fromkeys(BUILTIN_TOOL_RESULTS, self._builtin_result),
        }

    def read(self, steps: Iterable[JSONObject]) -> list[LanguageModelV4Content]:
        """Return the content of the steps, in order."""
        known = ((self._readers.get(step["type"]), step) for step in steps)
        return [part for reader, step in known if reader is not None for part in reader(step)]

    def _metadata(self, **values: Any) -> SharedV4ProviderMetadata | None:
        return google_metadata(self._interaction_id, **values)

    def _model_output(self, step: JSONObject) -> _Content:
        blocks = step.get("content")
        for block in blocks if isinstance(blocks, list) else ():
            kind = block.get("type") if isinstance(block, dict) else None
            if kind == "text":
                text = text_or_none(block.get("text")) or ""
                yield LanguageModelV4Text(text=text, provider_metadata=self._metadata())
                yield from annotations_to_sources(block.get("annotations"), self._generate_id)
            elif kind in _MEDIA_TYPES:
                yield from read_media(block, self._metadata())

    def _thought(self, step: JSONObject) -> _Content:
        metadata = self._metadata(signature=step.get("signature"))
        yield LanguageModelV4Reasoning(text="\n".join(read_summary(step)), provider_metadata=metadata)

    def _processing_call(self, step: JSONObject) -> _Content:
        identifier = text_or_none(step.get("id")) or self._generate_id()
        metadata = self._metadata(signature=step.get("signature"), processingId=identifier)
        yield LanguageModelV4CustomContent(kind="google.processing_call", provider_metadata=metadata)

    def _processing_result(self, step: JSONObject) -> _Content:
        identifier = text_or_none(step.get("call_id")) or self._generate_id()
        metadata = self._metadata(signature=step.get("signature"), processingCallId=identifier)
        yield LanguageModelV4CustomContent(kind="google.processing_result", provider_metadata=metadata)

    def _function_call(self, step: JSONObject) -> _Content:
        self.has_function_call = True
        yield LanguageModelV4ToolCall(
            tool_call_id=step.get("id", ""),
            tool_name=step.get("name", ""),
            input=_arguments(step),
            provider_metadata=self._metadata(signature=step.get("signature")),
        )

    def _builtin_call(self, step: JSONObject) -> _Content:
        yield LanguageModelV4ToolCall(
            tool_call_id=text_or_none(step.get("id")) or self._generate_id(),
            tool_name=builtin_tool_name(step),
            input=_arguments(step),
            provider_executed=True,
        )

    def _builtin_result(self, step: JSONObject) -> _Content:
        yield LanguageModelV4ToolResult(
            tool_call_id=text_or_none(step.get("call_id")) or self._generate_id(),
            tool_name=builtin_tool_name(step),
            result=step.get("result"),
        )
        yield from builtin_tool_result_to_sources(step, self._generate_id)


def _arguments(step: JSONObject) -> str:
    arguments = step.get("arguments")
    return stringify({} if arguments is None else arguments)
