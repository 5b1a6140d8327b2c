"""Streaming text, step by step: `stream_text` and what it consists of."""
