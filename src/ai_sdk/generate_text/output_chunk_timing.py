"""How fast a model streams: the moments of its output as a record of performance.

Ports: ai/src/generate-text/stream-language-model-call.ts
"""

from array import array
from collections.abc import Callable
from math import ceil

from ai_sdk.generate_text.language_model_events import LanguageModelCallPerformance
from ai_sdk.generate_text.performance import OutputChunkTimingStats, calculate_tokens_per_second
from ai_sdk.generate_text.usage import LanguageModelUsage, sum_token_counts

__all__ = ["OutputChunkTiming"]


class OutputChunkTiming:
    """Takes the time of each chunk of output; times are in milliseconds of `now`."""

    __slots__ = ("_between", "_now", "_previous", "_start", "_time_to_first_output_ms")

    def __init__(self, now: Callable[[], float], start_ms: float) -> None:
        self._now = now
        self._start = start_ms
        self._previous: float | None = None
        self._time_to_first_output_ms: float | None = None
        self._between = array("d")

    def mark(self) -> None:
        """Take the time of a chunk of output."""
        now = self._now()
        if self._previous is not None:
            self._between.append(now - self._previous)
        else:
            self._time_to_first_output_ms = now - self._start
        self._previous = now

    def performance(self, usage: LanguageModelUsage) -> LanguageModelCallPerformance:
        """Return the record of a call that is complete now, and forget the moments."""
        total_ms, first_ms = self._now() - self._start, self._time_to_first_output_ms
        output, given = usage.output_tokens, usage.input_tokens
        between, self._between = self._between, array("d")
        return LanguageModelCallPerformance(
            response_time_ms=total_ms,
            effective_output_tokens_per_second=calculate_tokens_per_second(tokens=output, duration_ms=total_ms),
            output_tokens_per_second=None
            if first_ms is None
            else calculate_tokens_per_second(tokens=output, duration_ms=total_ms - first_ms),
            input_tokens_per_second=None
            if first_ms is None
            else calculate_tokens_per_second(tokens=given, duration_ms=first_ms),
            effective_total_tokens_per_second=calculate_tokens_per_second(
                tokens=sum_token_counts(given, output), duration_ms=total_ms
            ),
            time_to_first_output_ms=first_ms,
            time_between_output_chunks_ms=_statistics(between) if between else None,
        )


def _statistics(durations: "array[float]") -> OutputChunkTimingStats:
    ordered = sorted(durations)
    return OutputChunkTimingStats(
        min=ordered[0],
        p10=_percentile(ordered, 0.1),
        median=_percentile(ordered, 0.5),
        avg=sum(durations) / len(durations),
        p90=_percentile(ordered, 0.9),
        max=ordered[-1],
    )


def _percentile(ordered: list[float], share: float) -> float:
    """Return the nearest-rank percentile."""
    return ordered[ceil(share * len(ordered)) - 1]
