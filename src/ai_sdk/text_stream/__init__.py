"""Streams of plain text, and responses that carry them."""
