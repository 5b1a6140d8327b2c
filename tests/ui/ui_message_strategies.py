"""UI messages for property tests: valid ones of every part and state, and ones that were damaged in one place."""

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

TEXTS = st.text(alphabet='aZ09 -_{}":\\ü😀', max_size=6)
# Without what JSON escapes: V8's JSON.parse (Node 24.19) now and then reads the key "\"" as "\\".
KEYS = st.text(alphabet="aZ09 -_{}:ü😀", max_size=6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=4,
)
METADATA = st.dictionaries(
    st.sampled_from(["openai", "anthropic"]), st.dictionaries(KEYS, JSON, max_size=2), max_size=1
)
URLS = st.sampled_from(["https://leaves.test/a.png", "data:text/plain;base64,SGk=", "https://Leaves.test/a b"])
TOOL_NAMES = st.sampled_from(["tool-soil", "tool-get-weather", "tool-", "dynamic-tool"])


def record(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Return an object with the keys that it must have and some of those that it may have."""
    return st.fixed_dictionaries(required, optional=optional)


def _part(kind: str, required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return record({"type": st.just(kind), **required}, providerMetadata=METADATA, **optional)


_SOURCE = record(
    {"type": st.just("source"), "sourceType": st.just("url"), "id": TEXTS, "url": URLS}, title=TEXTS
) | record(
    {"type": st.just("source"), "sourceType": st.just("document"), "id": TEXTS, "mediaType": TEXTS, "title": TEXTS},
    filename=TEXTS,
    providerMetadata=METADATA,
)
_CITATION = record({"source": _SOURCE}, startIndex=st.integers(0, 9), endIndex=st.integers(0, 9), citedText=TEXTS)
_STREAM_STATE = st.sampled_from(["streaming", "done"])
_FILE = _part(
    "file",
    {"mediaType": st.just("image/png"), "url": URLS},
    filename=TEXTS,
    providerReference=st.dictionaries(KEYS, TEXTS, max_size=1),
)
_PLAIN_PARTS = st.one_of(
    _part("text", {"text": TEXTS}, state=_STREAM_STATE, citations=st.lists(_CITATION, max_size=2)),
    _part("reasoning", {"text": TEXTS}, state=_STREAM_STATE, id=TEXTS),
    _part("custom", {"kind": st.sampled_from(["openai.search", "nameless"])}),
    _part("source-url", {"sourceId": TEXTS, "url": URLS}, title=TEXTS),
    _part("source-document", {"sourceId": TEXTS, "mediaType": TEXTS, "title": TEXTS}, filename=TEXTS),
    _FILE,
    _part("reasoning-file", {"mediaType": TEXTS, "url": URLS}),
    record(
        {"type": st.just("steering-message"), "id": TEXTS, "parts": st.lists(_part("text", {"text": TEXTS}) | _FILE)}
    ),
    st.just({"type": "step-start"}),
    record({"type": st.sampled_from(["data-weather", "data-"]), "data": JSON}, id=TEXTS),
)

_REQUEST = {
    "descriptor": JSON,
    "requestReason": TEXTS,
    "isAutomatic": st.booleans(),
    "signature": TEXTS,
    "inputSchemaInput": st.dictionaries(KEYS, JSON, max_size=1),
}


def _approval(approved: Any) -> st.SearchStrategy[dict[str, Any]]:
    return record({"id": TEXTS, "approved": approved}, reason=TEXTS, **_REQUEST)


_GRANTED = _approval(st.just(True))
_CALL = {"title": TEXTS, "toolMetadata": st.dictionaries(KEYS, JSON, max_size=1), "callProviderMetadata": METADATA}
_CALL["providerExecuted"] = st.booleans()


def _state(state: str, required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return record({"toolCallId": TEXTS, "state": st.just(state), **required}, **_CALL, **optional)


_STATES = st.one_of(
    _state("input-streaming", {}, input=JSON, rawInput=TEXTS, inputEncoding=st.sampled_from(["json", "text"])),
    _state("input-available", {"input": JSON}),
    _state("approval-requested", {"input": JSON, "approval": record({"id": TEXTS}, **_REQUEST)}),
    _state("approval-responded", {"input": JSON, "approval": _approval(st.booleans())}),
    _state(
        "output-available",
        {"input": JSON, "output": JSON},
        resultProviderMetadata=METADATA,
        preliminary=st.booleans(),
        approval=_GRANTED,
    ),
    _state(
        "output-error",
        {"errorText": TEXTS},
        input=JSON,
        resultProviderMetadata=METADATA,
        approval=_GRANTED,
    ),
    _state("output-denied", {"input": JSON, "approval": _approval(st.just(False))}),
)


@st.composite
def tool_parts(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a call of a tool, static or dynamic, in one of its states."""
    kind = draw(TOOL_NAMES)
    name: dict[str, Any] = {"type": kind}
    if kind == "dynamic-tool":
        name |= draw(record({"toolName": TEXTS}, dynamic=st.just(False)))
    state = draw(_STATES)
    if state["state"] == "output-error" and kind != "dynamic-tool":
        state |= draw(record({}, rawInput=JSON))
    return {**name, **state}


PARTS = _PLAIN_PARTS | tool_parts()


@st.composite
def ui_messages(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw a conversation that is valid."""
    roles = st.sampled_from(["assistant", "assistant", "user", "system"])
    messages = []
    for _ in range(draw(st.integers(1, 3))):
        role = draw(roles)
        parts = draw(st.lists(PARTS, min_size=0 if role == "assistant" else 1, max_size=5))
        messages.append(draw(record({"id": TEXTS, "role": st.just(role), "parts": st.just(parts)}, metadata=JSON)))
    return messages


@st.composite
def damaged_ui_messages(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw a conversation in which one value is missing, another, or one too many."""
    messages = deepcopy(draw(ui_messages()))
    at: Any = draw(st.sampled_from(messages))
    while True:
        key = draw(st.sampled_from(sorted(at))) if isinstance(at, dict) else draw(st.integers(0, len(at) - 1))
        if not (isinstance(at[key], dict | list) and at[key]) or draw(st.integers(0, 3)) == 0:
            break
        at = at[key]
    match draw(st.sampled_from(["drop", "replace", "add"])):
        case "drop":
            del at[key]
        case "replace":
            at[key] = draw(JSON | st.sampled_from(["text", "output-error", "dynamic-tool", "data-x", "user"]))
        case "add" if isinstance(at, dict):
            at[draw(st.sampled_from(["output", "approval", "errorText", "metadata", "dynamic", "x"]))] = draw(JSON)
    return messages
