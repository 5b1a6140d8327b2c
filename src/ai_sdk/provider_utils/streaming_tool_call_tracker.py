"""Puts streamed tool calls of chat-completions APIs together, however a provider labels the pieces.

A call is complete only when the stream ends: arguments that parse can still be the start of longer ones.

Ports: @ai-sdk/provider-utils/src/streaming-tool-call-tracker.ts
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4StreamPart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.generate_id import generate_id as default_generate_id
from ai_sdk.provider_utils.streaming_tool_call_argument_state import (
    JAVASCRIPT_WHITESPACE,
    StreamingToolCallArgumentState,
    starts_with_structured_value,
)

__all__ = ["StreamingToolCallTracker", "TypeValidation"]

TypeValidation = Literal["none", "if-present", "required"]
"""How the `type` of a new tool call is checked: not, unless it is absent or null, or always."""


@dataclass(slots=True, kw_only=True, eq=False)
class _ToolCall:
    id: str
    index: float | None
    sequence: int
    name: str
    arguments: list[str]
    argument_state: StreamingToolCallArgumentState
    metadata: SharedV4ProviderMetadata | None
    has_finished: bool = False


class _Unresolved(Enum):
    NEW = "the delta starts a call"
    AMBIGUOUS = "the delta fits several calls and is dropped"


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a delta says about the call that it belongs to; blank ids and names count as absent."""

    wire_id: str | None
    index: float | None
    name: str | None
    has_explicit_call_start: bool
    has_empty_arguments: bool


class StreamingToolCallTracker:
    """Turns tool call deltas into stream parts: `process_delta` for each delta, `flush` when the stream ends.

    A delta is the wire's JSON: `{"index", "id", "type", "function": {"name", "arguments"}}`, each optional or null.
    `generate_id` makes ids for calls that have none; `extract_metadata` reads a new call's provider metadata from its
    first delta; `build_tool_call_provider_metadata` turns that into the metadata of the `tool-call` part.
    """

    def __init__(
        self,
        *,
        generate_id: Callable[[], str] = default_generate_id,
        type_validation: TypeValidation = "none",
        extract_metadata: Callable[[JSONObject], SharedV4ProviderMetadata | None] | None = None,
        build_tool_call_provider_metadata: Callable[[SharedV4ProviderMetadata | None], SharedV4ProviderMetadata | None]
        | None = None,
    ) -> None:
        self._generate_id = generate_id
        self._type_validation = type_validation
        self._extract_metadata = extract_metadata
        self._build_provider_metadata = build_tool_call_provider_metadata
        self._tool_calls: list[_ToolCall] = []
        self._by_wire_id: dict[str, dict[_ToolCall, None]] = {}
        self._by_index: dict[float, dict[_ToolCall, None]] = {}
        self._used_ids: set[str] = set()
        self._next_suffix: dict[str, int] = {}

    def process_delta(self, delta: JSONObject) -> list[LanguageModelV4StreamPart]:
        """Return the parts of one delta: `tool-input-start` for a new call, `tool-input-delta` for its text.

        Raises `InvalidResponseDataError` when a new call has no name, or not the type that is asked for.
        """
        evidence = _read_evidence(delta)
        resolution = self._resolve(evidence)
        if resolution is _Unresolved.AMBIGUOUS:
            return []
        if isinstance(resolution, _ToolCall):
            self._associate(resolution, evidence)
            return _continue_tool_call(resolution, _function(delta).get("arguments"))
        # A blank name cannot start a usable call, but some providers repeat one on continuations.
        if isinstance(_function(delta).get("name"), str) and evidence.name is None:
            return []
        tool_call, parts = self._start_tool_call(delta, evidence)
        self._associate(tool_call, evidence)
        return parts

    def flush(self) -> list[LanguageModelV4StreamPart]:
        """Return `tool-input-end` and `tool-call` of every open call, in index order when every call has an index."""
        tool_calls = self._tool_calls
        if all(tool_call.index is not None for tool_call in tool_calls):
            tool_calls = sorted(tool_calls, key=lambda tool_call: (tool_call.index or 0, tool_call.sequence))
        unfinished = [tool_call for tool_call in tool_calls if not tool_call.has_finished]
        return [part for tool_call in unfinished for part in self._finish_tool_call(tool_call)]

    def _resolve(self, evidence: _Evidence) -> _ToolCall | _Unresolved:
        # | id      | index, name | start            | the delta belongs to                      |
        # | known   | matching    | any              | the matching call, a new one, or unclear  |
        # | known   | conflicting | named            | a new call                                |
        # | unseen  | matching    | structured start | a new call                                |
        # | unseen  | matching    | named, empty     | the incomplete call, a new one or unclear |
        # | unseen  | matching    | continuation     | the matching call, or unclear             |
        # | absent  | matching    | any              | the matching call, a new one, or unclear  |
        # | absent  | absent      | named            | a new call                                |
        # | absent  | absent      | unnamed          | the sole unfinished call, new, or unclear |
        if evidence.wire_id is not None:
            return self._resolve_with_wire_id(evidence, evidence.wire_id)
        if evidence.index in self._by_index:
            return _resolve_matching(self._at_index(evidence), has_explicit_call_start=evidence.has_explicit_call_start)
        if evidence.name is not None:
            return _Unresolved.NEW
        unfinished = [tool_call for tool_call in self._tool_calls if not tool_call.has_finished]
        return _resolve_matching(unfinished, has_explicit_call_start=False)

    def _resolve_with_wire_id(self, evidence: _Evidence, wire_id: str) -> _ToolCall | _Unresolved:
        known = self._by_wire_id.get(wire_id)
        at_index = self._at_index(evidence)
        if known is not None:
            return self._resolve_known_wire_id(evidence, known, at_index)
        if not at_index or evidence.has_explicit_call_start:
            return _Unresolved.NEW
        # A continuation may change its id; a named delta without arguments starts a call only after a complete one.
        starts_call = evidence.name is not None and evidence.has_empty_arguments
        return _resolve_matching(at_index, has_explicit_call_start=starts_call)

    def _resolve_known_wire_id(
        self, evidence: _Evidence, known: dict[_ToolCall, None], at_index: list[_ToolCall]
    ) -> _ToolCall | _Unresolved:
        if evidence.index is None:
            named = _with_name(known, evidence.name)
            return _resolve_matching(named, has_explicit_call_start=evidence.has_explicit_call_start)
        matching = [tool_call for tool_call in at_index if tool_call in known]
        resolution = _resolve_matching(matching, has_explicit_call_start=evidence.has_explicit_call_start)
        if resolution is not _Unresolved.NEW:
            return resolution
        # Providers reuse ids for parallel calls, so an id and a name cannot overrule another index.
        if evidence.name is not None:
            return _Unresolved.NEW
        if evidence.index in self._by_index:
            return _Unresolved.AMBIGUOUS
        return _resolve_matching(list(known), has_explicit_call_start=False)

    def _at_index(self, evidence: _Evidence) -> list[_ToolCall]:
        if evidence.index is None:
            return []
        return _with_name(self._by_index.get(evidence.index, {}), evidence.name)

    def _associate(self, tool_call: _ToolCall, evidence: _Evidence) -> None:
        if evidence.wire_id is not None:
            self._by_wire_id.setdefault(evidence.wire_id, {})[tool_call] = None
        if evidence.index is not None:
            self._by_index.setdefault(evidence.index, {})[tool_call] = None

    def _start_tool_call(
        self, delta: JSONObject, evidence: _Evidence
    ) -> tuple[_ToolCall, list[LanguageModelV4StreamPart]]:
        self._validate_type(delta)
        if evidence.name is None:
            raise InvalidResponseDataError("Expected 'function.name' to be a string.", data=delta)
        arguments = _function(delta).get("arguments") or ""
        tool_call = _ToolCall(
            id=self._create_id(evidence.wire_id),
            index=evidence.index,
            sequence=len(self._tool_calls),
            name=evidence.name,
            arguments=[arguments],
            argument_state=StreamingToolCallArgumentState(arguments),
            metadata=self._extract_metadata(delta) if self._extract_metadata else None,
        )
        self._tool_calls.append(tool_call)
        parts: list[LanguageModelV4StreamPart] = [
            LanguageModelV4ToolInputStart(id=tool_call.id, tool_name=tool_call.name)
        ]
        if arguments:
            parts.append(LanguageModelV4ToolInputDelta(id=tool_call.id, delta=arguments))
        return tool_call, parts

    def _validate_type(self, delta: JSONObject) -> None:
        kind = delta.get("type")
        if self._type_validation == "none" or kind == "function":
            return
        if self._type_validation == "required" or kind is not None:
            raise InvalidResponseDataError("Expected 'function' type.", data=delta)

    def _create_id(self, wire_id: str | None) -> str:
        if wire_id is not None and wire_id not in self._used_ids:
            self._used_ids.add(wire_id)
            return wire_id
        generated = _non_blank(self._generate_id()) or "tool-call"
        unique = generated
        while unique in self._used_ids:
            # Resuming after the last suffix keeps a generator that repeats itself from being searched again and again.
            suffix = self._next_suffix.get(generated, 1)
            self._next_suffix[generated] = suffix + 1
            unique = f"{generated}-{suffix}"
        self._used_ids.add(unique)
        return unique

    def _finish_tool_call(self, tool_call: _ToolCall) -> list[LanguageModelV4StreamPart]:
        tool_call.has_finished = True
        build = self._build_provider_metadata
        return [
            LanguageModelV4ToolInputEnd(id=tool_call.id),
            LanguageModelV4ToolCall(
                tool_call_id=tool_call.id,
                tool_name=tool_call.name,
                input="".join(tool_call.arguments),
                provider_metadata=build(tool_call.metadata) if build else None,
            ),
        ]


def _read_evidence(delta: JSONObject) -> _Evidence:
    function = _function(delta)
    name = _non_blank(function.get("name"))
    arguments = function.get("arguments")
    return _Evidence(
        wire_id=_non_blank(delta.get("id")),
        index=delta.get("index"),
        name=name,
        has_explicit_call_start=name is not None and starts_with_structured_value(arguments),
        has_empty_arguments=_non_blank(arguments) is None,
    )


def _function(delta: JSONObject) -> JSONObject:
    function: JSONObject | None = delta.get("function")
    return function or {}


def _non_blank(value: str | None) -> str | None:
    return value if value is not None and value.strip(JAVASCRIPT_WHITESPACE) else None


def _with_name(tool_calls: Iterable[_ToolCall], name: str | None) -> list[_ToolCall]:
    return [tool_call for tool_call in tool_calls if name is None or tool_call.name == name]


def _resolve_matching(tool_calls: list[_ToolCall], *, has_explicit_call_start: bool) -> _ToolCall | _Unresolved:
    """Choose among calls that fit: a fresh start is another call only when the fitting one has closed its arguments."""
    if not tool_calls:
        return _Unresolved.NEW
    if not has_explicit_call_start and len(tool_calls) == 1:
        return tool_calls[0]
    continuable = [call for call in tool_calls if not call.argument_state.has_complete_structured_value]
    if len(continuable) == 1:
        return continuable[0]
    if continuable or not has_explicit_call_start:
        return _Unresolved.AMBIGUOUS
    return _Unresolved.NEW


def _continue_tool_call(tool_call: _ToolCall, arguments: str | None) -> list[LanguageModelV4StreamPart]:
    if tool_call.has_finished or arguments is None:
        return []
    tool_call.argument_state.append(arguments)
    tool_call.arguments.append(arguments)
    return [LanguageModelV4ToolInputDelta(id=tool_call.id, delta=arguments)]
