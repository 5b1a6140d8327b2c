"""Which models are Anthropic's, and what Bedrock lets them do.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-anthropic-model-support.ts
"""

from ai_sdk.providers.amazon_bedrock.model_settings import ChatModelFamily

__all__ = ["is_anthropic_model", "supports_native_structured_output", "supports_strict_tools"]

# Bedrock checks requests by its own copy of the Messages schema, which refuses `strict` and an output format for these.
_WITHOUT_STRICT_TOOLS = ("claude-opus-4-7", "claude-opus-4-8", "claude-opus-5", "claude-fable-5", "claude-sonnet-5")
# These take strict tools, but Sonnet 4.6 may stray from a complex schema, and Haiku 4.5 depends on the account.
_WITHOUT_STRUCTURED_OUTPUT = (*_WITHOUT_STRICT_TOOLS, "claude-sonnet-4-6", "claude-haiku-4-5")


def is_anthropic_model(
    model_id: str, *, model_family: ChatModelFamily | None, reasoning_budget_tokens: float | None
) -> bool:
    """Whether the model is one of Anthropic's; an inference profile says so only by what is asked of it.

    >>> is_anthropic_model("us.anthropic.claude-opus-5", model_family=None, reasoning_budget_tokens=None)
    True
    """
    if model_family == "anthropic" or "anthropic" in model_id:
        return True
    return ":application-inference-profile/" in model_id and reasoning_budget_tokens is not None


def supports_strict_tools(model_id: str) -> bool:
    """Whether Bedrock takes `strict` on the model's tools."""
    return not any(name in model_id for name in _WITHOUT_STRICT_TOOLS)


def supports_native_structured_output(model_id: str) -> bool:
    """Whether the model can be relied on to keep to a JSON schema."""
    return not any(name in model_id for name in _WITHOUT_STRUCTURED_OUTPUT)
