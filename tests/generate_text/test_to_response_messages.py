"""The content of a step as messages."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.generate_text.content_part import FileOutput, ReasoningFileOutput, ReasoningOutput, TextOutput
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.to_response_messages import to_response_messages
from ai_sdk.generate_text.tool_call import (
    ToolApprovalRequestOutput,
    ToolApprovalResponseOutput,
    TypedToolCall,
    TypedToolError,
    TypedToolResult,
)
from ai_sdk.provider import LanguageModelV4CustomContent, LanguageModelV4SourceUrl
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.tool import as_tool_set, tool

pytestmark = pytest.mark.anyio

META = {"toy": {"a": 1}}
CALL = TypedToolCall(tool_call_id="c1", tool_name="pay", input={"amount": 5})


async def messages(*content: Any, tools: Any = None) -> list[Any]:
    made: list[Any] = dump(await to_response_messages(content=content, tools=tools))
    return made


async def test_what_the_model_made_is_an_assistant_message_with_its_metadata_as_options() -> None:
    file = GeneratedFile(data=b"Hi", media_type="text/plain")
    assert await messages(
        TextOutput(text="Hello", provider_metadata=META),
        ReasoningOutput(text="hm", provider_metadata=META),
        LanguageModelV4CustomContent(kind="toy.note", provider_metadata=META),
        FileOutput(file=file, provider_metadata=META),
        ReasoningFileOutput(file=file),
    ) == [
        {
            "role": "assistant",
            "content": [
                {"type": "text", "text": "Hello", "providerOptions": META},
                {"type": "reasoning", "text": "hm", "providerOptions": META},
                {"type": "custom", "kind": "toy.note", "providerOptions": META},
                {"type": "file", "data": "SGk=", "mediaType": "text/plain", "providerOptions": META},
                {"type": "reasoning-file", "data": "SGk=", "mediaType": "text/plain"},
            ],
        }
    ]


async def test_sources_and_empty_texts_without_metadata_are_left_out() -> None:
    source = LanguageModelV4SourceUrl(id="s", url="https://a.dev/")
    assert await messages(source, TextOutput(text="")) == []
    (message,) = await messages(TextOutput(text="", provider_metadata=META))
    assert message["content"] == [{"type": "text", "text": "", "providerOptions": META}]


@pytest.mark.parametrize(
    ("given_input", "facts", "kept"),
    [
        ({"a": 1}, {}, {"a": 1}),
        ("text", {}, "text"),
        ("text", {"invalid": True}, {}),
        (5, {"invalid": True}, {}),
        (None, {"invalid": True}, None),
        ([1], {"invalid": True}, [1]),
        ({"a": 1}, {"invalid": True}, {"a": 1}),
        (frozenset({1}), {}, [1]),
    ],
)
async def test_the_input_of_a_call_is_json_and_an_object_where_providers_need_one(
    given_input: Any, facts: dict[str, bool], kept: Any
) -> None:
    call = TypedToolCall(tool_call_id="c1", tool_name="pay", input=given_input, **facts)
    (message,) = await messages(call)
    assert message["content"] == [{"type": "tool-call", "toolCallId": "c1", "toolName": "pay", "input": kept}]


async def test_results_of_tools_are_a_tool_message_and_those_of_the_provider_stay_with_the_model() -> None:
    own = TypedToolResult(tool_call_id="c1", tool_name="pay", input={}, output="paid", provider_metadata=META)
    provided = TypedToolResult(tool_call_id="c2", tool_name="find", input={}, output=[1], provider_executed=True)
    failed = TypedToolError(tool_call_id="c3", tool_name="find", error={"code": 1}, provider_executed=True)
    raised = TypedToolError(tool_call_id="c4", tool_name="pay", error=OSError("no network"))
    assert await messages(own, provided, failed, raised) == [
        {
            "role": "assistant",
            "content": [
                {
                    "type": "tool-result",
                    "toolCallId": "c2",
                    "toolName": "find",
                    "output": {"type": "json", "value": [1]},
                },
                {
                    "type": "tool-result",
                    "toolCallId": "c3",
                    "toolName": "find",
                    "output": {"type": "error-json", "value": {"code": 1}},
                },
            ],
        },
        {
            "role": "tool",
            "content": [
                {
                    "type": "tool-result",
                    "toolCallId": "c1",
                    "toolName": "pay",
                    "output": {"type": "text", "value": "paid"},
                    "providerOptions": META,
                },
                {
                    "type": "tool-result",
                    "toolCallId": "c4",
                    "toolName": "pay",
                    "output": {"type": "error-text", "value": "OSError: no network"},
                },
            ],
        },
    ]


async def test_a_tool_says_itself_what_the_model_sees() -> None:
    async def show(options: Any) -> dict[str, str]:
        return {"type": "text", "value": f"{options.output} for {options.input}"}

    tools = as_tool_set({"pay": tool(input_schema={}, to_model_output=show)})
    result = TypedToolResult(tool_call_id="c1", tool_name="pay", input={"amount": 5}, output=1)
    (message,) = await messages(result, tools=tools)
    assert message["content"][0]["output"] == {"type": "text", "value": "1 for {'amount': 5}"}


async def test_requests_and_answers_of_approvals_are_kept_and_a_denial_is_a_result() -> None:
    asked = ToolApprovalRequestOutput(
        approval_id="a1", tool_call=CALL, reason="big", is_automatic=True, signature="sig"
    )
    denied = ToolApprovalResponseOutput(approval_id="a1", tool_call=CALL, approved=False, reason="no")
    approved = ToolApprovalResponseOutput(approval_id="a2", tool_call=CALL, approved=True)
    assistant, answers = await messages(asked, denied, approved)
    assert assistant["content"] == [
        {
            "type": "tool-approval-request",
            "approvalId": "a1",
            "toolCallId": "c1",
            "reason": "big",
            "isAutomatic": True,
            "signature": "sig",
        }
    ]
    assert answers["content"] == [
        {"type": "tool-approval-response", "approvalId": "a1", "approved": False, "reason": "no"},
        {
            "type": "tool-result",
            "toolCallId": "c1",
            "toolName": "pay",
            "output": {"type": "execution-denied", "reason": "no"},
        },
        {"type": "tool-approval-response", "approvalId": "a2", "approved": True},
    ]


@pytest.mark.parametrize(("before", "kept"), [({"amount": 5}, None), ({"amount": "5"}, {"amount": "5"}), (None, None)])
async def test_the_input_as_the_model_sent_it_is_kept_where_the_schema_changed_it(before: Any, kept: Any) -> None:
    call = TypedToolCall(tool_call_id="c1", tool_name="pay", input={"amount": 5}, input_schema_input=before)
    (message,) = await messages(ToolApprovalRequestOutput(approval_id="a1", tool_call=call))
    assert message["content"][0].get("inputSchemaInput") == kept


@settings(deadline=None)
@given(order=st.permutations(["c0", "c1", "c2", "c3"]), known=st.sets(st.sampled_from(["c0", "c1", "c2"])))
async def test_results_stand_in_the_order_of_their_calls_and_unknown_ones_last(
    order: list[str], known: set[str]
) -> None:
    calls = [TypedToolCall(tool_call_id=name, tool_name="t", input={}) for name in sorted(known)]
    results = [TypedToolResult(tool_call_id=name, tool_name="t", input={}, output=name) for name in order]
    answers = (await messages(*calls, *results))[-1]["content"]
    expected = [*sorted(known), *(name for name in order if name not in known)]
    assert [answer["toolCallId"] for answer in answers] == expected
