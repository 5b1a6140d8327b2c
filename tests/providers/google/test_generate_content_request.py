"""Call options of `generateContent`: the body, the headers and the warnings."""

from typing import Any

import pytest

from ai_sdk.provider import InvalidArgumentError
from ai_sdk.provider.codec import dump
from ai_sdk.providers.google.generate_content.request.build import build_request, build_streaming_body
from ai_sdk.providers.google.generate_content.request.response_schema import sanitize_response_json_schema
from tests.providers.google.calls import call, config

CONTENTS = [{"role": "user", "parts": [{"text": "Hello"}]}]
VERTEX = "google.vertex.chat"
SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}}
JSON = {"type": "json", "schema": SCHEMA}
CLOCK = {"type": "function", "name": "clock", "inputSchema": {"type": "object"}}
DECLARED = {"name": "clock", "description": "", "parametersJsonSchema": {"type": "object"}}


def build(model_id: str = "gemini-2.5-flash", name: str = "google.generative-ai", **options: Any) -> Any:
    request = build_request(model_id, config(name), call(**options))
    body = {key: value for key, value in request.body.items() if key != "contents"}
    assert request.body["contents"] == CONTENTS
    return body, [dump(warning) for warning in request.warnings], request


def generation_config(model_id: str = "gemini-2.5-flash", **options: Any) -> tuple[Any, list[Any]]:
    body, warnings, _ = build(model_id, **options)
    assert set(body) <= {"generationConfig"}
    return body.get("generationConfig"), warnings


def test_settings_have_names_of_their_own() -> None:
    settings = {"maxOutputTokens": 9, "temperature": 0, "topP": 0.5, "topK": 3, "seed": 4, "stopSequences": ["x"]}
    penalties = {"frequencyPenalty": 1, "presencePenalty": 2}
    assert generation_config("gemini-2.0-flash", **settings, **penalties) == ({**settings, **penalties}, [])


def test_penalties_of_2_5_models_are_for_vertex_alone() -> None:
    penalties = {"frequencyPenalty": 1, "presencePenalty": 2}
    unsupported = [{"type": "unsupported", "feature": name} for name in penalties]
    assert generation_config(**penalties) == ({}, unsupported)
    body, warnings, _ = build(name=VERTEX, **penalties)
    assert (body, warnings) == ({"generationConfig": penalties}, [])


def test_options_go_where_the_api_wants_them() -> None:
    google = {
        "responseModalities": ["TEXT"],
        "thinkingConfig": {"includeThoughts": True},
        "cachedContent": "cachedContents/a",
        "threshold": "OFF",
        "audioTimestamp": True,
        "labels": {"a": "b"},
        "mediaResolution": "MEDIA_RESOLUTION_LOW",
        "imageConfig": {"aspectRatio": "1:1"},
        "retrievalConfig": {"latLng": {"latitude": 1, "longitude": 2.5}},
        "serviceTier": "flex",
        "continuationToken": "t",
    }
    body, warnings, _ = build(google=google)
    inner = ("responseModalities", "thinkingConfig", "audioTimestamp", "mediaResolution", "imageConfig")
    categories = ("HATE_SPEECH", "DANGEROUS_CONTENT", "HARASSMENT", "SEXUALLY_EXPLICIT")
    assert warnings == []
    assert body == {
        "generationConfig": {key: google[key] for key in inner},
        "safetySettings": [{"category": f"HARM_CATEGORY_{name}", "threshold": "OFF"} for name in categories],
        "toolConfig": {"retrievalConfig": google["retrievalConfig"]},
        **{key: google[key] for key in ("cachedContent", "labels", "serviceTier", "continuationToken")},
    }


def test_own_safety_settings_beat_the_threshold_and_false_is_not_sent() -> None:
    settings = [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}]
    body, _, _ = build(google={"threshold": "OFF", "safety_settings": settings, "audioTimestamp": False})
    assert body == {"generationConfig": {}, "safetySettings": settings}


@pytest.mark.parametrize(
    "google", [{"threshold": "LOUD"}, {"cachedContent": None}, {"thinkingConfig": {"thinkingLevel": 1}}]
)
def test_options_that_do_not_fit_are_refused(google: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="invalid google provider options"):
        build(google=google)


@pytest.mark.parametrize(
    ("namespaces", "name", "expected"),
    [
        (("google", "vertex", "googleVertex"), VERTEX, "googleVertex"),
        (("google", "vertex"), VERTEX, "vertex"),
        (("google",), VERTEX, "google"),
        (("google", "vertex", "googleVertex"), "google.generative-ai", "google"),
        (("googleVertex",), "google.generative-ai", None),
    ],
)
def test_the_first_namespace_with_options_counts(namespaces: Any, name: str, expected: str | None) -> None:
    options = {namespace: {"cachedContent": namespace} for namespace in namespaces}
    body, _, _ = build(name=name, providerOptions=options)
    assert body.get("cachedContent") == expected


def test_what_only_vertex_takes_is_warned_about_elsewhere() -> None:
    google = {
        "streamFunctionCallArguments": True,
        "sharedRequestType": "flex",
        "imageConfig": {
            "imageSize": "1K",
            "personGeneration": "ALLOW_ALL",
            "prominentPeople": "BLOCK_PROMINENT_PEOPLE",
        },
    }
    rag = {"type": "provider", "id": "google.vertex_rag_store", "name": "rag", "args": {"ragCorpus": "c"}}
    body, warnings, request = build(google=google, tools=[rag])
    assert body["generationConfig"] == {"imageConfig": {"imageSize": "1K"}}
    assert request.headers == {}
    assert [warning["message"].split(" ")[0:2] for warning in warnings] == [
        ["The", "'vertex_rag_store'"],
        ["'streamFunctionCallArguments'", "is"],
        ["'sharedRequestType'", "and"],
        ["'imageConfig.personGeneration',", "'imageConfig.prominentPeople'"],
    ]
    assert warnings[3]["message"].endswith(
        "are Vertex AI options and are ignored with the current Google provider (google.generative-ai)."
    )


def test_vertex_takes_its_own_options_and_no_service_tier() -> None:
    google = {
        "sharedRequestType": "priority",
        "requestType": "shared",
        "serviceTier": "flex",
        "imageConfig": {"imageOutputOptions": {"mimeType": "image/png"}},
    }
    body, warnings, request = build(name=VERTEX, providerOptions={"vertex": google})
    assert body == {"generationConfig": {"imageConfig": google["imageConfig"]}}
    assert request.headers == {
        "X-Vertex-AI-LLM-Shared-Request-Type": "priority",
        "X-Vertex-AI-LLM-Request-Type": "shared",
    }
    assert [warning["message"][:58] for warning in warnings] == [
        "'serviceTier' is a Gemini API option and is not supported "
    ]


def test_streams_on_vertex_may_ask_for_arguments_in_pieces() -> None:
    google = {"streamFunctionCallArguments": True}
    choice = {"type": "required"}
    _, _, request = build(name=VERTEX, google=google, tools=[CLOCK], toolChoice=choice)
    assert request.body["toolConfig"] == {"functionCallingConfig": {"mode": "ANY"}}
    streamed = build_streaming_body(request.body, request.context)["toolConfig"]
    assert streamed == {"functionCallingConfig": {"mode": "ANY", "streamFunctionCallArguments": True}}
    _, _, other = build(google=google)
    assert build_streaming_body(other.body, other.context) == other.body


@pytest.mark.parametrize(
    ("model_id", "options", "thinking", "warned"),
    [
        ("gemini-2.5-flash", {"reasoning": "none"}, {"thinkingBudget": 0}, 0),
        ("gemini-2.5-pro", {"reasoning": "none"}, {"thinkingBudget": 128}, 1),
        ("gemini-2.5-pro", {"reasoning": "medium"}, {"thinkingBudget": 19661}, 0),
        ("gemini-2.5-flash", {"reasoning": "max"}, {"thinkingBudget": 24576}, 0),
        ("gemini-3-pro-preview", {"reasoning": "none"}, {"thinkingLevel": "low"}, 1),
        ("gemini-3-flash-preview", {"reasoning": "minimal"}, {"thinkingLevel": "minimal"}, 0),
        ("gemini-2.5-flash", {"reasoning": "provider-default"}, None, 0),
        (
            "gemini-2.5-flash",
            {"reasoning": "high", "google": {"thinkingConfig": {"thinkingBudget": 0}}},
            {"thinkingBudget": 0},
            0,
        ),
        (
            "gemini-3-pro-preview",
            {"reasoning": "high", "google": {"thinkingConfig": {"includeThoughts": True}}},
            {"thinkingLevel": "high", "includeThoughts": True},
            0,
        ),
    ],
)
def test_reasoning_becomes_a_budget_or_a_level(model_id: str, options: Any, thinking: Any, warned: int) -> None:
    settings, warnings = generation_config(model_id, **options)
    assert (settings.get("thinkingConfig"), len(warnings)) == (thinking, warned)


@pytest.mark.parametrize(
    ("google", "response_format", "expected"),
    [
        (None, {"type": "text"}, {}),
        (None, {"type": "json"}, {"responseMimeType": "application/json"}),
        (None, JSON, {"responseMimeType": "application/json", "responseJsonSchema": SCHEMA}),
        ({"structuredOutputs": False}, JSON, {"responseMimeType": "application/json"}),
    ],
)
def test_json_is_asked_for_with_or_without_a_schema(google: Any, response_format: Any, expected: Any) -> None:
    assert generation_config(google=google, responseFormat=response_format) == (expected, [])


def test_a_schema_has_enums_for_constants_wherever_google_reads_it() -> None:
    schema = {
        "const": None,
        "properties": {"a": {"const": 1}, "b": True},
        "items": [{"const": 2}],
        "additionalProperties": {"items": {"const": 3}},
        "anyOf": [{"const": 4}],
        "oneOf": [{"const": 5}, False],
        "$defs": {"d": {"const": 6}},
        "not": {"const": 7},
    }
    assert sanitize_response_json_schema(schema) == {
        "enum": [None],
        "properties": {"a": {"enum": [1]}, "b": True},
        "items": [{"enum": [2]}],
        "additionalProperties": {"items": {"enum": [3]}},
        "anyOf": [{"enum": [4]}],
        "oneOf": [{"enum": [5]}, False],
        "$defs": {"d": {"enum": [6]}},
        "not": {"const": 7},
    }
    assert sanitize_response_json_schema({"items": None, "additionalProperties": False, "$defs": None}) == {
        "additionalProperties": False,
        "$defs": None,
    }


@pytest.mark.parametrize(
    ("model_id", "choice", "mode"),
    [
        ("gemini-2.5-flash", None, {"mode": "ANY"}),
        ("gemini-2.5-flash", "none", {"mode": "ANY", "allowedFunctionNames": ["json"]}),
        ("gemini-3-pro-preview", "required", {"mode": "ANY"}),
        ("gemini-3-pro-preview", "tool", {"mode": "ANY", "allowedFunctionNames": ["clock"]}),
    ],
)
def test_json_beside_functions_is_a_function_of_its_own(model_id: str, choice: str | None, mode: Any) -> None:
    chosen = None if choice is None else {"type": choice, **({"toolName": "clock"} if choice == "tool" else {})}
    body, _, request = build(model_id, responseFormat=JSON, tools=[CLOCK], **({"toolChoice": chosen} if chosen else {}))
    own = {"name": "json", "description": "Respond with a JSON object.", "parametersJsonSchema": SCHEMA}
    assert body == {
        "generationConfig": {},
        "tools": [{"functionDeclarations": [DECLARED, own]}],
        "toolConfig": {"functionCallingConfig": mode},
    }
    assert request.context.json_response_tool_name == "json"


def test_the_json_function_takes_a_name_that_is_free() -> None:
    taken = [{**CLOCK, "name": name} for name in ("json", "json_1")]
    _, _, request = build(responseFormat={**JSON, "description": "d"}, tools=taken)
    declared = request.body["tools"][0]["functionDeclarations"][-1]
    assert declared == {"name": "json_2", "description": "d", "parametersJsonSchema": SCHEMA}


@pytest.mark.parametrize(
    ("model_id", "options"),
    [
        ("gemini-3-pro-preview", {"responseFormat": JSON, "tools": [CLOCK]}),
        ("gemma-3-4b-it", {"responseFormat": JSON, "tools": [CLOCK]}),
        ("gemini-2.5-flash", {"responseFormat": {"type": "json"}, "tools": [CLOCK]}),
        ("gemini-2.5-flash", {"responseFormat": JSON}),
    ],
)
def test_json_needs_no_function_otherwise(model_id: str, options: Any) -> None:
    body, _, request = build(model_id, **options)
    assert request.context.json_response_tool_name is None
    assert body["generationConfig"]["responseMimeType"] == "application/json"
