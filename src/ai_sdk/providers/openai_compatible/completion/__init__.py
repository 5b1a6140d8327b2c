"""Text completions of OpenAI-compatible providers."""
