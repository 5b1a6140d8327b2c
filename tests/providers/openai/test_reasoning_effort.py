from typing import Any

import pytest

from ai_sdk.provider import SharedV4Warning, SharedV4WarningCompatibility, SharedV4WarningUnsupported
from ai_sdk.providers.openai.reasoning_effort import resolve_openai_reasoning_effort


def resolve(**given: Any) -> tuple[str | None, list[SharedV4Warning]]:
    warnings: list[SharedV4Warning] = []
    settings = {"provider_reasoning_effort": None, "reasoning": None, "supported_reasoning_efforts": None}
    return resolve_openai_reasoning_effort(**{**settings, **given}, warnings=warnings), warnings


def mapped(asked: str, sent: str) -> SharedV4WarningCompatibility:
    details = f'reasoning "{asked}" is not directly supported by this model. mapped to effort "{sent}".'
    return SharedV4WarningCompatibility(feature="reasoning", details=details)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, (None, [])),
        ({"reasoning": "provider-default"}, (None, [])),
        ({"reasoning": "max"}, ("max", [])),
        ({"provider_reasoning_effort": "own", "reasoning": "max"}, ("own", [])),
        ({"reasoning": "max", "supported_reasoning_efforts": ["low", "high"]}, ("high", [mapped("max", "high")])),
        ({"reasoning": "none", "supported_reasoning_efforts": ["low", "high"]}, ("low", [mapped("none", "low")])),
        (
            {"reasoning": "low", "supported_reasoning_efforts": []},
            (
                None,
                [
                    SharedV4WarningUnsupported(
                        feature="reasoning", details='reasoning "low" is not supported by this model.'
                    )
                ],
            ),
        ),
    ],
)
def test_the_effort_is_the_nearest_that_the_model_takes(given: dict[str, Any], expected: Any) -> None:
    assert resolve(**given) == expected
