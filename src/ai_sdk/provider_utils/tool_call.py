"""Calls of tools and their results, typed by the tool.

Ports: @ai-sdk/provider-utils/src/types/tool-call.ts, @ai-sdk/provider-utils/src/types/tool-result.ts
"""

from dataclasses import dataclass, field
from typing import Any, Generic, Literal, cast

from typing_extensions import TypeVar

from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.shared import SharedV4ProviderMetadata
from ai_sdk.provider.spec import Spec

__all__ = ["TypedToolCall", "TypedToolResult"]

InputT = TypeVar("InputT", default=Any)
OutputT = TypeVar("OutputT", default=Any)


@dataclass(slots=True, kw_only=True)
class TypedToolCall(Spec, Generic[InputT]):
    """A call of a tool that the model made.

    `input` is what the tool's schema made of the model's JSON. `dynamic` calls belong to no tool whose types are
    known; one of them that is `invalid` names no tool, or has an input that does not fit, as `error` says, and its
    `input` is what the model sent.
    """

    type: Literal["tool-call"] = "tool-call"
    tool_call_id: str
    tool_name: str
    input: InputT
    provider_executed: bool | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    tool_metadata: JSONObject | None = None
    dynamic: bool | None = None
    invalid: bool | None = None
    error: Any = None
    title: str | None = None
    input_schema_input: Any = field(default=None, repr=False, compare=False, metadata={"hidden": True})
    """The input as it was before it was refined, when a refinement changed it; not part of the call's JSON."""


@dataclass(slots=True, kw_only=True)
class TypedToolResult(Spec, Generic[InputT, OutputT]):
    """What a tool answered; `preliminary` results are followed by others."""

    type: Literal["tool-result"] = "tool-result"
    tool_call_id: str
    tool_name: str
    input: InputT = cast("InputT", None)  # noqa: RUF009 - absent when the call is not known
    output: OutputT
    provider_executed: bool | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    tool_metadata: JSONObject | None = None
    dynamic: bool | None = None
    preliminary: bool | None = None
    title: str | None = None
