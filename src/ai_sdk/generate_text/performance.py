"""How fast a step was.

Ports: ai/src/generate-text/step-result.ts, ai/src/generate-text/calculate-tokens-per-second.ts
"""

import math
from dataclasses import dataclass, field

from ai_sdk.provider.spec import Spec

__all__ = ["OutputChunkTimingStats", "StepResultPerformance", "calculate_tokens_per_second"]


@dataclass(slots=True, kw_only=True)
class OutputChunkTimingStats(Spec):
    """Milliseconds between chunks of output: nearest-rank percentiles and the mean."""

    min: float
    p10: float
    median: float
    avg: float
    p90: float
    max: float


@dataclass(slots=True, kw_only=True)
class StepResultPerformance(Spec):
    """Tokens per second and durations in milliseconds.

    The `effective` rates count the whole time of the model's answer; the others count the time before the first output
    as input and the time after it as output, and are there only when that moment is known.
    """

    effective_output_tokens_per_second: float
    output_tokens_per_second: float | None = None
    input_tokens_per_second: float | None = None
    effective_total_tokens_per_second: float
    step_time_ms: float
    response_time_ms: float
    tool_execution_ms: dict[str, float] = field(default_factory=dict)
    time_to_first_output_ms: float | None = None
    time_between_output_chunks_ms: OutputChunkTimingStats | None = None


def calculate_tokens_per_second(*, tokens: float | None, duration_ms: float | None) -> float:
    """Return a rate; 0 where there is none.

    >>> calculate_tokens_per_second(tokens=10, duration_ms=500)
    20.0
    """
    if not tokens or not duration_ms:
        return 0
    rate = 1000 * tokens / duration_ms
    return rate if math.isfinite(rate) else 0
