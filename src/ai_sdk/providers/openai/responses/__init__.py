"""OpenAI's Responses API: language models with reasoning, hosted tools and stored conversations."""
