"""What an agent behind a chat's frontend is given.

Ports: ai/src/agent/create-agent-ui-stream.ts
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai_sdk.ui_message_stream.ui_message_stream_options import UIMessageStreamViewOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ai_sdk.generate_text.steering import Steering
    from ai_sdk.generate_text.step_result import StepResult
    from ai_sdk.generate_text.stream_text_transform import StreamTextTransform
    from ai_sdk.prompt.request_options import Timeout
    from ai_sdk.provider import AbortSignal
    from ai_sdk.ui.convert_to_model_messages import ConvertDataPart
    from ai_sdk.ui_message_stream.ui_message_stream_outcome import UIMessageStreamOnStepEndCallback
    from ai_sdk.util.callback import Callback

__all__ = ["AgentUIStreamOptions"]


class AgentUIStreamOptions(UIMessageStreamViewOptions, total=False):
    """What an agent and its frontend are given; those of `UIMessageStreamViewOptions` too.

    | option | meaning |
    |---|---|
    | `convert_data_part` | tells the model of data parts, see `convert_to_model_messages` |
    | `options` | the agent's own options for this call |
    | `abort_signal`, `timeout` | stop the agent |
    | `on_step_end` | told of each step of the agent |
    | `on_ui_message_step_end` | told of the UI message after each step, to store it |
    | `experimental_transform` | changes the agent's stream |
    | `experimental_steering` | adds messages of the user while the agent works; only for `ToolLoopAgent` |
    | `experimental_sandbox` | handed on to tools |
    """

    convert_data_part: ConvertDataPart | None
    options: Any
    abort_signal: AbortSignal | None
    timeout: Timeout
    on_step_end: Callback[StepResult] | None
    on_ui_message_step_end: UIMessageStreamOnStepEndCallback | None
    experimental_transform: StreamTextTransform | Sequence[StreamTextTransform] | None
    experimental_steering: Steering | None
    experimental_sandbox: Any
