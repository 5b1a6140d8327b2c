"""What is known of Groq's models: what they can do and how requests to them differ.

Ports: @ai-sdk/groq/src/groq-model-catalog.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = [
    "GROQ_LANGUAGE_MODELS",
    "GROQ_TRANSCRIPTION_MODELS",
    "Capability",
    "GroqLanguageModelEntry",
    "get_groq_language_model_entry",
]

Capability = bool | Literal["unknown"]
"""Whether a model can do something; `unknown` when it is not documented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroqLanguageModelEntry:
    """One language model. The defaults are those of a model id that is not documented.

    `always_reasons` models cannot stop reasoning; `can_disable_reasoning` models can. `top_k` and JSON schemas together
    with function tools are refused by Groq for every model. `structured_outputs` and `strict_json_schema` are what a
    request asks for when its options do not say.
    """

    images: Capability = "unknown"
    audio: bool = False
    object_generation: Capability = "unknown"
    tools: Capability = "unknown"
    browser_search: Capability = "unknown"
    reasoning: Capability = "unknown"
    reasoning_efforts: tuple[str, ...] | None = None
    can_disable_reasoning: bool = False
    always_reasons: bool = False
    top_k: bool = False
    json_schema: Capability = "unknown"
    json_schema_with_function_tools: bool = False
    structured_outputs: bool = True
    strict_json_schema: bool = True


def _language_model(
    model_id: str, *, is_documented: bool = True, images: bool = False, tools: bool = True, json_schema: Capability
) -> GroqLanguageModelEntry:
    can_disable_reasoning = model_id == "qwen/qwen3.6-27b"
    # A prefix, so that later and custom GPT-OSS ids are known to reason too.
    always_reasons = model_id.startswith("openai/gpt-oss")
    efforts = ("low", "medium", "high") if always_reasons else None
    return GroqLanguageModelEntry(
        images=images if is_documented else "unknown",
        object_generation=True if is_documented else "unknown",
        tools=tools if is_documented else "unknown",
        # Undocumented ids get the tool: the API knows better.
        browser_search=always_reasons if is_documented else "unknown",
        reasoning=True if can_disable_reasoning or always_reasons else "unknown",
        reasoning_efforts=("none", "default") if can_disable_reasoning else efforts,
        can_disable_reasoning=can_disable_reasoning,
        always_reasons=always_reasons,
        json_schema=json_schema,
    )


def _text(model_id: str, *, json_schema: Capability = "unknown") -> tuple[str, GroqLanguageModelEntry]:
    return model_id, _language_model(model_id, json_schema=json_schema)


def _vision(model_id: str) -> tuple[str, GroqLanguageModelEntry]:
    return model_id, _language_model(model_id, images=True, json_schema="unknown")


def _guard(model_id: str, *, images: bool = False) -> tuple[str, GroqLanguageModelEntry]:
    return model_id, _language_model(model_id, images=images, tools=False, json_schema="unknown")


GROQ_LANGUAGE_MODELS: Mapping[str, GroqLanguageModelEntry] = MappingProxyType(
    dict(
        (
            _text("gemma2-9b-it"),
            _text("llama-3.1-8b-instant", json_schema=False),
            _text("llama-3.3-70b-versatile"),
            _guard("meta-llama/llama-guard-4-12b", images=True),
            _text("deepseek-r1-distill-llama-70b"),
            _vision("meta-llama/llama-4-maverick-17b-128e-instruct"),
            _vision("meta-llama/llama-4-scout-17b-16e-instruct"),
            _guard("meta-llama/llama-prompt-guard-2-22m"),
            _guard("meta-llama/llama-prompt-guard-2-86m"),
            _text("moonshotai/kimi-k2-instruct-0905", json_schema=True),
            _text("qwen/qwen3.6-27b"),
            _text("llama-guard-3-8b"),
            _text("llama3-70b-8192"),
            _text("llama3-8b-8192"),
            _text("mixtral-8x7b-32768"),
            _text("qwen-qwq-32b"),
            _text("qwen-2.5-32b"),
            _text("deepseek-r1-distill-qwen-32b"),
            _text("openai/gpt-oss-20b"),
            _text("openai/gpt-oss-120b"),
        )
    )
)
"""The documented language models."""

GROQ_TRANSCRIPTION_MODELS = frozenset({"whisper-large-v3", "whisper-large-v3-turbo"})
"""The documented transcription models; with `responseFormat: verbose_json` they give duration, segments, language."""


def get_groq_language_model_entry(model_id: str) -> GroqLanguageModelEntry:
    """Return what is known of a model; of any other id, what its name says.

    >>> get_groq_language_model_entry("openai/gpt-oss-next").always_reasons
    True
    """
    known = GROQ_LANGUAGE_MODELS.get(model_id)
    return known or _language_model(model_id, is_documented=False, json_schema="unknown")
