"""What is known of Moonshot AI's models.

Ports: @ai-sdk/moonshotai/src/moonshotai-chat-options.ts, @ai-sdk/moonshotai/src/moonshotai-provider.ts
"""

from typing import Literal

__all__ = ["MoonshotAIModelFamily", "get_moonshotai_model_family", "has_structured_outputs"]

MoonshotAIModelFamily = Literal["kimi-k2.5", "kimi-k2.6", "kimi-k2.7", "kimi-k3", "moonshot-v1", "unknown"]
"""Models that think, and can be told to, in the same way."""

_FAMILIES: dict[str, MoonshotAIModelFamily] = {
    "kimi-k2.5": "kimi-k2.5",
    "kimi-k2.6": "kimi-k2.6",
    "kimi-k2.7-code": "kimi-k2.7",
    "kimi-k2.7-code-highspeed": "kimi-k2.7",
    "kimi-k3": "kimi-k3",
}
_V1_MODELS_WITH_STRUCTURED_OUTPUTS = frozenset(
    {
        "moonshot-v1-8k",
        "moonshot-v1-32k",
        "moonshot-v1-128k",
        "moonshot-v1-auto",
        "moonshot-v1-8k-vision-preview",
        "moonshot-v1-32k-vision-preview",
        "moonshot-v1-128k-vision-preview",
    }
)


def get_moonshotai_model_family(model_id: str) -> MoonshotAIModelFamily:
    """Return the family of a model; `unknown` for one that is not documented, even when its name begins the same.

    >>> get_moonshotai_model_family("kimi-k2.7-code"), get_moonshotai_model_family("kimi-latest")
    ('kimi-k2.7', 'unknown')
    """
    if model_id.startswith("moonshot-v1-"):
        return "moonshot-v1"
    return _FAMILIES.get(model_id, "unknown")


def has_structured_outputs(model_id: str) -> bool:
    """Say whether the model takes a JSON schema as its response format."""
    return model_id.startswith("kimi-k") or model_id in _V1_MODELS_WITH_STRUCTURED_OUTPUTS
