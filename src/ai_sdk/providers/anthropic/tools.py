"""The tools that Anthropic defines: those it runs itself, and those whose calls the caller carries out.

>>> web_search_20260318(max_uses=3).id
'anthropic.web_search_20260318'

Ports: @ai-sdk/anthropic/src/anthropic-tools.ts
Ports: @ai-sdk/anthropic/src/tool/advisor_20260301.ts, @ai-sdk/anthropic/src/tool/bash_20241022.ts
Ports: @ai-sdk/anthropic/src/tool/bash_20250124.ts, @ai-sdk/anthropic/src/tool/code-execution_20250522.ts
Ports: @ai-sdk/anthropic/src/tool/code-execution_20250825.ts, @ai-sdk/anthropic/src/tool/code-execution_20260120.ts
Ports: @ai-sdk/anthropic/src/tool/computer-toolset_20260801.ts, @ai-sdk/anthropic/src/tool/computer_20241022.ts
Ports: @ai-sdk/anthropic/src/tool/computer_20250124.ts, @ai-sdk/anthropic/src/tool/computer_20251124.ts
Ports: @ai-sdk/anthropic/src/tool/memory_20250818.ts, @ai-sdk/anthropic/src/tool/text-editor_20241022.ts
Ports: @ai-sdk/anthropic/src/tool/text-editor_20250124.ts, @ai-sdk/anthropic/src/tool/text-editor_20250429.ts
Ports: @ai-sdk/anthropic/src/tool/text-editor_20250728.ts, @ai-sdk/anthropic/src/tool/tool-search-bm25_20251119.ts
Ports: @ai-sdk/anthropic/src/tool/tool-search-regex_20251119.ts, @ai-sdk/anthropic/src/tool/web-fetch-20250910.ts
Ports: @ai-sdk/anthropic/src/tool/web-fetch-20260209.ts, @ai-sdk/anthropic/src/tool/web-fetch-20260318.ts
Ports: @ai-sdk/anthropic/src/tool/web-search_20250305.ts, @ai-sdk/anthropic/src/tool/web-search_20260209.ts
Ports: @ai-sdk/anthropic/src/tool/web-search_20260318.ts
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, get_args

from ai_sdk_generated._base import Absent
from ai_sdk_generated._values import ProviderToolDefinition
from ai_sdk_generated.anthropic import tools as generated
from ai_sdk_generated.anthropic.tool import wire
from ai_sdk_generated.anthropic.tools import (
    advisor_20260301,
    bash_20241022,
    bash_20250124,
    code_execution_20250522,
    code_execution_20250825,
    code_execution_20260120,
    computer_20241022,
    computer_20250124,
    computer_20251124,
    memory_20250818,
    text_editor_20241022,
    text_editor_20250124,
    text_editor_20250429,
    text_editor_20250728,
    tool_search_bm25_20251119,
    tool_search_regex_20251119,
    web_fetch_20250910,
    web_fetch_20260209,
    web_fetch_20260318,
    web_search_20250305,
    web_search_20260209,
    web_search_20260318,
)
from pydantic import create_model

__all__ = [
    "COMPUTER_TOOLSET_MEMBERS",
    "advisor_20260301",
    "bash_20241022",
    "bash_20250124",
    "code_execution_20250522",
    "code_execution_20250825",
    "code_execution_20260120",
    "computer_20241022",
    "computer_20250124",
    "computer_20251124",
    "computer_toolset_20260801",
    "memory_20250818",
    "text_editor_20241022",
    "text_editor_20250124",
    "text_editor_20250429",
    "text_editor_20250728",
    "tool_search_bm25_20251119",
    "tool_search_regex_20251119",
    "web_fetch_20250910",
    "web_fetch_20260209",
    "web_fetch_20260318",
    "web_search_20250305",
    "web_search_20260209",
    "web_search_20260318",
]

COMPUTER_TOOLSET_MEMBERS: tuple[str, ...] = get_args(wire.ComputerToolset20260801Input.__annotations__["action"])
"""The actions of the computer toolset."""


def computer_toolset_20260801(
    *, configs: Mapping[str, wire.ComputerToolset20260801ArgsConfigsValue | dict[str, Any]] | None = None
) -> ProviderToolDefinition:
    """Define the tool `anthropic.computer_toolset_20260801`; it refuses actions that `configs` switches off.

    >>> computer_toolset_20260801(configs={"zoom": {"enabled": False}}).args
    {'configs': {'zoom': {'enabled': False}}}
    """
    definition = generated.computer_toolset_20260801(configs=None if configs is None else dict(configs))  # type: ignore[arg-type]
    given: dict[str, Any] = definition.args.get("configs") or {}
    disabled = {member for member, config in given.items() if config.get("enabled") is False}
    if not disabled:
        return definition
    enabled = tuple(member for member in COMPUTER_TOOLSET_MEMBERS if member not in disabled)
    action: Any = Literal[enabled] if enabled else Absent
    input_model = create_model(
        "ComputerToolset20260801Input", __base__=wire.ComputerToolset20260801Input, action=(action, ...)
    )
    return replace(definition, input_model=input_model)
