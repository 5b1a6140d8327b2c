"""Chunks and text stream parts for property tests: of every kind, in an order that makes sense or in any order."""

from typing import Any

from hypothesis import strategies as st

from tests.ui.ui_message_strategies import JSON, METADATA, TEXTS, record

Chunk = dict[str, Any]
Chunks = st.SearchStrategy[list[Chunk]]

IDS = st.sampled_from(["a", "b"])
CALLS = st.sampled_from(["call-1", "call-2"])
TOOLS = st.sampled_from(["soil", "get-weather"])
APPROVALS = st.sampled_from(["approval-1", "approval-2"])
OBJECTS = st.dictionaries(st.sampled_from(["x", "y"]), JSON, max_size=2)
REASONS = st.sampled_from(["stop", "length", "content-filter", "tool-calls", "error", "interrupted", "other"])
INPUT_PIECES = st.sampled_from(['{"a":', ' "b', "\\", 'n"', "}", "[1,", " tru", "e]", "", "nul", "3.5", "ü"])
_SOURCE = record({"type": st.just("source"), "sourceType": st.just("url"), "id": TEXTS, "url": TEXTS}, title=TEXTS)
CITATIONS = st.lists(record({"source": _SOURCE}, startIndex=st.integers(0, 9), citedText=TEXTS), max_size=2)
UI_PARTS = st.lists(
    record({"type": st.just("text"), "text": TEXTS}, providerMetadata=METADATA)
    | record({"type": st.just("file"), "mediaType": TEXTS, "url": TEXTS}, filename=TEXTS),
    max_size=2,
)


def chunk(kind: str, required: dict[str, Any] | None = None, **optional: Any) -> st.SearchStrategy[Chunk]:
    """Return a chunk with the fields that it must have and some of those that it may have."""
    return record({"type": st.just(kind), **(required or {})}, **optional)


def _tool(kind: str, required: dict[str, Any], **optional: Any) -> st.SearchStrategy[Chunk]:
    common = {"providerExecuted": st.booleans(), "providerMetadata": METADATA, "toolMetadata": OBJECTS}
    return chunk(kind, {"toolCallId": CALLS, **required}, **common, dynamic=st.booleans(), **optional)


def _blocks(kind: str, **end: Any) -> list[st.SearchStrategy[Chunk]]:
    return [
        chunk(f"{kind}-start", {"id": IDS}, providerMetadata=METADATA),
        chunk(f"{kind}-delta", {"id": IDS, "delta": TEXTS}, providerMetadata=METADATA),
        chunk(f"{kind}-end", {"id": IDS}, providerMetadata=METADATA, **end),
    ]


TOOL_CHUNKS = [
    _tool("tool-input-start", {"toolName": TOOLS}, inputEncoding=st.sampled_from(["json", "text"]), title=TEXTS),
    chunk("tool-input-delta", {"toolCallId": CALLS, "inputTextDelta": INPUT_PIECES}),
    _tool("tool-input-available", {"toolName": TOOLS, "input": JSON}, title=TEXTS),
    _tool("tool-input-error", {"toolName": TOOLS, "input": JSON, "errorText": TEXTS}, title=TEXTS),
    chunk(
        "tool-approval-request",
        {"approvalId": APPROVALS, "toolCallId": CALLS},
        approvalDescriptor=JSON,
        inputSchemaInput=JSON,
        reason=TEXTS,
        isAutomatic=st.booleans(),
        signature=TEXTS,
    ),
    chunk(
        "tool-approval-response",
        {"approvalId": APPROVALS, "approved": st.booleans()},
        reason=TEXTS,
        providerExecuted=st.booleans(),
        providerMetadata=METADATA,
    ),
    _tool("tool-output-available", {"output": JSON}, preliminary=st.booleans()),
    _tool("tool-output-error", {"errorText": TEXTS}),
    chunk("tool-output-denied", {"toolCallId": CALLS}),
]

OTHER_CHUNKS = [
    *_blocks("text", citations=CITATIONS),
    *_blocks("reasoning"),
    chunk("custom", {"kind": st.just("openai.thing")}, providerMetadata=METADATA),
    chunk("source-url", {"sourceId": IDS, "url": TEXTS}, title=TEXTS, providerMetadata=METADATA),
    chunk("source-document", {"sourceId": IDS, "mediaType": TEXTS, "title": TEXTS}, filename=TEXTS),
    chunk("file", {"url": TEXTS, "mediaType": TEXTS}, providerMetadata=METADATA),
    chunk("reasoning-file", {"url": TEXTS, "mediaType": TEXTS}, providerMetadata=METADATA),
    chunk("steering-message", {"id": IDS, "parts": UI_PARTS}),
    chunk("data-plot", {"data": JSON}, id=IDS, transient=st.booleans()),
    chunk("data-status", {"data": JSON}, id=IDS),
    chunk("error", {"errorText": TEXTS}),
    *(chunk(kind) for kind in ("start-step", "finish-step", "reset-step")),
    chunk("start", messageId=IDS, messageMetadata=OBJECTS),
    chunk("finish", finishReason=REASONS, messageMetadata=OBJECTS),
    chunk("abort", reason=TEXTS),
    chunk("message-metadata", {"messageMetadata": OBJECTS}),
]

ALL_CHUNKS = [*TOOL_CHUNKS, *OTHER_CHUNKS]


def any_chunks() -> Chunks:
    """Return chunks in any order, most of which soon have one that is wrong at its place."""
    return st.lists(st.one_of(ALL_CHUNKS), max_size=12)


@st.composite
def sensible_chunks(draw: st.DrawFn) -> list[Chunk]:
    """Return chunks of which none is wrong at its place."""
    open_parts: set[tuple[str, str]] = set()
    calls: set[str] = set()
    approvals: set[str] = set()
    drawn = draw(st.lists(st.one_of(ALL_CHUNKS), max_size=40))
    return [each for each in drawn if _fits(each, open_parts, calls, approvals)]


def _fits(each: Chunk, open_parts: set[tuple[str, str]], calls: set[str], approvals: set[str]) -> bool:
    kind, call = each["type"], each.get("toolCallId")
    if kind in {"reset-step", "start"}:  # what was open may be gone
        for seen in (open_parts, calls, approvals):
            seen.clear()
    block, _, event = kind.rpartition("-")
    if block in {"text", "reasoning", "tool-input"} and event in {"start", "delta", "end"}:
        return _fits_block(block, event, str(call or each.get("id")), open_parts, calls)
    if kind == "tool-approval-request" and call in calls:
        approvals.add(each["approvalId"])
    if kind == "tool-approval-response":
        return each["approvalId"] in approvals
    if kind in {"tool-input-available", "tool-input-error"}:
        calls.add(str(call))
    return call is None or call in calls


def _fits_block(block: str, event: str, name: str, open_parts: set[tuple[str, str]], calls: set[str]) -> bool:
    if event == "start":
        open_parts.add((block, name))
        if block == "tool-input":
            calls.add(name)
        return True
    is_open = (block, name) in open_parts
    if event == "end":
        open_parts.discard((block, name))
    return is_open
