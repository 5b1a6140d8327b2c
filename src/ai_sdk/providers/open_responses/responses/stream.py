"""A stream of Open Responses as stream parts, without waiting for anything.

Law: an event is read by its type and, for output items, by the item's type; any other says nothing.

Ports: @ai-sdk/open-responses/src/responses/open-responses-language-model.ts
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.providers.open_responses.responses.decoding import DecodedEvent
from ai_sdk.providers.open_responses.responses.response import (
    MISSING,
    UncheckedJSON,
    convert_usage,
    read_finish_reason,
    reasoning_metadata,
    text_metadata,
)

__all__ = ["OpenResponsesStream"]

Parts = Sequence[LanguageModelV4StreamPart]


@dataclass(slots=True)
class _FunctionCall:
    arguments: str | None = None
    call_id: str | None = None
    name: str | None = None


class OpenResponsesStream:
    """What has been said so far in one stream."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._finish_reason = LanguageModelV4FinishReason(unified="other")
        self._usage = LanguageModelV4Usage()
        self._reasoning_id: str | None = None
        self._has_tool_calls = False
        self._calls: dict[str, _FunctionCall] = {}

    def feed(self, chunk: UncheckedJSON) -> Parts | Iterator[LanguageModelV4StreamPart]:
        """Take an event; raises `InvalidResponseDataError` for one that lacks what it is about."""
        if isinstance(chunk, DecodedEvent):
            return self._decoded(chunk)
        try:
            handler = self._EVENTS.get(chunk.get("type", "")) if isinstance(chunk, dict) else None
            return () if handler is None else handler(self, chunk)
        except MISSING as error:
            raise InvalidResponseDataError(data=chunk) from error

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take an event that could not be read."""
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close the reasoning and say how it ended."""
        finish = LanguageModelV4Finish(finish_reason=self._finish_reason, usage=self._usage)
        if self._reasoning_id is None:
            return [finish]
        return [LanguageModelV4ReasoningEnd(id=self._reasoning_id), finish]

    def _decoded(self, event: DecodedEvent) -> Iterator[LanguageModelV4StreamPart]:
        for part in event.parts:
            yield part
            self._has_tool_calls = self._has_tool_calls or part.type in {"tool-call", "tool-input-start"}
        if event.error is not None:
            yield LanguageModelV4Error(error=event.error)

    def _item_added(self, event: UncheckedJSON) -> Parts:
        item = event["item"]
        match item.get("type"):
            case "function_call":
                call = _FunctionCall(item.get("arguments"), item.get("call_id"), item.get("name"))
                self._calls[item.get("id")] = call
            case "reasoning":
                self._reasoning_id = item.get("id")
                return [LanguageModelV4ReasoningStart(id=item.get("id"))]
            case "message":
                return [LanguageModelV4TextStart(id=item.get("id"))]
        return ()

    def _item_done(self, event: UncheckedJSON) -> Parts:
        item = event["item"]
        match item.get("type"):
            case "function_call":
                return self._call_done(item)
            case "reasoning":
                metadata = reasoning_metadata(item, self._name)
                if self._reasoning_id == item.get("id"):
                    self._reasoning_id = None
                return [LanguageModelV4ReasoningEnd(id=item.get("id"), provider_metadata=metadata)]
            case "message":
                metadata = text_metadata(item, item["content"], self._name)
                return [LanguageModelV4TextEnd(id=item.get("id"), provider_metadata=metadata)]
        return ()

    def _call_done(self, item: UncheckedJSON) -> Parts:
        # What came before the item has the last word.
        call = self._calls.pop(item.get("id"), _FunctionCall())
        arguments = item.get("arguments") if call.arguments is None else call.arguments
        self._has_tool_calls = True
        return [
            LanguageModelV4ToolCall(
                tool_call_id=item.get("call_id") if call.call_id is None else call.call_id,
                tool_name=item.get("name") if call.name is None else call.name,
                input="" if arguments is None else arguments,
                provider_metadata={self._name: {"itemId": item.get("id")}},
            )
        ]

    def _arguments_delta(self, event: UncheckedJSON) -> Parts:
        call = self._calls.setdefault(event.get("item_id"), _FunctionCall())
        call.arguments = (call.arguments or "") + event["delta"]
        return ()

    def _arguments_done(self, event: UncheckedJSON) -> Parts:
        self._calls.setdefault(event.get("item_id"), _FunctionCall()).arguments = event.get("arguments")
        return ()

    def _reasoning_delta(self, event: UncheckedJSON) -> Parts:
        return [LanguageModelV4ReasoningDelta(id=event.get("item_id"), delta=event.get("delta"))]

    def _text_delta(self, event: UncheckedJSON) -> Parts:
        return [LanguageModelV4TextDelta(id=event.get("item_id"), delta=event.get("delta"))]

    def _completed(self, event: UncheckedJSON) -> Parts:
        response = event["response"]
        reason = (response.get("incomplete_details") or {}).get("reason")
        self._finish_reason = read_finish_reason(reason, has_tool_calls=self._has_tool_calls)
        self._take_usage(response)
        return ()

    def _failed(self, event: UncheckedJSON) -> Parts:
        response = event["response"]
        error = response.get("error")
        code = None if error is None else error.get("code")
        self._finish_reason = LanguageModelV4FinishReason(
            unified="error", raw=response.get("status") if code is None else code
        )
        self._take_usage(response)
        return () if error is None else [_error_part(event, error)]

    def _take_usage(self, response: UncheckedJSON) -> None:
        if response.get("usage"):
            self._usage = convert_usage(response["usage"])

    def _error_event(self, event: UncheckedJSON) -> Parts:
        error = event["error"]
        self._finish_reason = LanguageModelV4FinishReason(unified="error", raw=error.get("code"))
        return [_error_part(event, error)]

    _EVENTS: ClassVar[Mapping[str, Callable[["OpenResponsesStream", UncheckedJSON], Parts]]] = MappingProxyType(
        {
            "response.output_item.added": _item_added,
            "response.output_item.done": _item_done,
            "response.function_call_arguments.delta": _arguments_delta,
            "response.function_call_arguments.done": _arguments_done,
            "response.reasoning_summary_text.delta": _reasoning_delta,
            # Not in the specification; LM Studio sends it.
            "response.reasoning_text.delta": _reasoning_delta,
            "response.output_text.delta": _text_delta,
            "response.completed": _completed,
            "response.incomplete": _completed,
            "response.failed": _failed,
            "error": _error_event,
        }
    )


def _error_part(event: UncheckedJSON, error: UncheckedJSON) -> LanguageModelV4StreamPart:
    said = ProviderStreamError(message=error.get("message"), type=event["type"], code=error.get("code"), data=event)
    return LanguageModelV4Error(error=said)
