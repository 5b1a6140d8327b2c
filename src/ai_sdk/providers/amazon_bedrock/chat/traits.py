"""What a model id says about a model, as far as a Converse request depends on it.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model.ts
"""

import re
from dataclasses import dataclass

from ai_sdk.providers.amazon_bedrock.anthropic_models import is_anthropic_model
from ai_sdk.providers.amazon_bedrock.model_settings import ChatModelFamily
from ai_sdk.providers.anthropic.model_catalog import AnthropicModelCapabilities, get_anthropic_model_capabilities

__all__ = ["ModelTraits", "read_model_traits"]

_OPENAI = re.compile(r"(?:[^.]+\.)?(openai\..+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTraits:
    """The facts of a model; `capabilities` are those of Anthropic's models, and for others what is usual."""

    model_id: str
    is_anthropic: bool
    is_openai: bool
    is_gpt_oss: bool
    is_nova_reasoning: bool
    capabilities: AnthropicModelCapabilities


def read_model_traits(
    model_id: str, *, model_family: ChatModelFamily | None, reasoning_budget_tokens: float | None
) -> ModelTraits:
    """Read a model id; the family and a thinking budget help where it is an inference profile."""
    openai = _OPENAI.match(model_id)
    return ModelTraits(
        model_id=model_id,
        is_anthropic=is_anthropic_model(
            model_id, model_family=model_family, reasoning_budget_tokens=reasoning_budget_tokens
        ),
        is_openai=openai is not None,
        is_gpt_oss=openai is not None and openai[1].startswith("openai.gpt-oss-"),
        is_nova_reasoning="amazon.nova-2-lite-v1:0" in model_id,
        capabilities=get_anthropic_model_capabilities(model_id),
    )
