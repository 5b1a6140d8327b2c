"""OpenAI's older Completions API, which continues a text."""
