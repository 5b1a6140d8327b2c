"""The emitter's chunks are in an order that readers accept, whatever it is told."""

import asyncio
from typing import Any

from ai_sdk_generated.ai.ui_message_stream.wire import UiMessageChunk
from hypothesis import given, settings, strategies as st
from pydantic import TypeAdapter

from ai_sdk.integrations.ui_message_emitter import UIMessageEmitter
from ai_sdk.ui.validate_ui_messages import validate_ui_messages
from ai_sdk.ui_message_stream.read_ui_message_stream import read_ui_message_stream
from ai_sdk.util.simulate_readable_stream import simulate_readable_stream

CHUNK = TypeAdapter(UiMessageChunk)


async def read(chunks: list[dict[str, Any]]) -> dict[str, Any]:
    """Read chunks as a frontend does: strictly, and every error is one."""
    messages: list[dict[str, Any]] = [{"id": "", "role": "assistant", "parts": []}]
    errors: list[Exception] = []
    for chunk in chunks:
        assert CHUNK.validate_python(chunk).model_extra == {}, chunk
    stream = simulate_readable_stream(chunks=chunks)
    messages += [message async for message in read_ui_message_stream(stream=stream, on_error=errors.append)]
    assert [str(error) for error in errors if str(error) not in ERRORS] == []
    return messages[-1]


ERRORS = {"An error occurred.", "broken"}
IDS = st.sampled_from([None, "1", "2", "text-1"])
CALLS = st.sampled_from(["call-1", "call-2", "call-3"])
NAMES = st.sampled_from(["weather", "search"])
DELTAS = st.sampled_from(["", "{", "}", "Hi"])
JSON = st.sampled_from([None, 1, "text", {"a": [1, None]}, []])
METADATA = st.sampled_from([None, {"provider": {"key": "value"}}])
STEPS = st.one_of(
    st.tuples(
        st.just("start"), st.just(()), st.fixed_dictionaries({"message_metadata": st.none() | st.just({"a": 1})})
    ),
    st.tuples(st.sampled_from(["start_step", "finish_step", "abort"]), st.just(()), st.just({})),
    st.tuples(
        st.sampled_from(["text", "reasoning"]),
        st.tuples(DELTAS),
        st.fixed_dictionaries({"id": IDS, "provider_metadata": METADATA}),
    ),
    st.tuples(st.sampled_from(["text_end", "reasoning_end"]), st.just(()), st.fixed_dictionaries({"id": IDS})),
    st.tuples(
        st.just("tool_input_start"), st.tuples(CALLS, NAMES), st.fixed_dictionaries({}, optional={"title": NAMES})
    ),
    st.tuples(st.just("tool_input_delta"), st.tuples(CALLS, DELTAS), st.just({})),
    st.tuples(st.just("tool_input"), st.tuples(CALLS, NAMES, JSON), st.just({})),
    st.tuples(st.just("tool_input_error"), st.tuples(CALLS, NAMES, JSON, st.just("broken")), st.just({"title": "T"})),
    st.tuples(st.just("tool_approval_request"), st.tuples(CALLS), st.just({"reason": "why"})),
    st.tuples(st.just("tool_approval_response"), st.tuples(CALLS), st.fixed_dictionaries({"approved": st.booleans()})),
    st.tuples(
        st.just("tool_output"),
        st.tuples(CALLS, JSON),
        st.fixed_dictionaries({"preliminary": st.booleans()}, optional={"provider_executed": st.booleans()}),
    ),
    st.tuples(st.just("tool_error"), st.tuples(CALLS, st.just(ValueError("secret"))), st.just({})),
    st.tuples(st.just("tool_denied"), st.tuples(CALLS), st.just({})),
    st.tuples(st.just("source"), st.just(()), st.just({"url": "https://example.com", "title": "T"})),
    st.tuples(st.just("source_document"), st.just(()), st.just({"id": "d", "media_type": "text/plain", "title": "T"})),
    st.tuples(
        st.just("file"),
        st.just(()),
        st.fixed_dictionaries({"is_reasoning": st.booleans()}).map(
            lambda given: {"media_type": "image/png", "data": b"png", **given}
        ),
    ),
    st.tuples(st.just("custom"), st.just(("acme.box",)), st.just({})),
    st.tuples(st.just("data"), st.tuples(NAMES, JSON), st.fixed_dictionaries({"id": IDS, "transient": st.booleans()})),
    st.tuples(st.just("error"), st.tuples(st.just(ValueError("secret"))), st.just({})),
    st.tuples(st.just("finish"), st.tuples(st.sampled_from([None, "stop"])), st.just({"message_metadata": {"b": 2}})),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(STEPS, max_size=25), st.booleans(), st.booleans())
def test_any_sequence_of_calls_gives_a_message_that_every_frontend_accepts(steps, dynamic, finishes) -> None:
    emitter = UIMessageEmitter(dynamic_tools=dynamic, message_id="message")
    for name, arguments, options in steps:
        getattr(emitter, name)(*arguments, **options)
    if finishes:
        emitter.finish()
    chunks = emitter.take()

    message = asyncio.run(read(chunks))

    if message["parts"]:
        asyncio.run(validate_ui_messages(messages=[message]))
    assert "secret" not in str(chunks)
    if finishes:
        assert "streaming" not in [part.get("state") for part in message["parts"]]
        assert [chunk["type"] for chunk in chunks].count("start") == 1
        assert chunks[-1]["type"] in {"finish", "abort"}
