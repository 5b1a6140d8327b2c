"""How much load there is: the same for all backends."""

import json

STREAMS = 500
RAMP_SECONDS = 2.0
SETTLE_SECONDS = 2.0
WINDOW_SECONDS = 12.0
RATES = (5, 20)
"""Chunks a second that the model server offers to each stream: what one core can do, and more than that."""

VANISHING_CLIENTS = 200
VANISHING_ROUNDS = 5

SOAK_REQUESTS = 18_000
"""30 minutes of ten requests a second, one after the other without the time between them."""
SOAK_AT_ONCE = 8
SOAK_WARM_UP = 3_000
SOAK_SAMPLE_EVERY = 500

ENDLESS = 10**9
"""How many words a stream has that only its reader ends."""

REQUEST = json.dumps(
    {
        "id": "chat",
        "trigger": "submit-message",
        "messages": [{"id": "1", "role": "user", "parts": [{"type": "text", "text": "Say something long."}]}],
    }
).encode()
"""What `useChat` sends."""


def model_id(*, words: int, per_second: int = 0, fails: bool = False) -> str:
    """Return the id that asks the model server for so many words, at once or at a pace, and for how to end."""
    return f"words-{words}-{per_second}-{'cut' if fails else 'end'}"
