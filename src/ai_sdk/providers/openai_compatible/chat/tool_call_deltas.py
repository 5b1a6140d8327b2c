"""Tool call deltas of chat streams, kept back until the call has a name: some providers send it late.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-chat-language-model.ts
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ai_sdk.provider import JSONObject, LanguageModelV4StreamPart
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker
from ai_sdk.providers.openai_compatible.chat.response import thought_signature_metadata

__all__ = ["ToolCallDeltas"]


@dataclass(slots=True)
class _PendingToolCall:
    id: str | None = None
    arguments: list[str] = field(default_factory=list)
    extra_content: JSONObject | None = None

    def add(self, delta: JSONObject) -> None:
        self.id = delta.get("id") if self.id is None else self.id
        self.extra_content = delta.get("extra_content") if self.extra_content is None else self.extra_content
        self.arguments.append(delta["function"].get("arguments") or "")


class ToolCallDeltas:
    """Turns tool call deltas into parts: `process_delta` for each one, `flush` at the end."""

    def __init__(self, metadata_key: str, generate_id: IdGenerator) -> None:
        self._tracker = StreamingToolCallTracker(
            generate_id=generate_id,
            extract_metadata=lambda delta: thought_signature_metadata(delta, metadata_key),
            build_tool_call_provider_metadata=lambda metadata: metadata,
        )
        self._pending: dict[float, _PendingToolCall] = {}
        self._forwarded: set[float] = set()

    def process_delta(self, delta: JSONObject) -> list[LanguageModelV4StreamPart]:
        """Return the parts of a delta; raises `InvalidResponseDataError` for a new call without index and name."""
        index = delta.get("index")
        if index is None or index in self._forwarded:
            return self._tracker.process_delta(delta)
        pending = self._pending.setdefault(index, _PendingToolCall())
        pending.add(delta)
        name = delta["function"].get("name")
        if name is None:
            return []
        del self._pending[index]
        parts = self._tracker.process_delta(
            _delta(index, pending, {"name": name, "arguments": "".join(pending.arguments)})
        )
        self._forwarded.add(index)
        return parts

    def flush(self) -> Iterator[LanguageModelV4StreamPart]:
        """Return the parts that complete every call; raises `InvalidResponseDataError` for one that got no name."""
        for index, pending in self._pending.items():
            yield from self._tracker.process_delta(_delta(index, pending, {"arguments": "".join(pending.arguments)}))
        yield from self._tracker.flush()


def _delta(index: float, pending: _PendingToolCall, function: JSONObject) -> JSONObject:
    delta = {"index": index, "id": pending.id, "function": function}
    return delta if pending.extra_content is None else {**delta, "extra_content": pending.extra_content}
