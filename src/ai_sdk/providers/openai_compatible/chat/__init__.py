"""Chat completions of OpenAI-compatible providers."""
