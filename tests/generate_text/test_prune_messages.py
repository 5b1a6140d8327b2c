"""A conversation without what is no longer of use."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk import prune_messages
from ai_sdk.provider.codec import dump

Part = dict[str, Any]


def call(call_id: str, name: str = "weather") -> Part:
    return {"type": "tool-call", "toolCallId": call_id, "toolName": name, "input": {}}


def result(call_id: str, name: str = "weather") -> Part:
    output = {"type": "text", "value": "sunny"}
    return {"type": "tool-result", "toolCallId": call_id, "toolName": name, "output": output}


def request(call_id: str) -> Part:
    return {"type": "tool-approval-request", "approvalId": f"a-{call_id}", "toolCallId": call_id}


def response(call_id: str) -> Part:
    return {"type": "tool-approval-response", "approvalId": f"a-{call_id}", "approved": True}


def text(value: str) -> Part:
    return {"type": "text", "text": value}


def thought(value: str) -> Part:
    return {"type": "reasoning", "text": value}


def user(value: str) -> Part:
    return {"role": "user", "content": value}


def assistant(*parts: Part) -> Part:
    return {"role": "assistant", "content": list(parts)}


def answers(*parts: Part) -> Part:
    return {"role": "tool", "content": list(parts)}


def pruned(messages: list[Part], **options: Any) -> list[Part]:
    kept: list[Part] = dump(prune_messages(messages=messages, **options))
    return kept


TALK = [
    user("Hi"),
    assistant(thought("hm"), text("Look:"), call("c1"), call("c2", "clock")),
    answers(result("c1"), result("c2", "clock")),
    {"role": "assistant", "content": "Sunny."},
    assistant(thought("more"), call("c3")),
]


def test_nothing_is_pruned_that_was_not_asked_for() -> None:
    assert pruned(TALK) == TALK


def test_all_reasoning_goes_or_that_before_the_last_message() -> None:
    without = assistant(text("Look:"), call("c1"), call("c2", "clock"))
    assert pruned(TALK, reasoning="all") == [TALK[0], without, *TALK[2:4], assistant(call("c3"))]
    assert pruned(TALK, reasoning="before-last-message") == [TALK[0], without, *TALK[2:]]


def test_all_calls_go_with_their_results_and_the_thoughts_that_led_to_nothing_else() -> None:
    assert pruned(TALK, tool_calls="all") == [TALK[0], assistant(thought("hm"), text("Look:")), TALK[3]]


def test_messages_that_are_empty_then_may_stay() -> None:
    kept = pruned(TALK, tool_calls="all", empty_messages="keep")
    assert [message["content"] for message in kept[2:]] == [[], "Sunny.", []]


def test_calls_of_the_last_messages_stay() -> None:
    assert pruned(TALK, tool_calls="before-last-message") == [
        TALK[0],
        assistant(thought("hm"), text("Look:")),
        TALK[3],
        TALK[4],
    ]
    assert pruned(TALK, tool_calls="before-last-3-messages") == TALK
    assert pruned(TALK, tool_calls="before-last-0-messages") == pruned(TALK, tool_calls="all")
    assert pruned(TALK, tool_calls="before-last-99-messages") == TALK


def test_only_the_calls_of_the_named_tools_go() -> None:
    rules = [{"type": "all", "tools": ["clock"]}]
    assert pruned(TALK, tool_calls=rules) == [
        TALK[0],
        assistant(thought("hm"), text("Look:"), call("c1")),
        answers(result("c1")),
        *TALK[3:],
    ]


def test_an_answer_that_is_kept_keeps_the_call_that_it_approves() -> None:
    talk = [user("Hi"), assistant(call("c1"), request("c1"), call("c2"), request("c2")), answers(response("c1"))]
    assert pruned(talk, tool_calls="before-last-message") == [
        talk[0],
        assistant(call("c1"), request("c1")),
        talk[2],
    ]


def test_an_answer_goes_with_the_request_of_its_tool_in_another_message() -> None:
    talk = [
        assistant(call("c1"), request("c1"), call("c2", "clock"), request("c2")),
        answers(response("c1"), response("c2")),
    ]
    assert pruned(talk, tool_calls=[{"type": "all", "tools": ["clock"]}]) == [
        assistant(call("c1"), request("c1")),
        answers(response("c1")),
    ]
    assert pruned([answers(response("c9"))], tool_calls=[{"type": "all", "tools": ["clock"]}]) == []


def test_the_messages_that_were_given_stay_as_they_were() -> None:
    given_messages = prune_messages(messages=TALK)
    prune_messages(messages=given_messages, reasoning="all", tool_calls="all")
    assert dump(given_messages) == TALK


@st.composite
def conversations(draw: st.DrawFn) -> list[Part]:
    """Draw a conversation in which every call has a result, and some had to be approved."""
    talk: list[Part] = []
    for turn in range(draw(st.integers(1, 4))):
        names = draw(st.lists(st.sampled_from(["weather", "clock"]), max_size=3))
        ids = [f"c{turn}-{index}" for index in range(len(names))]
        approved = [each for each in ids if draw(st.booleans())]
        calls = [call(each, name) for each, name in zip(ids, names, strict=True)]
        thoughts = [thought("hm")] if draw(st.booleans()) else []
        talk += [user("Hi"), assistant(*thoughts, text("ok"), *calls, *map(request, approved))]
        if approved:
            talk.append(answers(*map(response, approved)))
        if ids:
            talk.append(answers(*(result(each, name) for each, name in zip(ids, names, strict=True))))
    return talk


KINDS = st.sampled_from(["all", "before-last-message", "before-last-2-messages", "before-last-5-messages"])
RULES = st.lists(
    st.fixed_dictionaries(
        {"type": KINDS}, optional={"tools": st.lists(st.sampled_from(["weather", "clock"]), max_size=2)}
    ),
    max_size=2,
)


def ids_of(messages: list[Part], kind: str, key: str) -> set[str]:
    parts = [part for message in messages if isinstance(message["content"], list) for part in message["content"]]
    return {part[key] for part in parts if part["type"] == kind}


@settings(deadline=None)
@given(talk=conversations(), rules=RULES, reasoning=st.sampled_from(["all", "before-last-message", "none"]))
def test_a_call_its_result_and_its_approval_stay_together(talk: list[Part], rules: list[Any], reasoning: Any) -> None:
    kept = pruned(talk, tool_calls=rules, reasoning=reasoning)
    calls = ids_of(kept, "tool-call", "toolCallId")
    assert ids_of(kept, "tool-result", "toolCallId") <= calls
    assert ids_of(kept, "tool-approval-request", "toolCallId") <= calls
    assert ids_of(kept, "tool-approval-response", "approvalId") <= ids_of(kept, "tool-approval-request", "approvalId")
    assert [each for each in kept if each["role"] == "user"] == [each for each in talk if each["role"] == "user"]


@settings(deadline=None)
@given(talk=conversations(), rules=RULES)
def test_pruning_again_changes_nothing_when_every_rule_is_for_all_messages(talk: list[Part], rules: list[Any]) -> None:
    everywhere = [{**rule, "type": "all"} for rule in rules]
    once = pruned(talk, tool_calls=everywhere)
    assert pruned(once, tool_calls=everywhere) == once


def test_a_rule_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="sometimes"):
        prune_messages(messages=TALK, tool_calls="sometimes")
