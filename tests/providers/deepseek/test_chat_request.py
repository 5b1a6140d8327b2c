"""Call options become the body of a DeepSeek chat request."""

import pytest

from ai_sdk.provider import InvalidArgumentError, LanguageModelV4CallOptions, UnsupportedFunctionalityError
from ai_sdk.provider.codec import load
from ai_sdk.providers.deepseek import DeepSeekChatConfig
from ai_sdk.providers.deepseek.chat.request import build_request
from tests.providers.chat_laws import warned

PROMPT = [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
SCHEMA = {"type": "object"}
TOOL = {"type": "function", "name": "clock", "inputSchema": {}}
OLD, V4 = "deepseek-chat", "deepseek-v4-pro"
AZURE = {
    "supports_penalty_sampling": True,
    "supports_thinking": False,
    "supports_structured_outputs": True,
    "supports_strict_tool_calls": None,
}


def config(**hooks):
    given = {"provider": "deepseek.chat", "supports_strict_tool_calls": False, **hooks}
    return DeepSeekChatConfig(url=None, headers=None, transport=None, **given)


def build(settings, model_id=OLD, deepseek=None, **hooks):
    """The body but for model and messages, and what the warnings are about."""
    hooked = config(**hooks)
    given = {"prompt": PROMPT, "providerOptions": {hooked.provider_options_name: deepseek or {}}, **settings}
    request = build_request(model_id, load(LanguageModelV4CallOptions, given), hooked)
    assert request.body.pop("model") == model_id
    request.body.pop("messages")
    return request.body, warned(request.warnings)


ALL = {"temperature": 0, "topP": 1, "topK": 2, "seed": 3, "frequencyPenalty": 4, "presencePenalty": 5}


@pytest.mark.parametrize(
    ("model_id", "deepseek", "hooks", "body", "warnings"),
    [
        (OLD, None, {}, {"temperature": 0, "top_p": 1}, ["topK", "seed", "frequencyPenalty", "presencePenalty"]),
        (V4, None, {}, {}, ["topK", "seed", "frequencyPenalty", "presencePenalty", "temperature", "topP"]),
        (
            V4,
            {"thinking": {"type": "disabled"}},
            {},
            {"temperature": 0, "top_p": 1, "thinking": {"type": "disabled"}},
            ["topK", "seed", "frequencyPenalty", "presencePenalty"],
        ),
        (
            V4,
            None,
            AZURE,
            {"temperature": 0, "top_p": 1, "frequency_penalty": 4, "presence_penalty": 5},
            ["topK", "seed"],
        ),
    ],
)
def test_sampling_is_sent_where_it_counts_and_warned_of_elsewhere(model_id, deepseek, hooks, body, warnings):
    assert build(ALL, model_id, deepseek, **hooks) == (body, warnings)


def test_the_other_settings_are_sent_as_they_are():
    deepseek = {"logprobs": True, "topLogprobs": 2, "userId": "a_1"}
    assert build({"maxOutputTokens": 9, "stopSequences": ["x"]}, OLD, deepseek) == (
        {"logprobs": True, "top_logprobs": 2, "max_tokens": 9, "stop": ["x"], "user_id": "a_1"},
        [],
    )


@pytest.mark.parametrize(
    ("reasoning", "deepseek", "body", "warnings"),
    [
        ("none", {}, {"thinking": {"type": "disabled"}}, []),
        ("provider-default", {}, {}, []),
        ("minimal", {}, {"thinking": {"type": "enabled"}, "reasoning_effort": "low"}, ["reasoning"]),
        ("low", {}, {"thinking": {"type": "enabled"}, "reasoning_effort": "low"}, []),
        ("xhigh", {}, {"thinking": {"type": "enabled"}, "reasoning_effort": "max"}, ["reasoning"]),
        (
            "low",
            {"thinking": {"type": "adaptive"}, "reasoningEffort": "medium"},
            {"thinking": {"type": "enabled"}, "reasoning_effort": "high"},
            ["thinking.type", "reasoningEffort"],
        ),
        (
            "none",
            {"thinking": {}, "reasoningEffort": "max"},
            {"thinking": {"type": "disabled"}},
            [],
        ),
    ],
)
def test_thinking_and_effort_come_from_the_options_else_from_the_call(reasoning, deepseek, body, warnings):
    assert build({"reasoning": reasoning}, V4, deepseek) == (body, warnings)


def test_a_server_without_thinking_is_told_the_effort_alone():
    assert build({"reasoning": "high"}, V4, **AZURE) == ({"reasoning_effort": "high"}, [])


@pytest.mark.parametrize(
    ("response_format", "hooks", "body", "warnings"),
    [
        ({"type": "text"}, {}, {}, []),
        ({"type": "json"}, AZURE, {"type": "json_object"}, []),
        ({"type": "json", "schema": SCHEMA}, {}, {"type": "json_object"}, ["responseFormat JSON schema"]),
        (
            {"type": "json", "schema": SCHEMA, "name": "n", "description": "d"},
            AZURE,
            {
                "type": "json_schema",
                "json_schema": {"schema": SCHEMA, "strict": True, "name": "n", "description": "d"},
            },
            [],
        ),
    ],
)
def test_a_schema_is_sent_where_the_server_takes_one(response_format, hooks, body, warnings):
    built, features = build({"responseFormat": response_format}, **hooks)
    assert (built.get("response_format", {}), features) == (body, warnings)


def test_options_are_read_under_the_name_of_the_provider():
    body, _ = build({"responseFormat": {"type": "json", "schema": SCHEMA}}, OLD, {"strictJsonSchema": False}, **AZURE)
    assert body["response_format"]["json_schema"]["strict"] is False
    assert config(provider="azure.deepseek").provider_options_name == "azure"


@pytest.mark.parametrize(
    ("tools", "strict", "functionality"),
    [
        ([{**TOOL, "strict": True}], False, "DeepSeek strict tool calls"),
        ([{**TOOL, "strict": True}, TOOL], True, "mixed DeepSeek strict and non-strict tool calls"),
    ],
)
def test_strict_tools_need_a_server_that_has_them_and_stand_alone(tools, strict, functionality):
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        build({"tools": tools}, supports_strict_tool_calls=strict)
    assert caught.value.functionality == functionality


@pytest.mark.parametrize("strict", [True, None])
def test_strict_tools_are_sent_where_they_may_be(strict):
    tools = [{**TOOL, "strict": True}]
    function = {"name": "clock", "parameters": {}, "strict": True}
    sent = {"tools": [{"type": "function", "function": function}], "tool_choice": "auto"}
    choice = {"toolChoice": {"type": "auto"}}
    assert build({"tools": tools, **choice}, supports_strict_tool_calls=strict) == (sent, [])


@pytest.mark.parametrize("deepseek", [{"reasoningEffort": "huge"}, {"userId": "a b"}, {"topLogprobs": 21}])
def test_options_that_do_not_fit_are_refused(deepseek):
    with pytest.raises(InvalidArgumentError, match="invalid deepseek provider options"):
        build({}, deepseek=deepseek)
