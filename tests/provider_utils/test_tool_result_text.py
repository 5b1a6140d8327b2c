"""Tool results as text."""

import pytest

from ai_sdk.provider import (
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultOutputText,
    SharedV4FileDataData,
)
from ai_sdk.provider_utils.tool_result_text import tool_result_text

CONTENT = LanguageModelV4ToolResultOutputContent(
    value=[
        LanguageModelV4ToolResultContentText(text="a map"),
        LanguageModelV4ToolResultContentFile(data=SharedV4FileDataData(data=b"\x01"), media_type="image/png"),
    ]
)
CONTENT_TEXT = (
    '[{"type":"text","text":"a map"},{"type":"file","data":{"type":"data","data":{"0":1}},"mediaType":"image/png"}]'
)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (LanguageModelV4ToolResultOutputText(value="blue"), "blue"),
        (LanguageModelV4ToolResultOutputErrorText(value="no sky"), "no sky"),
        (LanguageModelV4ToolResultOutputJson(value=None), "null"),
        (LanguageModelV4ToolResultOutputJson(value={"größe": 3.0}), '{"größe":3}'),
        (LanguageModelV4ToolResultOutputErrorJson(value=["night"]), '["night"]'),
        (LanguageModelV4ToolResultOutputExecutionDenied(), "Tool call execution denied."),
        (LanguageModelV4ToolResultOutputExecutionDenied(reason=""), ""),
        (CONTENT, CONTENT_TEXT),
    ],
)
def test_every_kind_of_result_is_one_text(output: LanguageModelV4ToolResultOutput, expected: str) -> None:
    assert tool_result_text(output) == expected
