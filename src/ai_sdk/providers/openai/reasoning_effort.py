"""The reasoning effort that a model takes for the one the caller asks for.

Ports: @ai-sdk/openai/src/resolve-openai-reasoning-effort.ts
"""

from collections.abc import Sequence
from typing import cast

from ai_sdk.provider import LanguageModelV4ReasoningEffort, SharedV4Warning
from ai_sdk.provider_utils.map_reasoning_to_provider import CustomReasoning, map_reasoning_to_provider_effort

__all__ = ["resolve_openai_reasoning_effort"]

_ALL_EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")


def resolve_openai_reasoning_effort(
    *,
    provider_reasoning_effort: str | None,
    reasoning: LanguageModelV4ReasoningEffort | None,
    supported_reasoning_efforts: Sequence[str] | None,
    warnings: list[SharedV4Warning],
) -> str | None:
    """Return the effort to send, or `None` for none; the provider option wins over `reasoning`.

    An effort that the model does not take becomes the nearest one, with a warning appended to `warnings`.
    """
    supported = _ALL_EFFORTS if supported_reasoning_efforts is None else supported_reasoning_efforts
    efforts = cast("Sequence[CustomReasoning]", supported)
    return map_reasoning_to_provider_effort(
        reasoning=reasoning,
        provider_options_effort=provider_reasoning_effort,
        effort_map={effort: effort for effort in efforts},
        warnings=warnings,
    )
