"""Warnings of models."""

from collections.abc import Iterator
from typing import Any

import pytest

from ai_sdk.logger import WarningsEvent, log_warnings, set_warning_logger
from ai_sdk.logger.deprecations import get_deprecation_code
from ai_sdk.logger.log_warnings import FIRST_WARNING_INFO_MESSAGE, reset_log_warnings_state
from ai_sdk.provider import (
    SharedV4WarningCompatibility,
    SharedV4WarningDeprecated,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)

TOP_K = SharedV4WarningUnsupported(feature="topK")
OLD = SharedV4WarningDeprecated(setting="topK", message="Use topP.")


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    reset_log_warnings_state()
    yield
    set_warning_logger(logger=True)
    reset_log_warnings_state()


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    assert {(record.name, record.levelname) for record in caplog.records} <= {("ai_sdk", "WARNING")}
    return [record.getMessage() for record in caplog.records]


def test_the_first_warning_says_how_to_turn_warnings_off(caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        log_warnings(warnings=[TOP_K], provider="groq.chat", model="m")
    text = 'AI SDK Warning (groq.chat / m): The feature "topK" is not supported.'
    assert lines(caplog) == [FIRST_WARNING_INFO_MESSAGE, text, text]


@pytest.mark.parametrize(
    ("warning", "text"),
    [
        (TOP_K, 'The feature "topK" is not supported.'),
        (
            SharedV4WarningUnsupported(feature="x", details="Not at all."),
            'The feature "x" is not supported. Not at all.',
        ),
        (SharedV4WarningCompatibility(feature="x"), 'The feature "x" is used in a compatibility mode.'),
        (
            SharedV4WarningCompatibility(feature="x", details="Slow."),
            'The feature "x" is used in a compatibility mode. Slow.',
        ),
        (SharedV4WarningOther(message="100 % odd"), "100 % odd"),
    ],
)
def test_a_warning_has_a_text(warning: Any, text: str, caplog: pytest.LogCaptureFixture) -> None:
    log_warnings(warnings=[warning], model="m")
    assert lines(caplog)[1:] == [f"AI SDK Warning: {text}"]


def test_a_deprecation_is_told_once_for_each_provider(caplog: pytest.LogCaptureFixture) -> None:
    for provider in ("a", "b", "a"):
        log_warnings(warnings=[OLD, OLD], provider=provider, model="m")
    assert lines(caplog)[1:] == [
        f'[AISDK_DEP_PROVIDER_{name}__topK] AI SDK Warning ({name} / m): Deprecated: "topK". Use topP.' for name in "ab"
    ]


def test_nothing_is_said_about_no_warnings_and_when_turned_off(caplog: pytest.LogCaptureFixture) -> None:
    log_warnings(warnings=[])
    set_warning_logger(logger=False)
    log_warnings(warnings=[TOP_K])
    assert lines(caplog) == []


def test_a_function_gets_every_warning_in_place_of_the_logger(caplog: pytest.LogCaptureFixture) -> None:
    events: list[WarningsEvent] = []
    set_warning_logger(events.append)
    for _ in range(2):
        log_warnings(warnings=[OLD], provider="a", model="m")
    assert events == [WarningsEvent(warnings=[OLD], provider="a", model="m")] * 2
    assert lines(caplog) == []


@pytest.mark.parametrize(
    ("setting", "provider", "code"),
    [
        ("generateObject", None, "AISDK_DEP_GENERATE_OBJECT"),
        ('"tool-result" content of type "image-file-id"', None, "AISDK_DEP_TOOL_RESULT_IMAGE_FILE_ID"),
        ("top_k.x", None, "AISDK_DEP_SETTING_top_005Fk_002Ex"),
        ("generateObject", "a-b", "AISDK_DEP_PROVIDER_a_002Db__generateObject"),
        ("😀", None, "AISDK_DEP_SETTING__D83D_DE00"),
    ],
)
def test_a_deprecation_has_a_code(setting: str, provider: str | None, code: str) -> None:
    assert get_deprecation_code(setting=setting, provider=provider) == code


def test_a_warning_of_an_unknown_kind_is_logged_as_json(caplog: pytest.LogCaptureFixture) -> None:
    newer: Any = {"type": "newer", "reason": "é"}
    log_warnings(warnings=[newer])
    assert lines(caplog)[1] == 'AI SDK Warning: {\n  "type": "newer",\n  "reason": "é"\n}'
