"""OpenAI's Transcriptions API."""
