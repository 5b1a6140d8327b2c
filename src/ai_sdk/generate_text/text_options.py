"""The options of text generations, the same for `generate_text`, `stream_text` and agents.

Ports: ai/src/prompt/prompt.ts, ai/src/prompt/request-options.ts, ai/src/generate-text/tools-context-parameter.ts
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Required, TypedDict

from ai_sdk.prompt.language_model_call_options import LanguageModelCallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ai_sdk.generate_text.generate_text_events import (
        GenerateTextEndEvent,
        GenerateTextStartEvent,
        GenerateTextStepErrorEvent,
        GenerateTextStepStartEvent,
    )
    from ai_sdk.generate_text.language_model_events import LanguageModelCallEndEvent, LanguageModelCallStartEvent
    from ai_sdk.generate_text.prepare_step import PrepareStep
    from ai_sdk.generate_text.steering import Steering
    from ai_sdk.generate_text.step_result import StepResult
    from ai_sdk.generate_text.stop_condition import StopCondition
    from ai_sdk.generate_text.tool_execution_events import ToolExecutionEndEvent, ToolExecutionStartEvent
    from ai_sdk.prompt.request_options import Timeout
    from ai_sdk.prompt.standardize_prompt import MessageInput
    from ai_sdk.provider import AbortSignal, LanguageModelV4
    from ai_sdk.telemetry.telemetry_options import TelemetryOptions
    from ai_sdk.util.callback import Callback
    from ai_sdk.util.download.download_function import DownloadFunction

__all__ = ["GenerationOptions", "Include", "TextOptions"]


class Include(TypedDict, total=False):
    """What to keep that is large: the bodies of requests and responses, the messages sent, the provider's chunks."""

    request_body: bool
    request_messages: bool
    response_body: bool
    raw_chunks: bool


class GenerationOptions(LanguageModelCallOptions, total=False):
    """What does not change between the calls of an agent.

    | option | meaning |
    |---|---|
    | `instructions` | what the model is told beside the conversation |
    | `allow_system_in_messages` | whether messages may hold system messages (default: no) |
    | `tools` | tools by name, or a list of named tools |
    | `tool_choice` | `"auto"`, `"none"`, `"required"` or `{"type": "tool", "toolName": ...}` |
    | `tools_context`, `runtime_context` | data for tools by their names; data for callbacks; the model sees neither |
    | `stop_when` | one condition or several, after which the loop of steps ends |
    | `active_tools`, `tool_order` | the tools that the model sees, and the order in which it sees them |
    | `tool_call_concurrency` | how many tools run at once (default: no limit) |
    | `prepare_step` | changes what a step is given |
    | `tool_approval` | which tool calls need approval: a function, or a status or function by tool name |
    | `repair_tool_call` | mends a tool call that does not fit |
    | `max_retries` | how often a failed request is tried again (default: 2) |
    | `timeout` | seconds for the whole call, or a `TimeoutConfiguration` |
    | `headers`, `provider_options` | for the request, and for the provider |
    | `include` | what to keep that is large |
    | `telemetry` | how integrations are told about the call |

    The callbacks are told what happens, and awaited; their errors are ignored.
    """

    instructions: Any
    allow_system_in_messages: bool
    tools: Any
    tool_choice: Any
    tools_context: Mapping[str, Any] | None
    runtime_context: Mapping[str, Any] | None
    stop_when: StopCondition | Sequence[StopCondition]
    active_tools: list[str] | None
    tool_order: list[str] | None
    tool_call_concurrency: int | None
    prepare_step: PrepareStep | None
    tool_approval: Any
    repair_tool_call: Any
    max_retries: int | None
    timeout: Timeout
    headers: Mapping[str, str | None] | None
    provider_options: dict[str, dict[str, Any]] | None
    include: Include | None
    telemetry: TelemetryOptions | Mapping[str, Any] | None
    experimental_tool_approval_secret: str | bytes | None
    experimental_tool_callers: Mapping[str, Sequence[str]] | None
    experimental_refine_tool_input: Mapping[str, Any] | None
    experimental_download: DownloadFunction | None
    experimental_sandbox: Any
    on_start: Callback[GenerateTextStartEvent] | None
    on_step_start: Callback[GenerateTextStepStartEvent] | None
    on_language_model_call_start: Callback[LanguageModelCallStartEvent] | None
    on_language_model_call_end: Callback[LanguageModelCallEndEvent] | None
    on_tool_execution_start: Callback[ToolExecutionStartEvent] | None
    on_tool_execution_end: Callback[ToolExecutionEndEvent] | None
    on_step_end: Callback[StepResult] | None
    on_step_error: Callback[GenerateTextStepErrorEvent] | None
    on_end: Callback[GenerateTextEndEvent] | None
    _internal: Mapping[str, Any] | None


class TextOptions(GenerationOptions, total=False):
    """The options of one call: either `prompt` or `messages`, and those of `GenerationOptions`."""

    model: Required[str | LanguageModelV4]
    prompt: str | Sequence[MessageInput] | None
    messages: Sequence[MessageInput] | None
    abort_signal: AbortSignal | None
    experimental_steering: Steering | None
