"""A conversation without the reasoning and the tool calls that are no longer of use.

Ports: ai/src/generate-text/prune-messages.ts
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from ai_sdk.prompt.standardize_prompt import MessageInput, load_messages
from ai_sdk.provider_utils.model_message import AssistantModelMessage, ModelMessage

__all__ = ["prune_messages"]

_REASONING = frozenset({"reasoning", "reasoning-file"})
_CALLS = frozenset({"tool-call", "tool-result"})
_APPROVALS = frozenset({"tool-approval-request", "tool-approval-response"})


@dataclass(slots=True)
class _Names:
    """Which tool a call belongs to, and which call an approval belongs to."""

    tools: dict[str, str] = field(default_factory=dict)
    calls: dict[str, str] = field(default_factory=dict)

    def tool_of(self, part: Any) -> str | None:
        if part.type in _CALLS:
            name: str = part.tool_name
            return name
        return self.tools.get(self.calls.get(part.approval_id, ""))


def prune_messages(
    *,
    messages: Sequence[MessageInput],
    reasoning: Literal["all", "before-last-message", "none"] = "none",
    tool_calls: str | Sequence[Mapping[str, Any]] = "none",
    empty_messages: Literal["keep", "remove"] = "remove",
) -> list[ModelMessage]:
    """Return the messages without the parts that are pruned; a call, its result and its approvals stay together.

    `tool_calls` is `"all"`, `"before-last-message"`, `"before-last-N-messages"` or `"none"`, or a list of
    `{"type": ..., "tools": [...]}` to prune the calls of some tools only. Reasoning goes with what followed it.

    >>> prune_messages(messages=[{"role": "user", "content": "Hello"}, {"role": "assistant", "content": ""}])
    [UserModelMessage(role='user', content='Hello', provider_options=None)]
    """
    pruned = load_messages(messages)
    if reasoning != "none":
        last = len(pruned) - 1 if reasoning == "before-last-message" else -1
        pruned = [_without_reasoning(each) if index != last else each for index, each in enumerate(pruned)]
    rules = [] if tool_calls == "none" else [{"type": tool_calls}] if isinstance(tool_calls, str) else tool_calls
    for rule in rules:
        pruned = _prune_calls(pruned, _kept_count(rule["type"]), rule.get("tools"))
    return [each for each in pruned if each.content] if empty_messages == "remove" else pruned


def _kept_count(kind: str) -> int:
    """Return how many messages at the end are left alone."""
    if kind == "all":
        return 0
    return 1 if kind == "before-last-message" else int(kind.removeprefix("before-last-").removesuffix("-messages"))


def _without_reasoning(message: ModelMessage) -> ModelMessage:
    if message.role != "assistant" or isinstance(message.content, str):
        return message
    return replace(message, content=[part for part in message.content if part.type not in _REASONING])


def _prune_calls(messages: list[ModelMessage], kept: int, tools: Sequence[str] | None) -> list[ModelMessage]:
    names = _read_names(messages)
    kept_calls, kept_approvals = _read_kept(messages[-kept:] if kept else [], names)

    def stays(part: Any) -> bool:
        if part.type in _CALLS:
            is_kept = part.tool_call_id in kept_calls
        elif part.type in _APPROVALS:
            is_kept = part.approval_id in kept_approvals
        else:
            return True
        name = names.tool_of(part)
        return is_kept or (tools is not None and name is not None and name not in tools)

    first_kept = len(messages) - kept
    return [
        each if index >= first_kept or not _has_parts(each) else _keep_parts(each, stays)
        for index, each in enumerate(messages)
    ]


def _has_parts(message: ModelMessage) -> bool:
    return message.role in {"assistant", "tool"} and not isinstance(message.content, str)


def _parts(messages: Sequence[ModelMessage]) -> Iterator[Any]:
    for message in messages:
        if _has_parts(message):
            yield from message.content


def _read_names(messages: Sequence[ModelMessage]) -> _Names:
    names = _Names()
    for part in _parts(messages):
        if part.type in _CALLS:
            names.tools[part.tool_call_id] = part.tool_name
        elif part.type == "tool-approval-request":
            names.calls[part.approval_id] = part.tool_call_id
    return names


def _read_kept(messages: Sequence[ModelMessage], names: _Names) -> tuple[set[str], set[str]]:
    """Return the calls and the approvals that the kept messages need."""
    calls, approvals = set(), set()
    for part in _parts(messages):
        if part.type in _CALLS:
            calls.add(part.tool_call_id)
        elif part.type in _APPROVALS:
            approvals.add(part.approval_id)
    return calls | {names.calls[each] for each in approvals if each in names.calls}, approvals


def _keep_parts(message: Any, stays: Any) -> ModelMessage:
    keep = [stays(part) for part in message.content]
    if isinstance(message, AssistantModelMessage):
        _drop_reasoning_of_nothing(message.content, keep)
    content = [part for part, is_kept in zip(message.content, keep, strict=True) if is_kept]
    kept: ModelMessage = replace(message, content=content)
    return kept


def _drop_reasoning_of_nothing(parts: Sequence[Any], keep: list[bool]) -> None:
    """Drop a group of reasoning parts when everything that followed it was dropped: providers want both or neither."""
    index = 0
    while index < len(parts):
        start = index
        while index < len(parts) and parts[index].type in _REASONING:
            index += 1
        end = index
        while index < len(parts) and parts[index].type not in _REASONING:
            index += 1
        if index > end and not any(keep[end:index]):
            keep[start:end] = [False] * (end - start)
