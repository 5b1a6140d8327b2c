"""Which properties of a result an outcome shows, and how they are read in Python."""

from collections.abc import Sequence
from typing import Any

from conformance.naming import python_name
from conformance.sdk.call import SdkCall

TEXT_RESULT = (
    *("text", "reasoningText", "content", "toolCalls", "toolResults", "files", "sources", "finishReason"),
    *("rawFinishReason", "usage", "totalUsage", "warnings", "providerMetadata", "responseMessages", "steps"),
)
OBJECT_RESULT = ("object", "finishReason", "usage", "warnings", "providerMetadata", "response")
LOW_MEMORY_RESULT = ("finishReason", "rawFinishReason", "usage")
KEPT: dict[str, tuple[str, ...]] = {
    "generateText": TEXT_RESULT,
    "generateObject": OBJECT_RESULT,
    "embed": ("value", "embedding", "usage", "warnings", "providerMetadata"),
    "embedMany": ("values", "embeddings", "usage", "warnings", "providerMetadata"),
    "rerank": ("originalDocuments", "ranking", "rerankedDocuments", "providerMetadata"),
    "generateImage": ("images", "warnings", "providerMetadata", "usage", "responses"),
    "generateSpeech": ("audio", "warnings", "providerMetadata", "responses"),
    "transcribe": ("text", "segments", "language", "durationInSeconds", "warnings", "providerMetadata", "responses"),
    "generateVideo": ("videos", "warnings", "providerMetadata", "responses"),
}

_JSON = frozenset({"object", "output", "value"})
"""Properties that hold any JSON value, where None is null and not absent."""

_OLDER = {"totalUsage": "usage", "reasoningText": "final_step.reasoning_text"} | {
    name: f"final_step.{python_name(name)}" for name in ("providerMetadata",)
}
"""Properties that TypeScript keeps under an older name, and where Python has them."""


def keep_of(call: SdkCall, result: Any, names: Sequence[str]) -> dict[str, Any]:
    """Return the named properties of a result as an outcome shows them."""
    shown = call.normalize({name: read_property(result, name) for name in names})
    return {name: value for name, value in shown.items() if value is not None or name in _JSON}


def read_property(result: Any, name: str) -> Any:
    """Return a property, or what Python has in the place of one that is only an older name."""
    attribute = python_name(name)
    if name not in _OLDER or _has(result, attribute):
        return getattr(result, attribute)
    first, *rest = _OLDER[name].split(".")
    value = getattr(result, first)
    return _after(value, rest) if rest else value


def _has(result: Any, attribute: str) -> bool:
    """Say whether a property is declared, without reading it."""
    return hasattr(type(result), attribute) or attribute in getattr(result, "__dict__", {})


def _after(value: Any, names: Sequence[str]) -> Any:
    if not hasattr(value, "__await__"):
        for name in names:
            value = getattr(value, name)
        return value
    return _after_await(value, names)


async def _after_await(value: Any, names: Sequence[str]) -> Any:
    return _after(await value, names)
