"""How single functions of an `ai` package are called, and what is shown of what they return."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest

from conformance.sdk.call import SdkCall
from conformance.sdk.results import keep_of, read_property
from conformance.sdk.table import sdk_function
from conformance.tests.sdk.miniature_sdk import Exports, MiniSdk
from conformance.vocabulary import Surroundings

SURROUNDINGS = Surroundings(lambda name: name.encode(), lambda argument: argument)


def outcome(function: str, args: Any, exports: Exports, model: Any = None, **more: Any) -> Any:
    """Return what a call of a case shows."""
    call = SdkCall({"function": function, "args": args, **more}, MiniSdk(exports), SURROUNDINGS, model=model)
    run: Callable[[SdkCall], Awaitable[Any]] = sdk_function(function)

    async def result() -> Any:
        return await run(call)

    return asyncio.run(result())


async def echo(**options: Any) -> Any:
    """Return the options."""
    return options


async def chunks(stream: AsyncIterator[Any], **options: Any) -> AsyncIterator[Any]:
    """Yield what a stream has, after the options."""
    yield {"options": options}
    async for chunk in stream:
        yield chunk


def response(stream: AsyncIterator[Any], **options: Any) -> Any:
    """Return a response whose body is a stream."""

    async def body() -> AsyncIterator[bytes]:
        async for chunk in stream:
            yield str(chunk).encode()

    return SimpleNamespace(status=options.get("status", 200), headers={"X-A": "1"}, body=body())


def test_functions_are_called_with_keywords_or_by_position() -> None:
    exports: Exports = {
        "pruneMessages": echo,
        "cosineSimilarity": lambda a, b: [a, b],
        "convertToModelMessages": lambda messages, **options: {"messages": messages, **options},
    }
    assert outcome("pruneMessages", {"toolCalls": "all"}, exports) == {"value": {"tool_calls": "all"}}
    assert outcome("cosineSimilarity", {"a": [1], "b": [2]}, exports) == {"value": [[1], [2]]}
    shown = outcome("convertToModelMessages", {"messages": [], "options": {"ignoreIncompleteToolCalls": True}}, exports)
    assert shown == {"value": {"messages": [], "ignore_incomplete_tool_calls": True}}


@pytest.mark.parametrize(
    ("parsed", "shown"),
    [
        ({"state": "repaired-parse"}, {"value": None, "state": "repaired-parse"}),
        ({"state": "failed-parse"}, {"state": "failed-parse"}),
        ({"state": "successful-parse", "value": 1}, {"value": 1, "state": "successful-parse"}),
    ],
)
def test_no_value_is_null_where_a_text_was_parsed(parsed: Any, shown: Any) -> None:
    assert outcome("parsePartialJson", {"text": "x"}, {"parsePartialJson": lambda _: parsed}) == {"value": shown}


def test_a_stream_of_chunks_is_read_and_written() -> None:
    exports: Exports = {"readUIMessageStream": chunks, "createUIMessageStreamResponse": response}
    shown = outcome("readUIMessageStream", {"chunks": [{"type": "start"}], "terminateOnError": True}, exports)
    assert shown == {"messages": [{"options": {"terminate_on_error": True}}, {"type": "start"}]}
    shown = outcome("createUIMessageStreamResponse", {"chunks": [1, 2], "status": 201}, exports)
    assert shown == {"status": 201, "headers": {"x-a": "1"}, "body": "12"}


def test_a_writer_writes_merges_and_throws() -> None:
    async def create(execute: Callable[[Any], None], generate_id: Callable[[], str]) -> AsyncIterator[Any]:
        written: list[Any] = []
        merged: list[Any] = []
        try:
            execute(SimpleNamespace(writer=SimpleNamespace(write=written.append, merge=merged.append)))
        except Exception as error:  # noqa: BLE001 - as a stream shows any error
            written.append({"type": "error", "errorText": f"{generate_id()} {error}"})
        for chunk in written:
            yield chunk
        for stream in merged:
            async for chunk in stream:
                yield chunk

    exports: Exports = {"createUIMessageStream": create}
    shown = outcome("createUIMessageStream", {"write": [{"type": "a"}], "merge": [{"type": "b"}]}, exports)
    assert shown == {"chunks": [{"type": "a"}, {"type": "b"}]}
    shown = outcome("createUIMessageStream", {"write": [{"type": "a"}, {"$throw": "mud"}]}, exports)
    assert shown == {"chunks": [{"type": "a"}, {"type": "error", "errorText": "msg-0 mud"}]}


def test_middleware_wraps_the_model_in_the_order_of_the_case() -> None:
    async def generate(model: Any, prompt: str) -> Any:
        return SimpleNamespace(**{**dict.fromkeys(WANTED), "text": [prompt, *model]})

    exports: Exports = {
        "generateText": generate,
        "extractReasoningMiddleware": lambda tag_name: f"reasoning {tag_name}",
        "extractJsonMiddleware": lambda: "json",
        "wrapLanguageModel": lambda model, middleware: [model, *middleware],
    }
    layers = [{"extractJson": {}}, {"extractReasoning": {"tagName": "think"}}]
    shown = outcome("generateText", {"prompt": "Hi"}, exports, "m-1", middleware=layers)
    assert shown == {"text": ["Hi", "m-1", "json", "reasoning think"]}


WANTED = (
    *("text", "reasoning_text", "content", "tool_calls", "tool_results", "files", "sources", "finish_reason"),
    *("raw_finish_reason", "usage", "total_usage", "warnings", "provider_metadata", "response_messages", "steps"),
)


class Old:
    """A result that still has the older names."""

    total_usage = 1
    usage = 2


def test_an_older_name_is_read_where_it_is_and_else_where_its_value_is_now() -> None:
    assert read_property(Old(), "totalUsage") == 1
    new = SimpleNamespace(usage=2, final_step=SimpleNamespace(reasoning_text="Hm.", provider_metadata=None))
    assert [read_property(new, name) for name in ("totalUsage", "reasoningText", "providerMetadata")] == [
        2,
        "Hm.",
        None,
    ]
    with pytest.raises(AttributeError, match="text"):
        read_property(new, "text")


def test_what_is_absent_is_left_out_and_a_json_null_is_kept() -> None:
    call = SdkCall({}, MiniSdk({}), SURROUNDINGS)
    shown = keep_of(call, SimpleNamespace(object=None, warnings=None, usage={}), ("object", "warnings", "usage"))
    assert shown == {"object": None, "usage": {}}
