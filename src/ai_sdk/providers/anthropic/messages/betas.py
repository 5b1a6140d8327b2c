"""The beta features that a request's settings need.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Iterator

from ai_sdk_generated.anthropic.messages.options import AnthropicLanguageModelOptions

from ai_sdk.provider_utils.headers import Headers
from ai_sdk.providers.anthropic.messages.thinking import Thinking

__all__ = ["get_betas_from_headers", "setting_betas"]


def get_betas_from_headers(*headers: Headers | None) -> list[str]:
    """Return the betas that the caller asks for in headers, in lower case.

    >>> get_betas_from_headers({"anthropic-beta": "A-1, b-2"}, None)
    ['a-1', 'b-2']
    """
    values = ((each or {}).get("anthropic-beta") or "" for each in headers)
    names = [name.strip() for value in values for name in value.lower().split(",")]
    return list(dict.fromkeys(name for name in names if name))


def setting_betas(options: AnthropicLanguageModelOptions, thinking: Thinking | None) -> Iterator[str]:
    """Yield the betas of the call's options, in the order of the header."""
    if options.mcp_servers:
        yield "mcp-client-2025-04-04"
    if options.safeguards:
        yield "dangerous-tool-use-2026-09-03"
    yield from _context_betas(options)
    if options.container is not None and options.container.skills:
        yield from ("code-execution-2025-08-25", "skills-2025-10-02", "files-api-2025-04-14")
    if options.task_budget is not None:
        yield "task-budgets-2026-03-13"
    if options.speed == "fast":
        yield "fast-mode-2026-02-01"
    yield from _thinking_betas(thinking)
    if options.fallbacks == "default":
        yield "server-side-fallback-2026-07-01"
    elif options.fallbacks:
        yield "server-side-fallback-2026-06-01"


def _context_betas(options: AnthropicLanguageModelOptions) -> Iterator[str]:
    if options.compaction is not None:
        yield "compact-2026-09-04"
    if options.context_management is not None:
        yield "context-management-2025-06-27"
        if any(edit.type == "compact_20260112" for edit in options.context_management.edits):
            yield "compact-2026-01-12"


def _thinking_betas(thinking: Thinking | None) -> Iterator[str]:
    if thinking is not None and thinking.display == "updates":
        yield "thinking-display-updates-2026-08-18"
    if thinking is not None and thinking.prefix_mismatch_behavior is not None:
        yield "thinking-binding-controls-2026-08-01"
