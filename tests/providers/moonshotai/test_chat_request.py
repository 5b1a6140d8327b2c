"""Call options become the body of a Moonshot AI chat request."""

import pytest

from ai_sdk.provider import InvalidArgumentError, LanguageModelV4CallOptions, UnsupportedFunctionalityError
from ai_sdk.provider.codec import load
from ai_sdk.providers.moonshotai.chat.request import build_request
from tests.providers.chat_laws import warned

PROMPT = [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
TOOL = {"type": "function", "name": "clock", "inputSchema": {"type": "object"}}
K3, K27, K26, K25, V1, NEW = "kimi-k3", "kimi-k2.7-code", "kimi-k2.6", "kimi-k2.5", "moonshot-v1-8k", "kimi-next"


def build(model_id, settings, **moonshotai):
    """The body but for model and messages, and what the warnings are about."""
    given = {"prompt": PROMPT, "providerOptions": {"moonshotai": moonshotai}, **settings}
    request = build_request(model_id, load(LanguageModelV4CallOptions, given), "moonshotai")
    assert (request.body.pop("model"), len(request.body.pop("messages"))) == (model_id, 1)
    return request.body, warned(request.warnings)


ALL = {"temperature": 0, "topP": 1, "topK": 2, "seed": 3, "frequencyPenalty": 4, "presencePenalty": 5}
SENT = {"temperature": 0, "top_p": 1, "frequency_penalty": 4, "presence_penalty": 5}


@pytest.mark.parametrize(
    ("model_id", "body", "warnings"),
    [
        (K3, {}, ["topK", "seed", "temperature", "topP", "frequencyPenalty", "presencePenalty"]),
        (V1, SENT, ["topK", "seed"]),
        (NEW, SENT, ["topK", "seed"]),
    ],
)
def test_sampling_is_fixed_in_kimi_models(model_id, body, warnings):
    assert build(model_id, ALL) == (body, warnings)


ON, OFF = {"thinking": {"type": "enabled"}}, {"thinking": {"type": "disabled"}}
HISTORY = "reasoningHistory 'preserved' is not supported by model"


@pytest.mark.parametrize(
    ("model_id", "reasoning", "moonshotai", "body", "warnings"),
    [
        (K3, "none", {}, {}, ['reasoning "none"']),
        (K3, "medium", {}, {"reasoning_effort": "high"}, ["reasoning"]),
        (K3, "low", {**ON, "reasoningEffort": "max"}, {"reasoning_effort": "max"}, ["thinking"]),
        (K27, "none", {}, {}, ['reasoning "none"']),
        (K27, "high", OFF, {}, ['thinking.type "disabled"']),
        (K27, "high", {**ON, "reasoningEffort": "low"}, ON, ["reasoningEffort"]),
        (K26, "none", {}, OFF, []),
        (K26, None, {"reasoningHistory": "preserved"}, {"thinking": {"type": "enabled", "keep": "all"}}, []),
        (K26, "none", {"thinking": {"budgetTokens": 2000}}, OFF, ["providerOptions.moonshotai.thinking.budgetTokens"]),
        (K25, "low", {"reasoningHistory": "preserved"}, ON, [f'{HISTORY} "{K25}"']),
        (K25, "none", ON, ON, []),
        (V1, "none", {}, {}, []),
        (V1, "low", {**ON, "reasoningHistory": "preserved"}, {}, ["thinking", "reasoning", f'{HISTORY} "{V1}"']),
        (NEW, "none", OFF, OFF, ['reasoning "none"']),
        (NEW, "high", {"reasoningHistory": "preserved"}, {"reasoning_effort": "high"}, [f'{HISTORY} "{NEW}"']),
    ],
)
def test_each_family_thinks_in_its_own_way(model_id, reasoning, moonshotai, body, warnings):
    assert build(model_id, {"reasoning": reasoning}, **moonshotai) == (body, warnings)


def test_the_other_options_are_sent_under_their_wire_names():
    prediction = {"type": "content", "content": [{"type": "text", "text": "a"}]}
    body, warnings = build(
        K3,
        {"maxOutputTokens": 9, "stopSequences": ["x"]},
        topLogprobs=0,
        prediction=prediction,
        promptCacheKey="k",
        safetyIdentifier="s",
    )
    assert (body, warnings) == (
        {
            "logprobs": True,
            "top_logprobs": 0,
            "max_completion_tokens": 9,
            "stop": ["x"],
            "prediction": prediction,
            "prompt_cache_key": "k",
            "safety_identifier": "s",
        },
        [],
    )


SCHEMA = {"$schema": "s", "type": "object", "properties": {"a": {"items": [True]}}}
NORMAL = {"type": "object", "properties": {"a": {"prefixItems": [True]}}}


@pytest.mark.parametrize(
    ("model_id", "response_format", "sent"),
    [
        (K3, {"type": "text"}, None),
        (K3, {"type": "json"}, {"type": "json_object"}),
        ("moonshot-v1-64k", {"type": "json", "schema": SCHEMA}, {"type": "json_object"}),
        (
            V1,
            {"type": "json", "schema": SCHEMA},
            {"type": "json_schema", "json_schema": {"name": "response", "strict": True, "schema": NORMAL}},
        ),
        (
            "kimi-knew",
            {"type": "json", "schema": SCHEMA, "name": "n"},
            {"type": "json_schema", "json_schema": {"name": "n", "strict": True, "schema": NORMAL}},
        ),
    ],
)
def test_a_schema_is_sent_in_moonshots_dialect_to_models_that_take_one(model_id, response_format, sent):
    body, _ = build(model_id, {"responseFormat": response_format})
    assert body.get("response_format") == sent


FUNCTION = {"type": "function", "function": {"name": "clock", "parameters": {"type": "object"}}}


@pytest.mark.parametrize(
    ("model_id", "choice", "warnings"),
    [
        (K3, {"tool_choice": "required"}, ["provider-defined tool x.y"]),
        (K26, {}, ["provider-defined tool x.y", f'tool choice "required" for model "{K26}"']),
    ],
)
def test_some_models_cannot_be_made_to_call_a_tool(model_id, choice, warnings):
    own = {"type": "provider", "id": "x.y", "name": "y", "args": {}}
    settings = {"tools": [TOOL, own], "toolChoice": {"type": "required"}}
    assert build(model_id, settings) == ({"tools": [FUNCTION], **choice}, warnings)


def test_without_tools_there_is_nothing_to_choose():
    assert build(K26, {"tools": [], "toolChoice": {"type": "required"}}) == ({}, [])


def test_a_tool_whose_input_is_no_object_is_refused():
    with pytest.raises(UnsupportedFunctionalityError):
        build(K3, {"tools": [{**TOOL, "inputSchema": {}}]})


def test_options_that_do_not_fit_are_refused():
    with pytest.raises(InvalidArgumentError, match="invalid moonshotai provider options"):
        build(K3, {}, topLogprobs=21)
