"""Text stream parts, as JSON data, for property tests."""

from typing import Any

from hypothesis import strategies as st

from tests.ui.ui_message_strategies import JSON, METADATA, TEXTS, record
from tests.ui_message_stream.chunk_strategies import (
    APPROVALS,
    CALLS,
    CITATIONS,
    IDS,
    INPUT_PIECES,
    OBJECTS,
    REASONS,
    TOOLS,
)

_USAGE: dict[str, Any] = {"inputTokens": 1, "inputTokenDetails": {}, "outputTokenDetails": {}}
_FILES = st.just({"mediaType": "image/png", "base64": "iVBORw=="})
_RESPONSES = st.just({"id": "r", "timestamp": "2026-01-02T03:04:05Z", "modelId": "m"})


def _part(kind: str, required: dict[str, Any] | None = None, **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return record({"type": st.just(kind), **(required or {})}, **optional)


def _call(kind: str, required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    common = {"providerExecuted": st.booleans(), "toolMetadata": OBJECTS, "dynamic": st.booleans(), "title": TEXTS}
    named = {"toolCallId": CALLS, "toolName": TOOLS, "input": JSON}
    return _part(kind, {**named, **required}, providerMetadata=METADATA, **common, **optional)


_TOOL_CALLS = _call("tool-call", {})

PARTS = [
    _part("start"),
    _part("start-step", {"request": st.just({}), "warnings": st.just([])}),
    *(_part(f"{kind}-start", {"id": IDS}, providerMetadata=METADATA) for kind in ("text", "reasoning")),
    *(_part(f"{kind}-delta", {"id": IDS, "text": TEXTS}, providerMetadata=METADATA) for kind in ("text", "reasoning")),
    _part("text-end", {"id": IDS}, providerMetadata=METADATA, citations=CITATIONS),
    _part("reasoning-end", {"id": IDS}, providerMetadata=METADATA),
    _part("custom", {"kind": st.just("openai.thing")}, providerMetadata=METADATA),
    *(_part(kind, {"file": _FILES}, providerMetadata=METADATA) for kind in ("file", "reasoning-file")),
    _part("source", {"sourceType": st.just("url"), "id": IDS, "url": TEXTS}, title=TEXTS, providerMetadata=METADATA),
    _part(
        "source",
        {"sourceType": st.just("document"), "id": IDS, "mediaType": TEXTS, "title": TEXTS},
        filename=TEXTS,
        providerMetadata=METADATA,
    ),
    _part(
        "tool-input-start",
        {"id": CALLS, "toolName": TOOLS},
        inputEncoding=st.sampled_from(["json", "text"]),
        providerExecuted=st.booleans(),
        providerMetadata=METADATA,
        toolMetadata=OBJECTS,
        dynamic=st.booleans(),
        title=TEXTS,
    ),
    _part("tool-input-delta", {"id": CALLS, "delta": INPUT_PIECES}),
    _part("tool-input-end", {"id": CALLS}),
    _TOOL_CALLS,
    _call("tool-call", {"invalid": st.just(True), "error": TEXTS}),
    _call("tool-result", {"output": JSON}, preliminary=st.booleans()),
    _call("tool-error", {"error": TEXTS | OBJECTS}),
    _part("tool-output-denied", {"toolCallId": CALLS, "toolName": TOOLS}),
    _part(
        "tool-approval-request",
        {"approvalId": APPROVALS, "toolCall": _TOOL_CALLS},
        reason=TEXTS,
        isAutomatic=st.booleans(),
        signature=TEXTS,
    ),
    _part(
        "tool-approval-response",
        {"approvalId": APPROVALS, "toolCall": _TOOL_CALLS, "approved": st.booleans()},
        reason=TEXTS,
        providerExecuted=st.booleans(),
    ),
    _part(
        "steering-message",
        {"id": IDS, "message": record({"role": st.just("user"), "content": TEXTS}), "stepNumber": st.just(1)},
    ),
    _part(
        "finish-step",
        {"response": _RESPONSES, "usage": st.just(_USAGE), "performance": st.just({}), "finishReason": REASONS},
    ),
    _part("finish", {"finishReason": REASONS, "totalUsage": st.just(_USAGE)}),
    _part("abort", reason=TEXTS),
    _part("error", {"error": TEXTS}),
    _part("ping"),
    _part("raw", {"rawValue": JSON}),
]


def parts() -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return parts in any order."""
    return st.lists(st.one_of(PARTS), max_size=14)


ORIGINALS = st.none() | st.lists(
    record({"id": IDS, "role": st.sampled_from(["user", "assistant"]), "parts": st.just([])}), max_size=2
)
OPTIONS = st.fixed_dictionaries(
    {"generates": st.booleans(), "metadata": st.booleans()},
    optional={name: st.booleans() for name in ("sendReasoning", "sendSources", "sendStart", "sendFinish")}
    | {"redactToolErrors": st.booleans()},
)
