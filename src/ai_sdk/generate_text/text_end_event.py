"""What `on_end` is told: everything that the steps made.

Ports: ai/src/generate-text/generate-text.ts, ai/src/generate-text/stream-text.ts
"""

from typing import Any

from ai_sdk.generate_text.generate_text_events import GenerateTextEndEvent
from ai_sdk.generate_text.step_inputs import LoopState
from ai_sdk.generate_text.text_call import TextCall
from ai_sdk.generate_text.usage import LanguageModelUsage

__all__ = ["create_end_event"]

# The lists that are those of all steps.
_LISTS = (
    "content",
    "files",
    "sources",
    "tool_calls",
    "static_tool_calls",
    "dynamic_tool_calls",
    "tool_results",
    "static_tool_results",
    "dynamic_tool_results",
)
# What is that of the last step.
_LAST = (
    "step_number",
    "model",
    "finish_reason",
    "raw_finish_reason",
    "text",
    "reasoning",
    "reasoning_text",
    "request",
    "response",
    "provider_metadata",
)


def create_end_event(call: TextCall, state: LoopState, usage: LanguageModelUsage) -> GenerateTextEndEvent:
    """Return the event for a loop that has ended after at least one step."""
    last = state.steps[-1]
    lists: dict[str, Any] = {name: [item for step in state.steps for item in getattr(step, name)] for name in _LISTS}
    return GenerateTextEndEvent(
        call_id=call.call_id,
        runtime_context=last.runtime_context,
        tools_context=call.tools_context,
        usage=usage,
        total_usage=usage,
        warnings=[warning for step in state.steps for warning in step.warnings or ()],
        response_messages=state.response_messages(),
        steps=state.steps,
        final_step=last,
        **lists,
        **{name: getattr(last, name) for name in _LAST},
    )
