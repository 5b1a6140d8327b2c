"""The AI SDK for Python."""
