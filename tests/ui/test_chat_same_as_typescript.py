"""The same script, of what a user does and a backend answers, for npm's chat and for this one."""

import asyncio
import json
from collections.abc import AsyncGenerator, Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from ai_sdk import (
    Chat,
    last_assistant_message_is_complete_with_approval_responses,
    last_assistant_message_is_complete_with_tool_calls,
)
from ai_sdk.provider.errors import AISDKError
from tests.ui.typescript import TypeScript, typescript

AUTOMATIC = {
    "tools": last_assistant_message_is_complete_with_tool_calls,
    "approvals": last_assistant_message_is_complete_with_approval_responses,
}
CALL = {"toolCallId": "c1", "toolName": "soil"}


def answer(*chunks: dict[str, Any], message_id: str | None, finish: str) -> list[dict[str, Any]]:
    start = {"type": "start"} if message_id is None else {"type": "start", "messageId": message_id}
    ending = [{"type": "finish-step"}, {"type": "finish", "finishReason": finish}]
    return [start, {"type": "start-step"}, *chunks, *ending]


def text(words: str) -> list[dict[str, Any]]:
    part = {"id": "1"}
    return [
        {"type": "text-start", **part},
        {"type": "text-delta", **part, "delta": words},
        {"type": "text-end", **part},
    ]


ASKS = [
    {"type": "tool-input-start", **CALL},
    {"type": "tool-input-delta", "toolCallId": "c1", "inputTextDelta": '{"a":1}'},
    {"type": "tool-input-available", **CALL, "input": {"a": 1}, "providerMetadata": {"p": {"q": 1}}},
]
APPROVAL = {"type": "tool-approval-request", "approvalId": "p1", "toolCallId": "c1", "signature": "s"}
CONTENTS = st.sampled_from(
    [
        text("One"),
        ASKS,
        ASKS[:2],
        [*ASKS, APPROVAL],
        [*ASKS, *text("Two")],
        [{"type": "tool-output-available", "toolCallId": "c1", "output": 3}, *text("Three")],
        [*text("Four"), {"type": "error", "errorText": "no water"}],
        [{"type": "data-bed", "id": "d", "data": 4}],
    ]
)
IDS = st.none() | st.sampled_from(["a1", "a2"])
ANSWERS = st.builds(
    lambda content, message_id, finish: answer(*content, message_id=message_id, finish=finish),
    CONTENTS,
    IDS,
    st.sampled_from(["stop", "stop", "interrupted"]),
)
ANY_ID = st.sampled_from(["id0", "id1", "id2", "a1", "a2", "x"])
ACTIONS = st.one_of(
    st.tuples(st.just("sendMessage"), st.fixed_dictionaries({"text": st.just("Hi")}, optional={"messageId": ANY_ID})),
    st.tuples(st.just("sendMessage"), st.just({"text": "Hi", "metadata": {"bed": 1}})),
    st.just(("sendMessage",)),
    st.tuples(st.just("regenerate"), st.fixed_dictionaries({}, optional={"messageId": ANY_ID})),
    st.just(("resumeStream",)),
    st.just(("addToolOutput", {"toolCallId": "c1", "output": {"k": None}})),
    st.just(("addToolOutput", {"toolCallId": "c1", "state": "output-error", "errorText": "no"})),
    st.builds(lambda yes: ("addToolApprovalResponse", {"id": "p1", "approved": yes, "reason": "so"}), st.booleans()),
    st.just(("clearError",)),
)
SCRIPTS = st.fixed_dictionaries(
    {
        "answers": st.lists(ANSWERS, max_size=4),
        "resumed": st.none() | ANSWERS,
        "isReplay": st.booleans(),
        "automatic": st.sampled_from(["none", "tools", "approvals"]),
        "messages": st.just([]),
        "actions": st.lists(ACTIONS, min_size=1, max_size=4),
    }
)


class ScriptedTransport:
    def __init__(self, script: dict[str, Any]) -> None:
        self._answers = list(script["answers"])
        self._resumed = script["resumed"]
        self.resume_stream_is_replay: bool = script["isReplay"]
        self.sent: list[dict[str, Any]] = []

    async def send_messages(self, **options: Any) -> AsyncGenerator[Any]:
        names = {"trigger": "trigger", "message_id": "messageId", "messages": "messages"}
        sent = {names[name]: options[name] for name in names if options[name] is not None}
        self.sent.append(json.loads(json.dumps(sent)))
        if not self._answers:
            raise RuntimeError("no more answers")
        return self._stream(self._answers.pop(0))

    async def reconnect_to_stream(self, **_: Any) -> AsyncGenerator[Any] | None:
        return None if self._resumed is None else self._stream(self._resumed)

    async def aclose(self) -> None:
        """Nothing is open."""

    async def _stream(self, chunks: list[Any]) -> AsyncGenerator[Any]:
        for chunk in chunks:
            yield chunk


async def act(chat: Chat, method: str, options: dict[str, Any]) -> None:
    given_text, message_id = options.get("text"), options.get("messageId")
    if method == "sendMessage":
        await chat.send_message(given_text, message_id=message_id, metadata=options.get("metadata"))
    elif method == "regenerate":
        await chat.regenerate(message_id=message_id)
    elif method == "resumeStream":
        await chat.resume_stream()
    elif method == "addToolOutput":
        names = {"toolCallId": "tool_call_id", "errorText": "error_text"}
        await chat.add_tool_output(**{names.get(name, name): value for name, value in options.items()})
    elif method == "addToolApprovalResponse":
        await chat.add_tool_approval_response(**options)
    else:
        chat.clear_error()


async def run(script: dict[str, Any]) -> dict[str, Any]:
    numbers, transport = count(), ScriptedTransport(script)
    chat = Chat(
        transport=transport,
        id="chat",
        generate_id=lambda: f"id{next(numbers)}",
        send_automatically_when=AUTOMATIC.get(script["automatic"]),
    )
    outcomes = []
    for method, *options in script["actions"]:
        failure = None
        try:
            await act(chat, method, *options or [{}])
        except AISDKError as error:
            failure = error.name
        messages = json.loads(json.dumps(chat.messages))
        outcomes.append({"failure": failure, "status": chat.status, "messages": messages})
    return {"outcomes": outcomes, "sent": transport.sent}


@pytest.fixture(scope="module")
def node() -> Iterator[TypeScript]:
    with typescript() as process:
        yield process


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(script=SCRIPTS)
def test_both_chats_say_and_send_the_same(node: TypeScript, script: dict[str, Any]) -> None:
    assert asyncio.run(run(script)) == node.ask("chat", **script)["value"]
