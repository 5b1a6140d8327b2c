"""How much each client does: the same for all, Python and TypeScript."""

CALLS = 300
IN_FLIGHT = 100
IN_FLIGHT_CALLS = 1_000
SHORT_STREAM = 1_000
LONG_STREAM = 50_000

PROMPT = "Say hello."
BODY = {"model": "bench", "messages": [{"role": "user", "content": PROMPT}]}
