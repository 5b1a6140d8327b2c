"""The body of a chat request to Mistral."""

import pytest
from ai_sdk_generated.mistral.chat.request import MistralChatLanguageModelDoGenerate

from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4ResponseFormatText,
    LanguageModelV4TextPart,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    LanguageModelV4UserMessage,
    SharedV4WarningCompatibility,
    SharedV4WarningUnsupported,
)
from ai_sdk.providers.mistral.chat.request import build_request

MODEL = "mistral-small-latest"
HI = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])
HI_SENT = {"role": "user", "content": [{"type": "text", "text": "Hi"}]}
MINIMAL = {"model": MODEL, "messages": [HI_SENT]}
SCHEMA = {"type": "object"}
CLOCK = LanguageModelV4FunctionTool(name="clock", description="Tells the time", input_schema=SCHEMA, strict=False)
CLOCK_SENT = {"name": "clock", "description": "Tells the time", "parameters": SCHEMA, "strict": False}
TOOLS = {"tools": [{"type": "function", "function": CLOCK_SENT}]}


def build(model_id=MODEL, mistral=None, **options):
    options = {"prompt": [HI], "provider_options": mistral and {"mistral": mistral}, **options}
    request = build_request(model_id, LanguageModelV4CallOptions(**options))
    MistralChatLanguageModelDoGenerate.model_validate(request.body)
    return request


def unsupported(feature, details=None):
    return SharedV4WarningUnsupported(feature=feature, details=details)


def test_what_is_not_given_is_not_sent():
    request = build()
    assert (request.body, request.warnings) == (MINIMAL, [])


def test_every_setting_has_its_name_on_the_wire_and_top_k_none():
    request = build(
        max_output_tokens=1,
        temperature=0,
        top_p=0.5,
        top_k=2,
        frequency_penalty=0,
        presence_penalty=0.2,
        stop_sequences=["."],
        seed=3,
    )
    assert request.warnings == [unsupported("topK")]
    assert request.body == MINIMAL | {
        "max_tokens": 1,
        "temperature": 0,
        "top_p": 0.5,
        "frequency_penalty": 0,
        "presence_penalty": 0.2,
        "stop": ["."],
        "random_seed": 3,
    }


def test_options_are_sent_and_parallel_calls_beside_tools_only():
    options = {"safePrompt": True, "documentImageLimit": 0, "documentPageLimit": 1, "promptCacheKey": ""}
    sent = MINIMAL | {"safe_prompt": True, "document_image_limit": 0, "document_page_limit": 1, "prompt_cache_key": ""}
    options["parallelToolCalls"] = False
    assert build(mistral=options).body == sent
    assert build(mistral=options, tools=[CLOCK]).body == sent | TOOLS | {"parallel_tool_calls": False}


def test_an_option_that_does_not_fit_is_refused():
    with pytest.raises(InvalidArgumentError, match="invalid mistral provider options"):
        build(mistral={"reasoningEffort": "xhigh"})


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        (LanguageModelV4ToolChoiceAuto(), "auto"),
        (LanguageModelV4ToolChoiceNone(), "none"),
        (LanguageModelV4ToolChoiceRequired(), "any"),
        (LanguageModelV4ToolChoiceTool(tool_name="x"), {"type": "function", "function": {"name": "x"}}),
    ],
)
def test_the_choice_of_tools_has_its_own_words(choice, sent):
    assert build(tools=[CLOCK], tool_choice=choice).body == MINIMAL | TOOLS | {"tool_choice": sent}
    assert build(tools=[], tool_choice=choice).body == MINIMAL


def test_provider_tools_are_left_out_with_a_warning():
    request = build(tools=[LanguageModelV4ProviderTool(id="mistral.web_search", name="web"), CLOCK])
    assert (request.body, request.warnings) == (
        MINIMAL | TOOLS,
        [unsupported("provider-defined tool mistral.web_search")],
    )


@pytest.mark.parametrize(
    ("model_id", "options", "effort", "warnings"),
    [
        (MODEL, {"reasoning": "provider-default"}, None, []),
        (MODEL, {"reasoning": "none"}, "none", []),
        (MODEL, {"reasoning": "none", "mistral": {"reasoningEffort": "max"}}, "max", []),
        (
            MODEL,
            {"reasoning": "low"},
            "high",
            [
                SharedV4WarningCompatibility(
                    feature="reasoning",
                    details='reasoning "low" is not directly supported by this model. mapped to effort "high".',
                )
            ],
        ),
        ("mistral-large-4", {"reasoning": "medium"}, "medium", []),
        ("zai-glm-5", {"reasoning": "max"}, "max", []),
        ("codestral-latest", {"mistral": {"reasoningEffort": "high"}}, None, []),
        (
            "codestral-latest",
            {"reasoning": "low"},
            None,
            [unsupported("reasoning", "This model does not support reasoning configuration.")],
        ),
    ],
)
def test_reasoning_becomes_an_effort_that_the_model_takes(model_id, options, effort, warnings):
    request = build(model_id, **options)
    sent = {} if effort is None else {"reasoning_effort": effort}
    assert (request.body, request.warnings) == (MINIMAL | {"model": model_id} | sent, warnings)


@pytest.mark.parametrize(
    ("response_format", "options", "strict", "name"),
    [
        (LanguageModelV4ResponseFormatJson(schema=SCHEMA), None, False, {"name": "response"}),
        (
            LanguageModelV4ResponseFormatJson(schema=SCHEMA, name="x", description="y"),
            {"strictJsonSchema": True},
            True,
            {"name": "x", "description": "y"},
        ),
    ],
)
def test_a_schema_is_sent(response_format, options, strict, name):
    json_schema = {"schema": SCHEMA, "strict": strict, **name}
    sent = {"response_format": {"type": "json_schema", "json_schema": json_schema}}
    assert build(mistral=options, response_format=response_format).body == MINIMAL | sent


@pytest.mark.parametrize(
    ("response_format", "options", "instruction"),
    [
        (LanguageModelV4ResponseFormatJson(), None, "You MUST answer with JSON."),
        (
            LanguageModelV4ResponseFormatJson(schema=SCHEMA),
            {"structuredOutputs": False},
            'JSON schema:\n{"type":"object"}\nYou MUST answer with a JSON object that matches the JSON schema above.',
        ),
    ],
)
def test_json_without_a_schema_on_the_wire_is_asked_for_in_words(response_format, options, instruction):
    assert build(mistral=options, response_format=response_format).body == {
        "model": MODEL,
        "response_format": {"type": "json_object"},
        "messages": [{"role": "system", "content": instruction}, HI_SENT],
    }


def test_the_text_format_says_nothing():
    assert build(response_format=LanguageModelV4ResponseFormatText()).body == MINIMAL
