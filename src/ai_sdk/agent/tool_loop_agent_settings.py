"""What an agent that runs tools in a loop is made of.

Ports: ai/src/agent/tool-loop-agent-settings.ts
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Required

from ai_sdk.generate_text.text_options import GenerationOptions

if TYPE_CHECKING:
    from ai_sdk.generate_text.generate_text_events import GenerateTextAbortEvent
    from ai_sdk.generate_text.stream_text.stream_text_events import StreamTextErrorEvent
    from ai_sdk.provider import LanguageModelV4
    from ai_sdk.provider_utils.schema import FlexibleSchema
    from ai_sdk.util.callback import Callback

__all__ = ["PrepareCall", "ToolLoopAgentSettings"]

PrepareCall = Callable[[dict[str, Any]], Mapping[str, Any] | Awaitable[Mapping[str, Any]]]
"""Takes the settings of the agent and of the call as one dict, and returns those of the call to make."""


class ToolLoopAgentSettings(GenerationOptions, total=False):
    """The settings of a `ToolLoopAgent`: those of `GenerationOptions`, and a few of its own.

    | setting | meaning |
    |---|---|
    | `model` | the model; the only one that is needed |
    | `id` | the agent's id |
    | `stop_when` | when the loop ends although there is more to do (default: after 20 steps, with a warning) |
    | `call_options_schema` | what the `options` of a call must look like |
    | `prepare_call` | changes the settings for one call: `lambda call: {**call, "temperature": 0}` |
    | `on_error` | told of errors; not of aborts and timeouts |
    | `on_abort` | told when the caller or a timeout stops a streamed call |
    """

    model: Required[str | LanguageModelV4]
    id: str | None
    call_options_schema: FlexibleSchema | None
    prepare_call: PrepareCall | None
    on_error: Callback[StreamTextErrorEvent] | None
    on_abort: Callback[GenerateTextAbortEvent] | None
