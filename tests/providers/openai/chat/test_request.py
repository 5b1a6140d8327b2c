from typing import Any

import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4CallOptions,
    SharedV4WarningCompatibility,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.providers.openai.chat.request import build_request
from ai_sdk.providers.openai.config import OpenAIConfig
from tests.providers.openai.server import Server

PROMPT = [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
MESSAGES = [{"role": "user", "content": "Hi"}]
TOOL = {"type": "function", "name": "clock", "inputSchema": {"type": "object"}}
Unsupported = SharedV4WarningUnsupported


def config(provider: str = "openai.chat") -> OpenAIConfig:
    own = Server().provider().config("chat")
    return OpenAIConfig(provider=provider, url=own.url, headers=own.headers, transport=own.transport)


def build(model_id: str = "gpt-4o", provider: str = "openai.chat", **options: Any) -> tuple[dict[str, Any], list[Any]]:
    call = load(LanguageModelV4CallOptions, {"prompt": PROMPT, **options})
    request = build_request(model_id, config(provider), call)
    return request.body, request.warnings


def openai(**options: Any) -> Any:
    return {"providerOptions": {"openai": options}}


def not_for_reasoning(feature: str) -> SharedV4WarningUnsupported:
    return Unsupported(feature=feature, details=f"{feature} is not supported for reasoning models")


def test_a_plain_call_sends_the_model_and_the_messages_alone() -> None:
    assert build() == ({"model": "gpt-4o", "messages": MESSAGES}, [])


def test_call_settings_have_their_wire_names() -> None:
    body, warnings = build(
        maxOutputTokens=10,
        temperature=0,
        topP=0.5,
        frequencyPenalty=0.1,
        presencePenalty=0.2,
        stopSequences=["."],
        seed=7,
        topK=3,
    )
    assert body == {
        "model": "gpt-4o",
        "messages": MESSAGES,
        "max_tokens": 10,
        "temperature": 0,
        "top_p": 0.5,
        "frequency_penalty": 0.1,
        "presence_penalty": 0.2,
        "stop": ["."],
        "seed": 7,
    }
    assert warnings == [Unsupported(feature="topK")]


def test_provider_options_have_their_wire_names() -> None:
    given = {
        "logitBias": {"50256": -100},
        "parallelToolCalls": False,
        "user": "u",
        "maxCompletionTokens": 5,
        "store": True,
        "metadata": {"a": "b"},
        "prediction": {"type": "content"},
        "serviceTier": "auto",
        "textVerbosity": "low",
        "promptCacheKey": "k",
        "promptCacheOptions": {"mode": "explicit"},
        "promptCacheRetention": "24h",
        "safetyIdentifier": "s",
        "reasoningEffort": "high",
        "unknown": "dropped",
    }
    assert build(**openai(**given)) == (
        {
            "model": "gpt-4o",
            "messages": MESSAGES,
            "logit_bias": {"50256": -100},
            "parallel_tool_calls": False,
            "user": "u",
            "max_completion_tokens": 5,
            "store": True,
            "metadata": {"a": "b"},
            "prediction": {"type": "content"},
            "service_tier": "auto",
            "verbosity": "low",
            "prompt_cache_key": "k",
            "prompt_cache_options": {"mode": "explicit"},
            "prompt_cache_retention": "24h",
            "safety_identifier": "s",
            "reasoning_effort": "high",
        },
        [],
    )


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (True, {"logprobs": True, "top_logprobs": 0}),
        (3, {"logprobs": True, "top_logprobs": 3}),
        (0, {"logprobs": True, "top_logprobs": 0}),
        (False, {}),
    ],
)
def test_logprobs_are_a_switch_or_a_number(given: Any, sent: dict[str, Any]) -> None:
    assert build(**openai(logprobs=given))[0] == {"model": "gpt-4o", "messages": MESSAGES, **sent}


def test_provider_options_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="invalid openai provider options"):
        build(**openai(reasoningEffort="huge"))


def test_azure_options_win_over_openai_options() -> None:
    both = {"openai": {"user": "o", "store": True}, "azure": {"user": "a"}}
    assert build(provider="azure.chat", providerOptions=both)[0] == {
        "model": "gpt-4o",
        "messages": MESSAGES,
        "user": "a",
        "store": True,
    }
    assert build(providerOptions=both)[0]["user"] == "o"


def test_a_reasoning_summary_belongs_to_the_other_api() -> None:
    details = "reasoningSummary is only supported by the Responses API, not the Chat Completions API"
    assert build(**openai(reasoningSummary="auto"))[1] == [Unsupported(feature="reasoningSummary", details=details)]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"type": "text"}, None),
        ({"type": "json"}, {"type": "json_object"}),
        (
            {"type": "json", "schema": {"type": "object"}, "description": "d"},
            {
                "type": "json_schema",
                "json_schema": {
                    "schema": {"type": "object"},
                    "strict": True,
                    "name": "response",
                    "description": "d",
                },
            },
        ),
    ],
)
def test_a_response_format_is_text_json_or_a_schema(given: dict[str, Any], sent: dict[str, Any] | None) -> None:
    assert build(responseFormat=given)[0].get("response_format") == sent


def test_a_schema_is_normalized_and_may_be_loose() -> None:
    schema = {"type": "object", "propertyNames": {"minLength": 1}}
    body, warnings = build(
        responseFormat={"type": "json", "schema": schema, "name": "n"}, **openai(strictJsonSchema=False)
    )
    assert body["response_format"]["json_schema"] == {"schema": {"type": "object"}, "strict": False, "name": "n"}
    assert [warning.feature for warning in warnings] == ["JSON Schema propertyNames"]


def test_a_reasoning_model_loses_the_settings_that_it_refuses() -> None:
    body, warnings = build(
        "o3",
        maxOutputTokens=10,
        temperature=0.5,
        topP=0.5,
        frequencyPenalty=0.1,
        presencePenalty=0.2,
        **openai(logprobs=2, logitBias={"1": 1}),
    )
    assert body == {"model": "o3", "messages": MESSAGES, "max_completion_tokens": 10}
    assert warnings == [
        not_for_reasoning("temperature"),
        not_for_reasoning("topP"),
        SharedV4WarningOther(message="logprobs is not supported for reasoning models"),
        not_for_reasoning("frequencyPenalty"),
        not_for_reasoning("presencePenalty"),
        SharedV4WarningOther(message="logitBias is not supported for reasoning models"),
        SharedV4WarningOther(message="topLogprobs is not supported for reasoning models"),
    ]


def test_its_own_token_limit_wins_for_a_reasoning_model() -> None:
    body, _ = build("o3", maxOutputTokens=10, **openai(maxCompletionTokens=20))
    assert (body["max_completion_tokens"], "max_tokens" in body) == (20, False)


def test_sampling_is_kept_when_a_model_goes_without_reasoning() -> None:
    body, warnings = build("gpt-5.1", temperature=0.5, topP=0.5, reasoning="none")
    assert (body["temperature"], body["top_p"], body["reasoning_effort"], warnings) == (0.5, 0.5, "none", [])


def test_an_unknown_model_can_be_called_a_reasoning_model() -> None:
    body, warnings = build("stealth", temperature=0.5, **openai(forceReasoning=True))
    assert ("temperature" in body, warnings) == (False, [not_for_reasoning("temperature")])


@pytest.mark.parametrize(
    ("model_id", "given", "role"),
    [
        ("gpt-4o", {}, "system"),
        ("o3", {}, "developer"),
        ("stealth", {"forceReasoning": True}, "developer"),
        ("o3", {"systemMessageMode": "system"}, "system"),
    ],
)
def test_the_role_of_system_messages_follows_the_model(model_id: str, given: dict[str, Any], role: str) -> None:
    body, _ = build(model_id, prompt=[{"role": "system", "content": "a"}], **openai(**given))
    assert body["messages"] == [{"role": role, "content": "a"}]


def test_the_reasoning_efforts_of_chat_end_before_max() -> None:
    body, warnings = build("gpt-5.6", reasoning="max")
    details = 'reasoning "max" is not directly supported by this model. mapped to effort "xhigh".'
    assert (body["reasoning_effort"], warnings) == (
        "xhigh",
        [SharedV4WarningCompatibility(feature="reasoning", details=details)],
    )


@pytest.mark.parametrize(("reasoning", "count"), [("high", 1), ("none", 0), ("provider-default", 0)])
def test_function_tools_turn_reasoning_off_where_the_model_refuses_both(reasoning: str, count: int) -> None:
    body, warnings = build("gpt-5.6", reasoning=reasoning, tools=[TOOL])
    assert (body["reasoning_effort"], [warning.feature for warning in warnings]) == ("none", ["reasoning"] * count)
    assert build("gpt-5.6", tools=[TOOL], **openai(reasoningEffort="low"))[0]["reasoning_effort"] == "low"


def test_search_previews_take_no_temperature() -> None:
    body, warnings = build("gpt-4o-search-preview", temperature=0.5, topP=0.5)
    details = "temperature is not supported for the search preview models and has been removed."
    assert body == {"model": "gpt-4o-search-preview", "messages": MESSAGES, "top_p": 0.5}
    assert warnings == [Unsupported(feature="temperature", details=details)]


def test_the_prompt_cache_retention_is_removed_where_options_took_its_place() -> None:
    body, warnings = build("gpt-6.1-sol", **openai(promptCacheRetention="24h"))
    assert ("prompt_cache_retention" in body, [warning.feature for warning in warnings]) == (
        False,
        ["promptCacheRetention"],
    )


@pytest.mark.parametrize(
    ("model_id", "tier", "kept"),
    [
        ("gpt-4o", "flex", False),
        ("o3", "flex", True),
        ("gpt-5-nano", "priority", False),
        ("gpt-5-nano", "fast", False),
        ("gpt-5", "fast", True),
        ("own-model", "ultrafast", True),
    ],
)
def test_a_service_tier_is_sent_to_models_that_have_it(model_id: str, tier: str, *, kept: bool) -> None:
    body, warnings = build(model_id, **openai(serviceTier=tier))
    assert (body.get("service_tier"), [warning.feature for warning in warnings]) == (
        (tier, []) if kept else (None, ["serviceTier"])
    )


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        (None, None),
        ({"type": "auto"}, "auto"),
        ({"type": "none"}, "none"),
        ({"type": "required"}, "required"),
        ({"type": "tool", "toolName": "clock"}, {"type": "function", "function": {"name": "clock"}}),
    ],
)
def test_function_tools_are_sent_with_the_choice(choice: dict[str, Any] | None, sent: Any) -> None:
    described = {**TOOL, "description": "d", "strict": False}
    body, warnings = build(tools=[TOOL, described], toolChoice=choice)
    function = {"name": "clock", "parameters": {"type": "object"}}
    assert body["tools"] == [
        {"type": "function", "function": function},
        {"type": "function", "function": {**function, "description": "d", "strict": False}},
    ]
    assert (body.get("tool_choice"), warnings) == (sent, [])


def test_a_choice_without_tools_is_not_sent() -> None:
    assert build(tools=[], toolChoice={"type": "required"})[0] == {"model": "gpt-4o", "messages": MESSAGES}


def test_provider_tools_belong_to_the_other_api() -> None:
    body, warnings = build(tools=[{"type": "provider", "id": "openai.web_search", "name": "web_search", "args": {}}])
    assert (body["tools"], warnings) == ([], [Unsupported(feature="tool type: provider")])


def test_a_tool_schema_is_normalized_with_a_warning() -> None:
    tool = {**TOOL, "inputSchema": {"type": "string", "pattern": "(?=a)"}}
    body, warnings = build(tools=[tool])
    assert body["tools"][0]["function"]["parameters"] == {"type": "string"}
    assert [dump(warning)["type"] for warning in warnings] == ["compatibility"]
