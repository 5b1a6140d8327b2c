"""A chat sends, streams, continues after tools and approvals, stops, resumes, and says what is going on."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any

import pytest

from ai_sdk import (
    Chat,
    DefaultChatTransport,
    DirectChatTransport,
    ToolLoopAgent,
    last_assistant_message_is_complete_with_approval_responses,
    last_assistant_message_is_complete_with_tool_calls,
    tool,
)
from ai_sdk.error import InvalidArgumentError
from ai_sdk.provider.errors import APICallError
from ai_sdk.testing import MockLanguageModelV4, MockTransport, Reply

pytestmark = pytest.mark.anyio

Chunks = Sequence[dict[str, Any]]


def text(*deltas: str, message_id: str = "a1", **finish: Any) -> Chunks:
    return [
        {"type": "start", "messageId": message_id},
        {"type": "text-start", "id": "1"},
        *({"type": "text-delta", "id": "1", "delta": delta} for delta in deltas),
        {"type": "text-end", "id": "1"},
        {"type": "finish", **finish},
    ]


def next_step(*deltas: str) -> Chunks:
    start, *rest = text(*deltas)
    return [start, {"type": "start-step"}, *rest]


CALL: Chunks = [
    {"type": "start", "messageId": "a1"},
    {"type": "start-step"},
    {"type": "tool-input-available", "toolCallId": "c1", "toolName": "where", "input": {}},
    {"type": "finish-step"},
    {"type": "finish"},
]
APPROVAL: Chunks = [*CALL[:3], {"type": "tool-approval-request", "approvalId": "p1", "toolCallId": "c1"}, *CALL[3:]]


class ScriptedTransport:
    """Answers with the next list of chunks, and notes what it is sent."""

    resume_stream_is_replay = True

    def __init__(self, *answers: Any, resumed: Any = None) -> None:
        self.answers = list(answers)
        self.resumed = resumed
        self.sent: list[dict[str, Any]] = []
        self.closed = 0

    async def send_messages(self, **options: Any) -> AsyncGenerator[Any]:
        messages = [dict(message) for message in options["messages"]]
        self.sent.append({**options, "messages": messages})
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return self._stream(answer)

    async def reconnect_to_stream(self, **options: Any) -> AsyncGenerator[Any] | None:
        return None if self.resumed is None else self._stream(self.resumed)

    async def aclose(self) -> None:
        self.closed += 1

    async def _stream(self, answer: Any) -> AsyncGenerator[Any]:
        try:
            for chunk in answer:
                if isinstance(chunk, Exception):
                    raise chunk
                if callable(chunk):
                    await chunk()
                    continue
                yield chunk
        finally:
            self.closed += 1


def ids() -> Callable[[], str]:
    count = iter(range(1000))
    return lambda: f"id{next(count)}"


def chat_with(transport: Any, **options: Any) -> Chat:
    return Chat(transport=transport, id="chat", generate_id=ids(), **options)


def parts(chat: Chat) -> list[Any]:
    return [part for message in chat.messages if message["role"] == "assistant" for part in message["parts"]]


async def test_a_message_is_sent_and_its_answer_grows_in_the_conversation() -> None:
    seen: list[Any] = []
    finished: list[Any] = []
    transport = ScriptedTransport(text("Hel", "lo", finishReason="stop"))
    chat = chat_with(
        transport,
        on_update=lambda: seen.append((chat.status, "".join(part.get("text", "") for part in parts(chat)))),
        on_finish=finished.append,
    )
    file = {"type": "file", "mediaType": "image/png", "url": "data:image/png;base64,"}
    await chat.send_message("Hi", files=[file], metadata={"bed": 3}, options={"headers": {"x": "1"}, "body": {"y": 2}})
    user = {"id": "id0", "role": "user", "parts": [file, {"type": "text", "text": "Hi"}], "metadata": {"bed": 3}}
    assert list(dict.fromkeys(seen)) == [
        ("ready", ""),
        ("submitted", ""),
        ("streaming", ""),
        ("streaming", "Hel"),
        ("streaming", "Hello"),
        ("ready", "Hello"),
    ]
    assert chat.messages == [
        user,
        {"id": "a1", "role": "assistant", "parts": [{"type": "text", "text": "Hello", "state": "done"}]},
    ]
    (sent,) = transport.sent
    assert (sent["chat_id"], sent["messages"], sent["trigger"]) == ("chat", [user], "submit-message")
    assert (sent["headers"], sent["body"], sent["message_id"]) == ({"x": "1"}, {"y": 2}, None)
    (event,) = finished
    assert (event.message, event.finish_reason, event.is_abort, event.is_error) == (
        chat.messages[-1],
        "stop",
        False,
        False,
    )


async def test_a_message_of_the_user_can_be_replaced() -> None:
    transport = ScriptedTransport(text("One"), text("Two", message_id="a2"))
    chat = chat_with(transport)
    await chat.send_message("First")
    await chat.send_message("Second", message_id="id0")
    assert [message["id"] for message in chat.messages] == ["id0", "a2"]
    assert transport.sent[1]["messages"][0]["parts"] == [{"type": "text", "text": "Second"}]
    assert transport.sent[1]["message_id"] == "id0"
    with pytest.raises(InvalidArgumentError, match="message with id a2 is not a user message"):
        await chat.send_message("Third", message_id="a2")
    with pytest.raises(InvalidArgumentError, match="message with id x not found"):
        await chat.send_message("Third", message_id="x")


async def test_an_answer_can_be_written_again() -> None:
    transport = ScriptedTransport(text("One"), text("Two", message_id="a2"))
    chat = chat_with(transport)
    await chat.send_message("Hi")
    await chat.regenerate()
    assert [message["id"] for message in chat.messages] == ["id0", "a2"]
    assert (transport.sent[1]["trigger"], [each["id"] for each in transport.sent[1]["messages"]]) == (
        "regenerate-message",
        ["id0"],
    )
    with pytest.raises(InvalidArgumentError, match="message x not found"):
        await chat.regenerate(message_id="x")


async def test_a_tool_of_the_client_is_answered_while_streaming_and_sent_on_afterwards() -> None:
    async def run(event: Any) -> None:
        assert chat.status == "streaming"
        await chat.add_tool_output(tool_call_id=event.tool_call["toolCallId"], output="bed 4")

    transport = ScriptedTransport(CALL, next_step("There."))
    chat = chat_with(
        transport, on_tool_call=run, send_automatically_when=last_assistant_message_is_complete_with_tool_calls
    )
    await chat.send_message("Where is my fern?")
    assert [message["id"] for message in chat.messages] == ["id0", "a1"]
    assert (transport.sent[1]["message_id"], len(transport.sent)) == ("a1", 2)
    assert parts(chat)[1] == {
        "type": "tool-where",
        "toolCallId": "c1",
        "state": "output-available",
        "input": {},
        "output": "bed 4",
    }
    assert parts(chat)[-1]["text"] == "There."


async def test_a_tool_of_the_client_can_fail_and_the_chat_goes_on_by_itself() -> None:
    transport = ScriptedTransport(CALL, next_step("Sorry."))
    chat = chat_with(transport, send_automatically_when=last_assistant_message_is_complete_with_tool_calls)
    await chat.send_message("Where?")
    await chat.add_tool_output(tool_call_id="unknown", output=1)
    assert len(transport.sent) == 1
    await chat.add_tool_output(tool_call_id="c1", state="output-error", error_text="no GPS")
    assert (parts(chat)[1]["state"], parts(chat)[1]["errorText"], len(transport.sent)) == ("output-error", "no GPS", 2)


@pytest.mark.parametrize("approved", [True, False])
async def test_an_approval_is_answered_and_sent_on(approved: Any) -> None:
    transport = ScriptedTransport(APPROVAL, next_step("Done."))
    chat = chat_with(transport, send_automatically_when=last_assistant_message_is_complete_with_approval_responses)
    await chat.send_message("Water it")
    await chat.add_tool_approval_response(id="p1", approved=approved, reason="because")
    await chat.add_tool_approval_response(id="p1", approved=True)
    part = transport.sent[1]["messages"][1]["parts"][1]
    assert (part["state"], part["approval"]) == (
        "approval-responded",
        {"id": "p1", "approved": approved, "reason": "because"},
    )
    assert len(transport.sent) == 2


async def test_an_approval_can_be_sent_by_hand_and_again_when_that_failed() -> None:
    transport = ScriptedTransport(APPROVAL, RuntimeError("offline"), text("Done."))
    chat = chat_with(transport)
    await chat.send_message("Water it")
    await chat.add_tool_approval_response(id="p1", approved=True)
    await chat.send_message()
    assert (chat.status, str(chat.error)) == ("error", "offline")
    await chat.send_message()
    assert (chat.status, [sent["message_id"] for sent in transport.sent[1:]]) == ("ready", ["a1", "a1"])


async def test_errors_are_told_and_can_be_forgotten() -> None:
    told: list[Any] = []
    chat = chat_with(
        ScriptedTransport([*text("Hi")[:3], {"type": "error", "errorText": "no water"}]),
        on_error=told.append,
        on_finish=told.append,
    )
    await chat.send_message("Hi")
    assert (chat.status, str(chat.error), str(told[0])) == ("error", "no water", "no water")
    assert (told[1].is_error, told[1].is_disconnect) == (True, False)
    assert parts(chat)[0]["text"] == "Hi"
    chat.clear_error()
    assert (chat.status, chat.error) == ("ready", None)


async def test_stopping_keeps_what_has_arrived_and_closes_the_stream() -> None:
    arrived, never = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        arrived.set()
        await never.wait()

    finished: list[Any] = []
    transport = ScriptedTransport([*text("Hel")[:3], wait])
    chat = chat_with(transport, on_finish=finished.append, send_automatically_when=lambda messages: True)
    sending = asyncio.create_task(chat.send_message("Hi"))
    await arrived.wait()
    await chat.stop()
    await sending
    assert (chat.status, parts(chat)[0]["text"], transport.closed) == ("ready", "Hel", 1)
    assert (finished[0].is_abort, finished[0].is_error, len(transport.sent)) == (True, False, 1)


async def test_stopping_from_a_callback_does_not_wait_for_itself() -> None:
    transport = ScriptedTransport(text("Hi", "there"))

    async def stop(_: Any) -> None:
        await chat.stop()

    chat = chat_with(transport, on_data=stop)
    transport.answers = [[{"type": "data-x", "data": 1}, *text("never")]]
    await asyncio.wait_for(chat.send_message("Hi"), 5)
    assert (chat.status, [part["type"] for part in parts(chat)]) == ("ready", [])


async def test_cancelling_the_task_closes_the_stream() -> None:
    arrived, never = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        arrived.set()
        await never.wait()

    transport = ScriptedTransport([*text("Hel")[:3], wait])
    chat = chat_with(transport)
    sending = asyncio.create_task(chat.send_message("Hi"))
    await arrived.wait()
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert (chat.status, transport.closed) == ("ready", 1)


async def test_an_answer_that_was_interrupted_is_not_sent_on() -> None:
    transport = ScriptedTransport([*CALL[:-1], {"type": "finish", "finishReason": "interrupted"}])
    chat = chat_with(transport, send_automatically_when=last_assistant_message_is_complete_with_tool_calls)
    await chat.send_message("Hi")
    await chat.add_tool_output(tool_call_id="c1", output=1)
    assert len(transport.sent) == 1


async def test_resuming_reads_a_running_answer_again_from_its_beginning() -> None:
    half = {"id": "a1", "role": "assistant", "parts": [{"type": "text", "text": "Hel", "state": "streaming"}]}
    user = {"id": "u1", "role": "user", "parts": [{"type": "text", "text": "Hi"}]}
    chat = chat_with(ScriptedTransport(resumed=text("Hello")), messages=[user, half])
    await chat.resume_stream()
    assert [message["id"] for message in chat.messages] == ["u1", "a1"]
    assert parts(chat) == [{"type": "text", "text": "Hello", "state": "done"}]


async def test_resuming_without_a_running_answer_changes_nothing() -> None:
    statuses: list[str] = []
    chat = chat_with(ScriptedTransport(), on_update=lambda: statuses.append(chat.status))
    await chat.resume_stream()
    assert (set(statuses), chat.messages) == ({"ready"}, [])


async def test_an_answer_that_the_network_cut_off_goes_on_where_it_was() -> None:
    finished: list[Any] = []
    cut = APICallError("cut", url="u", request_body_values=None, cause=ConnectionError(), is_retryable=True)
    transport = ScriptedTransport([*text("Hel")[:3], cut], resumed=text("lo")[2:])
    transport.resume_stream_is_replay = False
    chat = chat_with(transport, on_finish=finished.append)
    await chat.send_message("Hi")
    assert (chat.status, finished[0].is_disconnect) == ("error", True)
    await chat.resume_stream()
    assert (chat.status, [part["text"] for part in parts(chat)]) == ("ready", ["Hello"])


async def test_data_is_told_and_kept_unless_it_is_transient() -> None:
    seen: list[Any] = []
    data = [{"type": "data-a", "data": 1, "transient": True}, {"type": "data-b", "data": 2}]
    chat = chat_with(ScriptedTransport([*text()[:1], *data, *text()[1:]]), on_data=seen.append)
    await chat.send_message("Hi")
    assert seen == data
    assert [part for part in parts(chat) if part["type"].startswith("data-")] == [{"type": "data-b", "data": 2}]


async def test_a_chat_is_a_block_that_closes_its_transport() -> None:
    transport = ScriptedTransport()
    async with chat_with(transport) as chat:
        chat.messages = [{"id": "u1", "role": "user", "parts": [{"type": "text", "text": "Hi"}]}]
        assert chat.last_message == chat.messages[-1]
    assert transport.closed == 1


async def test_an_agent_in_the_process_answers_with_tools_of_its_own() -> None:
    @tool
    async def soil(plant: str) -> str:
        """Look up how moist the soil is."""
        return f"{plant}: moist"

    call = {"type": "tool-call", "toolCallId": "c1", "toolName": "soil", "input": '{"plant":"fern"}'}
    finish = {"type": "finish", "usage": {"inputTokens": {}, "outputTokens": {}}}
    model = MockLanguageModelV4(
        do_stream=[{"stream": [call, {**finish, "finishReason": {"unified": "tool-calls"}}]}, "It is fine."]
    )
    chat = chat_with(DirectChatTransport(agent=ToolLoopAgent(model=model, tools=[soil]), send_finish=False))
    await chat.send_message("Is my fern dry?")
    assert (chat.error, [part.get("output") or part.get("text") for part in parts(chat)]) == (
        None,
        [None, "fern: moist", None, "It is fine."],
    )
    await chat.resume_stream()
    assert chat.status == "ready"


async def test_a_backend_of_any_language_is_talked_to_over_http() -> None:
    server = MockTransport([Reply.events(*text("Hi"), "[DONE]"), Reply(status=500, chunks=[b"no water"])])
    chat = chat_with(DefaultChatTransport(api="https://garden.test/api/chat", http_client=server))
    await chat.send_message("Hello")
    await chat.send_message("Again")
    assert (parts(chat)[0]["text"], chat.status, str(chat.error)) == ("Hi", "error", "no water")
    assert [len(request.json()["messages"]) for request in server.requests] == [1, 3]
