"""The views of a streamed generation, and what can be awaited of it."""

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk import (
    NoOutputGeneratedError,
    Output,
    StreamAlreadyConsumedError,
    experimental_stream_text_low_memory,
    stream_text,
)
from ai_sdk.generate_text.stream_text.part_log import PartLog
from ai_sdk.generate_text.text_stream_part import (
    TextStreamPingPart,
    TextStreamReasoningDeltaPart,
    TextStreamTextDeltaPart,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import UnsupportedFunctionalityError
from tests.generate_text.stream_models import ScriptedModel, finish, text_parts

pytestmark = pytest.mark.anyio

HELLO = [*text_parts("Hello", ", ", "world"), finish()]


def types(parts: list[Any]) -> list[str]:
    return [part.type for part in parts]


async def read(stream: Any) -> list[Any]:
    return [item async for item in stream]


async def test_nothing_happens_before_somebody_reads() -> None:
    model = ScriptedModel(HELLO)
    result = stream_text(model=model, prompt="Hi")
    await asyncio.sleep(0)
    assert model.calls == []
    assert await read(result.text_stream) == ["Hello", ", ", "world"]
    assert len(model.calls) == 1


async def test_the_source_gives_no_part_that_nobody_asked_for() -> None:
    model = ScriptedModel(HELLO)
    result = stream_text(model=model, prompt="Hi")
    stream = result.text_stream
    assert await anext(stream) == "Hello"
    for _ in range(5):
        await asyncio.sleep(0)
    assert model.given == 3
    await result.aclose()


async def test_the_stream_has_every_part_in_order() -> None:
    result = stream_text(model=ScriptedModel(HELLO), prompt="Hi")
    assert types(await read(result.stream)) == [
        *("start", "start-step", "text-start", "text-delta", "text-delta", "text-delta", "text-end"),
        *("finish-step", "finish"),
    ]


async def test_each_view_sees_everything_whenever_it_begins() -> None:
    result = stream_text(model=ScriptedModel(HELLO), prompt="Hi")
    first = result.text_stream
    assert await anext(first) == "Hello"
    assert await read(result.text_stream) == ["Hello", ", ", "world"]
    assert await read(first) == [", ", "world"]
    assert await read(result.partial_output_stream) == ["Hello", "Hello, ", "Hello, world"]
    assert types(await read(result.stream))[:2] == ["start", "start-step"]


async def test_what_is_awaited_reads_the_rest_and_can_be_awaited_again() -> None:
    result = stream_text(model=ScriptedModel(HELLO), prompt="Hi")
    text = result.text
    assert await text == "Hello, world"
    assert await text == "Hello, world"
    assert (await result.usage).total_tokens == 8
    assert await result.finish_reason == "stop"
    assert await result.raw_finish_reason is None
    assert await result.output == "Hello, world"
    assert [step.text for step in await result.steps] == ["Hello, world"]
    assert dump(await result.response_messages) == [
        {"role": "assistant", "content": [{"type": "text", "text": "Hello, world"}]}
    ]


async def test_values_and_views_can_be_read_side_by_side() -> None:
    model = ScriptedModel(HELLO)
    result = stream_text(model=model, prompt="Hi")
    texts, text, usage, parts = await asyncio.gather(
        read(result.text_stream), result.text, result.usage, read(result.stream)
    )
    assert "".join(texts) == text == "Hello, world"
    assert usage.output_tokens == 5
    assert len(parts) == 9
    assert len(model.calls) == 1


async def test_a_value_can_be_awaited_in_the_callback_of_the_end() -> None:
    seen: list[str] = []

    async def on_end(_: Any) -> None:
        seen.append(await result.text)

    result = stream_text(model=ScriptedModel(HELLO), prompt="Hi", on_end=on_end)
    await result.consume_stream()
    assert seen == ["Hello, world"]


async def test_a_call_that_fails_is_an_error_part_and_the_values_say_that_there_is_nothing() -> None:
    errors: list[Any] = []
    result = stream_text(
        model=ScriptedModel([OSError("no route")]), prompt="Hi", on_error=lambda event: errors.append(event.error)
    )
    parts = await read(result.stream)
    assert types(parts) == ["start", "error"]
    assert str(parts[1].error) == "no route"
    assert [str(error) for error in errors] == ["no route"]
    with pytest.raises(NoOutputGeneratedError, match=r"No output generated. Check the stream for errors."):
        await result.text


async def test_an_error_is_logged_when_nobody_listens(caplog: pytest.LogCaptureFixture) -> None:
    result = stream_text(model=ScriptedModel([OSError("no route")]), prompt="Hi")
    assert await read(result.text_stream) == []
    assert [record.getMessage() for record in caplog.records] == ["no route"]


async def test_a_prompt_that_is_wrong_is_an_error_of_the_stream() -> None:
    result = stream_text(model=ScriptedModel(HELLO), messages=[], on_error=lambda _: None)
    parts = await read(result.stream)
    assert types(parts) == ["start", "error"]
    assert "must not be empty" in str(parts[1].error)


async def test_a_stream_that_breaks_keeps_what_had_arrived() -> None:
    broken = [*text_parts("Hel")[:-1], ConnectionResetError("gone")]
    result = stream_text(model=ScriptedModel(broken), prompt="Hi")
    seen: list[str] = []
    with pytest.raises(ConnectionResetError):
        async for text in result.text_stream:
            seen.append(text)  # noqa: PERF401 - what came before the error is looked at
    with pytest.raises(ConnectionResetError):
        await result.text
    again: list[str] = []
    with pytest.raises(ConnectionResetError):
        async for text in result.text_stream:
            again.append(text)  # noqa: PERF401 - as above
    assert seen == again == ["Hel"]


async def test_consuming_a_broken_stream_raises_nothing() -> None:
    errors: list[Exception] = []
    result = stream_text(model=ScriptedModel([finish(), OSError("late")]), prompt="")
    await result.consume_stream(on_error=errors.append)
    assert [str(error) for error in errors] == ["late"]


async def test_an_answer_that_breaks_off_without_output_is_an_error() -> None:
    result = stream_text(model=ScriptedModel([]), prompt="Hi", on_error=lambda _: None)
    parts = await read(result.stream)
    assert types(parts) == ["start", "error"]
    with pytest.raises(NoOutputGeneratedError, match="The model stream ended without a finish chunk"):
        await result.text


async def test_a_partial_answer_without_an_end_is_a_result() -> None:
    result = stream_text(model=ScriptedModel(text_parts("Hel")), prompt="Hi")
    assert await result.text == "Hel"
    assert await result.finish_reason == "other"


async def test_parts_of_an_unknown_text_are_followed_by_an_error() -> None:
    result = stream_text(model=ScriptedModel([*text_parts("x")[1:], finish()]), prompt="Hi")
    parts = await read(result.stream)
    assert types(parts)[2:6] == ["text-delta", "error", "text-end", "error"]
    assert parts[3].error == "text part 1 not found"


async def test_partial_outputs_come_when_they_change() -> None:
    pieces = ['{"na', 'me": "G', "ink", 'go"', " }"]
    result = stream_text(
        model=ScriptedModel([*text_parts(*pieces), finish()]), prompt="", output=Output.object(dict[str, str])
    )
    expected = [{}, {"name": "G"}, {"name": "Gink"}, {"name": "Ginkgo"}]
    assert await read(result.partial_output_stream) == expected
    assert await read(result.partial_output_stream) == expected
    assert await result.output == {"name": "Ginkgo"}
    assert await read(result.text_stream) == ['{"na', 'me": "G', "ink", 'go"', " }"]


async def test_elements_come_when_they_are_complete() -> None:
    pieces = ['{"elements": [1', ", 2, ", "3", "]}"]
    result = stream_text(model=ScriptedModel([*text_parts(*pieces), finish()]), prompt="", output=Output.array(int))
    assert await read(result.element_stream) == [1, 2, 3]
    assert await result.output == [1, 2, 3]


async def test_an_output_without_elements_has_no_element_stream() -> None:
    result = stream_text(model=ScriptedModel(HELLO), prompt="Hi")
    with pytest.raises(UnsupportedFunctionalityError, match="element streams in text mode"):
        _ = result.element_stream


async def test_metadata_of_the_first_text_is_carried_on() -> None:
    parts = text_parts("a", "b", "c")
    parts[2]["providerMetadata"] = {"p": {"x": 1}}
    result = stream_text(model=ScriptedModel([*parts, finish()]), prompt="Hi")
    deltas = [part.provider_metadata for part in await read(result.stream) if part.type == "text-delta"]
    assert deltas == [None, {"p": {"x": 1}}, {"p": {"x": 1}}]


async def test_the_low_memory_stream_has_one_reader() -> None:
    result = experimental_stream_text_low_memory(model=ScriptedModel(HELLO), prompt="Hi")
    stream = result.text_stream
    with pytest.raises(StreamAlreadyConsumedError):
        _ = result.stream
    assert await read(stream) == ["Hello", ", ", "world"]
    assert (await result.usage).input_tokens == 3
    assert await result.finish_reason == "stop"


async def test_awaiting_of_a_low_memory_stream_without_a_reader_reads_it() -> None:
    result = experimental_stream_text_low_memory(model=ScriptedModel(HELLO), prompt="Hi")
    assert await result.finish_reason == "stop"
    with pytest.raises(StreamAlreadyConsumedError):
        await result.consume_stream()


async def test_options_that_do_not_exist_are_refused() -> None:
    with pytest.raises(TypeError, match="Did you mean 'temperature'"):
        stream_text(model=ScriptedModel(HELLO), prompt="Hi", temprature=1)  # type: ignore[call-overload]


def test_the_memory_of_kept_parts_is_about_that_of_their_text() -> None:
    import tracemalloc

    tracemalloc.start()
    log = PartLog()
    for index in range(20_000):
        log.append(TextStreamTextDeltaPart(id="0", text=f"{index:04d} "[:5]))
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 2 * 20_000 * 5


parts = st.lists(
    st.one_of(
        st.builds(TextStreamTextDeltaPart, id=st.sampled_from("ab"), text=st.text(max_size=3)),
        st.builds(TextStreamReasoningDeltaPart, id=st.sampled_from("ab"), text=st.text(max_size=3)),
        st.builds(TextStreamTextDeltaPart, id=st.just("a"), text=st.just("x"), provider_metadata=st.just({"p": {}})),
        st.just(TextStreamTextDeltaPart(id="a", text="long" * 20_000)),
        st.builds(TextStreamPingPart),
    )
).map(lambda few: (few * (700 // (len(few) or 1)))[:700])


@given(parts=parts, start=st.integers(0, 600))
@settings(max_examples=30, deadline=None)
def test_kept_parts_are_the_parts(parts: list[Any], start: int) -> None:
    log = PartLog()
    for part in parts:
        log.append(part)
    assert log.count == len(parts)
    read: list[Any] = []
    position = start
    while position < log.count:
        block = log.block(position)
        read += block
        position += len(block)
    assert read == parts[start:]


@given(
    pieces=st.lists(st.text(min_size=1, max_size=3), max_size=6),
    readers=st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["stream", "text", "value", "early"])), max_size=5),
)
@settings(max_examples=60, deadline=None)
def test_any_interleaving_of_readers_sees_the_same(pieces: list[str], readers: list[tuple[int, str]]) -> None:
    async def main() -> None:
        model = ScriptedModel([*text_parts(*pieces), finish()])
        result = stream_text(model=model, prompt="Hi")

        async def run(delay: int, kind: str) -> Any:
            for _ in range(delay):
                await asyncio.sleep(0)
            if kind == "value":
                return await result.text
            if kind == "early":
                return await anext(result.stream)
            return await read(result.stream if kind == "stream" else result.text_stream)

        seen = await asyncio.gather(*(run(*reader) for reader in readers))
        whole = await read(result.stream)
        expected = {"stream": whole, "text": pieces, "value": "".join(pieces), "early": whole[0]}
        assert seen == [expected[kind] for _, kind in readers]
        assert len(model.calls) == 1
        assert model.open_streams == 0

    asyncio.run(main())
