"""The tools that OpenAI defines: those it runs itself, and those whose calls the caller carries out.

>>> web_search(search_context_size="low").id
'openai.web_search'

Ports: @ai-sdk/openai/src/openai-tools.ts
"""

from ai_sdk_generated.openai.tools import (
    apply_patch,
    code_interpreter,
    computer,
    custom_tool,
    file_search,
    image_generation,
    local_shell,
    mcp,
    programmatic_tool_calling,
    shell,
    tool_search,
    web_search,
    web_search_preview,
)

__all__ = [
    "apply_patch",
    "code_interpreter",
    "computer",
    "custom_tool",
    "file_search",
    "image_generation",
    "local_shell",
    "mcp",
    "programmatic_tool_calling",
    "shell",
    "tool_search",
    "web_search",
    "web_search_preview",
]
