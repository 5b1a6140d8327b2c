"""The text of a step as the output that was asked for.

Ports: ai/src/generate-text/stream-text.ts
"""

from typing import Any

from ai_sdk.generate_text.step_result import StepResult

__all__ = ["parse_output"]


async def parse_output(output: Any, step: StepResult) -> Any:
    """Return the output; without a specification it is the text. Raises `NoObjectGeneratedError` when it is not."""
    if output is None:
        return step.text
    return await output.parse_complete_output(
        step.text, response=step.response, usage=step.usage, finish_reason=step.finish_reason
    )
