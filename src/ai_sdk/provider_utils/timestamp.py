"""Times of day as providers send them."""

import math
from datetime import UTC, datetime, timedelta

__all__ = ["date_from_seconds"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def date_from_seconds(seconds: float | None) -> datetime | None:
    """Return the aware time that lies so many seconds after 1970, to the millisecond as JavaScript keeps it.

    `None` stays `None`, and a time that no calendar holds becomes `None`.

    >>> date_from_seconds(1.5)
    datetime.datetime(1970, 1, 1, 0, 0, 1, 500000, tzinfo=datetime.timezone.utc)
    """
    if seconds is None:
        return None
    try:
        return _EPOCH + timedelta(milliseconds=math.trunc(seconds * 1000))
    except (OverflowError, ValueError):
        return None
