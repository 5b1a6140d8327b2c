"""The same chunks and parts through npm's `ai` package and through this one."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from ai_sdk import read_ui_message_stream, to_ui_message_stream, ui_message_chunk_schema
from ai_sdk.logger.log_warnings import set_warning_logger
from ai_sdk.provider.codec import dump
from tests.ui.typescript import TypeScript, typescript
from tests.ui.ui_message_strategies import ui_messages
from tests.ui_message_stream.chunk_strategies import any_chunks, sensible_chunks
from tests.ui_message_stream.part_strategies import OPTIONS, ORIGINALS, parts

IN_ONE_PROCESS = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@pytest.fixture(scope="module")
def node() -> Iterator[TypeScript]:
    set_warning_logger(False)
    with typescript(Path(__file__).with_name("typescript.mjs")) as process:
        yield process
    set_warning_logger(True)


async def stream_of(items: Iterable[Any]) -> AsyncIterator[Any]:
    for item in items:
        yield item


def read(chunks: list[Any], message: Any = None) -> dict[str, Any]:
    errors: list[str] = []

    async def collect() -> list[Any]:
        stream = read_ui_message_stream(
            stream=stream_of(chunks), message=message, on_error=lambda error: errors.append(str(error))
        )
        return [snapshot async for snapshot in stream]

    return {"messages": asyncio.run(collect()), "errors": errors}


def convert(given_parts: list[Any], options: dict[str, Any], original_messages: Any) -> dict[str, Any]:
    ids, events = count(), list[Any]()
    names = {"sendReasoning": "send_reasoning", "sendSources": "send_sources", "sendStart": "send_start"}
    names |= {"sendFinish": "send_finish", "redactToolErrors": "redact_tool_errors"}

    async def collect() -> list[Any]:
        stream = to_ui_message_stream(
            stream=stream_of(given_parts),
            **{names[name]: value for name, value in options.items() if name in names},
            original_messages=original_messages,
            generate_message_id=(lambda: f"id-{next(ids)}") if options["generates"] else None,
            message_metadata=(lambda part: {part.type: 1}) if options["metadata"] else None,
            on_end=lambda event: events.append(described(dump(event))),
            on_step_end=lambda event: events.append(dump(event)),
        )
        return [chunk async for chunk in stream]

    try:
        return {"value": {"chunks": asyncio.run(collect()), "events": events}}
    except Exception as error:  # noqa: BLE001 - compared with what npm throws
        return {"error": f"{getattr(error, 'name', 'Error')}: {error}"}


def described(event: dict[str, Any]) -> dict[str, Any]:
    if isinstance(event["outcome"].get("error"), Exception):
        event["outcome"]["error"] = str(event["outcome"]["error"])
    return event


@IN_ONE_PROCESS
@given(chunks=sensible_chunks())
def test_a_stream_builds_the_same_message_step_by_step(node: TypeScript, chunks: Any) -> None:
    assert {"value": read(chunks)} == node.ask("read", chunks=chunks)


@IN_ONE_PROCESS
@given(chunks=any_chunks())
def test_chunks_that_make_no_sense_fail_at_the_same_place_with_the_same_words(node: TypeScript, chunks: Any) -> None:
    assert {"value": read(chunks)} == node.ask("read", chunks=chunks)


@IN_ONE_PROCESS
@given(messages=ui_messages(), chunks=any_chunks())
def test_a_message_is_continued_alike(node: TypeScript, messages: Any, chunks: Any) -> None:
    message = {key: value for key, value in messages[-1].items() if key != "metadata"}
    assert {"value": read(chunks, message)} == node.ask("read", chunks=chunks, message=message)


@IN_ONE_PROCESS
@given(chunks=any_chunks())
def test_both_schemas_accept_every_chunk_and_ours_keeps_it_as_it_is(node: TypeScript, chunks: Any) -> None:
    validate = ui_message_chunk_schema().validate
    assert validate is not None
    assert [validate(chunk) for chunk in chunks] == chunks
    assert node.ask("judge", chunks=chunks) == {"value": [True] * len(chunks)}


@IN_ONE_PROCESS
@given(given_parts=parts(), options=OPTIONS, originals=ORIGINALS)
def test_parts_become_the_same_chunks_and_the_same_persisted_messages(
    node: TypeScript, given_parts: Any, options: Any, originals: Any
) -> None:
    known = {} if originals is None else {"originalMessages": originals}
    ours = convert(given_parts, options, originals)
    theirs = node.ask("convert", parts=given_parts, options={**options, **known})
    assert ours == theirs
    if "value" in ours:
        chunks = ours["value"]["chunks"]
        assert node.ask("judge", chunks=chunks) == {"value": [True] * len(chunks)}
