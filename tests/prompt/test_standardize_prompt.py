"""One form for the ways to write a prompt, and errors that name the place."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.error.prompt_errors import InvalidMessageRoleError
from ai_sdk.prompt.standardize_prompt import load_messages, standardize_prompt
from ai_sdk.provider import AISDKError, InvalidPromptError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.content_part import TextPart
from ai_sdk.provider_utils.model_message import SystemModelMessage, UserModelMessage

HI = {"role": "user", "content": "Hi"}
SYSTEM = {"role": "system", "content": "Be brief."}


@pytest.mark.parametrize(
    "given_prompt",
    [
        {"prompt": "Hi"},
        {"prompt": [HI]},
        {"messages": [HI]},
        {"messages": [UserModelMessage(content="Hi")]},
        {"prompt": "Hi", "messages": [SYSTEM]},
    ],
)
def test_texts_dicts_and_objects_are_the_same_prompt(given_prompt: dict[str, Any]) -> None:
    standardized = standardize_prompt(**given_prompt)
    assert (standardized.messages, standardized.instructions) == ([UserModelMessage(content="Hi")], None)


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        (None, None),
        ("Be brief.", "Be brief."),
        (SYSTEM, SystemModelMessage(content="Be brief.")),
        (SystemModelMessage(content="Be brief."), SystemModelMessage(content="Be brief.")),
        ([SYSTEM], [SystemModelMessage(content="Be brief.")]),
    ],
)
def test_instructions_are_a_text_or_messages(instructions: Any, expected: Any) -> None:
    assert standardize_prompt(prompt="Hi", instructions=instructions).instructions == expected


def test_keys_may_be_in_either_case() -> None:
    options = {"toy": {"someKey": 1}}
    parts = [
        {"type": "file", "mediaType": "image/png", "data": b"x", "providerOptions": options},
        {"type": "file", "media_type": "image/png", "data": b"x", "provider_options": options},
    ]
    (message,) = standardize_prompt(messages=[{"role": "user", "content": parts}]).messages
    assert dump(message) == {"role": "user", "content": [{**parts[0]}] * 2}


@pytest.mark.parametrize(
    ("given_prompt", "problem"),
    [
        ({}, "prompt or messages must be given"),
        ({"messages": []}, "messages must not be empty"),
        ({"prompt": []}, "messages must not be empty"),
        ({"messages": [SYSTEM, HI]}, "System messages are not allowed in the prompt or messages fields."),
        ({"messages": [HI, {"role": "user"}]}, r"messages\[1\]\.content: Field required"),
        (
            {"messages": [{"role": "user", "content": [{"type": "text"}]}]},
            r"messages\[0\]\.content\[0\]\.text: Field required",
        ),
        (
            {"messages": [{"role": "tool", "content": [{"type": "tool-result", "tool_name": "t", "output": 5}]}]},
            r"messages\[0\]\.content\[0\]",
        ),
        ({"prompt": "Hi", "instructions": 5}, "instructions: "),
        ({"prompt": "Hi", "instructions": [SYSTEM, {"role": "system"}]}, r"instructions\[1\]\.content: "),
    ],
)
def test_a_prompt_that_does_not_fit_says_where(given_prompt: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidPromptError, match=problem):
        standardize_prompt(**given_prompt)


def test_system_messages_may_be_allowed() -> None:
    messages = standardize_prompt(messages=[SYSTEM, HI], allow_system_in_messages=True).messages
    assert [message.role for message in messages] == ["system", "user"]


@pytest.mark.parametrize("message", [{"role": "robot"}, {"content": "Hi"}, {"role": []}, TextPart(text="Hi"), "Hi", 5])
def test_a_role_that_does_not_exist_is_named(message: Any) -> None:
    role = message.get("role") if isinstance(message, dict) else None
    with pytest.raises(InvalidMessageRoleError) as raised:
        load_messages([message])
    assert raised.value.role == str(role)


def test_messages_that_are_objects_are_not_copied() -> None:
    message = UserModelMessage(content="Hi")
    assert load_messages([message])[0] is message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=5), values, max_size=3),
    max_leaves=6,
)
TYPE_NAMES = """
    text image file reasoning reasoning-file custom tool-call tool-result tool-approval-request tool-approval-response
    content json error-text file-url
"""
KEY_NAMES = """
    type text data image mediaType media_type output value toolCallId tool_name input approvalId approved
    providerOptions kind url reference
"""
TYPES, KEYS = st.sampled_from(TYPE_NAMES.split()), st.sampled_from(KEY_NAMES.split())
PARTS = st.recursive(
    st.dictionaries(KEYS, TYPES | JSON, max_size=6),
    lambda parts: st.dictionaries(KEYS, TYPES | parts | st.lists(parts, max_size=2), max_size=6),
    max_leaves=4,
)
MESSAGES = st.fixed_dictionaries(
    {"role": st.sampled_from(["system", "user", "assistant", "tool"]) | JSON},
    optional={"content": st.text(max_size=5) | st.lists(PARTS | JSON, max_size=3) | JSON, "providerOptions": JSON},
)


@settings(deadline=None)
@given(st.lists(MESSAGES | JSON, max_size=3))
def test_whatever_is_given_is_a_prompt_or_an_error_of_ours(messages: list[Any]) -> None:
    try:
        standardized = standardize_prompt(messages=messages, allow_system_in_messages=True)
    except AISDKError:
        return
    again = standardize_prompt(messages=dump(standardized.messages), allow_system_in_messages=True)
    assert dump(again) == dump(standardized)


@settings(deadline=None)
@given(MESSAGES | JSON)
def test_whatever_is_given_as_instructions_is_taken_or_an_error_of_ours(instructions: Any) -> None:
    try:
        standardize_prompt(prompt="Hi", instructions=instructions)
    except InvalidPromptError as error:
        assert str(error).startswith("Invalid prompt: instructions")  # noqa: PT017 - one of two outcomes
