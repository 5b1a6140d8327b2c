"""Durations as Google writes them in transcripts.

Ports: @ai-sdk/google/src/transcription/google-transcription-model.ts
"""

import math
import re

__all__ = ["parse_offset_seconds"]

_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)", re.ASCII)


def parse_offset_seconds(offset: str | None) -> float | None:
    """Read a duration in seconds, as JavaScript's `parseFloat` reads a number; `None` when there is none.

    >>> parse_offset_seconds("9.400s"), parse_offset_seconds("soon")
    (9.4, None)
    """
    found = None if offset is None else _NUMBER.match(offset)
    seconds = math.nan if found is None else float(found[1])
    return seconds if math.isfinite(seconds) else None
