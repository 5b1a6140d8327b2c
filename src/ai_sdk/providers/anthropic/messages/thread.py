"""Message threads: what cannot be combined with them, and what they keep from their first request.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Iterable, Iterator

from ai_sdk_generated.anthropic.messages.options import (
    AnthropicLanguageModelOptions,
    AnthropicLanguageModelOptionsContextManagementEdit,
)

from ai_sdk.provider import (
    InvalidArgumentError,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    UnsupportedFunctionalityError,
)
from ai_sdk.providers.anthropic.config import AnthropicConfig

__all__ = ["check_exclusive_options", "is_continuation", "thread_warnings"]


def is_continuation(options: AnthropicLanguageModelOptions) -> bool:
    """Whether the request goes on with a message thread."""
    return options.thread is not None and options.thread.type == "continue"


def check_exclusive_options(options: AnthropicLanguageModelOptions, config: AnthropicConfig) -> None:
    """Raise `InvalidArgumentError` for options that exclude each other, `UnsupportedFunctionalityError` for threads.

    The latter where the platform has none.
    """
    management = options.context_management
    if management is not None and options.compaction is not None:
        raise InvalidArgumentError(
            "Anthropic provider options `compaction` and `contextManagement` cannot be used together.",
            argument="providerOptions",
        )
    if options.thread is None:
        return
    if not config.supports_message_threads:
        raise UnsupportedFunctionalityError(
            f"{config.provider} does not support Anthropic message threads.", functionality="Anthropic message threads"
        )
    if options.compaction is not None or any(map(_changes_the_thread, management.edits if management else ())):
        raise InvalidArgumentError(
            "Anthropic message threads do not support compaction or context editing, except clear_thinking_20251015 "
            'with keep: "all".',
            argument="providerOptions.anthropic.thread",
        )


def _changes_the_thread(edit: AnthropicLanguageModelOptionsContextManagementEdit) -> bool:
    return edit.type != "clear_thinking_20251015" or edit.keep != "all"


def thread_warnings(
    options: AnthropicLanguageModelOptions,
    *,
    prompt_betas: Iterable[str],
    header_betas: Iterable[str],
    repeats_definitions: bool,
) -> Iterator[SharedV4Warning]:
    """Yield what the caller should know: betas must stay the same, and continuations ignore system and tools."""
    if options.thread is None:
        return
    pinned = {*header_betas, *(options.anthropic_beta or ())}
    unpinned = [beta for beta in prompt_betas if beta not in pinned]
    if unpinned:
        yield _warning(
            f"Message content enabled beta headers: {', '.join(unpinned)}. "
            "Thread requests require the same beta set on every turn. Pin these values with anthropicBeta on every "
            "request, or start a new thread when the set changes."
        )
    if is_continuation(options) and repeats_definitions:
        yield _warning(
            "Continuation uses the system prompt and tool definitions stored by the create request; supplied "
            "definitions are omitted from the wire request. Supply identical tools for local tool handling and fixed "
            "request settings. To change system instructions or tools, start a new thread."
        )


def _warning(details: str) -> SharedV4Warning:
    return SharedV4WarningCompatibility(feature="providerOptions.anthropic.thread", details=details)
