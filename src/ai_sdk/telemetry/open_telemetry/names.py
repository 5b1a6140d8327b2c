"""What the semantic conventions call providers, operations and finish reasons.

Ports: @ai-sdk/otel/src/gen-ai-format-messages.ts
"""

__all__ = ["map_finish_reason", "map_operation_name", "map_provider_name"]

# Longer prefixes come before those that they start with.
_PROVIDERS = (
    ("google.vertex", "gcp.vertex_ai"),
    ("google.generative-ai", "gcp.gemini"),
    ("google-vertex", "gcp.vertex_ai"),
    ("amazon-bedrock", "aws.bedrock"),
    ("azure-openai", "azure.ai.openai"),
    ("anthropic", "anthropic"),
    ("openai", "openai"),
    ("azure", "azure.ai.inference"),
    ("google", "gcp.gemini"),
    ("mistral", "mistral_ai"),
    ("cohere", "cohere"),
    ("bedrock", "aws.bedrock"),
    ("groq", "groq"),
    ("deepseek", "deepseek"),
    ("perplexity", "perplexity"),
    ("xai", "x_ai"),
)
_OPERATIONS = {
    "ai.generateText": "invoke_agent",
    "ai.streamText": "invoke_agent",
    "ai.generateObject": "invoke_agent",
    "ai.streamObject": "invoke_agent",
    "ai.embed": "embeddings",
    "ai.embedMany": "embeddings",
    "ai.rerank": "rerank",
}
_FINISH_REASONS = {
    "content-filter": "content_filter",
    "tool-calls": "tool_call",
    "other": "stop",
    "unknown": "stop",
}


def map_provider_name(provider: str) -> str:
    """Return the well-known name of a provider such as `openai.chat`; others keep their own.

    >>> map_provider_name("google.vertex.chat"), map_provider_name("acme.chat")
    ('gcp.vertex_ai', 'acme.chat')
    """
    lower = provider.lower()
    for prefix, name in _PROVIDERS:
        if lower == prefix or lower.startswith((f"{prefix}.", f"{prefix}-")):
            return name
    return provider


def map_operation_name(operation_id: str) -> str:
    """Return the operation's name in the conventions; others keep their id."""
    return _OPERATIONS.get(operation_id, operation_id)


def map_finish_reason(reason: str) -> str:
    """Return the finish reason's name in the conventions."""
    return _FINISH_REASONS.get(reason, reason)
