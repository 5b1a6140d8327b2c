"""The language model protocol.

Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4.ts
"""

from collections.abc import Awaitable
from typing import Literal, Protocol, runtime_checkable

from ai_sdk.provider.language_model.call_options import LanguageModelV4CallOptions
from ai_sdk.provider.language_model.result import LanguageModelV4GenerateResult
from ai_sdk.provider.language_model.stream_part import LanguageModelV4StreamResult
from ai_sdk.provider.supported_urls import SupportedUrls

__all__ = ["LanguageModelV4"]


@runtime_checkable
class LanguageModelV4(Protocol):
    """A language model: what every provider implements and the core calls."""

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    @property
    def provider(self) -> str:
        """Which provider and surface this is, such as `groq.chat`."""

    @property
    def model_id(self) -> str:
        """The provider's name of the model."""

    @property
    def supported_urls(self) -> SupportedUrls | Awaitable[SupportedUrls]:
        """URLs that the provider fetches itself; files at others are downloaded first."""

    async def do_generate(self, options: LanguageModelV4CallOptions) -> LanguageModelV4GenerateResult:
        """Make one call and wait for the whole answer."""

    async def do_stream(self, options: LanguageModelV4CallOptions) -> LanguageModelV4StreamResult:
        """Make one call and return as soon as the answer begins."""
