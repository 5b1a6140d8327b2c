"""Bodies of Converse requests."""

from typing import Any

import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4AssistantMessage,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4UserMessage,
    SharedV4WarningCompatibility,
    SharedV4WarningUnsupported,
)
from ai_sdk.providers.amazon_bedrock.chat.request import build_request
from ai_sdk.providers.amazon_bedrock.chat.structured_output import JsonObjectTextExtractor
from tests.providers.amazon_bedrock.build import CLAUDE, NOVA, TIDE, options

OPUS = "us.anthropic.claude-opus-4-8"
OPUS_5_5 = "anthropic.claude-opus-5-5"
NOVA_2 = "us.amazon.nova-2-lite-v1:0"
OSS = "openai.gpt-oss-120b-1:0"
GPT = "us.openai.gpt-5.6"
PROFILE = "arn:aws:bedrock:eu-west-1:1:application-inference-profile/x"
SCHEMA = {"type": "object", "properties": {"height": {"type": "number"}}, "additionalProperties": False}
JSON = LanguageModelV4ResponseFormatJson(schema=SCHEMA)
JSON_TOOL = {
    "toolSpec": {"name": "json", "description": "Respond with a JSON object.", "inputSchema": {"json": SCHEMA}}
}
PROMPT = {"system": [], "messages": [{"role": "user", "content": [{"text": "How high?"}]}]}
STOP_PATH = {"additionalModelResponseFieldPaths": ["/delta/stop_sequence"]}


def unsupported(feature: str, details: str | None = None) -> SharedV4WarningUnsupported:
    return SharedV4WarningUnsupported(feature=feature, details=details)


def build(model_id: str, *, bedrock: dict[str, Any] | None = None, model_family=None, **given):
    if bedrock is not None:
        given["provider_options"] = {"amazonBedrock": bedrock, **given.get("provider_options", {})}
    return build_request(model_id, options(**given), model_family=model_family)


def fields(model_id: str, **given) -> Any:
    return build(model_id, **given).body.get("additionalModelRequestFields")


def test_a_plain_request() -> None:
    assert build(CLAUDE).body == PROMPT | STOP_PATH
    assert build(NOVA).body == PROMPT
    assert build(NOVA).warnings == []


def test_every_setting() -> None:
    request = build(
        NOVA,
        max_output_tokens=9,
        temperature=0.5,
        top_p=0.9,
        top_k=3,
        stop_sequences=["E"],
        seed=1,
        frequency_penalty=0,
        presence_penalty=0,
    )
    inference = {"maxTokens": 9, "temperature": 0.5, "topP": 0.9, "topK": 3, "stopSequences": ["E"]}
    assert request.body == PROMPT | {"inferenceConfig": inference}
    assert request.warnings == [unsupported(name) for name in ("frequencyPenalty", "presencePenalty", "seed")]


@pytest.mark.parametrize(
    ("temperature", "clamped", "details"),
    [
        (1.5, 1, "1.5 exceeds bedrock maximum of 1.0. clamped to 1.0"),
        (-1, 0, "-1 is below bedrock minimum of 0. clamped to 0"),
    ],
)
def test_a_temperature_stays_within_its_bounds(temperature: float, clamped: int, details: str) -> None:
    request = build(NOVA, temperature=temperature)
    assert request.body["inferenceConfig"] == {"temperature": clamped}
    assert request.warnings == [unsupported("temperature", details)]


def test_models_that_refuse_settings_do_not_get_them() -> None:
    given = {"temperature": 1.5, "top_p": 0.1, "top_k": 2, "stop_sequences": ["E"]}
    claude, gpt, oss = build(OPUS, **given), build(GPT, **given), build(OSS, **given)
    assert claude.body["inferenceConfig"] == {"stopSequences": ["E"]}
    assert gpt.body["inferenceConfig"] == {"topK": 2}
    assert oss.body["inferenceConfig"] == {"temperature": 1, "topP": 0.1, "topK": 2}
    ignored = f"is not supported by {OPUS} and will be ignored"
    refused = "is not supported by this OpenAI model on the Converse API"
    assert claude.warnings == [unsupported(name, f"{name} {ignored}") for name in ("temperature", "topK", "topP")]
    assert gpt.warnings == [unsupported(name, f"{name} {refused}") for name in ("temperature", "topP", "stopSequences")]
    assert [warning.feature for warning in oss.warnings] == ["temperature", "stopSequences"]


def test_options_go_into_the_body_as_they_are_but_for_those_that_are_read() -> None:
    request = build(
        CLAUDE,
        bedrock={
            "guardrailConfig": {"guardrailIdentifier": "g"},
            "additional_model_request_fields": {"a": 1},
            "service_tier": "flex",
            "anthropic_beta": ["b"],
            "structuredOutputMode": "auto",
            "reasoningConfig": {},
        },
    )
    assert request.body == PROMPT | STOP_PATH | {
        "guardrailConfig": {"guardrailIdentifier": "g"},
        "additionalModelRequestFields": {"a": 1, "anthropic_beta": ["b"]},
        "serviceTier": {"type": "flex"},
        "anthropicBeta": ["b"],
    }


def test_the_older_name_of_the_options_is_read_when_the_newer_is_absent() -> None:
    old = {"bedrock": {"serviceTier": "priority", "x": 1}}
    assert build(NOVA, provider_options=old).body == PROMPT | {"serviceTier": {"type": "priority"}, "x": 1}
    assert build(NOVA, provider_options=old, bedrock={"y": 2}).body == PROMPT | {"y": 2}


def test_options_that_do_not_fit_are_errors() -> None:
    with pytest.raises(InvalidArgumentError):
        build(NOVA, bedrock={"serviceTier": "gold"})


def test_thinking_takes_its_budget_and_refuses_sampling() -> None:
    thinking = {"reasoningConfig": {"type": "enabled", "budgetTokens": 2000}}
    request = build(CLAUDE, bedrock=thinking, max_output_tokens=100, temperature=0.5, top_p=0.1, top_k=1)
    assert request.body == PROMPT | STOP_PATH | {
        "additionalModelRequestFields": {"thinking": {"type": "enabled", "budget_tokens": 2000}},
        "inferenceConfig": {"maxTokens": 2100},
    }
    refused = "is not supported when thinking is enabled"
    assert request.warnings == [unsupported(name, f"{name} {refused}") for name in ("temperature", "topP", "topK")]
    assert build(CLAUDE, bedrock=thinking).body["inferenceConfig"] == {"maxTokens": 6096}


def test_adaptive_thinking_may_say_how_it_is_shown() -> None:
    config = {"type": "adaptive", "display": "omitted", "maxReasoningEffort": "low"}
    given = {"reasoningConfig": config, "additionalModelRequestFields": {"output_config": {"x": 1}}}
    assert fields(OPUS, bedrock=given) == {
        "output_config": {"x": 1, "effort": "low"},
        "thinking": {"type": "adaptive", "display": "omitted"},
    }


@pytest.mark.parametrize(
    ("model_id", "expected"),
    [
        (CLAUDE, {"thinking": {"type": "enabled", "budget_tokens": 19200}}),
        (OPUS, {"thinking": {"type": "adaptive"}, "output_config": {"effort": "medium"}}),
        (NOVA_2, {"reasoningConfig": {"type": "enabled", "maxReasoningEffort": "medium"}}),
        (OSS, {"reasoning_effort": "medium"}),
        (GPT, {"reasoning": {"effort": "medium"}}),
        (NOVA, None),
    ],
)
def test_each_family_is_told_to_think_in_its_own_way(model_id: str, expected: Any) -> None:
    assert fields(model_id, reasoning="medium") == expected


def test_reasoning_that_a_model_has_not_is_left_out_with_a_warning() -> None:
    (warning,) = build(NOVA, reasoning="high").warnings
    assert isinstance(warning, SharedV4WarningUnsupported)
    assert warning.feature == "reasoning"
    assert fields(NOVA, reasoning="high", bedrock={"reasoningConfig": {}}) == {
        "reasoningConfig": {"maxReasoningEffort": "high"}
    }


def test_no_reasoning_switches_thinking_off_and_options_win_otherwise() -> None:
    enabled = {"reasoningConfig": {"type": "enabled", "budgetTokens": 2000}}
    assert fields(CLAUDE, reasoning="none", bedrock=enabled) is None
    assert fields(OPUS, reasoning="high", bedrock={"reasoningConfig": {"type": "disabled"}}) is None
    assert fields(NOVA_2, reasoning="none") is None
    lowered = {"reasoningConfig": {"maxReasoningEffort": "low"}}
    assert fields(OSS, reasoning="high", bedrock=lowered) == {"reasoning_effort": "low"}


def test_a_level_between_two_is_named() -> None:
    details = 'reasoning "minimal" is not directly supported by this model. mapped to effort "low".'
    assert build(OSS, reasoning="minimal").warnings == [
        SharedV4WarningCompatibility(feature="reasoning", details=details)
    ]


def test_settings_of_anthropic_mean_nothing_elsewhere() -> None:
    request = build(NOVA, bedrock={"reasoningConfig": {"type": "adaptive", "budgetTokens": 5}})
    assert request.body == PROMPT
    assert [warning.feature for warning in request.warnings] == ["budgetTokens", "adaptive thinking"]


def test_high_reasoning_of_nova_takes_no_limit() -> None:
    request = build(NOVA_2, reasoning="xhigh", max_output_tokens=9)
    assert "inferenceConfig" not in request.body
    assert request.warnings[-1] == unsupported(
        "maxOutputTokens",
        f"maxOutputTokens is not supported by {NOVA_2} when high reasoning is enabled and will be ignored",
    )
    assert build(NOVA_2, reasoning="low", max_output_tokens=9).body["inferenceConfig"] == {"maxTokens": 9}


def test_an_inference_profile_is_anthropics_when_it_is_said_so_or_asked_for_a_budget() -> None:
    assert build(PROFILE).body == PROMPT
    assert build(PROFILE, model_family="anthropic").body == PROMPT | STOP_PATH
    request = build(PROFILE, bedrock={"reasoningConfig": {"type": "enabled", "budgetTokens": 2000}})
    assert request.body["additionalModelRequestFields"] == {"thinking": {"type": "enabled", "budget_tokens": 2000}}


@pytest.mark.parametrize(
    ("model_id", "mode", "way"),
    [
        (CLAUDE, "auto", "native"),
        (CLAUDE, "jsonTool", "tool"),
        (OPUS, "auto", "tool"),
        (OPUS, "outputFormat", "native"),
        (OPUS_5_5, "jsonTool", "instruction"),
        (NOVA, "outputFormat", "tool"),
        ("anthropic.claude-3-haiku-20240307-v1:0", "auto", "tool"),
    ],
)
def test_a_json_answer_is_asked_for_in_three_ways(model_id: str, mode: str, way: str) -> None:
    request = build(model_id, bedrock={"structuredOutputMode": mode}, response_format=JSON)
    config = (request.body.get("additionalModelRequestFields") or {}).get("output_config")
    assert config == ({"format": {"type": "json_schema", "schema": SCHEMA}} if way == "native" else None)
    tools = {"tools": [JSON_TOOL], "toolChoice": {"any": {}}}
    assert request.body.get("toolConfig") == (tools if way == "tool" else None)
    assert [block["text"][:12] for block in request.body["system"]] == (
        ["JSON schema:"] if way == "instruction" else []
    )
    assert (request.context.uses_json_response_tool, request.context.uses_json_instruction) == (
        way == "tool",
        way == "instruction",
    )


def test_beside_tools_a_model_without_strict_ones_is_told_in_words() -> None:
    request = build(OPUS, response_format=JSON, tools=[TIDE])
    assert request.context.uses_json_instruction
    assert request.body["toolConfig"] == {
        "tools": [{"toolSpec": {"name": "tide", "inputSchema": {"json": {"type": "object"}}}}]
    }


def test_json_without_a_schema_is_not_asked_for() -> None:
    assert build(CLAUDE, response_format=LanguageModelV4ResponseFormatJson()).body == PROMPT | STOP_PATH


@pytest.mark.parametrize(
    ("config", "left"),
    [
        ({"format": 1, "effort": "low"}, {"output_config": {"effort": "low"}}),
        ({"format": 1}, {}),
        ("text", {"output_config": "text"}),
    ],
)
def test_the_tool_of_an_answer_drops_a_format_of_the_caller(config: Any, left: Any) -> None:
    given = {"structuredOutputMode": "jsonTool", "additionalModelRequestFields": {"output_config": config}}
    assert fields(CLAUDE, bedrock=given) == left


def test_tool_content_goes_when_there_are_no_tools() -> None:
    call = LanguageModelV4ToolCallPart(tool_call_id="1", tool_name="t", input={})
    prompt = [
        LanguageModelV4SystemMessage(content="s"),
        LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="q")]),
        LanguageModelV4AssistantMessage(content=[call]),
        LanguageModelV4AssistantMessage(content=[LanguageModelV4TextPart(text="a"), call]),
    ]
    request = build(NOVA, prompt=prompt)
    assert request.body["messages"] == [
        {"role": "user", "content": [{"text": "q"}]},
        {"role": "assistant", "content": [{"text": "a"}]},
    ]
    assert [warning.feature for warning in request.warnings] == ["toolContent"]
    assert len(build(NOVA, prompt=prompt, tools=[TIDE]).body["messages"][1]["content"]) == 3


@pytest.mark.parametrize(
    ("pieces", "kept"),
    [
        (['```json {"a": "}\\"{', '", "b": {}} bye {"c": 1}'], '{"a": "}\\"{", "b": {}}'),
        (["no object"], ""),
        (['{"a"', ": 1"], '{"a": 1'),
    ],
)
def test_the_first_object_of_an_answer_is_kept(pieces: list[str], kept: str) -> None:
    extractor = JsonObjectTextExtractor()
    assert "".join(map(extractor.process, pieces)) == kept
