"""What an OpenAI model needs to know of its provider, with the hooks for others that speak OpenAI's interfaces.

Ports: @ai-sdk/openai/src/openai-config.ts
"""

from dataclasses import dataclass

from ai_sdk.provider_utils.model_config import ModelConfig

__all__ = ["OpenAIConfig"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAIConfig(ModelConfig):
    """The configuration of an OpenAI model."""

    request_model_id: str | None = None
    """The model id to send, when it is not the one the model goes by."""
    explicit_message_item_type: bool = False
    """Whether message items of a Responses input must say `"type": "message"`."""
    supports_web_search_sources_include: bool = True
    """Whether Responses can be asked for the sources of a web search."""
    file_id_prefixes: tuple[str, ...] | None = None
    """Prefixes that tell file ids from base64 text in file data (Responses); prefer provider references."""

    def __post_init__(self) -> None:
        """Let URLs name the model id that is sent."""
        url, request_model_id = self.url, self.request_model_id
        if request_model_id is not None:
            object.__setattr__(self, "url", lambda path, _model_id: url(path, request_model_id))
