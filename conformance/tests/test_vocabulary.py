"""Special values, names and JSON text: the words of a case in Python."""

import json
import math
import re
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from conformance.javascript_json import parse, stringify
from conformance.naming import module_name, python_name
from conformance.sdk.call import SdkCall
from conformance.sdk.table import FUNCTIONS, sdk_function
from conformance.subject import options_class
from conformance.vocabulary import NotPortedError, Surroundings, decode, regular_expression

SURROUNDINGS = Surroundings(lambda name: name.encode(), lambda argument: ("signal", argument))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"$bytes": "AP8="}, b"\x00\xff"),
        ({"$bytesFile": "fixtures/a.bin"}, b"fixtures/a.bin"),
        ({"$url": "https://a.test/"}, "https://a.test/"),
        ({"$date": "2025-03-01T12:00:00.000Z"}, datetime(2025, 3, 1, 12, tzinfo=UTC)),
        ({"$number": "-Infinity"}, -math.inf),
        ({"$bigint": "123456789012345678901"}, 123456789012345678901),
        ({"$headers": {"A": "b"}}, {"A": "b"}),
        ({"$staticAuthClient": "t"}, SimpleNamespace(valid=True, token="t")),
        ({"$abortSignal": {"afterMs": 5}}, ("signal", {"afterMs": 5})),
        ({"$regexp": "a+", "flags": "gi"}, re.compile("a+", re.IGNORECASE)),
        ({"a": {"$undefined": True}, "b": None}, {"b": None}),
        ([{"$undefined": True}, {"a": [{"$bytes": ""}]}], [None, {"a": [b""]}]),
        ({"$schema": "s", "$ref": "#/$defs/a", "$defs": {"a": {"type": "null"}}}, ...),
    ],
)
def test_a_special_value_becomes_what_it_stands_for(value: Any, expected: Any) -> None:
    assert decode(value, SURROUNDINGS) == (value if expected is ... else expected)


def test_a_special_value_without_a_python_meaning_is_not_ported() -> None:
    with pytest.raises(NotPortedError, match=r"no Python value for \$smoothStream"):
        decode({"a": [{"$smoothStream": {}}]}, SURROUNDINGS)


def test_a_javascript_expression_is_read_as_a_python_one() -> None:
    assert regular_expression(r"(?<word>\w+)(?<!x)", "s") == re.compile(r"(?P<word>\w+)(?<!x)", re.DOTALL)


@pytest.mark.parametrize(
    ("name", "package", "expected"),
    [
        ("createOpenAI", "openai", "create_openai"),
        ("createOpenAICompatible", "openai-compatible", "create_openai_compatible"),
        ("createDeepSeek", "deepseek", "create_deepseek"),
        ("createLMNT", "lmnt", "create_lmnt"),
        ("createMoonshotAI", "moonshotai", "create_moonshotai"),
        ("createBlackForestLabs", "black-forest-labs", "create_black_forest_labs"),
        ("createGoogleVertex", "google-vertex", "create_google_vertex"),
        ("baseURL", "", "base_url"),
        ("supportedURLs", "", "supported_urls"),
        ("doGenerate", "", "do_generate"),
        ("accessKeyId", "", "access_key_id"),
        ("parseJSONEventStream", "", "parse_json_event_stream"),
        ("chat", "", "chat"),
    ],
)
def test_a_typescript_name_has_one_python_spelling(name: str, package: str, expected: str) -> None:
    assert python_name(name, package) == expected


def test_a_package_and_an_entry_name_a_module() -> None:
    assert module_name("openai-compatible") == "ai_sdk.providers.openai_compatible"
    assert module_name("google-vertex", "./anthropic") == "ai_sdk.providers.google_vertex.anthropic"
    assert module_name("groq", ".") == "ai_sdk.providers.groq"


@pytest.mark.parametrize(
    ("kind", "method", "name"),
    [
        ("chat", "doGenerate", "LanguageModelV4CallOptions"),
        ("responses", "doStream", "LanguageModelV4CallOptions"),
        ("completion", "doGenerate", "LanguageModelV4CallOptions"),
        ("image", "doGenerate", "ImageModelV4CallOptions"),
        ("embedding", "doEmbed", "EmbeddingModelV4CallOptions"),
        ("speech", "doGenerate", "SpeechModelV4CallOptions"),
        ("transcription", "doGenerate", "TranscriptionModelV4CallOptions"),
        ("reranking", "doRerank", "RerankingModelV4CallOptions"),
        ("video", "doStart", "VideoModelV4CallOptions"),
        ("video", "doStatus", "VideoModelV4StatusOptions"),
        ("files", "uploadFile", "FilesV4UploadFileCallOptions"),
        ("skills", "uploadSkill", "SkillsV4UploadSkillCallOptions"),
    ],
)
def test_the_model_kind_and_the_method_name_the_options(kind: str, method: str, name: str) -> None:
    assert options_class(kind, method) == name


async def _echo(call: SdkCall) -> Any:
    return call.call["args"]


def test_functions_of_the_sdk_are_looked_up_in_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotPortedError, match="function echo"):
        sdk_function("echo")
    monkeypatch.setitem(FUNCTIONS, "echo", _echo)
    assert sdk_function("echo") is _echo


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (-0.0, "0"),
        (0.1, "0.1"),
        (1e21, "1e+21"),
        (123456789012345680000.0, "123456789012345680000"),
        (12345678901234567890, "12345678901234567000"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (1.5e-7, "1.5e-7"),
        (5e-324, "5e-324"),
        (1.25e300, "1.25e+300"),
        (math.inf, "null"),
        ([True, None, "é\u2028"], '[true,null,"é\u2028"]'),
        ("\ud800", '"\\ud800"'),
        ({"b": 1, "10": 2, "2": 3}, '{"2":3,"10":2,"b":1}'),
        ({}, "{}"),
    ],
)
def test_json_text_is_what_javascript_writes(value: Any, text: str) -> None:
    assert stringify(value) == text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-(2.0**53), 2.0**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@given(JSON)
def test_law_json_text_reads_back_as_the_same_value(value: Any) -> None:
    assert json.loads(stringify(value)) == value
    assert parse(stringify(value)) == value
