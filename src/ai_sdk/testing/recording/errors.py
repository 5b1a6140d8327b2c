"""What recording and replaying raise.

ConnectionError
└── RecordedConnectionError    the connection failed, now or when it was recorded
AssertionError
├── RecordingMismatchError     a request that was not recorded
└── UnusedExchangesError       recorded requests that were not sent
"""

__all__ = ["RecordedConnectionError", "RecordingMismatchError", "UnusedExchangesError"]


class RecordedConnectionError(ConnectionError):
    """The connection failed, now or when it was recorded; a provider reports it as an `APICallError`."""


class RecordingMismatchError(AssertionError):
    """No recorded exchange is left for a request; the text shows how it differs from the nearest one."""


class UnusedExchangesError(AssertionError):
    """Recorded requests were not sent before the recording was closed; the text names them."""
