"""What is known of Mistral's models: what they can do and how requests to them differ.

Ports: @ai-sdk/mistral/src/mistral-model-catalog.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = [
    "MISTRAL_EMBEDDING_MODELS",
    "MISTRAL_LANGUAGE_MODELS",
    "MISTRAL_SPEECH_MODELS",
    "MISTRAL_SPEECH_OUTPUT_FORMATS",
    "MISTRAL_TRANSCRIPTION_MODELS",
    "Capability",
    "MistralEmbeddingModelEntry",
    "MistralLanguageModelEntry",
    "ReasoningEffort",
    "get_mistral_language_model_entry",
    "takes_language_with_timestamps",
]

Capability = bool | Literal["unknown"]
"""Whether a model can do something; `unknown` when it is not documented."""

ReasoningEffort = Literal["none", "low", "medium", "high", "max"]

_SWITCHABLE: tuple[ReasoningEffort, ...] = ("none", "high")

# Every model that is not here is taken to reason as the newest do.
_WITHOUT_REASONING_EFFORT = frozenset(
    {
        "codestral-2508",
        "codestral-latest",
        "ministral-14b-2512",
        "ministral-14b-latest",
        "ministral-3b-2512",
        "ministral-3b-latest",
        "ministral-8b-2512",
        "ministral-8b-latest",
        "mistral-code-fim-latest",
        "mistral-code-latest",
        "mistral-large-latest",
        "mistral-large-2512",
        "voxtral-small-2507",
        "voxtral-small-latest",
    }
)

# These cannot stop reasoning.
_REASONING_EFFORTS: Mapping[str, tuple[ReasoningEffort, ...]] = MappingProxyType(
    {
        "zai-glm-5": ("low", "high", "max"),
        "zai-glm-5-3": ("low", "high", "max"),
        "zai-glm-5-3-flash": ("low", "high", "max"),
        "zai-glm-latest": ("low", "high", "max"),
        "mistral-large-4": ("low", "medium", "high"),
        "mistral-large-4-0": ("low", "medium", "high"),
    }
)

_WITH_CONVERSATION_REASONING_EFFORT = frozenset(
    {
        "glm-5-2",
        "labs-leanstral-1-5",
        "labs-leanstral-1-5-1",
        "magistral-medium-latest",
        "magistral-small-latest",
        "mistral-large-4",
        "mistral-large-4-0",
        "mistral-medium",
        "mistral-medium-2604",
        "mistral-medium-3",
        "mistral-medium-3-5",
        "mistral-medium-3.5",
        "mistral-medium-latest",
        "mistral-small-2603",
        "mistral-small-latest",
        "mistral-vibe-cli-fast",
        "mistral-vibe-cli-latest",
        "mistral-vibe-cli-with-tools",
        "zai-glm-5-2",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MistralLanguageModelEntry:
    """One language model: the reasoning efforts that each of the two APIs takes, none where it takes none.

    `capabilities` stands for object generation and tools, which are documented together.
    """

    images: Capability = "unknown"
    capabilities: Capability = "unknown"
    reasoning_efforts: tuple[ReasoningEffort, ...] = _SWITCHABLE
    conversation_reasoning_efforts: tuple[ReasoningEffort, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MistralEmbeddingModelEntry:
    """One embedding model: how long its vectors are, and whether a request may ask for other ones."""

    default_dimensions: int
    custom_dimensions: bool


def _language_model(model_id: str, *, images: bool | None = None) -> MistralLanguageModelEntry:
    efforts = () if model_id in _WITHOUT_REASONING_EFFORT else _REASONING_EFFORTS.get(model_id, _SWITCHABLE)
    in_conversation = model_id in _WITH_CONVERSATION_REASONING_EFFORT
    return MistralLanguageModelEntry(
        images="unknown" if images is None else images,
        capabilities="unknown" if images is None else True,
        reasoning_efforts=efforts,
        conversation_reasoning_efforts=_SWITCHABLE if in_conversation else (),
    )


_DOCUMENTED: Mapping[str, bool] = {
    "labs-leanstral-1-5": True,
    "magistral-medium-latest": True,
    "magistral-small-latest": True,
    "ministral-14b-latest": True,
    "ministral-8b-latest": True,
    "mistral-large-latest": True,
    "mistral-medium-latest": True,
    "mistral-small-latest": True,
    "voxtral-small-latest": False,
    "zai-glm-5-2": False,
}

MISTRAL_LANGUAGE_MODELS: Mapping[str, MistralLanguageModelEntry] = MappingProxyType(
    {model_id: _language_model(model_id, images=images) for model_id, images in _DOCUMENTED.items()}
)
"""The documented language models."""

MISTRAL_EMBEDDING_MODELS: Mapping[str, MistralEmbeddingModelEntry] = MappingProxyType(
    {
        "mistral-embed": MistralEmbeddingModelEntry(default_dimensions=1024, custom_dimensions=False),
        "codestral-embed": MistralEmbeddingModelEntry(default_dimensions=1536, custom_dimensions=True),
    }
)
"""The documented embedding models."""

MISTRAL_SPEECH_MODELS = frozenset({"voxtral-mini-tts-3-0", "voxtral-mini-tts-2603"})
"""The documented speech models. None takes instructions, a speed or a language."""

MISTRAL_SPEECH_OUTPUT_FORMATS = frozenset({"pcm", "wav", "mp3", "flac", "opus"})
"""What every speech model can write."""

MISTRAL_TRANSCRIPTION_MODELS = frozenset(
    {"voxtral-mini-transcribe-3-0", "voxtral-small-transcribe-3-0", "voxtral-mini-latest"}
)
"""The documented transcription models."""

_WITHOUT_LANGUAGE_WITH_TIMESTAMPS = frozenset({"voxtral-mini-2507", "voxtral-mini-2602", "voxtral-mini-latest"})


def get_mistral_language_model_entry(model_id: str) -> MistralLanguageModelEntry:
    """Return what is known of a model; of any other id, what its name says.

    >>> get_mistral_language_model_entry("mistral-large-4").reasoning_efforts
    ('low', 'medium', 'high')
    """
    return MISTRAL_LANGUAGE_MODELS.get(model_id) or _language_model(model_id)


def takes_language_with_timestamps(model_id: str) -> bool:
    """Whether a request to a transcription model may name the language and ask for timestamps; only old ones refuse.

    >>> takes_language_with_timestamps("voxtral-mini-2602")
    False
    """
    return model_id not in _WITHOUT_LANGUAGE_WITH_TIMESTAMPS
