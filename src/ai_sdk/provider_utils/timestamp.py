"""Times of day as providers send them."""

import math
from datetime import UTC, datetime, timedelta

__all__ = ["date_from_seconds", "date_from_text"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DATE_LENGTH = len("1970-01-01")


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


def date_from_text(text: str | None) -> datetime | None:
    """Return the aware time that an ISO 8601 text names, to the millisecond as JavaScript keeps it.

    A date alone is in UTC, a time without an offset is local. `None` and what is no time become `None`.

    >>> date_from_text("1970-01-01T01:00:01.5009+01:00")
    datetime.datetime(1970, 1, 1, 0, 0, 1, 500000, tzinfo=datetime.timezone.utc)
    """
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None and len(text) <= _DATE_LENGTH:
            moment = moment.replace(tzinfo=UTC)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
