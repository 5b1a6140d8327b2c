"""Call options become requests to xAI's Responses API."""

import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4ToolChoiceTool,
    NoSuchProviderReferenceError,
    TypeValidationError,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import dump
from ai_sdk.providers.xai.responses.request import build_request
from tests.providers.responses_laws import options

HELLO = [{"role": "user", "content": [{"type": "input_text", "text": "Hello"}]}]


def build(*messages, model_id="grok-4.3", **settings):
    request = build_request(model_id, options(*messages, **settings))
    body = {name: value for name, value in request.body.items() if name != "model"}
    return body, [dump(warning) for warning in request.warnings]


def xai(**given):
    return {"xai": given}


@pytest.mark.parametrize(
    ("settings", "added"),
    [
        ({"top_k": 3, "max_output_tokens": 5}, {"top_k": 3, "max_output_tokens": 5}),
        ({"provider_options": xai(logprobs=True)}, {"logprobs": True}),
        ({"provider_options": xai(logprobs=False)}, {}),
        ({"provider_options": xai(topLogprobs=0)}, {"logprobs": True, "top_logprobs": 0}),
        ({"provider_options": xai(store=True, include=None)}, {}),
        ({"provider_options": xai(store=False)}, {"store": False, "include": ["reasoning.encrypted_content"]}),
        (
            {"provider_options": xai(store=False, include=["no_inline_citations"])},
            {"store": False, "include": ["no_inline_citations", "reasoning.encrypted_content"]},
        ),
        ({"provider_options": xai(parallelToolCalls=False, user="u")}, {"parallel_tool_calls": False, "user": "u"}),
        ({"response_format": LanguageModelV4ResponseFormatJson()}, {"text": {"format": {"type": "json_object"}}}),
        (
            {"response_format": LanguageModelV4ResponseFormatJson(schema={}, name="n")},
            {"text": {"format": {"type": "json_schema", "strict": True, "name": "n", "schema": {}}}},
        ),
        ({"reasoning": "none"}, {"reasoning": {"effort": "none"}}),
        ({"reasoning": "provider-default"}, {}),
        ({"reasoning": "high", "provider_options": xai(reasoningEffort="low")}, {"reasoning": {"effort": "low"}}),
    ],
)
def test_settings_and_options_stand_in_the_body(settings, added):
    assert build(**settings) == ({"input": HELLO, **added}, [])


@pytest.mark.parametrize(
    ("model_id", "reasoning", "effort", "details"),
    [
        ("grok-4.6", "xhigh", "xhigh", None),
        (
            "grok-4.3",
            "xhigh",
            "high",
            'reasoning "xhigh" is not directly supported by this model. mapped to effort "high".',
        ),
        ("grok-4.20-reasoning", "low", None, 'reasoning "low" is not supported by this model.'),
    ],
)
def test_the_reasoning_effort_depends_on_the_model(model_id, reasoning, effort, details):
    body, warnings = build(model_id=model_id, reasoning=reasoning)
    assert body.get("reasoning") == (None if effort is None else {"effort": effort})
    assert [warning["details"] for warning in warnings] == ([] if details is None else [details])


def test_what_xai_does_not_take_has_a_warning():
    body, warnings = build(frequency_penalty=0.1, presence_penalty=0.1, stop_sequences=[])
    assert (body, [warning["feature"] for warning in warnings]) == (
        {"input": HELLO},
        ["frequencyPenalty", "presencePenalty", "stopSequences"],
    )


def tool(tool_id, name="t", **args):
    return LanguageModelV4ProviderTool(id=f"xai.{tool_id}", name=name, args=args)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (tool("web_search", excludedDomains=["a"]), {"type": "web_search", "excluded_domains": ["a"]}),
        (
            tool("x_search", allowedXHandles=["a"], toDate="d"),
            {"type": "x_search", "allowed_x_handles": ["a"], "to_date": "d"},
        ),
        (tool("code_execution"), {"type": "code_interpreter"}),
        (tool("view_image"), {"type": "view_image"}),
        (tool("view_x_video"), {"type": "view_x_video"}),
        (tool("image_generation"), {"type": "image_generation"}),
        (tool("file_search", vectorStoreIds=[]), {"type": "file_search", "vector_store_ids": []}),
        (tool("mcp", serverUrl="u", headers={}), {"type": "mcp", "server_url": "u", "headers": {}}),
        (
            LanguageModelV4FunctionTool(name="f", input_schema={"type": "object"}, strict=False),
            {"type": "function", "name": "f", "parameters": {"type": "object"}, "strict": False},
        ),
    ],
)
def test_each_tool_is_written_in_its_own_way(given, sent):
    assert build(tools=[given]) == ({"input": HELLO, "tools": [sent]}, [])


def test_a_foreign_tool_is_left_out_and_arguments_are_checked():
    foreign = LanguageModelV4ProviderTool(id="acme.x", name="x", args={})
    warning = {"type": "unsupported", "feature": "provider-defined tool x"}
    assert build(tools=[foreign]) == ({"input": HELLO}, [warning])
    with pytest.raises(TypeValidationError):
        build(tools=[tool("file_search")])


@pytest.mark.parametrize(
    ("name", "choice", "features"),
    [
        ("f", {"type": "function", "name": "f"}, []),
        ("search", None, ['toolChoice for server-side tool "search"']),
        ("gone", None, []),
    ],
)
def test_only_functions_can_be_forced(name, choice, features):
    tools = [LanguageModelV4FunctionTool(name="f", input_schema={}), tool("web_search", "search")]
    body, warnings = build(tools=tools, tool_choice=LanguageModelV4ToolChoiceTool(tool_name=name))
    assert (body.get("tool_choice"), [warning["feature"] for warning in warnings]) == (choice, features)


def file(media_type, data, **more):
    return {"type": "file", "mediaType": media_type, "data": data, **more}


IN_MEMORY = {"type": "data", "data": "iVBORw0KGgo="}


@pytest.mark.parametrize(
    ("part", "converted"),
    [
        (file("image", IN_MEMORY), {"type": "input_image", "image_url": "data:image/png;base64,iVBORw0KGgo="}),
        (
            file("image/*", {"type": "url", "url": "https://a.dev/x"}, providerOptions={"xai": {"imageDetail": "low"}}),
            {"type": "input_image", "image_url": "https://a.dev/x", "detail": "low"},
        ),
        (
            file("text/csv", {"type": "url", "url": "https://a.dev/x"}),
            {"type": "input_file", "file_url": "https://a.dev/x"},
        ),
        (file("image/png", {"type": "reference", "reference": {"xai": "f"}}), {"type": "input_file", "file_id": "f"}),
    ],
)
def test_files_of_a_user_go_as_data_url_or_id(part, converted):
    assert build({"role": "user", "content": [part]})[0]["input"] == [{"role": "user", "content": [converted]}]


@pytest.mark.parametrize(
    ("part", "error"),
    [
        (file("application/pdf", IN_MEMORY), UnsupportedFunctionalityError),
        (file("text/plain", {"type": "text", "text": "a"}), UnsupportedFunctionalityError),
        (file("image/png", {"type": "reference", "reference": {}}), NoSuchProviderReferenceError),
        (file("image/png", IN_MEMORY, providerOptions={"xai": {"imageDetail": "odd"}}), InvalidArgumentError),
    ],
)
def test_files_that_xai_does_not_take_are_refused(part, error):
    with pytest.raises(error):
        build({"role": "user", "content": [part]})


def test_an_assistant_turn_becomes_items():
    own = {"xai": {"itemId": "i", "reasoningEncryptedContent": "e"}}
    call = {"type": "tool-call", "toolCallId": "c", "toolName": "t", "input": {"a": 1}}
    content = [
        {"type": "reasoning", "text": "Hm", "providerOptions": own},
        {"type": "reasoning", "text": "", "providerOptions": {"xai": {"reasoningEncryptedContent": "e"}}},
        {"type": "reasoning", "text": "lost", "providerOptions": {"xai": {"itemId": 3}}},
        {"type": "text", "text": "a", "providerOptions": own},
        call,
        {**call, "providerExecuted": True},
        {"type": "tool-result", "toolCallId": "c", "toolName": "t", "output": {"type": "text", "value": "x"}},
        file("image/png", IN_MEMORY),
    ]
    body, warnings = build({"role": "system", "content": "S"}, {"role": "assistant", "content": content})
    thought = {"type": "reasoning", "status": "completed", "encrypted_content": "e"}
    assert body["input"] == [
        {"role": "system", "content": "S"},
        {**thought, "id": "i", "summary": [{"type": "summary_text", "text": "Hm"}]},
        {**thought, "id": "", "summary": []},
        {"role": "assistant", "content": "a", "id": "i"},
        {
            "type": "function_call",
            "id": "c",
            "call_id": "c",
            "name": "t",
            "arguments": '{"a":1}',
            "status": "completed",
        },
    ]
    assert [warning["message"] for warning in warnings] == [
        "Reasoning parts without itemId or encrypted content cannot be sent back to xAI. Skipping.",
        "xAI Responses API does not support file in assistant messages",
    ]


@pytest.mark.parametrize(
    ("output", "sent"),
    [
        ({"type": "text", "value": "a"}, "a"),
        ({"type": "error-json", "value": {"a": 1}}, '{"a":1}'),
        ({"type": "execution-denied"}, "tool execution denied"),
        ({"type": "execution-denied", "reason": "no"}, "no"),
        (
            {
                "type": "content",
                "value": [
                    {"type": "text", "text": "a"},
                    file("image/png", IN_MEMORY),
                    file("image/png", {"type": "reference", "reference": {"xai": "f"}}),
                    file("application/pdf", IN_MEMORY),
                    {"type": "custom"},
                ],
            },
            [
                {"type": "input_text", "text": "a"},
                {"type": "input_image", "image_url": "data:image/png;base64,iVBORw0KGgo="},
            ],
        ),
    ],
)
def test_tool_results_go_back_as_text_and_images(output, sent):
    result = {"type": "tool-result", "toolCallId": "c", "toolName": "t", "output": output}
    approval = {"type": "tool-approval-response", "approvalId": "a", "approved": True}
    body, _ = build({"role": "tool", "content": [approval, result]})
    assert body["input"] == [{"type": "function_call_output", "call_id": "c", "output": sent}]
