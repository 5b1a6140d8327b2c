"""What a DeepSeek chat model needs to know of its provider, with the hooks for others that serve DeepSeek's models.

Ports: @ai-sdk/deepseek/src/chat/deepseek-chat-language-model.ts
"""

from dataclasses import dataclass

from ai_sdk.provider_utils.model_config import ModelConfig

__all__ = ["DeepSeekChatConfig"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepSeekChatConfig(ModelConfig):
    """The configuration of a DeepSeek chat model."""

    supports_assistant_prefix_completion: bool = False
    """Whether a last assistant message may be a prefix that the model continues."""
    supports_strict_tool_calls: bool | None = None
    """Whether tools may be strict, which must then be all or none; `None` leaves that to the server."""
    supports_penalty_sampling: bool = False
    """Whether frequency and presence penalties are sent."""
    supports_thinking: bool = True
    """Whether the model can be told to think or not to."""
    supports_structured_outputs: bool = False
    """Whether a JSON schema is sent as the response format; otherwise it is written into the prompt."""

    @property
    def provider_options_name(self) -> str:
        """The name of the provider options and metadata: the provider's, without the surface."""
        return self.provider.partition(".")[0].strip()
