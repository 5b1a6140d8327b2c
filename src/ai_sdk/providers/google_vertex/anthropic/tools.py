"""The tools that Anthropic defines and Vertex AI knows.

>>> web_search_20250305(max_uses=1).id
'anthropic.web_search_20250305'

Ports: @ai-sdk/google-vertex/src/anthropic/google-vertex-anthropic-provider.ts
"""

from ai_sdk_generated.anthropic.tools import (
    bash_20241022,
    bash_20250124,
    computer_20241022,
    text_editor_20241022,
    text_editor_20250124,
    text_editor_20250429,
    text_editor_20250728,
    tool_search_bm25_20251119,
    tool_search_regex_20251119,
    web_search_20250305,
)

__all__ = [
    "bash_20241022",
    "bash_20250124",
    "computer_20241022",
    "text_editor_20241022",
    "text_editor_20250124",
    "text_editor_20250429",
    "text_editor_20250728",
    "tool_search_bm25_20251119",
    "tool_search_regex_20251119",
    "web_search_20250305",
]
