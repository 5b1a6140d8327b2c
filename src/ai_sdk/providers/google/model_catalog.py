"""What Google's language models can do, as far as a request depends on it: frozen facts by model id.

Google's model ids are open-ended: an unknown Gemini id gets the facts of the newest generation, and only generations
that are known to be older get the older request shapes.

Ports: @ai-sdk/google/src/google-model-catalog.ts, @ai-sdk/google/src/google-model-capabilities.ts
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

__all__ = [
    "REASONING_MAX_OUTPUT_TOKENS",
    "GoogleLanguageModelEntry",
    "ThinkingLevel",
    "get_google_language_model_entry",
]

ThinkingLevel = Literal["minimal", "low", "medium", "high", "xhigh"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleLanguageModelEntry:
    """The facts of a language model."""

    supports_gemini_2_tools: bool
    """Whether it takes the provider-defined tools that came with Gemini 2."""
    supports_file_search: bool
    uses_gemini_3_features: bool
    """Whether it takes files in function responses, functions beside provider tools, and functions beside JSON."""
    thinking_format: Literal["level", "budget"]
    thinking_levels: tuple[ThinkingLevel, ...] | None
    """The levels it takes; `None` when it takes a budget."""
    min_thinking_budget: int
    """In tokens."""
    max_thinking_budget: int
    """In tokens."""
    penalties_need_vertex: bool
    """Whether only Vertex AI takes the frequency and presence penalties."""
    system_instruction: Literal["system", "user"]
    """Who says the system message: `user` for models without a field for it."""
    takes_json_response_tool: bool
    """Whether JSON that cannot be asked for beside functions is asked for with a function of its own."""


REASONING_MAX_OUTPUT_TOKENS = 65536
"""The output tokens of which a reasoning effort takes its share."""

_GEMINI = re.compile(r"(^|[/.])gemini-", re.IGNORECASE)
_GEMINI_1 = re.compile(r"(^|[/.])gemini-1(?:[.-]|\Z)", re.IGNORECASE)
_GEMINI_2 = re.compile(r"(^|[/.])gemini-2(?:[.-]|\Z)", re.IGNORECASE)
_GEMINI_2_5 = re.compile(r"(^|[/.])gemini-2\.5(?:[.-]|\Z)", re.IGNORECASE)
_GEMINI_PRO = re.compile(r"(^|[/.])gemini-pro(?:-vision)?\Z", re.IGNORECASE)
_ROBOTICS_1_5 = re.compile(r"(^|[/.])gemini-robotics-er-1\.5(?:[.-]|\Z)", re.IGNORECASE)
_HYDROGEN = re.compile(r"(^|[/.])gemini-4-hydrogen(?:-|\Z)", re.IGNORECASE)
_JSON_RESPONSE_TOOL = re.compile(r"(^|/)gemini-", re.IGNORECASE)
_NAME = re.compile(r"(?:^|[/.])(gemini-[^/]*)\Z", re.IGNORECASE)
_PRO = re.compile(r"gemini-(\d+)(?:\.\d+)?-pro(?:\Z|-)", re.ASCII)
_FLASH = re.compile(r"gemini-(\d+)\.(\d+)-flash(?:\Z|-(?!lite(?:-|\Z)))", re.ASCII)

_FIRST_PRO_WITHOUT_MINIMAL = 3
_FIRST_FLASH_WITHOUT_MINIMAL = (3, 7)


@lru_cache(maxsize=1024)
def get_google_language_model_entry(model_id: str) -> GoogleLanguageModelEntry:
    """Return the facts of a language model.

    >>> get_google_language_model_entry("gemini-2.5-pro").min_thinking_budget
    128
    """
    lower = model_id.lower()
    is_gemini = _GEMINI.search(model_id) is not None
    is_before_gemini_2 = any(pattern.search(model_id) for pattern in (_GEMINI_1, _GEMINI_PRO, _ROBOTICS_1_5))
    is_gemini_2_5 = _GEMINI_2_5.search(model_id) is not None
    uses_gemini_3 = is_gemini and not is_before_gemini_2 and _GEMINI_2.search(model_id) is None
    has_levels = uses_gemini_3 and "gemini-3-pro-image" not in model_id
    return GoogleLanguageModelEntry(
        supports_gemini_2_tools=(is_gemini and not is_before_gemini_2) or "nano-banana" in lower,
        supports_file_search=is_gemini_2_5 or uses_gemini_3,
        uses_gemini_3_features=uses_gemini_3,
        thinking_format="level" if has_levels else "budget",
        thinking_levels=_thinking_levels(model_id) if has_levels else None,
        min_thinking_budget=128 if "2.5-pro" in lower else 0,
        max_thinking_budget=32768 if "2.5-pro" in lower or "gemini-3-pro-image" in lower else 24576,
        penalties_need_vertex=is_gemini_2_5,
        system_instruction="user" if lower.startswith("gemma-") else "system",
        takes_json_response_tool=_JSON_RESPONSE_TOOL.search(model_id) is not None,
    )


def _thinking_levels(model_id: str) -> tuple[ThinkingLevel, ...]:
    if _HYDROGEN.search(model_id):
        return ("low", "medium", "high", "xhigh")
    return ("minimal", "low", "medium", "high") if _takes_minimal(model_id) else ("low", "medium", "high")


def _takes_minimal(model_id: str) -> bool:
    found = _NAME.search(model_id)
    name = "" if found is None else found[1].lower()
    if name == "gemini-flash-latest":
        return False
    pro, flash = _PRO.match(name), _FLASH.match(name)
    if pro is not None and int(pro[1]) >= _FIRST_PRO_WITHOUT_MINIMAL:
        return False
    return flash is None or (int(flash[1]), int(flash[2])) < _FIRST_FLASH_WITHOUT_MINIMAL
