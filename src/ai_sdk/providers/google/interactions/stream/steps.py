"""The steps of an interaction that are being written.

Law: every step has one class, found by its type; it opens, takes deltas, and closes.

Ports: @ai-sdk/google/src/interactions/build-google-interactions-stream-transform.ts
"""

from collections.abc import Sequence
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CustomContent,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4StreamPart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    LanguageModelV4ToolResult,
    stringify,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.google.interactions.builtin_tools import (
    BUILTIN_TOOL_CALLS,
    BUILTIN_TOOL_RESULTS,
    builtin_tool_name,
    text_or_none,
)
from ai_sdk.providers.google.interactions.outputs import read_summary
from ai_sdk.providers.google.interactions.sources import builtin_tool_result_to_sources
from ai_sdk.providers.google.interactions.stream.model_output import ModelOutputStep
from ai_sdk.providers.google.interactions.stream.open_step import OpenStep
from ai_sdk.providers.google.interactions.stream.state import InteractionState

__all__ = ["open_step"]

_Parts = Sequence[LanguageModelV4StreamPart]

# What a step names the processing by, and what its metadata does.
_PROCESSING_IDS = {
    "processing_call": ("id", "processingId"),
    "processing_result": ("call_id", "processingCallId"),
}


class _ThoughtStep(OpenStep):
    def __init__(self, block_id: str, step: JSONObject, state: InteractionState) -> None:
        super().__init__(block_id, step, state)
        self._signature = step.get("signature")

    def start(self) -> _Parts:
        texts = (self._delta(text) for text in read_summary(self.step))
        return [LanguageModelV4ReasoningStart(id=self.block_id), *texts]

    def delta(self, delta: JSONObject) -> _Parts:
        if delta.get("type") == "thought_summary":
            return [self._delta(text) for text in read_summary({"summary": [delta.get("content")]})]
        if delta.get("type") == "thought_signature" and delta.get("signature") is not None:
            self._signature = delta["signature"]
        return ()

    def stop(self) -> _Parts:
        metadata = self.state.metadata(signature=self._signature)
        return [LanguageModelV4ReasoningEnd(id=self.block_id, provider_metadata=metadata)]

    def _delta(self, text: str) -> LanguageModelV4ReasoningDelta:
        return LanguageModelV4ReasoningDelta(id=self.block_id, delta=text)


class _ProcessingStep(OpenStep):
    """A look at a part of a video, or what it gave."""

    def __init__(self, block_id: str, step: JSONObject, state: InteractionState) -> None:
        super().__init__(block_id, step, state)
        wire_key, key = _PROCESSING_IDS[step["type"]]
        google = {"signature": step.get("signature"), "interactionId": state.interaction_id}
        self._google = omit_none({**google, key: text_or_none(step.get(wire_key)) or block_id})

    def delta(self, delta: JSONObject) -> _Parts:
        ids = _PROCESSING_IDS.get(str(delta.get("type")))
        if ids is not None:
            wire_key, key = ids
            self._google |= omit_none({"signature": delta.get("signature"), key: text_or_none(delta.get(wire_key))})
        return ()

    def stop(self) -> _Parts:
        kind = f"google.{self.step['type']}"
        return [LanguageModelV4CustomContent(kind=kind, provider_metadata={"google": self._google})]


class _FunctionCallStep(OpenStep):
    def __init__(self, block_id: str, step: JSONObject, state: InteractionState) -> None:
        super().__init__(block_id, step, state)
        state.has_function_call = True
        self._tool_call_id = text_or_none(step.get("id")) or block_id
        name = step.get("name")
        self._tool_name = name if isinstance(name, str) else "unknown"
        self._signature = step.get("signature")
        self._arguments = ""

    def start(self) -> _Parts:
        return [LanguageModelV4ToolInputStart(id=self._tool_call_id, tool_name=self._tool_name)]

    def delta(self, delta: JSONObject) -> _Parts:
        if delta.get("type") != "arguments_delta":
            return ()
        text = text_or_none(delta.get("arguments")) or ""
        self._arguments += text
        parts = [LanguageModelV4ToolInputDelta(id=self._tool_call_id, delta=text)] if text else []
        self._tool_call_id = text_or_none(delta.get("id")) or self._tool_call_id
        if delta.get("signature") is not None:
            self._signature = delta["signature"]
        return parts

    def stop(self) -> _Parts:
        return [
            LanguageModelV4ToolInputEnd(id=self._tool_call_id),
            LanguageModelV4ToolCall(
                tool_call_id=self._tool_call_id,
                tool_name=self._tool_name,
                input=self._arguments or "{}",
                provider_metadata=self.state.metadata(signature=self._signature),
            ),
        ]


class _BuiltinToolStep(OpenStep):
    """A step of a tool that Google runs; each delta may complete what the step began with."""

    def delta(self, delta: JSONObject) -> _Parts:
        if delta.get("type") == self.step["type"]:
            self.step = {**self.step, **{key: value for key, value in delta.items() if self._counts(key, value)}}
        return ()

    def _counts(self, key: str, value: Any) -> bool:
        if key in {"id", "call_id"}:
            return text_or_none(value) is not None
        return key == "result" or value is not None


class _BuiltinCallStep(_BuiltinToolStep):
    def stop(self) -> _Parts:
        arguments = self.step.get("arguments")
        return [
            LanguageModelV4ToolCall(
                tool_call_id=text_or_none(self.step.get("id")) or self.block_id,
                tool_name=builtin_tool_name(self.step),
                input=stringify({} if arguments is None else arguments),
                provider_executed=True,
            )
        ]


class _BuiltinResultStep(_BuiltinToolStep):
    def stop(self) -> _Parts:
        result = LanguageModelV4ToolResult(
            tool_call_id=text_or_none(self.step.get("call_id")) or self.block_id,
            tool_name=builtin_tool_name(self.step),
            result=self.step.get("result"),
        )
        sources = builtin_tool_result_to_sources(self.step, self.state.generate_id)
        return [result, *self.state.new_sources(sources)]


_STEPS: dict[str, type[OpenStep]] = {
    "model_output": ModelOutputStep,
    "thought": _ThoughtStep,
    "processing_call": _ProcessingStep,
    "processing_result": _ProcessingStep,
    "function_call": _FunctionCallStep,
    **dict.fromkeys(BUILTIN_TOOL_CALLS, _BuiltinCallStep),
    **dict.fromkeys(BUILTIN_TOOL_RESULTS, _BuiltinResultStep),
}


def open_step(block_id: str, step: JSONObject, state: InteractionState) -> OpenStep:
    """Return a step that has begun; one of an unknown type says nothing."""
    return _STEPS.get(str(step.get("type")), OpenStep)(block_id, step, state)
