"""What an Anthropic model needs to know of its provider, with the hooks for others that speak the Messages API."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ai_sdk.provider import JSONObject, SupportedUrls
from ai_sdk.provider_utils.model_config import ModelConfig

if TYPE_CHECKING:
    from ai_sdk.provider import LanguageModelV4FilePart

__all__ = ["AnthropicConfig", "MediaPartConverter"]

MediaPartConverter = Callable[["LanguageModelV4FilePart"], JSONObject | None]
"""Turns a file of a user message into a content block; `None` leaves it to the default conversion."""


def _messages_path(model_id: str, stream: bool) -> str:  # noqa: FBT001 - the hook is called by position
    del model_id, stream
    return "/messages"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnthropicConfig(ModelConfig):
    """The configuration of an Anthropic model."""

    request_path: Callable[[str, bool], str] = _messages_path
    """The path to post to, by model id and whether a stream is asked for."""
    convert_media_part: MediaPartConverter | None = None
    """How a compatible provider writes media; `None` is Anthropic's way."""
    transform_request_body: Callable[[JSONObject, Collection[str]], JSONObject] | None = None
    """Rewrites the finished body; its second argument are the betas in the order of the header."""
    transform_request_headers: (
        Callable[[dict[str, str | None], dict[str, JSONObject] | None], Awaitable[Mapping[str, str | None]]] | None
    ) = None
    """Rewrites the finished headers; its second argument are the call's provider options."""
    supported_urls: SupportedUrls = field(default_factory=dict)
    """URLs that the provider fetches itself."""
    supports_native_structured_output: bool = True
    supports_strict_tools: bool = True
    supports_message_threads: bool = False
    """Whether the platform knows message threads."""
    max_temperature: int | float | None = None
    """The largest temperature of a compatible provider; `None` is Anthropic's, which is 1."""
    supports_temperature_and_top_p_with_thinking: bool = False
    """Whether a compatible provider takes temperature and top_p while the model thinks."""
    cache_control_provider_options_name: str = "anthropic"
    """The namespace of the provider options where cache control is looked for first."""
    earlier_release: bool = False
    """Whether the platform's npm package builds on release 4.0.68 of Anthropic's, and so on what that one does.

    It knows no message threads or pings, leaves tools out for the choice `none`, forces tools while the model thinks,
    offers all tools beside the one that gives the JSON answer and drops any text beside it, sends empty text back,
    cites web searches only, and reports neither the start of a message nor a change of the model, a service tier, or
    an answer that was cut off. It asks for JSON natively whatever the schema, and nowhere where that is not the
    platform's default.
    """
