from typing import Any

import pytest

from ai_sdk.provider import InvalidArgumentError, SharedV4WarningUnsupported, UnsupportedFunctionalityError
from tests.providers.openai.responses.build import USER, body, openai, request

INPUT = [{"role": "user", "content": [{"type": "input_text", "text": "Hi"}]}]


def features(model_id: str = "gpt-4o", **options: Any) -> list[str]:
    warnings = request(model_id, **options).warnings
    return [warning.feature for warning in warnings if isinstance(warning, SharedV4WarningUnsupported)]


def test_a_plain_call_sends_the_prompt_alone() -> None:
    assert body() == {"model": "gpt-4o", "input": INPUT}


def test_every_option_has_its_place_in_the_body() -> None:
    options = openai(
        conversation="conv",
        maxToolCalls=3,
        metadata={"a": None},
        parallelToolCalls=False,
        store=True,
        user="u",
        instructions="i",
        serviceTier="auto",
        promptCacheKey="k",
        promptCacheOptions={"ttl": "12h", "comparisonResponseId": "r"},
        promptCacheRetention="24h",
        safetyIdentifier="s",
        truncation="disabled",
        contextManagement=[{"type": "compaction", "compactThreshold": 9}],
        textVerbosity="low",
        logprobs=3,
        include=["file_search_call.results"],
    )
    given = body(temperature=0, topP=0.5, maxOutputTokens=7, providerOptions=options)
    assert given == {
        "model": "gpt-4o",
        "input": INPUT,
        "temperature": 0,
        "top_p": 0.5,
        "max_output_tokens": 7,
        "text": {"verbosity": "low"},
        "conversation": "conv",
        "max_tool_calls": 3,
        "metadata": {"a": None},
        "parallel_tool_calls": False,
        "store": True,
        "user": "u",
        "instructions": "i",
        "service_tier": "auto",
        "prompt_cache_key": "k",
        "prompt_cache_options": {"ttl": "12h", "comparison_response_id": "r"},
        "prompt_cache_retention": "24h",
        "safety_identifier": "s",
        "truncation": "disabled",
        "context_management": [{"type": "compaction", "compact_threshold": 9}],
        "include": ["file_search_call.results", "message.output_text.logprobs"],
        "top_logprobs": 3,
    }


def test_a_null_option_is_sent_as_null() -> None:
    assert body(providerOptions=openai(user=None, include=None)) == {
        "model": "gpt-4o",
        "input": INPUT,
        "user": None,
        "include": None,
    }


def test_options_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="invalid openai provider options"):
        request(providerOptions=openai(store="yes"))


def test_settings_that_the_api_lacks_are_warned_of() -> None:
    settings: dict[str, Any] = {
        "topK": 1,
        "seed": 1,
        "presencePenalty": 0,
        "frequencyPenalty": 0,
        "stopSequences": ["x"],
    }
    assert features(**settings) == list(settings)
    both = openai(conversation="c", previousResponseId="r")
    assert features(providerOptions=both) == ["conversation"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"reasoning": "low"}, {"effort": "low", "summary": "detailed"}),
        ({"providerOptions": openai(reasoningEffort="none")}, {"effort": "none"}),
        ({"reasoning": "low", "providerOptions": openai(reasoningSummary=None)}, {"effort": "low"}),
        ({"providerOptions": openai(reasoningSummary="auto")}, {"summary": "auto"}),
        (
            {"providerOptions": openai(reasoningMode="pro", reasoningContext="auto")},
            {"mode": "pro", "context": "auto"},
        ),
    ],
)
def test_reasoning_is_told_in_detail_unless_it_is_asked_otherwise(options: Any, expected: Any) -> None:
    assert body("gpt-5.1", **options)["reasoning"] == expected


def test_models_without_reasoning_are_not_asked_for_it() -> None:
    given = openai(reasoningEffort="low", reasoningSummary="auto", reasoningMode="pro", reasoningContext="auto")
    prepared = request("gpt-4o", providerOptions=given)
    assert "reasoning" not in prepared.body
    assert features("gpt-4o", providerOptions=given) == list(given["openai"])
    forced = request("gpt-4o", providerOptions=openai(forceReasoning=True, reasoningEffort="low"))
    assert forced.body["reasoning"] == {"effort": "low", "summary": "detailed"}


def test_reasoning_models_sample_only_without_reasoning() -> None:
    sampling = {"temperature": 0.5, "topP": 0.5}
    assert features("gpt-5.1", **sampling) == ["temperature", "topP"]
    kept = body("gpt-5.1", **sampling, providerOptions=openai(reasoningEffort="none"))
    assert (kept["temperature"], kept["top_p"]) == (0.5, 0.5)


def test_an_effort_that_the_history_sets_decides_on_sampling() -> None:
    update = {"role": "system", "content": "", "providerOptions": openai(reasoningEffortUpdate="low")}
    options = openai(reasoningEffort="none")
    assert features("gpt-6-sol", temperature=0.5, providerOptions=options) == []
    updated = features("gpt-6-sol", prompt=[USER, update], temperature=0.5, providerOptions=options)
    assert updated == ["temperature"]


def test_logprobs_are_dropped_where_they_need_a_model_without_reasoning() -> None:
    options = openai(logprobs=True, include=["file_search_call.results"])
    prepared = request("gpt-6-sol", providerOptions=options)
    assert features("gpt-6-sol", providerOptions=options) == ["logprobs"]
    assert (prepared.body["include"], "top_logprobs" in prepared.body) == (["file_search_call.results"], False)
    assert "include" not in request("gpt-6-sol", providerOptions=openai(logprobs=True)).body


@pytest.mark.parametrize(
    ("model_id", "tier", "sent"),
    [
        ("o3", "flex", True),
        ("gpt-4o", "flex", False),
        ("gpt-4o", "priority", True),
        ("gpt-5-nano", "priority", False),
        ("gpt-5-nano", "fast", False),
    ],
)
def test_a_service_tier_is_sent_to_models_that_have_it(model_id: str, tier: str, sent: bool) -> None:  # noqa: FBT001
    prepared = request(model_id, providerOptions=openai(serviceTier=tier))
    assert ("service_tier" in prepared.body, len(prepared.warnings)) == (sent, 0 if sent else 1)


def test_newer_models_have_no_cache_retention() -> None:
    options = openai(promptCacheRetention="24h")
    assert "prompt_cache_retention" not in request("gpt-6-sol", providerOptions=options).body
    assert features("gpt-6-sol", providerOptions=options) == ["promptCacheRetention"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"responseFormat": {"type": "json"}}, {"type": "json_object"}),
        (
            {"responseFormat": {"type": "json", "schema": {"type": "object"}, "description": "d"}},
            {
                "type": "json_schema",
                "strict": True,
                "name": "response",
                "description": "d",
                "schema": {"type": "object"},
            },
        ),
        (
            {
                "responseFormat": {"type": "json", "schema": {}, "name": "n"},
                "providerOptions": openai(strictJsonSchema=False),
            },
            {"type": "json_schema", "strict": False, "name": "n", "schema": {}},
        ),
        (
            {"responseFormat": {"type": "json"}, "providerOptions": openai(textFormat={"type": "text"})},
            {"type": "text"},
        ),
    ],
)
def test_the_text_format_follows_the_call_unless_an_option_sets_it(options: Any, expected: Any) -> None:
    assert body(**options)["text"] == {"format": expected}


def test_what_the_schema_loses_is_warned_of() -> None:
    schema = {"type": "object", "propertyNames": {"pattern": "a"}}
    asked = request(responseFormat={"type": "json", "schema": schema})
    set_by_option = request(providerOptions=openai(textFormat={"type": "json_schema", "name": "n", "schema": schema}))
    for prepared in (asked, set_by_option):
        assert prepared.body["text"]["format"]["schema"] == {"type": "object"}
        assert [warning.type for warning in prepared.warnings] == ["compatibility"]


@pytest.mark.parametrize(
    ("tools", "options", "include"),
    [
        (["web_search"], {}, ["web_search_call.action.sources"]),
        (["web_search_preview"], openai(includeWebSearchSources=False), None),
        (["code_interpreter"], {}, ["code_interpreter_call.outputs"]),
    ],
)
def test_what_tools_need_is_included(tools: list[str], options: Any, include: Any) -> None:
    given = [{"type": "provider", "id": f"openai.{name}", "name": name, "args": {}} for name in tools]
    assert body(tools=given, providerOptions=options).get("include") == include


def test_unstored_reasoning_is_asked_for_encrypted() -> None:
    assert body("gpt-5", providerOptions=openai(store=False))["include"] == ["reasoning.encrypted_content"]
    assert "include" not in body("gpt-4o", providerOptions=openai(store=False))


def test_an_effort_update_stands_before_the_prompt_once() -> None:
    update = {"type": "configuration_update", "reasoning": {"effort": "low"}}
    options = openai(reasoningEffortUpdate="low")
    assert body("gpt-6-sol", providerOptions=options)["input"] == [update, *INPUT]
    message = {"role": "system", "content": "", "providerOptions": options}
    assert body("gpt-6-sol", prompt=[message, USER], providerOptions=options)["input"] == [update, *INPUT]


def test_an_effort_update_that_cannot_be_is_warned_of() -> None:
    assert features("gpt-5", providerOptions=openai(reasoningEffortUpdate="low")) == ["reasoningEffortUpdate"]
    pro = openai(reasoningEffortUpdate="low", reasoningMode="pro")
    assert features("gpt-6-sol", providerOptions=pro) == ["reasoningEffortUpdate"]


def test_updates_side_by_side_are_refused() -> None:
    message = {"role": "system", "content": "", "providerOptions": openai(textFormatUpdate={"type": "text"})}
    with pytest.raises(UnsupportedFunctionalityError, match="cannot be consecutive"):
        request("gpt-6-sol", prompt=[message, message])


def test_a_compaction_trigger_is_the_last_item() -> None:
    items = body(providerOptions=openai(compactionTrigger=True))["input"]
    assert items == [*INPUT, {"type": "compaction_trigger"}]
