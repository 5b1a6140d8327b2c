"""What is known of the chat models on Alibaba Cloud.

Ports: @ai-sdk/alibaba/src/supports-json-schema-output.ts, @ai-sdk/alibaba/src/supports-preserved-thinking.ts
"""

__all__ = ["supports_json_schema_output", "supports_preserved_thinking"]

_JSON_SCHEMA_MODELS = ("qwen3.7-plus", "qwen3.7-flash", "qwen3.7-max", "qwen3.8-max", "qwen3.8-flash")
_PRESERVED_THINKING_MODELS = frozenset(
    {
        "kimi-k2.7-code",
        "qwen3.6-max-preview",
        "qwen3.6-plus",
        "qwen3.6-plus-2026-04-02",
        "qwen3.7-flash",
        "qwen3.7-flash-2026-07-15",
        "qwen3.7-max",
        "qwen3.7-max-2026-05-17",
        "qwen3.7-max-2026-05-20",
        "qwen3.7-max-2026-06-08",
        "qwen3.7-max-preview",
        "qwen3.7-plus",
        "qwen3.7-plus-2026-05-26",
        "qwen3.8-flash",
        "qwen3.8-max",
        "qwen3.8-max-0902",
    }
)


def supports_json_schema_output(model_id: str) -> bool:
    """Say whether the model takes a JSON schema as its response format.

    >>> supports_json_schema_output("qwen3.7-max-2026-05-17"), supports_json_schema_output("qwen3.7-maxi")
    (True, False)
    """
    return any(model_id == model or model_id.startswith(f"{model}-") for model in _JSON_SCHEMA_MODELS)


def supports_preserved_thinking(model_id: str) -> bool:
    """Say whether the model wants its thoughts of earlier rounds back."""
    return model_id in _PRESERVED_THINKING_MODELS
