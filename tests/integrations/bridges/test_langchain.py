"""Every way in which LangChain and LangGraph stream gives the same message."""

from typing import Any

import pytest

pytest.importorskip("langgraph")

from langchain_core.callbacks import adispatch_custom_event
from langchain_core.language_models.fake_chat_models import FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    HumanMessage,
    SystemMessage,
    ToolMessage,
    message_chunk_to_message,
)
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.tools import tool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.config import get_stream_writer
from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.prebuilt import ToolNode
from langgraph.types import Command, interrupt

from ai_sdk.integrations.langchain import convert_model_messages, to_base_messages, to_ui_message_stream
from ai_sdk.provider import SharedV4FileDataReference, SharedV4FileDataText
from ai_sdk.provider_utils.content_part import FilePart, ImagePart, ToolResultPart
from ai_sdk.provider_utils.model_message import ToolModelMessage, UserModelMessage
from ai_sdk.provider_utils.tool_result_output import (
    ToolResultContentText,
    ToolResultOutputContent,
    ToolResultOutputErrorText,
    ToolResultOutputExecutionDenied,
    ToolResultOutputText,
)
from tests.integrations.bridges.reading import read

pytestmark = pytest.mark.anyio


@tool
def weather(city: str) -> str:
    """Say what the weather is."""
    if city == "Atlantis":
        raise ValueError("no such place")
    get_stream_writer()({"type": "progress", "id": "p", "value": 1})
    get_stream_writer()({"value": 2})
    return f"Sunny in {city}"


class Model(GenericFakeChatModel):
    """Thinks, calls a tool, and answers; in pieces."""

    city: str = "Rome"

    def _generate(self, messages: Any, *_: Any, **__: Any) -> Any:
        first, *rest = self._pieces(messages)
        whole = message_chunk_to_message(first.__add__(rest))
        return ChatResult(generations=[ChatGeneration(message=whole)])

    def _stream(self, messages: Any, stop: Any = None, run_manager: Any = None, **_: Any) -> Any:
        for piece in self._pieces(messages):
            chunk = ChatGenerationChunk(message=piece)
            if run_manager:
                run_manager.on_llm_new_token(chunk.text, chunk=chunk)
            yield chunk

    def _pieces(self, messages: Any) -> list[AIMessageChunk]:
        return self._answer() if any(isinstance(message, ToolMessage) for message in messages) else self._call()

    def _call(self) -> list[AIMessageChunk]:
        def piece(name: str | None, arguments: str, call_id: str | None) -> AIMessageChunk:
            chunk = {"name": name, "args": arguments, "id": call_id, "index": 0}
            return AIMessageChunk(content="", tool_call_chunks=[chunk])

        return [
            AIMessageChunk(content=[{"type": "reasoning", "reasoning": "Hm", "index": 0}]),
            AIMessageChunk(content=[{"type": "reasoning", "reasoning": "m", "index": 0}]),
            AIMessageChunk(content=[{"type": "text", "text": "Let me see.", "index": 1}]),
            piece("weather", "", "call_1"),
            piece(None, '{"city":', None),
            piece(None, f'"{self.city}"}}', None),
        ]

    def _answer(self) -> list[AIMessageChunk]:
        cited = [{"type": "citation", "url": "https://example.com", "title": "Weather", "cited_text": "sunny"}]
        last = [{"type": "text", "text": "sunny.", "annotations": cited, "index": 0}]
        return [AIMessageChunk(content=[{"type": "text", "text": "It is ", "index": 0}]), AIMessageChunk(content=last)]


def graph(model: Any, **options: Any) -> Any:
    async def agent(state: MessagesState) -> Any:
        return {"messages": [await model.ainvoke(state["messages"])]}

    builder = StateGraph(MessagesState)
    builder.add_node("agent", agent)
    builder.add_node("tools", ToolNode([weather], handle_tool_errors="The tool failed."))
    builder.add_edge(START, "agent")
    builder.add_conditional_edges("agent", lambda state: "tools" if state["messages"][-1].tool_calls else END)
    builder.add_edge("tools", "agent")
    return builder.compile(**options)


INPUT = {"messages": [HumanMessage("Is it sunny?", id="user")]}
SAID = ("text", "Let me see.", "done")
CALL = ("weather", "call_1", "output-available", {"input": {"city": "Rome"}, "output": "Sunny in Rome"})
ANSWER = ("text", "It is sunny.", "done")
SOURCE = {"type": "source-url", "sourceId": "https://example.com", "url": "https://example.com", "title": "Weather"}
TURN = ["step", ("reasoning", "Hmm", "done"), SAID, CALL, "step", ANSWER, SOURCE]
PROGRESS = {"type": "data-progress", "id": "p", "data": {"type": "progress", "id": "p", "value": 1}}
STREAMS = {
    "messages": {"stream_mode": "messages"},
    "values": {"stream_mode": "values"},
    "updates": {"stream_mode": "updates"},
    "messages and values": {"stream_mode": ["messages", "values"]},
    "messages and updates": {"stream_mode": ["messages", "updates"]},
    "messages, with subgraphs": {"stream_mode": "messages", "subgraphs": True},
    "messages and values, with subgraphs": {"stream_mode": ["messages", "values"], "subgraphs": True},
    "version 2": {"stream_mode": ["messages", "values"], "version": "v2"},
}


@pytest.mark.parametrize("options", STREAMS.values(), ids=STREAMS)
async def test_each_stream_mode_of_a_graph_gives_the_same_message(options) -> None:
    stream = graph(Model(messages=iter(()))).astream(INPUT, **options)
    assert (await read(to_ui_message_stream(stream=stream)))[1] == TURN


async def test_events_of_a_graph_give_the_same_message() -> None:
    stream = graph(Model(messages=iter(()))).astream_events(INPUT, version="v2")
    assert (await read(to_ui_message_stream(stream=stream)))[1] == TURN


async def test_the_input_of_a_tool_is_streamed_before_it_is_available() -> None:
    stream = graph(Model(messages=iter(()))).astream(INPUT, stream_mode=["messages", "values"])
    chunks, _ = await read(to_ui_message_stream(stream=stream))
    of_tool = [chunk for chunk in chunks if chunk["type"].startswith("tool-")]
    call = {"toolCallId": "call_1"}
    assert of_tool == [
        {"type": "tool-input-start", **call, "toolName": "weather", "dynamic": True},
        {"type": "tool-input-delta", **call, "inputTextDelta": '{"city":'},
        {"type": "tool-input-delta", **call, "inputTextDelta": '"Rome"}'},
        {"type": "tool-input-available", **call, "toolName": "weather", "input": {"city": "Rome"}, "dynamic": True},
        {"type": "tool-output-available", **call, "output": "Sunny in Rome", "dynamic": True},
    ]


async def test_what_a_node_writes_is_data_of_its_type_that_stays_when_it_has_an_id() -> None:
    stream = graph(Model(messages=iter(()))).astream(INPUT, stream_mode=["messages", "custom"])
    chunks, parts = await read(to_ui_message_stream(stream=stream))
    assert PROGRESS in parts
    assert {"type": "data-custom", "data": {"value": 2}, "transient": True} in chunks


async def test_a_tool_that_fails_is_shown_as_the_model_was_told() -> None:
    stream = graph(Model(messages=iter(()), city="Atlantis")).astream(INPUT, stream_mode="messages")
    _, parts = await read(to_ui_message_stream(stream=stream))
    failed = {"input": {"city": "Atlantis"}, "errorText": "The tool failed."}
    assert parts[3] == ("weather", "call_1", "output-error", failed)


async def test_a_model_alone_is_streamed_under_the_id_of_its_message() -> None:
    stream = FakeListChatModel(responses=["Hi!"]).astream("Hello")
    chunks, parts = await read(to_ui_message_stream(stream=stream))
    assert parts == ["step", ("text", "Hi!", "done")]
    assert {chunk["id"] for chunk in chunks if "id" in chunk} == {chunks[2]["id"]}
    assert chunks[2]["id"].startswith("lc_run--")


async def test_what_a_subgraph_says_carries_its_namespace() -> None:
    outer = StateGraph(MessagesState)
    outer.add_node("inner", graph(FakeListChatModel(responses=["Hi!"])))
    outer.add_edge(START, "inner")
    stream = outer.compile().astream(INPUT, stream_mode="messages", subgraphs=True)
    chunks, parts = await read(to_ui_message_stream(stream=stream))
    assert parts == ["step", ("text", "Hi!", "done")]
    namespaces = [chunk["providerMetadata"]["langchain"]["namespace"] for chunk in chunks if "delta" in chunk]
    assert [namespace[0].split(":")[0] for namespace in namespaces] == ["inner"] * 3


async def test_an_error_is_masked_and_ends_the_message_properly() -> None:
    class Broken(FakeListChatModel):
        error_on_chunk_number: int | None = 1

    chunks, parts = await read(to_ui_message_stream(stream=Broken(responses=["Hello"]).astream("Hi")))
    assert parts == ["step", ("text", "H", "done")]
    assert [chunk for chunk in chunks if chunk["type"] in {"error", "finish"}] == [
        {"type": "error", "errorText": "An error occurred."},
        {"type": "finish", "finishReason": "error"},
    ]


def asking_graph() -> Any:
    def agent(state: MessagesState) -> Any:
        call = {"id": "call_1", "name": "weather", "args": {"city": "Rome"}}
        done = isinstance(state["messages"][-1], ToolMessage)
        return {"messages": [AIMessage("Done.", id="b") if done else AIMessage("", id="a", tool_calls=[call])]}

    def tools(_: MessagesState) -> Any:
        request = {"name": "weather", "args": {"city": "Rome"}}
        answer = interrupt({"action_requests": [request], "review_configs": []})
        return {"messages": [ToolMessage(answer, tool_call_id="call_1", id="t")]}

    builder = StateGraph(MessagesState)
    builder.add_node("agent", agent)
    builder.add_node("tools", tools)
    builder.add_edge(START, "agent")
    builder.add_conditional_edges("agent", lambda state: "tools" if state["messages"][-1].tool_calls else END)
    builder.add_edge("tools", "agent")
    return builder.compile(checkpointer=InMemorySaver())


@pytest.mark.parametrize("modes", [["messages", "values"], ["messages", "updates"], ["values"], ["updates"]])
async def test_an_interrupt_asks_for_an_approval_and_the_resumed_graph_continues_the_message(modes) -> None:
    asking, config = asking_graph(), {"configurable": {"thread_id": "1"}}
    stream = asking.astream(INPUT, config, stream_mode=modes)
    chunks, parts = await read(to_ui_message_stream(stream=stream))
    assert parts == ["step", ("weather", "call_1", "approval-requested", {"input": {"city": "Rome"}})]
    assert chunks[-3] == {"type": "tool-approval-request", "approvalId": "call_1", "toolCallId": "call_1"}

    approval = {"id": "call_1", "approved": True}
    call = {"type": "dynamic-tool", "toolName": "weather", "toolCallId": "call_1", "input": {"city": "Rome"}}
    answered = {**call, "state": "approval-responded", "approval": approval}
    message = {"id": "1", "role": "assistant", "parts": [{"type": "step-start"}, answered]}
    resumed = asking.astream(Command(resume="Sunny"), config, stream_mode=modes)
    _, parts = await read(to_ui_message_stream(stream=resumed), message)
    answer = ("weather", "call_1", "output-available", {"input": {"city": "Rome"}, "output": "Sunny"})
    assert parts == ["step", answer, "step", ("text", "Done.", "done")]


async def test_an_interrupt_that_asks_something_else_is_data() -> None:
    def ask(_: MessagesState) -> Any:
        interrupt("Which city?")

    builder = StateGraph(MessagesState).add_node("ask", ask).add_edge(START, "ask")
    for options in ({"stream_mode": "values"}, {"stream_mode": "values", "version": "v2"}):
        asking, config = builder.compile(checkpointer=InMemorySaver()), {"configurable": {"thread_id": "1"}}
        _, parts = await read(to_ui_message_stream(stream=asking.astream(INPUT, config, **options)))
        assert [(part["type"], part["data"]) for part in parts] == [("data-interrupt", "Which city?")]


async def test_events_of_a_tool_that_no_model_called_show_it_under_the_id_of_its_run() -> None:
    @tool
    async def shout(word: str) -> str:
        """Shout."""
        await adispatch_custom_event("progress", {"id": "p", "value": 1})
        if word == "no":
            raise ValueError("secret")
        return word.upper()

    async def parts_of(word: str) -> list[Any]:
        stream = shout.astream_events({"word": word}, version="v2")
        return (await read(to_ui_message_stream(stream=stream)))[1]

    name, _, state, given = (await parts_of("hi"))[1]
    assert (name, state, given) == ("shout", "output-available", {"input": {"word": "hi"}, "output": "HI"})
    failed = await parts_of("no")
    assert (failed[1][2], failed[1][3]["errorText"]) == ("output-error", "An error occurred.")
    assert failed[2] == {"type": "data-progress", "id": "p", "data": {"id": "p", "value": 1}}


async def test_images_and_documents_that_a_model_names_are_parts() -> None:
    image = {"id": "i", "type": "image_generation_call", "result": "iVBORw0=", "output_format": "webp"}
    citation = {"type": "citation", "source": "The book", "start_index": 3}

    async def items() -> Any:
        for _ in range(2):
            text = {"type": "text", "text": "Hi", "annotations": [citation]}
            yield AIMessageChunk(content=[text], id="a", additional_kwargs={"tool_outputs": [image]})

    _, parts = await read(to_ui_message_stream(stream=items()))
    assert parts == [
        "step",
        {"type": "file", "mediaType": "image/webp", "url": "data:image/webp;base64,iVBORw0="},
        ("text", "HiHi", "done"),
        {"type": "source-document", "sourceId": "a:The book::3:", "mediaType": "text/plain", "title": "The book"},
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"additional_kwargs": {"reasoning_content": "Hmm"}},
        {"additional_kwargs": {"reasoning": {"summary": [{"type": "summary_text", "text": "Hmm"}]}}},
        {"content": [{"type": "thinking", "thinking": "Hmm"}]},
        {"content": [{"type": "reasoning", "summary": [{"type": "summary_text", "text": "Hmm"}]}]},
    ],
)
async def test_reasoning_is_found_wherever_providers_put_it(fields) -> None:
    async def items() -> Any:
        yield AIMessageChunk(**{"content": "", "id": "a", **fields})
        yield AIMessageChunk(content="Hi", id="a")

    parts = (await read(to_ui_message_stream(stream=items())))[1]
    assert parts == ["step", ("reasoning", "Hmm", "done"), ("text", "Hi", "done")]


async def test_json_of_a_remote_graph_is_read_as_its_messages_are() -> None:
    chunk = {"type": "AIMessageChunk", "id": "a", "content": "Hi", "tool_call_chunks": []}
    serialized = {
        "lc": 1,
        "type": "constructor",
        "id": ["langchain", "AIMessageChunk"],
        "kwargs": {**chunk, "content": "!"},
    }

    async def items() -> Any:
        yield ["messages", [chunk, {"langgraph_step": 1}]]
        yield ["messages", [serialized, {"langgraph_step": 1}]]

    assert (await read(to_ui_message_stream(stream=items())))[1] == ["step", ("text", "Hi!", "done")]


async def test_ui_messages_become_messages_of_langchain() -> None:
    call = {"type": "dynamic-tool", "toolName": "weather", "toolCallId": "call_1", "input": {"city": "Rome"}}
    image = {"type": "file", "mediaType": "image/png", "url": "data:image/png;base64,iVBORw0="}
    messages = [
        {"id": "0", "role": "system", "parts": [{"type": "text", "text": "Be brief."}]},
        {"id": "1", "role": "user", "parts": [{"type": "text", "text": "Where?"}, image]},
        {"id": "2", "role": "user", "parts": [{"type": "text", "text": "Is it sunny?"}]},
        {
            "id": "3",
            "role": "assistant",
            "parts": [
                {"type": "step-start"},
                {"type": "text", "text": "Let me see."},
                {**call, "state": "output-available", "output": {"sky": "clear"}},
                {"type": "step-start"},
                {"type": "text", "text": "Yes."},
            ],
        },
    ]
    assert await to_base_messages(messages) == [
        SystemMessage("Be brief."),
        HumanMessage(
            [{"type": "text", "text": "Where?"}, {"type": "image", "base64": "iVBORw0=", "mime_type": "image/png"}]
        ),
        HumanMessage("Is it sunny?"),
        AIMessage("Let me see.", tool_calls=[{"id": "call_1", "name": "weather", "args": {"city": "Rome"}}]),
        ToolMessage('{"sky":"clear"}', name="weather", tool_call_id="call_1"),
        AIMessage("Yes."),
    ]


def test_files_and_results_of_tools_become_the_content_of_messages() -> None:
    def result(output: Any) -> Any:
        return ToolResultPart(tool_call_id="c", tool_name="t", output=output)

    files = [
        FilePart(data="https://example.com/a.pdf", media_type="application/pdf"),
        FilePart(data=b"%PDF", media_type="application/pdf", filename="b.pdf"),
        ImagePart(image="https://example.com/c.png", media_type="image/png"),
        FilePart(data=SharedV4FileDataText(text="plain"), media_type="text/plain"),
    ]
    outputs = [
        ToolResultOutputText(value="text"),
        ToolResultOutputErrorText(value="error"),
        ToolResultOutputContent(value=[ToolResultContentText(text="a"), ToolResultContentText(text="b")]),
        ToolResultOutputExecutionDenied(reason="no"),
    ]
    user, *tools = convert_model_messages(
        [UserModelMessage(content=files), ToolModelMessage(content=[result(output) for output in outputs])]
    )
    pdf = {"type": "file", "mime_type": "application/pdf"}
    assert user.content == [
        {**pdf, "url": "https://example.com/a.pdf", "filename": "file.pdf"},
        {**pdf, "base64": "JVBERg==", "filename": "b.pdf"},
        {"type": "image", "url": "https://example.com/c.png", "mime_type": "image/png"},
        {"type": "text", "text": "plain"},
    ]
    said = [(message.content, message.status) for message in tools]
    assert said == [("text", "success"), ("error", "error"), ("ab", "success"), ("no", "error")]
    uploaded = FilePart(data=SharedV4FileDataReference(reference={"openai": "file-1"}), media_type="image/png")
    with pytest.raises(ValueError, match="cannot refer to files that were uploaded"):
        convert_model_messages([UserModelMessage(content=[uploaded])])
