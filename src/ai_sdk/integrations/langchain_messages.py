"""What a message of LangChain holds, whether it is an object or the JSON of a remote graph.

Follows the npm package @ai-sdk/langchain.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["LangChainMessage", "is_message", "read_message"]


@dataclass(frozen=True, slots=True)
class LangChainMessage:
    """A message, or a chunk of one."""

    id: str | None
    kind: str
    is_chunk: bool
    fields: Mapping[str, Any]

    @property
    def is_answer(self) -> bool:
        """Whether a model wrote it."""
        return self.kind in {"ai", "AIMessageChunk"}

    @property
    def is_of_tool(self) -> bool:
        """Whether it is the output of a tool."""
        return self.kind in {"tool", "ToolMessageChunk"}

    @property
    def text(self) -> str:
        """The text of the content."""
        content = self.fields.get("content")
        if isinstance(content, str):
            return content
        texts = (block if isinstance(block, str) else block.get("text") for block in _text_blocks(content))
        return "".join(text for text in texts if isinstance(text, str))

    @property
    def reasoning(self) -> str:
        """What the model thought, as the content or the additional fields of a provider say it."""
        extra = self.fields.get("additional_kwargs") or {}
        reasonings = [_reasoning_of(block) for block in self._blocks()]
        if not any(reasonings):
            reasonings = [_summary(extra.get("reasoning")), extra.get("reasoning_content")]
        return "".join(text for text in reasonings if isinstance(text, str))

    @property
    def tool_call_chunks(self) -> list[Mapping[str, Any]]:
        """Pieces of tool calls."""
        return self.fields.get("tool_call_chunks") or []

    @property
    def tool_calls(self) -> list[Mapping[str, Any]]:
        """Whole tool calls."""
        return self.fields.get("tool_calls") or []

    @property
    def citations(self) -> Iterator[Mapping[str, Any]]:
        """What the text cites."""
        for block in self._blocks():
            for annotation in block.get("annotations") or ():
                if isinstance(annotation, Mapping) and annotation.get("type") == "citation":
                    yield annotation

    @property
    def images(self) -> Iterator[tuple[str, str, str]]:
        """The images that the model made: an id, the media type, base64."""
        for output in (self.fields.get("additional_kwargs") or {}).get("tool_outputs") or ():
            if output.get("type") == "image_generation_call" and output.get("result"):
                yield output["id"], f"image/{output.get('output_format') or 'png'}", output["result"]

    def _blocks(self) -> list[Mapping[str, Any]]:
        content = self.fields.get("content")
        return [block for block in content if isinstance(block, Mapping)] if isinstance(content, list) else []


def is_message(value: Any) -> bool:
    """Return whether a value is a message."""
    if isinstance(value, Mapping):
        return "content" in value and "type" in value
    return hasattr(value, "content") and hasattr(value, "type")


def read_message(value: Any) -> LangChainMessage:
    """Return what a message holds; `value` is a message object, its JSON, or LangChain's serialized form."""
    if not isinstance(value, Mapping):
        fields = {name: getattr(value, name, None) for name in _FIELDS}
        return LangChainMessage(value.id, value.type, type(value).__name__.endswith("Chunk"), fields)
    if value.get("type") == "constructor":
        fields = value.get("kwargs") or {}
        return LangChainMessage(fields.get("id"), _constructed(value), is_chunk=True, fields=fields)
    return LangChainMessage(value.get("id"), value["type"], is_chunk=True, fields=value)


_FIELDS = ("content", "additional_kwargs", "tool_call_chunks", "tool_calls", "tool_call_id", "status", "name")


def _constructed(value: Mapping[str, Any]) -> str:
    name = str((value.get("id") or [""])[-1])
    return {"AIMessage": "ai", "ToolMessage": "tool"}.get(name, name)


def _text_blocks(content: Any) -> list[Any]:
    blocks = content if isinstance(content, list) else []
    return [block for block in blocks if isinstance(block, str) or (isinstance(block, Mapping) and _is_text(block))]


def _is_text(block: Mapping[str, Any]) -> bool:
    return block.get("type") in {"text", "text_delta"}


def _reasoning_of(block: Mapping[str, Any]) -> str | None:
    if block.get("type") not in {"reasoning", "thinking"}:
        return None
    return block.get("reasoning") or block.get("thinking") or _summary(block)


def _summary(reasoning: Any) -> str | None:
    summary = reasoning.get("summary") if isinstance(reasoning, Mapping) else None
    if not isinstance(summary, list):
        return None
    return "".join(str(item.get("text", "")) for item in summary if isinstance(item, Mapping))
