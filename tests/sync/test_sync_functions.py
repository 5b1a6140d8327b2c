"""The synchronous functions do what their asynchronous namesakes do."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest

import ai_sdk
from ai_sdk import Output, is_step_count, sync, tool
from ai_sdk.error.stream_errors import StreamAlreadyConsumedError
from ai_sdk.provider import UnsupportedFunctionalityError
from ai_sdk.provider.codec import dump
from ai_sdk.testing import (
    MockEmbeddingModelV4,
    MockImageModelV4,
    MockLanguageModelV4,
    MockRerankingModelV4,
    MockSpeechModelV4,
    MockTranscriptionModelV4,
    MockVideoModelV4,
)
from tests.generate_text.answers import answer, call, mock

RESULTS = ("StreamObjectResult", "StreamTextResult", "ToolLoopAgent")


@tool
async def weather(city: str) -> str:
    """Look up the weather."""
    return f"sunny in {city}"


def test_every_name_has_an_asynchronous_namesake() -> None:
    assert set(sync.__all__) <= {*ai_sdk.__all__}
    for name in sync.__all__:
        assert getattr(sync, name).__module__.startswith(("ai_sdk.sync", "ai_sdk.")), name
        assert getattr(sync, name) is not getattr(ai_sdk, name), name
        assert not inspect.iscoroutinefunction(getattr(sync, name)), name


@pytest.mark.parametrize("name", sorted(set(sync.__all__) - {*RESULTS}))
def test_a_function_says_what_it_does(name: str) -> None:
    assert getattr(sync, name).__doc__


def test_text_is_generated_with_tools_that_are_asynchronous() -> None:
    model = mock(answer(call("weather", {"city": "Rome"})), "Sunny.")
    result = sync.generate_text(model=model, prompt="Hi", tools=[weather], stop_when=is_step_count(2))
    assert (result.text, [each.output for each in result.tool_results]) == ("Sunny.", ["sunny in Rome"])


def test_structured_output_is_typed_as_asked_for() -> None:
    result = sync.generate_text(model=mock('{"eggs": 2}'), prompt="Hi", output=Output.object(dict[str, int]))
    assert result.output == {"eggs": 2}


def test_an_error_is_the_error_of_the_call() -> None:
    with pytest.raises(ValueError, match="broken"):
        sync.generate_text(model=mock(ValueError("broken")), prompt="Hi")


def test_a_stream_is_read_by_iterating_and_its_properties_read_what_is_left() -> None:
    with sync.stream_text(model=MockLanguageModelV4(do_stream="Hello there!"), prompt="Hi") as result:
        assert next(iter(result.text_stream)) == "Hello "
        assert (result.text, result.finish_reason, len(result.steps)) == ("Hello there!", "stop", 1)
        assert [part.type for part in result.stream][:3] == ["start", "start-step", "text-start"]
        assert list(result.partial_output_stream) == ["Hello ", "Hello there!"]
    assert result.output == "Hello there!"


def test_elements_and_partial_outputs_are_streamed() -> None:
    model = MockLanguageModelV4(do_stream='{"elements": [1, 2]}')
    result = sync.stream_text(model=model, prompt="Hi", output=Output.array(int))
    assert (list(result.element_stream), list(result.partial_output_stream)[-1]) == ([1, 2], [1, 2])


def test_every_property_of_a_stream_is_that_of_the_asynchronous_result() -> None:
    result = sync.stream_text(model=MockLanguageModelV4(do_stream="Hello"), prompt="Hi")
    waited = [name for name, value in vars(sync.StreamTextResult).items() if type(value).__name__ == "Waited"]
    values = {name: getattr(result, name) for name in waited}
    asynchronous = {
        name
        for name, value in inspect.getmembers(ai_sdk.StreamTextResult)
        if isinstance(value, property) and not name.endswith("stream")
    }
    assert set(waited) == asynchronous
    assert (values["text"], values["tool_calls"], values["warnings"]) == ("Hello", [], [])


def test_a_stream_can_be_consumed_without_looking() -> None:
    heard: list[Any] = []
    model = MockLanguageModelV4(do_stream=ValueError("broken"))
    result = sync.stream_text(model=model, prompt="Hi", max_retries=0, on_error=heard.append)
    result.consume_stream()
    assert [str(event.error) for event in heard] == ["broken"]


def test_an_object_is_generated() -> None:
    made = sync.generate_object(model=mock('{"eggs": 2}'), schema=dict[str, int], prompt="Hi")
    assert made.object == {"eggs": 2}


def test_an_object_is_streamed_to_one_reader() -> None:
    model = MockLanguageModelV4(do_stream='{"eggs": 2}')
    with sync.stream_object(model=model, schema=dict[str, int], prompt="Hi") as result:
        assert list(result.partial_object_stream) == [{}, {"eggs": 2}]
        assert (result.object, result.finish_reason, result.warnings) == ({"eggs": 2}, "stop", [])
        with pytest.raises(StreamAlreadyConsumedError):
            list(result.full_stream)


@pytest.mark.parametrize(
    ("name", "expected"), [("text_stream", "[1,2]"), ("element_stream", [1, 2]), ("full_stream", None)]
)
def test_an_object_has_other_streams(name: str, expected: Any) -> None:
    model = MockLanguageModelV4(do_stream='{"elements": [1, 2]}')
    read = list(getattr(sync.stream_object(model=model, schema=int, output="array", prompt="Hi"), name))
    if name == "full_stream":
        assert (read[-1].type, dump(read[-1])["finishReason"]) == ("finish", "stop")
    else:
        assert expected == ("".join(read) if name == "text_stream" else read)


def test_an_object_that_is_no_list_has_no_elements() -> None:
    result = sync.stream_object(model=MockLanguageModelV4(do_stream="{}"), schema=dict, prompt="Hi")
    with pytest.raises(UnsupportedFunctionalityError):
        _ = result.element_stream


def test_an_agent_answers_and_streams() -> None:
    model = MockLanguageModelV4(
        do_generate=[answer(call("weather", {"city": "Rome"})), "Sunny."], do_stream="Sunny there."
    )
    agent = sync.ToolLoopAgent(model=model, tools=[weather], id="gardener")
    assert (agent.id, list(agent.tools), agent.version) == ("gardener", ["weather"], "agent-v1")
    assert agent.generate(prompt="Hi").text == "Sunny."
    with agent.stream(prompt="Hi") as result:
        assert "".join(result.text_stream) == "Sunny there."
    typed = sync.ToolLoopAgent(model=mock('{"eggs": 2}'), output=Output.object(dict[str, int]))
    assert typed.generate(prompt="Hi").output == {"eggs": 2}


WAV = b"RIFF\x00\x00\x00\x00WAVE"
CALLS: dict[str, tuple[Callable[[], Any], Any]] = {
    "embed": (
        lambda: sync.embed(model=MockEmbeddingModelV4(do_embed={"embeddings": [[1.0]]}), value="a").embedding,
        [1.0],
    ),
    "embed_many": (
        lambda: sync.embed_many(model=MockEmbeddingModelV4(do_embed={"embeddings": [[1.0]]}), values=["a"]).embeddings,
        [[1.0]],
    ),
    "rerank": (
        lambda: (
            sync.rerank(
                model=MockRerankingModelV4(do_rerank={"ranking": [{"index": 0, "relevanceScore": 1}]}),
                query="q",
                documents=["a"],
            ).reranked_documents
        ),
        ["a"],
    ),
    "generate_image": (
        lambda: sync.generate_image(model=MockImageModelV4(do_generate={"images": [b"x"]}), prompt="a").image.data,
        b"x",
    ),
    "generate_speech": (
        lambda: sync.generate_speech(model=MockSpeechModelV4(do_generate={"audio": WAV}), text="a").audio.data,
        WAV,
    ),
    "transcribe": (
        lambda: (
            sync.transcribe(model=MockTranscriptionModelV4(do_generate={"text": "Hi", "segments": []}), audio=WAV).text
        ),
        "Hi",
    ),
    "experimental_generate_video": (
        lambda: (
            sync.experimental_generate_video(
                model=MockVideoModelV4(
                    do_generate={"videos": [{"type": "base64", "data": "SGk=", "mediaType": "video/mp4"}]}
                ),
                prompt="a",
            ).video.data
        ),
        b"Hi",
    ),
}


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_function_waits_for_the_result_of_its_namesake(name: str) -> None:
    made, expected = CALLS[name]
    assert made() == expected
