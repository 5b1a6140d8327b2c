"""Which API serves a model, as its id tells.

Ports: @ai-sdk/google-vertex/src/google-vertex-model-catalog-config.ts
"""

__all__ = [
    "get_max_output_tokens",
    "is_cloud_tts_model",
    "is_endpoint_model",
    "is_gemini_transcription_model",
    "is_live_transcription_model",
    "uses_embed_content",
]

_LLAMA_4 = {
    "meta/llama-4-maverick-17b-128e-instruct-maas": 8192,
    "meta/llama-4-scout-17b-16e-instruct-maas": 8192,
}


def is_endpoint_model(model_id: str) -> bool:
    """Whether a model is a tuned one, which its own endpoint serves.

    >>> is_endpoint_model("endpoints/123"), is_endpoint_model("gemini-2.5-pro")
    (True, False)
    """
    return model_id.startswith("endpoints/")


def get_max_output_tokens(model_id: str) -> int | None:
    """Return how many tokens are asked for when the caller does not say."""
    return _LLAMA_4.get(model_id)


def uses_embed_content(model_id: str) -> bool:
    """Whether a model embeds one value a call, by `embedContent`; the others embed many, by `predict`."""
    return model_id in {"gemini-embedding-2", "gemini-embedding-2-preview"}


def is_cloud_tts_model(model_id: str) -> bool:
    """Whether Cloud Text-to-Speech serves a model, and not Gemini's `generateContent`."""
    return model_id.startswith("chirp")


def is_gemini_transcription_model(model_id: str) -> bool:
    """Whether Gemini's `generateContent` serves a model, and not Cloud Speech-to-Text."""
    return model_id.startswith("gemini")


def is_live_transcription_model(model_id: str) -> bool:
    """Whether a model only transcribes streams."""
    return "-live" in model_id
