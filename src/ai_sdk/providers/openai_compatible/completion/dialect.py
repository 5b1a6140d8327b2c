"""How one provider's text completions differ from OpenAI's.

Ports: @ai-sdk/openai-compatible/src/completion/openai-compatible-completion-language-model.ts
"""

from collections.abc import Callable
from dataclasses import dataclass

from ai_sdk.provider import SupportedUrls
from ai_sdk.providers.openai_compatible.errors import DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE, ErrorStructure

__all__ = ["CompletionDialect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionDialect:
    """One provider's text completions; the fields mean what they mean in a `ChatDialect`."""

    include_usage: bool = False
    supported_urls: Callable[[], SupportedUrls] | None = None
    error_structure: ErrorStructure = DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE
