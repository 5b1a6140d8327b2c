import builtins
import importlib
import sys
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4CustomPart,
    LanguageModelV4FilePart,
    LanguageModelV4ReasoningFilePart,
    LanguageModelV4SystemMessage,
    LanguageModelV4ToolApprovalResponsePart,
    LanguageModelV4ToolMessage,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
)
from ai_sdk.provider.codec import URL
from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.content_part import (
    FilePart,
    ImagePart,
    ReasoningPart,
    TextPart,
    ToolApprovalResponse,
    ToolCallPart,
    ToolResultPart,
)
from ai_sdk.provider_utils.model_message import AssistantModelMessage, ToolModelMessage, UserModelMessage
from ai_sdk.provider_utils.tool_result_output import (
    ToolResultContentText,
    ToolResultOutputContent,
    ToolResultOutputErrorText,
    ToolResultOutputExecutionDenied,
    ToolResultOutputJson,
)
from ai_sdk.telemetry.open_telemetry import format_input_messages, format_model_messages, format_output_messages
from ai_sdk.telemetry.open_telemetry.json_attribute import json_attribute
from ai_sdk.telemetry.open_telemetry.names import map_finish_reason, map_operation_name, map_provider_name
from ai_sdk.telemetry.open_telemetry.provider_usage_attributes import get_provider_usage_attributes
from ai_sdk.telemetry.open_telemetry.record_error import get_error_type
from ai_sdk.telemetry.open_telemetry.redact_tool_definition import redact_tool_definition
from ai_sdk.telemetry.open_telemetry.select_attributes import (
    Input,
    Output,
    Recording,
    sanitize_attributes,
    select_attributes,
)
from ai_sdk.telemetry.open_telemetry.server_attributes import get_server_attributes
from ai_sdk.telemetry.open_telemetry.supplemental_attributes import get_runtime_context_attributes

PRIMITIVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
VALUES = PRIMITIVES | st.lists(PRIMITIVES) | st.dictionaries(st.text(), PRIMITIVES)


@given(st.dictionaries(st.text(), VALUES))
def test_sanitised_attributes_are_what_open_telemetry_takes(attributes: dict[str, Any]) -> None:
    for value in sanitize_attributes(attributes).values():
        items = value if isinstance(value, list) else [value]
        assert len({type(item) for item in items}) == 1
        assert isinstance(items[0], bool | int | float | str)
        assert not any(isinstance(item, float) and item in {float("inf"), float("-inf")} for item in items)
        assert all(item == item for item in items)  # noqa: PLR0124 - NaN alone differs from itself


def test_values_that_may_not_be_recorded_are_not_even_read() -> None:
    def forbidden() -> Any:
        raise AssertionError("read")

    attributes = {"in": Input(forbidden), "out": Output(lambda: "made"), "plain": 1, "none": None}
    assert select_attributes(Recording(inputs=False, outputs=True), attributes) == {"out": "made", "plain": 1}
    reversed_attributes = {"in": Input(lambda: ["given"]), "out": Output(forbidden), "nothing": Input(lambda: None)}
    assert select_attributes(Recording(inputs=True, outputs=False), reversed_attributes) == {"in": ["given"]}


def test_the_runtime_context_becomes_dotted_names() -> None:
    context = {"user": {"id": 1, "tags": ["a"], "none": None, "empty": {}}, "flag": False}
    assert sanitize_attributes(get_runtime_context_attributes(context)) == {
        "ai.settings.context.user.id": 1,
        "ai.settings.context.user.tags": ["a"],
        "ai.settings.context.flag": False,
    }


@pytest.mark.parametrize(
    ("provider", "name"),
    [
        ("google.vertex.chat", "gcp.vertex_ai"),
        ("google-vertex", "gcp.vertex_ai"),
        ("google.generative-ai", "gcp.gemini"),
        ("google", "gcp.gemini"),
        ("amazon-bedrock.chat", "aws.bedrock"),
        ("bedrock", "aws.bedrock"),
        ("azure-openai.responses", "azure.ai.openai"),
        ("azure.chat", "azure.ai.inference"),
        ("OpenAI.responses", "openai"),
        ("anthropic.messages", "anthropic"),
        ("mistral.chat", "mistral_ai"),
        ("xai.chat", "x_ai"),
        ("openaix.chat", "openaix.chat"),
        ("Custom", "Custom"),
    ],
)
def test_providers_have_the_names_of_the_conventions(provider: str, name: str) -> None:
    assert map_provider_name(provider) == name


def test_operations_and_finish_reasons_have_the_names_of_the_conventions() -> None:
    assert [map_operation_name(operation) for operation in ("ai.streamText", "ai.embedMany", "ai.transcribe")] == [
        "invoke_agent",
        "embeddings",
        "ai.transcribe",
    ]
    reasons = ("stop", "length", "content-filter", "tool-calls", "error", "other", "interrupted")
    assert [map_finish_reason(reason) for reason in reasons] == [
        *("stop", "length", "content_filter", "tool_call", "error", "stop", "interrupted")
    ]


def test_messages_of_users_are_formatted() -> None:
    user = UserModelMessage(
        content=[
            TextPart(text="Look"),
            ImagePart(image=b"abc"),
            ImagePart(image="https://x.dev/a.png", media_type="image/png"),
            FilePart(data=b"abc", media_type="audio/wav"),
            FilePart(data=SharedV4FileDataUrl(url="https://x.dev/v"), media_type="video/mp4"),
            FilePart(data=SharedV4FileDataText(text="plain"), media_type="text/plain"),
            FilePart(data=SharedV4FileDataReference(reference={"openai": "f"}), media_type="image"),
            FilePart(data=URL("ftp://x.dev/v"), media_type="video/mp4"),
        ]
    )
    assert format_model_messages([user]) == [
        {
            "role": "user",
            "parts": [
                {"type": "text", "content": "Look"},
                {"type": "blob", "modality": "image", "mime_type": None, "content": "YWJj"},
                {"type": "uri", "modality": "image", "mime_type": "image/png", "uri": "https://x.dev/a.png"},
                {"type": "blob", "modality": "audio", "mime_type": "audio/wav", "content": "YWJj"},
                {"type": "uri", "modality": "video", "mime_type": "video/mp4", "uri": "https://x.dev/v"},
                {"type": "blob", "modality": "image", "mime_type": "text/plain", "content": "plain"},
                {"type": "blob", "modality": "image", "mime_type": "image", "content": ""},
                {"type": "uri", "modality": "video", "mime_type": "video/mp4", "uri": "ftp://x.dev/v"},
            ],
        }
    ]


def test_messages_of_the_model_and_of_tools_are_formatted() -> None:
    call = ToolCallPart(tool_call_id="c", tool_name="n", input={"a": 1})
    results: list[Any] = [
        ToolResultOutputJson(value=None),
        ToolResultOutputErrorText(value="bad"),
        ToolResultOutputExecutionDenied(),
        ToolResultOutputExecutionDenied(reason="no"),
        ToolResultOutputContent(value=[ToolResultContentText(text="z")]),
    ]
    assistant = AssistantModelMessage(
        content=[ReasoningPart(text="Hm."), call, FilePart(data=b"x", media_type="image/png")]
    )
    parts = [ToolResultPart(tool_call_id="c", tool_name="n", output=output) for output in results]
    tool = ToolModelMessage(content=[*parts, ToolApprovalResponse(approval_id="a", approved=True)])
    formatted = format_model_messages([AssistantModelMessage(content="Hi"), assistant, tool])
    responses = [
        None,
        "bad",
        {"denied": True},
        {"denied": True, "reason": "no"},
        {"type": "content", "value": [{"type": "text", "text": "z"}]},
    ]
    assert formatted == [
        {"role": "assistant", "parts": [{"type": "text", "content": "Hi"}]},
        {
            "role": "assistant",
            "parts": [
                {"type": "reasoning", "content": "Hm."},
                {"type": "tool_call", "id": "c", "name": "n", "arguments": {"a": 1}},
                {"type": "file"},
            ],
        },
        {
            "role": "tool",
            "parts": [
                *({"type": "tool_call_response", "id": "c", "response": response} for response in responses),
                {"type": "tool-approval-response"},
            ],
        },
    ]


def test_prompts_of_models_are_formatted() -> None:
    prompt = [
        LanguageModelV4SystemMessage(content="Be brief."),
        LanguageModelV4UserMessage(
            content=[LanguageModelV4FilePart(data=SharedV4FileDataData(data="QUJD"), media_type="audio/mp3")]
        ),
        LanguageModelV4AssistantMessage(
            content=[
                LanguageModelV4ReasoningFilePart(data=SharedV4FileDataData(data="QUJD"), media_type="image/png"),
                LanguageModelV4CustomPart(kind="a.b"),
            ]
        ),
        LanguageModelV4ToolMessage(
            content=[
                LanguageModelV4ToolApprovalResponsePart(approval_id="a", approved=False, reason="no"),
                LanguageModelV4ToolApprovalResponsePart(approval_id="b", approved=True),
            ]
        ),
    ]
    assert format_input_messages(prompt) == [
        {"role": "system", "parts": [{"type": "text", "content": "Be brief."}]},
        {
            "role": "user",
            "parts": [{"type": "blob", "modality": "audio", "mime_type": "audio/mp3", "content": "QUJD"}],
        },
        {"role": "assistant", "parts": [{"type": "reasoning-file"}, {"type": "custom", "kind": "a.b"}]},
        {
            "role": "tool",
            "parts": [
                {"type": "tool_approval_response", "approval_id": "a", "approved": False, "reason": "no"},
                {"type": "tool_approval_response", "approval_id": "b", "approved": True},
            ],
        },
    ]


def test_an_answer_without_content_has_no_parts() -> None:
    message = {"role": "assistant", "parts": [], "finish_reason": "stop"}
    assert format_output_messages(finish_reason="stop", text="") == [message]


def test_json_attributes_hold_any_value_that_users_pass_around() -> None:
    class Odd:
        def __str__(self) -> str:
            return "odd"

    value = {"when": datetime(2026, 1, 1, tzinfo=UTC), "odd": Odd(), "not": float("nan"), "set": {1}}
    assert json_attribute(value) == '{"when":"2026-01-01T00:00:00Z","odd":"odd","not":null,"set":[1]}'


def test_usage_of_providers_becomes_numbers_under_common_names() -> None:
    usage = {"candidatesTokenCount": 3, "total_input_tokens": 4, "x-Y.zW": 1, "": 5, "n": float("inf"), "l": [1]}
    assert get_provider_usage_attributes(usage) == {
        "gen_ai.usage.output_tokens": 3,
        "gen_ai.usage.input_tokens": 4,
        "gen_ai.usage.x_y_z_w": 1,
    }
    assert get_provider_usage_attributes(None) == {}


@pytest.mark.parametrize(
    ("url", "attributes"),
    [
        ("http://[::1]", {"server.address": "::1", "server.port": 80}),
        ("https://a.dev:8443/x", {"server.address": "a.dev", "server.port": 8443}),
        ("ws://a.dev", {}),
        ("https://a.dev:no", {}),
        (None, {}),
    ],
)
def test_the_server_is_named_when_the_url_is_one_of_http(url: str | None, attributes: dict[str, Any]) -> None:
    assert get_server_attributes(url) == attributes


def test_secrets_of_containers_are_blotted_in_tool_definitions() -> None:
    policy = {"type": "allowlist", "domainSecrets": [{"domain": "a.dev", "value": "S"}, "odd"]}
    blotted = {"type": "allowlist", "domainSecrets": [{"domain": "a.dev", "value": "[redacted]"}, "odd"]}
    for tool, key in (("openai.code_interpreter", "container"), ("openai.shell", "environment")):
        given_tool = {"type": "provider", "id": tool, "args": {key: {"networkPolicy": policy}}}
        assert redact_tool_definition(given_tool)["args"] == {key: {"networkPolicy": blotted}}
        plain = {"type": "provider", "id": tool, "args": {key: "cntr_1"}}
        assert redact_tool_definition(plain) == plain
    other = {"type": "provider", "id": "other.mcp", "args": {"authorization": "kept"}}
    assert redact_tool_definition(other) == other
    assert policy["domainSecrets"][0] == {"domain": "a.dev", "value": "S"}


def test_errors_have_the_type_that_their_class_tells() -> None:
    api_call_error = APICallError("x", url="u", request_body_values=None)
    errors = [api_call_error, ValueError(), pytest.UsageError(), "text"]
    assert [get_error_type(error) for error in errors] == [
        "AI_APICallError",
        "ValueError",
        f"{pytest.UsageError.__module__}.UsageError",
        "_OTHER",
    ]


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "ai_sdk.telemetry.open_telemetry"
    monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("importlib.util.find_spec", lambda module: None)
    with pytest.raises(ImportError, match=r'pip install "ai-sdk-python\[otel\]"'):
        builtins.__import__(name)
    monkeypatch.undo()
    assert importlib.import_module(name).OpenTelemetry.__name__ == "OpenTelemetry"
