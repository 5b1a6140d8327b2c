"""The facts of Google's models by id."""

import pytest

from ai_sdk.providers.google.model_catalog import get_google_language_model_entry

ALL = ("minimal", "low", "medium", "high")


@pytest.mark.parametrize(
    ("model_id", "levels"),
    [
        ("gemini-3-pro-preview", ALL[1:]),
        ("gemini-3.1-pro-preview", ALL[1:]),
        ("gemini-3-flash-preview", ALL),
        ("gemini-3.6-flash", ALL),
        ("gemini-3.7-flash", ALL[1:]),
        ("gemini-3.7-flash-001", ALL[1:]),
        ("gemini-3.7-flash-lite", ALL),
        ("gemini-3.7-flash-lite-001", ALL),
        ("gemini-4.0-flash-light", ALL[1:]),
        ("gemini-flash-latest", ALL[1:]),
        ("gemini-4-hydrogen", (*ALL[1:], "xhigh")),
        ("publishers/google/models/GEMINI-4-HYDROGEN-01", (*ALL[1:], "xhigh")),
        ("gemini-4-argon", ALL),
        ("gemini-3-pro-image-preview", None),
        ("gemini-2.5-pro", None),
        ("gemma-3-27b-it", None),
    ],
)
def test_thinking_levels_follow_from_the_generation(model_id: str, levels: tuple[str, ...] | None) -> None:
    entry = get_google_language_model_entry(model_id)
    assert (entry.thinking_levels, entry.thinking_format) == (levels, "budget" if levels is None else "level")


@pytest.mark.parametrize(
    ("model_id", "gemini_2_tools", "file_search", "gemini_3"),
    [
        ("gemini-1.5-pro", False, False, False),
        ("gemini-pro", False, False, False),
        ("gemini-pro-vision", False, False, False),
        ("gemini-pro-latest", True, True, True),
        ("gemini-robotics-er-1.5-preview", False, False, False),
        ("gemini-2.0-flash", True, False, False),
        ("gemini-2.5-flash", True, True, False),
        ("gemini-3-flash", True, True, True),
        ("some.gemini-9", True, True, True),
        ("nano-banana-pro-preview", True, False, False),
        ("gemma-3-4b-it", False, False, False),
        ("aqa", False, False, False),
    ],
)
def test_tools_follow_from_the_generation(
    *, model_id: str, gemini_2_tools: bool, file_search: bool, gemini_3: bool
) -> None:
    entry = get_google_language_model_entry(model_id)
    facts = (entry.supports_gemini_2_tools, entry.supports_file_search, entry.uses_gemini_3_features)
    assert facts == (gemini_2_tools, file_search, gemini_3)


@pytest.mark.parametrize(
    ("model_id", "budgets"),
    [
        ("gemini-2.5-pro", (128, 32768)),
        ("gemini-2.5-flash", (0, 24576)),
        ("gemini-3-pro-image-preview", (0, 32768)),
    ],
)
def test_thinking_budgets_follow_from_the_family(model_id: str, budgets: tuple[int, int]) -> None:
    entry = get_google_language_model_entry(model_id)
    assert (entry.min_thinking_budget, entry.max_thinking_budget) == budgets


def test_gemma_has_no_system_messages_and_no_json_tool() -> None:
    entry = get_google_language_model_entry("Gemma-3-4b-it")
    assert (entry.system_instruction, entry.takes_json_response_tool) == ("user", False)
