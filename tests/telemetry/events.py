"""Events of one call each, as the functions of the library send them."""

from datetime import UTC, datetime
from typing import Any

from ai_sdk.generate_text.content_part import FileOutput, ReasoningOutput, TextOutput
from ai_sdk.generate_text.generate_text_events import (
    GenerateTextAbortEvent,
    GenerateTextEndEvent,
    GenerateTextStartEvent,
    GenerateTextStepErrorEvent,
    GenerateTextStepStartEvent,
)
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.language_model_events import (
    LanguageModelCallEndEvent,
    LanguageModelCallPerformance,
    LanguageModelCallStartEvent,
)
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata
from ai_sdk.generate_text.performance import OutputChunkTimingStats, StepResultPerformance
from ai_sdk.generate_text.step_result import ModelInfo, StepResult
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolError, TypedToolResult
from ai_sdk.generate_text.tool_execution_events import ToolExecutionEndEvent, ToolExecutionStartEvent
from ai_sdk.generate_text.usage import (
    LanguageModelInputTokenDetails,
    LanguageModelOutputTokenDetails,
    LanguageModelUsage,
)
from ai_sdk.provider import LanguageModelV4FunctionTool, LanguageModelV4ProviderTool, LanguageModelV4ToolChoiceAuto
from ai_sdk.provider_utils.model_message import SystemModelMessage, UserModelMessage

USAGE = LanguageModelUsage(
    input_tokens=12,
    input_token_details=LanguageModelInputTokenDetails(no_cache_tokens=7, cache_read_tokens=4, cache_write_tokens=1),
    output_tokens=30,
    output_token_details=LanguageModelOutputTokenDetails(text_tokens=20, reasoning_tokens=10),
    total_tokens=42,
)
METADATA = {"openai": {"cachedTokens": 4}}
MESSAGES: list[Any] = [UserModelMessage(content="Weather in Paris?")]
WEATHER_CALL = TypedToolCall(tool_call_id="call-1", tool_name="weather", input={"city": "Paris"})
TOOLS = [
    LanguageModelV4FunctionTool(name="weather", description="Tells it.", input_schema={"type": "object"}),
    LanguageModelV4ProviderTool(
        id="openai.mcp",
        name="mcp",
        args={"serverLabel": "crm", "authorization": "SECRET", "headers": {"x-key": "SECRET"}},
    ),
]


def start(**changes: Any) -> GenerateTextStartEvent:
    values: dict[str, Any] = {
        "call_id": "call",
        "operation_id": "ai.generateText",
        "provider": "openai.chat",
        "model_id": "gpt-5",
        "max_output_tokens": 100,
        "temperature": 0.5,
        "top_p": 0.9,
        "top_k": 40,
        "presence_penalty": 0.1,
        "frequency_penalty": 0.2,
        "stop_sequences": ["END"],
        "seed": 7,
        "max_retries": 2,
        "headers": {"x-team": "weather", "x-none": None},
        "tools_context": {"weather": {"token": "SECRET", "unit": "C"}},
        "runtime_context": {"tenant": "acme", "key": "SECRET", "nested": {"plan": "pro", "ids": [1, 2]}},
        "instructions": [SystemModelMessage(content="Be brief."), SystemModelMessage(content="Be kind.")],
        "messages": MESSAGES,
    }
    return GenerateTextStartEvent(**(values | changes))


def step_start(*, steps: list[StepResult] | None = None, **changes: Any) -> GenerateTextStepStartEvent:
    return GenerateTextStepStartEvent(**(_step_start(steps or []) | changes))


def step_error(error: Any, **changes: Any) -> GenerateTextStepErrorEvent:
    return GenerateTextStepErrorEvent(**(_step_start([]) | {"error": error} | changes))


def _step_start(steps: list[StepResult]) -> dict[str, Any]:
    return {
        "call_id": "call",
        "provider": "openai.chat",
        "model_id": "gpt-5",
        "step_number": len(steps),
        "steps": steps,
        "runtime_context": start().runtime_context,
        "tools_context": start().tools_context,
        "messages": MESSAGES,
        "step_tool_choice": LanguageModelV4ToolChoiceAuto(),
    }


def model_call_start(**changes: Any) -> LanguageModelCallStartEvent:
    values: dict[str, Any] = {
        "call_id": "call",
        "provider": "openai.chat",
        "model_id": "gpt-5",
        "tools": TOOLS,
        "instructions": "Be brief.",
        "messages": MESSAGES,
    }
    return LanguageModelCallStartEvent(**(values | changes))


def model_call_end(**changes: Any) -> LanguageModelCallEndEvent:
    values: dict[str, Any] = {
        "call_id": "call",
        "provider": "openai.chat",
        "model_id": "gpt-5-2026",
        "finish_reason": "tool-calls",
        "usage": USAGE,
        "content": [ReasoningOutput(text="Hm."), TextOutput(text="Let me "), TextOutput(text="look."), WEATHER_CALL],
        "response_id": "resp-1",
        "provider_metadata": METADATA,
        "request": LanguageModelRequestMetadata(url="https://api.openai.com"),
        "performance": LanguageModelCallPerformance(
            response_time_ms=1250,
            effective_output_tokens_per_second=24,
            effective_total_tokens_per_second=33.6,
            time_to_first_output_ms=300,
            time_between_output_chunks_ms=OutputChunkTimingStats(min=1, p10=1, median=2, avg=2.5, p90=4, max=5),
        ),
    }
    return LanguageModelCallEndEvent(**(values | changes))


def tool_start(call: TypedToolCall[Any] = WEATHER_CALL) -> ToolExecutionStartEvent:
    return ToolExecutionStartEvent(
        call_id="call", messages=MESSAGES, tool_call=call, tool_context={"token": "SECRET", "unit": "C"}
    )


def tool_end(output: Any = None, *, error: Any = None) -> ToolExecutionEndEvent:
    common: dict[str, Any] = {"tool_call_id": "call-1", "tool_name": "weather", "input": {"city": "Paris"}}
    tool_output: Any = (
        TypedToolResult(**common, output=output) if error is None else TypedToolError(**common, error=error)
    )
    return ToolExecutionEndEvent(
        call_id="call",
        messages=MESSAGES,
        tool_call=WEATHER_CALL,
        tool_context={"token": "SECRET", "unit": "C"},
        tool_execution_ms=40,
        tool_output=tool_output,
    )


def step(**changes: Any) -> StepResult:
    values: dict[str, Any] = {
        "call_id": "call",
        "step_number": 0,
        "model": ModelInfo(provider="openai.chat", model_id="gpt-5"),
        "tools_context": start().tools_context,
        "runtime_context": start().runtime_context,
        "content": [
            ReasoningOutput(text="Hm."),
            TextOutput(text="18 degrees."),
            FileOutput(file=GeneratedFile(data=b"\x89PNG", media_type="image/png")),
        ],
        "finish_reason": "stop",
        "usage": USAGE,
        "performance": StepResultPerformance(
            effective_output_tokens_per_second=24,
            effective_total_tokens_per_second=33.6,
            step_time_ms=1300,
            response_time_ms=1250,
        ),
        "request": LanguageModelRequestMetadata(body={"prompt": "SECRET-INPUT"}, messages=MESSAGES),
        "response": LanguageModelResponseMetadata(
            id="resp-1",
            timestamp=datetime(2026, 1, 1, tzinfo=UTC),
            model_id="gpt-5-2026",
            body={"text": "SECRET-OUTPUT"},
            messages=[],
        ),
        "provider_metadata": METADATA,
    }
    return StepResult(**(values | changes))


def end(final_step: StepResult | None = None, **changes: Any) -> GenerateTextEndEvent:
    final = final_step or step()
    copied = {name: getattr(final, name) for name in _COPIED}
    values = copied | {"total_usage": final.usage, "response_messages": [], "steps": [final], "final_step": final}
    return GenerateTextEndEvent(**(values | changes))


_COPIED = (
    *("call_id", "step_number", "model", "tools_context", "runtime_context", "content", "text", "reasoning"),
    *("reasoning_text", "files", "sources", "tool_calls", "static_tool_calls", "dynamic_tool_calls", "tool_results"),
    *("static_tool_results", "dynamic_tool_results", "finish_reason", "raw_finish_reason", "usage", "warnings"),
    *("request", "response", "provider_metadata"),
)


def abort() -> GenerateTextAbortEvent:
    return GenerateTextAbortEvent(call_id="call", steps=[])
