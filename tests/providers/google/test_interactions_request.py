"""Call options of the Interactions API: the body and the warnings."""

from typing import Any

import pytest

from ai_sdk.provider import InvalidArgumentError
from ai_sdk.provider.codec import dump
from ai_sdk.providers.google.interactions.request.build import InteractionContext, build_request
from tests.providers.google.calls import call

INPUT = [{"type": "user_input", "content": [{"type": "text", "text": "Hello"}]}]
AGENT = "deep-research-preview-04-2026"
CLOCK = {"type": "function", "name": "clock", "description": "d", "inputSchema": {"type": "object"}}
FUNCTION = {"type": "function", "name": "clock", "description": "d", "parameters": {"type": "object"}}


def build(model_id: str = "gemini-3-pro-preview", agent: str | None = None, **options: Any) -> tuple[Any, list[Any]]:
    request = build_request(model_id, agent, call(**options))
    body = dict(request.body)
    assert body.pop("input") == INPUT
    assert body.pop("agent", None) == agent
    assert body.pop("model", None) == (model_id if agent is None else None)
    return body, [dump(warning) for warning in request.warnings]


def other(message: str) -> dict[str, str]:
    return {"type": "other", "message": f"google.interactions: {message}"}


def tool(name: str, /, **args: Any) -> dict[str, Any]:
    return {"type": "provider", "id": f"google.{name}", "name": name, "args": args}


SETTINGS = {"temperature": 0, "topP": 0.5, "topK": 2, "seed": 3, "stopSequences": ["x"], "maxOutputTokens": 4}
PENALTIES = {"frequencyPenalty": 1, "presencePenalty": 1}


def test_settings_are_the_generation_config_of_a_model() -> None:
    google = {"thinkingSummaries": "auto"}
    body, warnings = build(**SETTINGS, **PENALTIES, reasoning="high", google=google)
    assert warnings == [{"type": "unsupported", "feature": name} for name in PENALTIES]
    assert body == {
        "generation_config": {
            "temperature": 0,
            "top_p": 0.5,
            "top_k": 2,
            "seed": 3,
            "stop_sequences": ["x"],
            "max_output_tokens": 4,
            "thinking_level": "high",
            "thinking_summaries": "auto",
        }
    }


def test_an_agent_takes_no_settings_and_the_warning_names_them() -> None:
    google = {"thinkingLevel": "low", "thinkingSummaries": "auto", "imageConfig": {"imageSize": "1K"}}
    body, warnings = build(agent=AGENT, **SETTINGS, **PENALTIES, reasoning="high", google=google)
    names = (
        "temperature, topP, topK, frequencyPenalty, presencePenalty, seed, stopSequences, maxOutputTokens, reasoning, "
        "thinkingLevel, thinkingSummaries, imageConfig are"
    )
    tail = (
        "not supported when an agent is set; use providerOptions.google.agentConfig instead. "
        "Dropped from the request body."
    )
    assert (body, warnings) == ({}, [other(f"{names} {tail}")])
    assert build(agent=AGENT, seed=1) == ({}, [other(f"seed is {tail}")])
    assert build(agent=AGENT, reasoning="provider-default", stopSequences=[]) == ({}, [])


@pytest.mark.parametrize(
    ("options", "level", "warned"),
    [
        ({"reasoning": "none"}, "low", 1),
        ({"reasoning": "none", "google": {"thinkingLevel": "minimal"}}, "minimal", 0),
        ({"model_id": "gemini-2.5-flash", "reasoning": "low"}, None, 1),
        ({"model_id": "gemini-2.5-flash", "reasoning": "low", "google": {"thinkingLevel": "low"}}, "low", 0),
    ],
)
def test_reasoning_becomes_a_level(options: Any, level: str | None, warned: int) -> None:
    body, warnings = build(**options)
    assert (body.get("generation_config", {}).get("thinking_level"), len(warnings)) == (level, warned)


def test_options_go_where_the_api_wants_them_and_nulls_nowhere() -> None:
    google = {
        "labels": {"a": "b"},
        "previousInteractionId": "p",
        "store": True,
        "responseModalities": ["text"],
        "serviceTier": "flex",
        "systemInstruction": "s",
        "background": False,
        "environment": None,
        "imageConfig": None,
    }
    expected = {
        "labels": {"a": "b"},
        "previous_interaction_id": "p",
        "store": True,
        "response_modalities": ["text"],
        "service_tier": "flex",
        "system_instruction": "s",
        "background": False,
    }
    assert build(google=google) == (expected, [])


def test_the_system_message_beats_the_option() -> None:
    system = [{"role": "system", "content": text} for text in ("a", "b")]
    request = build_request("m", None, call(*system, google={"systemInstruction": "s"}))
    assert request.body == {"model": "m", "input": [], "system_instruction": "a\n\nb"}
    assert request.warnings[0].message.endswith("using the AI SDK system message.")


def test_formats_follow_each_other() -> None:
    entries = [
        {"type": "text", "mimeType": "text/plain", "schema": {"a": 1}, "new": 1},
        {"type": "image", "mimeType": None, "aspectRatio": "1:1", "imageSize": "1K"},
        {"type": "audio"},
        {
            "type": "video",
            "aspectRatio": "16:9",
            "resolution": "4k",
            "duration": "6s",
            "delivery": "uri",
            "gcsUri": "gs://a",
        },
    ]
    body, warnings = build(responseFormat={"type": "json", "schema": {"b": 1}}, google={"responseFormat": entries})
    assert warnings == []
    assert body["response_format"] == [
        {"type": "text", "mime_type": "application/json", "schema": {"b": 1}},
        {"type": "text", "mime_type": "text/plain", "schema": {"a": 1}},
        {"type": "image", "aspect_ratio": "1:1", "image_size": "1K"},
        {"type": "audio"},
        {
            "type": "video",
            "aspect_ratio": "16:9",
            "resolution": "4k",
            "duration": "6s",
            "delivery": "uri",
            "gcs_uri": "gs://a",
        },
    ]


def test_the_deprecated_image_config_asks_for_an_image_unless_one_is_asked_for() -> None:
    config = {"imageConfig": {"aspectRatio": "1:1"}}
    body, (warning,) = build(google=config)
    assert body == {"response_format": [{"type": "image", "mime_type": "image/png", "aspect_ratio": "1:1"}]}
    assert "is deprecated. Use" in warning["message"]
    body, (warning,) = build(google={**config, "responseFormat": [{"type": "image"}]})
    assert body == {"response_format": [{"type": "image"}]}
    assert "deprecated and was ignored" in warning["message"]


def test_agents_write_no_json() -> None:
    body, (warning,) = build(agent=AGENT, responseFormat={"type": "json"})
    assert body == {}
    assert warning["message"].endswith("responseFormat will be ignored.")


@pytest.mark.parametrize(
    ("given", "config"),
    [
        ({"type": "dynamic", "new": 1}, {"type": "dynamic"}),
        ({"type": "deep-research", "visualization": None}, {"type": "deep-research"}),
        (
            {
                "type": "deep-research",
                "thinkingSummaries": "none",
                "visualization": "off",
                "collaborativePlanning": False,
            },
            {
                "type": "deep-research",
                "thinking_summaries": "none",
                "visualization": "off",
                "collaborative_planning": False,
            },
        ),
    ],
)
def test_an_agent_has_a_configuration_of_its_own(given: Any, config: Any) -> None:
    assert build(agent=AGENT, google={"agentConfig": given}) == ({"agent_config": config}, [])
    assert build(google={"agentConfig": given}) == ({}, [])


@pytest.mark.parametrize(
    ("given", "environment"),
    [
        ("remote", "remote"),
        ({"type": "remote", "sources": []}, {"type": "remote"}),
        ({"type": "remote", "network": "disabled"}, {"type": "remote", "network": "disabled"}),
        (
            {
                "type": "remote",
                "sources": [
                    {"type": "gcs", "source": "gs://a", "target": None},
                    {"type": "inline", "content": "c", "target": "/c"},
                ],
                "network": {
                    "allowlist": [{"domain": "d", "transform": None}, {"domain": "e", "transform": [{"h": "v"}]}]
                },
            },
            {
                "type": "remote",
                "sources": [{"type": "gcs", "source": "gs://a"}, {"type": "inline", "content": "c", "target": "/c"}],
                "network": {"allowlist": [{"domain": "d"}, {"domain": "e", "transform": [{"h": "v"}]}]},
            },
        ),
    ],
)
def test_an_agent_works_in_an_environment(given: Any, environment: Any) -> None:
    assert build(agent=AGENT, google={"environment": given}) == ({"environment": environment}, [])


def test_a_model_has_no_environment() -> None:
    warning = other(
        "environment is only supported when an agent is set; environment will be omitted from the request body."
    )
    assert build(google={"environment": "e"}) == ({}, [warning])


def test_options_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="invalid google provider options"):
        build(google={"pollingTimeoutMs": 0})


def test_the_context_says_how_the_answer_comes() -> None:
    google = {"background": True, "pollingTimeoutMs": 5}
    context = build_request("m", AGENT, call(google=google)).context
    assert context == InteractionContext(is_agent=True, is_background=True, polling_timeout_ms=5)


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        (tool("google_search"), {"type": "google_search"}),
        (
            tool("google_search", searchTypes={"webSearch": {}, "imageSearch": {}}),
            {"type": "google_search", "search_types": ["web_search", "image_search"]},
        ),
        (tool("google_search", searchTypes={"webSearch": None}), {"type": "google_search"}),
        (tool("code_execution", x=1), {"type": "code_execution"}),
        (tool("url_context"), {"type": "url_context"}),
        (
            tool("file_search", fileSearchStoreNames=["s"], topK=1, metadataFilter="m"),
            {"type": "file_search", "file_search_store_names": ["s"], "top_k": 1, "metadata_filter": "m"},
        ),
        (
            tool("google_maps", latitude=0, enableWidget=False),
            {"type": "google_maps", "latitude": 0, "enable_widget": False},
        ),
        (tool("computer_use"), {"type": "computer_use", "environment": "browser"}),
        (
            tool("computer_use", environment="other", excludedPredefinedFunctions=["a"]),
            {"type": "computer_use", "environment": "other", "excludedPredefinedFunctions": ["a"]},
        ),
        (
            tool("mcp_server", name="n", url="u", headers={"a": "b"}, allowedTools=["t"]),
            {"type": "mcp_server", "name": "n", "url": "u", "headers": {"a": "b"}, "allowed_tools": ["t"]},
        ),
        (tool("retrieval"), {"type": "retrieval", "retrieval_types": ["vertex_ai_search"]}),
        (
            tool("retrieval", retrievalTypes=["t"], vertexAiSearchConfig={"engine": "e"}),
            {"type": "retrieval", "retrieval_types": ["t"], "vertex_ai_search_config": {"engine": "e"}},
        ),
        (CLOCK, FUNCTION),
    ],
)
def test_tools_have_types_on_the_wire(given: Any, wire: Any) -> None:
    assert build(tools=[given]) == ({"tools": [wire]}, [])


def test_an_unknown_tool_is_left_out() -> None:
    body, (warning,) = build(tools=[tool("odd")])
    assert body == {}
    assert (
        warning["details"] == "provider-defined tool google.odd is not supported by google.interactions; tool dropped."
    )


@pytest.mark.parametrize(
    ("choice", "wire"),
    [
        ({"type": "auto"}, "auto"),
        ({"type": "required"}, "any"),
        ({"type": "tool", "toolName": "clock"}, {"allowed_tools": {"mode": "validated", "tools": ["clock"]}}),
    ],
)
def test_functions_are_chosen_and_tools_of_google_are_not(choice: Any, wire: Any) -> None:
    assert build(tools=[CLOCK], toolChoice=choice)[0] == {
        "tools": [FUNCTION],
        "generation_config": {"tool_choice": wire},
    }
    assert build(tools=[tool("url_context")], toolChoice=choice)[0] == {"tools": [{"type": "url_context"}]}


def test_without_a_choice_there_are_no_tools() -> None:
    assert build(tools=[CLOCK, tool("url_context")], toolChoice={"type": "none"}) == ({}, [])
    assert build(tools=[CLOCK])[0] == {"tools": [FUNCTION]}
