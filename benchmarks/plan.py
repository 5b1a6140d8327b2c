"""How much each client does: the same for all, Python and TypeScript."""

CALLS = 300
IN_FLIGHT = 100
IN_FLIGHT_CALLS = 1_000
SHORT_STREAM = 1_000
LONG_STREAM = 50_000
PACED_STREAMS = 200
PACED_PER_SECOND = 50
PACED_WORDS = 300
"""Streams that a server sends at a pace, all at once, and how many words each of them has."""
TICK_SECONDS = 0.005
"""How often the event loop is asked whether it is late."""
EMBEDDINGS = 100
DIMENSIONS = 1_536
EMBED_CALLS = 15

TEXTS = [f"text {number}" for number in range(EMBEDDINGS)]
PROMPT = "Say hello."
BODY = {"model": "bench", "messages": [{"role": "user", "content": PROMPT}]}
