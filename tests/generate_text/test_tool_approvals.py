"""Which calls need approval, and what an answer to a request may bring about."""

from typing import Any

import pytest

from ai_sdk.error.approval_errors import (
    InvalidToolApprovalError,
    InvalidToolApprovalSignatureError,
    ToolCallNotFoundForApprovalError,
)
from ai_sdk.generate_text.collect_tool_approvals import CollectedToolApproval, collect_tool_approvals
from ai_sdk.generate_text.resolve_tool_approval import resolve_tool_approval
from ai_sdk.generate_text.tool_approval_configuration import (
    GenericToolApprovalOptions,
    SingleToolApprovalOptions,
    ToolApprovalDecision,
)
from ai_sdk.generate_text.tool_approval_signature import sign_tool_approval
from ai_sdk.generate_text.validate_tool_approvals import ValidatedToolApprovals, validate_approved_tool_approvals
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.content_part import (
    ToolApprovalRequest,
    ToolApprovalResponse,
    ToolCallPart,
    ToolResultPart,
)
from ai_sdk.provider_utils.model_message import AssistantModelMessage, ModelMessage, ToolModelMessage, UserModelMessage
from ai_sdk.provider_utils.tool import Tool, ToolContext, ToolExecutionOptions, as_tool_set, tool
from ai_sdk.provider_utils.tool_call import TypedToolCall
from ai_sdk.provider_utils.tool_result_output import ToolResultOutputExecutionDenied, ToolResultOutputText

pytestmark = pytest.mark.anyio

CALL = TypedToolCall(tool_call_id="1", tool_name="pay", input={"amount": 5})
NOT_APPLICABLE = ToolApprovalDecision(type="not-applicable")
USER = ToolApprovalDecision(type="user-approval")
BIG = ToolApprovalDecision(type="user-approval", reason="big")


def pay(**options: Any) -> Tool[Any, Any]:
    def execute(amount: int) -> int:
        """Pay."""
        return amount

    return tool(execute, **options)


async def resolve(made: Tool[Any, Any] | None, tool_approval: Any = None, **given: Any) -> ToolApprovalDecision:
    return await resolve_tool_approval(
        tools=None if made is None else {"pay": made},
        tool_call=CALL,
        tool_approval=tool_approval,
        messages=[],
        **given,
    )


async def _large(value: dict[str, int], _: ToolExecutionOptions[Any]) -> bool:
    return value["amount"] > 3


@pytest.mark.parametrize(
    ("needs_approval", "expected"),
    [
        (None, NOT_APPLICABLE),
        (False, NOT_APPLICABLE),
        (True, USER),
        (lambda value: value["amount"] > 9, NOT_APPLICABLE),
        (lambda value, options: options.tool_call_id == "1", USER),
        (_large, USER),
    ],
)
async def test_a_tool_says_whether_it_needs_approval(needs_approval: Any, expected: ToolApprovalDecision) -> None:
    assert await resolve(pay(needs_approval=needs_approval)) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("approved", ToolApprovalDecision(type="approved")),
        ({"type": "denied", "reason": "late"}, ToolApprovalDecision(type="denied", reason="late")),
        (
            ToolApprovalDecision(type="user-approval", reason="big"),
            ToolApprovalDecision(type="user-approval", reason="big"),
        ),
        (lambda value: "denied" if value["amount"] else None, ToolApprovalDecision(type="denied")),
        (lambda value: None, NOT_APPLICABLE),
        (None, USER),
    ],
)
async def test_the_configuration_of_the_call_comes_before_the_tool(status: Any, expected: Any) -> None:
    assert await resolve(pay(needs_approval=True), {"pay": status}) == expected


async def test_a_function_for_one_tool_is_told_its_context_and_that_of_the_call() -> None:
    told: list[SingleToolApprovalOptions] = []

    async def decide(value: Any, options: SingleToolApprovalOptions) -> str:
        told.append(options)
        return "approved"

    @tool
    def checked(amount: int, user: ToolContext[dict[str, str]]) -> None:
        """Pay."""

    contexts: dict[str, Any] = {"pay": {"name": "Ada"}}
    decided = await resolve(checked, {"pay": decide}, tools_context=contexts, runtime_context={"r": 1})
    assert decided == ToolApprovalDecision(type="approved")
    expected = SingleToolApprovalOptions(
        tool_call_id="1", messages=[], tool_context={"name": "Ada"}, runtime_context={"r": 1}
    )
    assert told == [expected]
    with pytest.raises(TypeValidationError):
        await resolve(checked, {"pay": decide}, tools_context={"pay": 1})


async def test_a_function_for_all_tools_decides_alone() -> None:
    told: list[GenericToolApprovalOptions] = []

    def decide(options: GenericToolApprovalOptions) -> None:
        told.append(options)

    made = pay(needs_approval=True)
    assert await resolve(made, decide, tools_context={"pay": 1}, runtime_context=2) == NOT_APPLICABLE
    assert told == [
        GenericToolApprovalOptions(
            tool_call=CALL, tools={"pay": made}, tools_context={"pay": 1}, messages=[], runtime_context=2
        )
    ]


async def test_a_call_of_no_known_tool_needs_no_approval() -> None:
    assert await resolve(None) == NOT_APPLICABLE


def request(number: int, **given: Any) -> ToolApprovalRequest:
    return ToolApprovalRequest(approval_id=f"a{number}", tool_call_id=str(number), **given)


def response(number: int, *, approved: bool = True, **given: Any) -> ToolApprovalResponse:
    return ToolApprovalResponse(approval_id=f"a{number}", approved=approved, **given)


def part(number: int, name: str = "pay", value: Any = None) -> ToolCallPart:
    return ToolCallPart(tool_call_id=str(number), tool_name=name, input={"amount": 5} if value is None else value)


def result(number: int, output: Any) -> ToolResultPart:
    return ToolResultPart(tool_call_id=str(number), tool_name="pay", output=output)


def conversation(assistant: list[Any], answers: list[Any]) -> list[ModelMessage]:
    return [
        UserModelMessage(content="Pay."),
        AssistantModelMessage(content=assistant),
        ToolModelMessage(content=answers),
    ]


def ids(approvals: list[CollectedToolApproval]) -> list[str]:
    return [approval.tool_call.tool_call_id for approval in approvals]


async def test_answers_are_collected_in_the_order_of_the_calls() -> None:
    messages = conversation(
        [part(1), part(2), part(3), request(1), request(2), request(3)],
        [response(3), response(2, approved=False, reason="no"), response(1)],
    )
    collected = collect_tool_approvals(messages=messages)
    assert (ids(collected.approved_tool_approvals), ids(collected.denied_tool_approvals)) == (["1", "3"], ["2"])
    assert collected.denied_tool_approvals == [
        CollectedToolApproval(
            approval_request=request(2),
            approval_response=response(2, approved=False, reason="no"),
            tool_call=TypedToolCall(tool_call_id="2", tool_name="pay", input={"amount": 5}),
        )
    ]


@pytest.mark.parametrize("messages", [[], [UserModelMessage(content="Hi")], [AssistantModelMessage(content="Hi")]])
async def test_only_a_tool_message_at_the_end_holds_answers(messages: list[ModelMessage]) -> None:
    collected = collect_tool_approvals(messages=messages)
    assert (collected.approved_tool_approvals, collected.denied_tool_approvals) == ([], [])


async def test_only_the_first_answer_counts() -> None:
    messages = conversation([part(1), request(1)], [response(1), response(1, approved=False), response(1)])
    collected = collect_tool_approvals(messages=messages)
    assert (ids(collected.approved_tool_approvals), ids(collected.denied_tool_approvals)) == (["1"], [])


async def test_calls_that_have_a_result_are_done() -> None:
    denied = result(2, ToolResultOutputExecutionDenied(reason="no"))
    messages = conversation(
        [part(1), part(2), request(1), request(2)],
        [response(1), response(2, approved=False), result(1, ToolResultOutputText(value="ok")), denied],
    )
    collected = collect_tool_approvals(messages=messages)
    assert ids(collected.approved_tool_approvals) == []
    assert [approval.existing_tool_result for approval in collected.denied_tool_approvals] == [denied]


async def test_answers_and_requests_that_belong_to_nothing_are_errors() -> None:
    with pytest.raises(InvalidToolApprovalError):
        collect_tool_approvals(messages=conversation([part(1)], [response(1)]))
    with pytest.raises(ToolCallNotFoundForApprovalError):
        collect_tool_approvals(messages=conversation([request(1)], [response(1)]))


async def validate(made: Tool[Any, Any], assistant: list[Any], **given: Any) -> ValidatedToolApprovals:
    messages = conversation(assistant, [response(1)])
    return await validate_approved_tool_approvals(
        **{
            "approved_tool_approvals": collect_tool_approvals(messages=messages).approved_tool_approvals,
            "tools": as_tool_set({"pay": made}),
            "tool_approval": None,
            "messages": messages,
            **given,
        }
    )


async def test_a_valid_approval_runs_with_what_the_tool_says_now() -> None:
    made = pay(needs_approval=True, title="Pay", metadata={"m": 1})
    validated = await validate(made, [part(1), request(1)])
    assert [approval.tool_call for approval in validated.approved_tool_approvals] == [
        TypedToolCall(tool_call_id="1", tool_name="pay", input={"amount": 5}, title="Pay", tool_metadata={"m": 1})
    ]


async def test_an_input_that_does_not_fit_any_more_is_invalid() -> None:
    validated = await validate(pay(), [part(1, value={"amount": "much"}), request(1)])
    assert validated.approved_tool_approvals == []
    (invalid,) = validated.invalid_tool_approvals
    assert invalid.error.tool_input == '{"amount":"much"}'
    assert str(invalid.error).startswith("Invalid input for tool pay: AI_TypeValidationError: ")


async def test_validation_must_not_change_what_was_approved() -> None:
    async def double(value: dict[str, int]) -> dict[str, int]:
        return {"amount": 2 * value["amount"]}

    refine = {"pay": double}
    once = await validate(pay(), [part(1, value={"amount": 5}), request(1)], refine_tool_input=refine)
    assert str(once.invalid_tool_approvals[0].error) == (
        "Invalid input for tool pay: Error: Approved tool input does not match the validated schema output."
    )
    known = [part(1, value={"amount": 10}), request(1, input_schema_input={"amount": 5})]
    assert ids((await validate(pay(), known, refine_tool_input=refine)).approved_tool_approvals) == ["1"]


async def test_the_tool_gets_a_value_of_its_type() -> None:
    from pydantic import BaseModel

    class Payment(BaseModel):
        amount: int

    validated = await validate(tool(input_schema=Payment, execute=lambda given: given), [part(1), request(1)])
    assert validated.approved_tool_approvals[0].tool_call.input == Payment(amount=5)


async def test_the_policy_may_deny_what_was_approved() -> None:
    policy = {"pay": {"type": "denied", "reason": "blocked"}}
    validated = await validate(pay(), [part(1), request(1)], tool_approval=policy)
    assert [approval.approval_response for approval in validated.denied_tool_approvals] == [
        response(1, approved=False, reason="blocked")
    ]


@pytest.mark.parametrize(
    ("signature", "reason"),
    [
        (None, "missing signature"),
        ("AAAA", "invalid signature"),
        ("no base64!", "invalid signature"),
        (
            sign_tool_approval(secret="s", approval_id="a1", tool_call_id="1", tool_name="pay", input={"amount": 6}),
            "invalid signature",
        ),
    ],
)
async def test_with_a_secret_an_approval_needs_its_signature(signature: str | None, reason: str) -> None:
    with pytest.raises(InvalidToolApprovalSignatureError) as caught:
        await validate(pay(), [part(1), request(1, signature=signature)], tool_approval_secret="s")
    assert str(caught.value) == (
        f'Tool approval signature verification failed for approval "a1" (tool call "1"): {reason}'
    )


async def test_a_signed_approval_is_accepted() -> None:
    signature = sign_tool_approval(secret="s", approval_id="a1", tool_call_id="1", tool_name="pay", input={"amount": 5})
    validated = await validate(pay(), [part(1), request(1, signature=signature)], tool_approval_secret="s")
    assert ids(validated.approved_tool_approvals) == ["1"]
