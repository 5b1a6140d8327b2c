"""A stream of the Hugging Face Responses API as stream parts, without waiting for anything.

Law: an event of a known type that does not fit its schema is read all the same, as far as it goes.

Ports: @ai-sdk/huggingface/src/responses/huggingface-responses-language-model.ts
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar

from ai_sdk_generated.huggingface.responses import wire

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    LanguageModelV4ToolResult,
)
from ai_sdk.provider_utils.json import dump_wire, stringify
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.provider_utils.timestamp import date_from_seconds
from ai_sdk.providers.huggingface.responses.response import (
    convert_huggingface_responses_usage,
    item_metadata,
    read_finish_reason,
)

__all__ = ["HuggingFaceResponsesStream"]

UncheckedJSON = Any
"""An object of an event that may lack anything, or hold anything else."""

Parts = Sequence[LanguageModelV4StreamPart]


class HuggingFaceResponsesStream:
    """What has been said so far in one stream."""

    def __init__(self) -> None:
        self._finish_reason = LanguageModelV4FinishReason(unified="other")
        self._response_id: str | None = None
        self._usage: JSONObject | None = None

    def feed(self, chunk: wire.HuggingfaceResponsesChunk) -> Parts:
        """Take an event; raises `InvalidResponseDataError` for one that lacks what it is about."""
        handler = self._EVENTS.get(chunk.type)
        if handler is None:
            return ()
        event = dump_wire(chunk)
        try:
            return handler(self, event)
        except (AttributeError, KeyError, TypeError) as error:
            raise InvalidResponseDataError(data=event) from error

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take an event that could not be read."""
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Say how it ended."""
        return [
            LanguageModelV4Finish(
                finish_reason=self._finish_reason,
                usage=convert_huggingface_responses_usage(self._usage),
                provider_metadata={"huggingface": {"responseId": self._response_id}},
            )
        ]

    def _error_event(self, event: JSONObject) -> Parts:
        error = _stream_error(event)
        if error is None:
            return ()
        raw = error.type if error.code is None else _text(error.code)
        self._finish_reason = LanguageModelV4FinishReason(unified="error", raw=raw)
        return [LanguageModelV4Error(error=error)]

    def _created(self, event: UncheckedJSON) -> Parts:
        response = event["response"]
        self._response_id = response.get("id")
        return [
            LanguageModelV4ResponseMetadataPart(
                id=response.get("id"),
                timestamp=date_from_seconds(response.get("created_at")),
                model_id=response.get("model"),
            )
        ]

    def _completed(self, event: UncheckedJSON) -> Parts:
        response = event["response"]
        self._response_id = response.get("id")
        self._finish_reason = read_finish_reason((response.get("incomplete_details") or {}).get("reason"))
        usage = response.get("usage")
        if usage:
            convert_huggingface_responses_usage(usage)  # fails here, and not at the end
            self._usage = usage
        return ()

    def _item_added(self, event: UncheckedJSON) -> Parts:
        item = event["item"]
        match item.get("type"):
            case "message" if item.get("role") == "assistant":
                return [LanguageModelV4TextStart(id=item.get("id"), provider_metadata=item_metadata(item.get("id")))]
            case "function_call":
                return [LanguageModelV4ToolInputStart(id=item.get("call_id"), tool_name=item.get("name"))]
            case "reasoning":
                metadata = item_metadata(item.get("id"))
                return [LanguageModelV4ReasoningStart(id=item.get("id"), provider_metadata=metadata)]
        return ()

    def _item_done(self, event: UncheckedJSON) -> Parts:
        item = event["item"]
        match item.get("type"):
            case "message" if item.get("role") == "assistant":
                return [LanguageModelV4TextEnd(id=item.get("id"))]
            case "function_call":
                return _function_call(item)
        return ()

    def _reasoning_delta(self, event: UncheckedJSON) -> Parts:
        return [LanguageModelV4ReasoningDelta(id=event.get("item_id"), delta=event.get("delta"))]

    def _reasoning_done(self, event: UncheckedJSON) -> Parts:
        return [LanguageModelV4ReasoningEnd(id=event.get("item_id"))]

    def _text_delta(self, event: UncheckedJSON) -> Parts:
        return [LanguageModelV4TextDelta(id=event.get("item_id"), delta=event.get("delta"))]

    _EVENTS: ClassVar[Mapping[str, Callable[["HuggingFaceResponsesStream", JSONObject], Parts]]] = MappingProxyType(
        {
            "error": _error_event,
            "response.failed": _error_event,
            "response.created": _created,
            "response.completed": _completed,
            "response.output_item.added": _item_added,
            "response.output_item.done": _item_done,
            "response.reasoning_text.delta": _reasoning_delta,
            "response.reasoning_text.done": _reasoning_done,
            "response.output_text.delta": _text_delta,
        }
    )


def _function_call(item: UncheckedJSON) -> Parts:
    call_id, name = item.get("call_id"), item.get("name")
    parts: list[LanguageModelV4StreamPart] = [
        LanguageModelV4ToolInputEnd(id=call_id),
        LanguageModelV4ToolCall(tool_call_id=call_id, tool_name=name, input=item.get("arguments")),
    ]
    if item.get("output"):
        parts.append(LanguageModelV4ToolResult(tool_call_id=call_id, tool_name=name, result=item["output"]))
    return parts


def _stream_error(event: JSONObject) -> ProviderStreamError | None:
    """Return the error that an event tells; `None` when it tells none."""
    if event["type"] == "response.failed":
        details = _record(_record(event.get("response")).get("error"))
    else:
        details = event["error"] if isinstance(event.get("error"), dict) else event
    message, code = details.get("message"), details.get("code")
    if not isinstance(message, str):
        return None
    is_code = isinstance(code, str | int | float) and not isinstance(code, bool)
    return ProviderStreamError(message=message, type=event["type"], code=code if is_code else None, data=event)


def _record(value: Any) -> JSONObject:
    return value if isinstance(value, dict) else {}


def _text(code: str | float) -> str:
    return code if isinstance(code, str) else stringify(code)
