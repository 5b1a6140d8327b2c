"""Turns the streamed input of a JSON response tool into text, for providers that lack native structured output.

Conversational text is left out. Calls of other tools pass, and keep their finish reason; an answer that only calls the
JSON tool finishes with `stop`.

Ports: @ai-sdk/provider-utils/src/convert-json-response-tool-stream.ts
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ai_sdk.provider import (
    LanguageModelV4Finish,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
)

__all__ = ["convert_json_response_tool_stream"]


def convert_json_response_tool_stream(
    tool_name: str,
) -> Callable[[Iterable[LanguageModelV4StreamPart]], Iterator[LanguageModelV4StreamPart]]:
    """Return a function that converts the parts of one stream, called with its parts in any portions, in order."""
    state = _JsonResponseTool(tool_name)
    return lambda parts: (converted for part in parts for converted in state.convert(part))


class _JsonResponseTool:
    def __init__(self, tool_name: str) -> None:
        self._tool_name = tool_name
        self._ids: set[str] = set()
        self._ids_with_deltas: set[str] = set()
        self._has_response_tool = False
        self._has_application_tool = False

    def convert(self, part: LanguageModelV4StreamPart) -> list[LanguageModelV4StreamPart]:
        match part:
            case LanguageModelV4TextStart() | LanguageModelV4TextDelta() | LanguageModelV4TextEnd():
                return []
            case LanguageModelV4ToolInputStart() if part.tool_name == self._tool_name:
                self._ids.add(part.id)
                return [LanguageModelV4TextStart(id=part.id, provider_metadata=part.provider_metadata)]
            case LanguageModelV4ToolInputDelta() if part.id in self._ids:
                return self._input_delta(part)
            case LanguageModelV4ToolInputEnd() if part.id in self._ids:
                return []
            case LanguageModelV4ToolCall():
                return self._tool_call(part)
            case LanguageModelV4Finish():
                return [self._finish(part)]
        return [part]

    def _input_delta(self, part: LanguageModelV4ToolInputDelta) -> list[LanguageModelV4StreamPart]:
        if part.delta:
            self._ids_with_deltas.add(part.id)
        return [LanguageModelV4TextDelta(id=part.id, delta=part.delta, provider_metadata=part.provider_metadata)]

    def _tool_call(self, part: LanguageModelV4ToolCall) -> list[LanguageModelV4StreamPart]:
        if part.tool_name != self._tool_name:
            self._has_application_tool = self._has_application_tool or not part.provider_executed
            return [part]
        self._has_response_tool = True
        end = LanguageModelV4TextEnd(id=part.tool_call_id, provider_metadata=part.provider_metadata)
        if part.tool_call_id in self._ids_with_deltas:
            return [end]
        text = LanguageModelV4TextDelta(
            id=part.tool_call_id, delta=part.input, provider_metadata=part.provider_metadata
        )
        return [text, end]

    def _finish(self, part: LanguageModelV4Finish) -> LanguageModelV4Finish:
        only_response_tool = self._has_response_tool and not self._has_application_tool
        if only_response_tool and part.finish_reason.unified == "tool-calls":
            return replace(part, finish_reason=replace(part.finish_reason, unified="stop"))
        return part
