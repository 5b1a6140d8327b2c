"""The body of a conversation request to Mistral: inputs, instructions, tools and settings."""

import pytest
from ai_sdk_generated.mistral.conversations.request import MistralConversationLanguageModelDoGenerate

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4CallOptions,
    LanguageModelV4FilePart,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4ReasoningPart,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolApprovalResponsePart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4WarningUnsupported,
    UnsupportedFunctionalityError,
)
from ai_sdk.providers.mistral import mistral
from ai_sdk.providers.mistral.conversations.request import build_request

MODEL = "mistral-medium-latest"
TEXT = LanguageModelV4TextPart(text="Hi")
HI = LanguageModelV4UserMessage(content=[TEXT])
HI_SENT = {"type": "message.input", "role": "user", "content": [{"type": "text", "text": "Hi"}]}
MINIMAL = {"model": MODEL, "store": False, "inputs": [HI_SENT], "completion_args": {}}
SEARCH = LanguageModelV4ProviderTool(id="mistral.web_search", name="look_up")
NEWS = LanguageModelV4ProviderTool(id=mistral.tools.web_search_premium().id, name="news")
CLOCK = LanguageModelV4FunctionTool(name="clock", input_schema={"type": "object"})
CLOCK_SENT = {"type": "function", "function": {"name": "clock", "parameters": {"type": "object"}}}
SENT = [{"type": "web_search"}, {"type": "web_search_premium"}, CLOCK_SENT]


def build(model_id=MODEL, mistral=None, **options):
    options = {"prompt": [HI], "provider_options": mistral and {"mistral": mistral}, **options}
    request = build_request(model_id, LanguageModelV4CallOptions(**options))
    MistralConversationLanguageModelDoGenerate.model_validate(request.body)
    return request


def inputs(*parts, tools=(SEARCH,)):
    return build(prompt=[LanguageModelV4AssistantMessage(content=list(parts))], tools=list(tools)).body["inputs"]


def call(call_id="c", name="clock", value=None, **more):
    return LanguageModelV4ToolCallPart(tool_call_id=call_id, tool_name=name, input=value, **more)


def result(output, call_id="c"):
    return LanguageModelV4ToolResultPart(tool_call_id=call_id, tool_name="clock", output=output)


def text(value):
    return LanguageModelV4ToolResultOutputText(value=value)


def test_nothing_is_stored_and_what_is_not_given_is_not_sent():
    request = build()
    assert (request.body, request.warnings) == (MINIMAL, [])


def test_settings_go_to_the_completion_and_options_of_chats_are_left_out():
    options = {"safePrompt": False, "documentImageLimit": 0, "promptCacheKey": "", "reasoningEffort": "high"}
    request = build(mistral=options, seed=1, response_format=LanguageModelV4ResponseFormatJson(schema={}))
    json_schema = {"schema": {}, "strict": False, "name": "response"}
    assert request.body["completion_args"] == {
        "random_seed": 1,
        "reasoning_effort": "high",
        "response_format": {"type": "json_schema", "json_schema": json_schema},
    }
    details = "Not supported by the Mistral Conversations API."
    assert request.warnings == [
        SharedV4WarningUnsupported(feature=name, details=details)
        for name in ("safePrompt", "documentImageLimit", "promptCacheKey")
    ]


def test_a_model_may_take_an_effort_in_chats_only():
    details = "This model does not support reasoning configuration."
    request = build("bread-1", reasoning="low")
    assert request.body == MINIMAL | {"model": "bread-1"}
    assert request.warnings == [SharedV4WarningUnsupported(feature="reasoning", details=details)]


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        (None, {"tools": SENT}),
        (LanguageModelV4ToolChoiceAuto(), {"tools": SENT, "completion_args": {"tool_choice": "auto"}}),
        (LanguageModelV4ToolChoiceRequired(), {"tools": SENT, "completion_args": {"tool_choice": "any"}}),
        (
            LanguageModelV4ToolChoiceTool(tool_name="news"),
            {"tools": [SENT[1]], "completion_args": {"tool_choice": "any"}},
        ),
        (
            LanguageModelV4ToolChoiceTool(tool_name="clock"),
            {"tools": [CLOCK_SENT], "completion_args": {"tool_choice": "any"}},
        ),
    ],
)
def test_tools_and_their_choice(choice, sent):
    assert build(tools=[SEARCH, NEWS, CLOCK], tool_choice=choice).body == MINIMAL | sent
    assert build(tools=[], tool_choice=choice).body == MINIMAL


def test_a_tool_that_is_not_known_is_left_out_with_a_warning():
    request = build(tools=[LanguageModelV4ProviderTool(id="mistral.code", name="code")])
    assert request.body == MINIMAL | {"tools": []}
    assert request.warnings == [SharedV4WarningUnsupported(feature="provider-defined tool mistral.code")]


def test_system_messages_are_instructions():
    prompt = [LanguageModelV4SystemMessage(content="One."), HI, LanguageModelV4SystemMessage(content="Two.")]
    assert build(prompt=prompt).body == MINIMAL | {"instructions": "One.\n\nTwo."}


def test_what_was_said_is_split_by_calls_and_results():
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}], "closed": True}
    said = {"type": "text", "text": "Hi"}
    assert inputs(LanguageModelV4ReasoningPart(text="Hm."), TEXT, call(value="now"), result(text("noon")), TEXT) == [
        {"type": "message.input", "role": "assistant", "content": [thinking, said]},
        {"type": "function.call", "tool_call_id": "c", "name": "clock", "arguments": '"now"'},
        {"type": "function.result", "tool_call_id": "c", "result": "noon"},
        {"type": "message.input", "role": "assistant", "content": [said]},
    ]


def test_results_of_the_caller_are_inputs_and_approvals_are_none():
    approval = LanguageModelV4ToolApprovalResponsePart(approval_id="a", approved=True)
    message = LanguageModelV4ToolMessage(content=[approval, result(text("noon"))])
    assert build(prompt=[message]).body["inputs"] == [
        {"type": "function.result", "tool_call_id": "c", "result": "noon"}
    ]


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        (None, "web_search"),
        ({"function": "open", "name": "web"}, "open"),
        ({"function": None, "name": "web"}, "web"),
        ({"function": "", "name": "web"}, ""),
        ({"function": 3, "name": "web"}, "web_search"),
    ],
)
def test_what_mistral_ran_is_sent_by_the_name_it_ran_under(metadata, name):
    options = None if metadata is None else {"mistral": metadata}
    part = call("e", "look_up", {"arguments": "q"}, provider_executed=True, provider_options=options)
    assert inputs(part) == [{"type": "function.call", "tool_call_id": "e", "name": name, "arguments": "q"}]


@pytest.mark.parametrize("value", [{"arguments": {"q": 1.0}}, [1.0], None])
def test_other_inputs_of_what_mistral_ran_are_sent_as_json(value):
    (sent,) = inputs(call("e", "look_up", value, provider_executed=True))
    texts = {dict: '{"arguments":{"q":1}}', list: "[1]", type(None): "null"}
    assert sent["arguments"] == texts[type(value)]


@pytest.mark.parametrize(
    ("output", "sent"),
    [
        (LanguageModelV4ToolResultOutputJson(value={"info": {"result": "slow"}}), "slow"),
        (LanguageModelV4ToolResultOutputJson(value={"info": {"result": [1.0]}}), "[1]"),
        (LanguageModelV4ToolResultOutputJson(value={"info": {"result": None}}), '{"result":null}'),
        (LanguageModelV4ToolResultOutputJson(value={"info": {}}), "{}"),
        (LanguageModelV4ToolResultOutputJson(value={"info": ["x"]}), "null"),
        (LanguageModelV4ToolResultOutputJson(value="x"), "null"),
        (text("lost"), "null"),
    ],
)
def test_the_result_of_what_mistral_ran_is_its_info(output, sent):
    part = call("e", "look_up", {"arguments": "q"}, provider_executed=True)
    assert inputs(part, result(output, "e"))[1] == {"type": "function.result", "tool_call_id": "e", "result": sent}


def test_a_file_in_an_answer_is_refused():
    file = LanguageModelV4FilePart(media_type="image/png", data=SharedV4FileDataData(data=b""))
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        inputs(file)
    assert caught.value.functionality == "assistant content type: file"
