"""Prompts as Anthropic messages."""
