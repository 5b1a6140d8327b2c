"""Functions of the `ai` package that need no model."""

import inspect
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from conformance.normalize import CannedError
from conformance.sdk.arguments import keywords
from conformance.sdk.call import SdkCall
from conformance.sdk.values import decode_for, invoke
from conformance.sdk.views import read_response


def _arguments(call: SdkCall) -> dict[str, Any]:
    return dict(decode_for(call, call.call["args"]))


async def _value(call: SdkCall, value: Any) -> dict[str, Any]:
    return {"value": call.normalize(await value if inspect.isawaitable(value) else value)}


async def convert_to_model_messages(call: SdkCall) -> Any:
    """Convert UI messages to model messages."""
    arguments = _arguments(call)
    function = call.export("convertToModelMessages")
    options = keywords(function, arguments.get("options") or {})
    return await _value(call, function(arguments["messages"], **options))


async def by_options(call: SdkCall) -> Any:
    """Call a function that takes one options object and returns one value."""
    return await _value(call, invoke(call, call.call["function"], _arguments(call)))


async def by_position(call: SdkCall) -> Any:
    """Call a function that takes its arguments by position."""
    return await _value(call, call.export(call.call["function"])(*_arguments(call).values()))


async def parse_partial_json(call: SdkCall) -> Any:
    """Parse a text; where there is a value, None is null."""
    shown = await by_position(call)
    if shown["value"]["state"] in {"successful-parse", "repaired-parse"}:
        shown["value"].setdefault("value", None)
    return shown


async def smooth_stream(call: SdkCall) -> Any:
    """Stream parts through the smoothing transform."""
    arguments = _arguments(call)
    transform = invoke(call, "smoothStream", arguments.get("options") or {})(tools={}, stop_stream=lambda: None)
    return {"parts": [call.normalize(part) async for part in transform(_stream_parts(call, arguments["parts"]))]}


async def read_ui_message_stream(call: SdkCall) -> Any:
    """Read the messages that UI message chunks build."""
    arguments = _arguments(call)
    options = {"stream": iterate(arguments.pop("chunks")), **arguments}
    return {"messages": [call.normalize(message) async for message in invoke(call, "readUIMessageStream", options)]}


async def create_ui_message_stream(call: SdkCall) -> Any:
    """Read the stream of what a writer wrote and merged."""
    arguments = _arguments(call)
    written, merged = arguments.pop("write", []), arguments.pop("merge", None)

    def execute(event: Any) -> None:
        writer = getattr(event, "writer", event)
        for chunk in written:
            if "$throw" in chunk:
                raise CannedError(chunk["$throw"])
            writer.write(chunk)
        if merged is not None:
            writer.merge(iterate(merged))

    count = iter(range(10_000))
    options = {"generateId": lambda: f"msg-{next(count)}", **arguments, "execute": execute}
    stream = invoke(call, "createUIMessageStream", options)
    return {"chunks": [call.normalize(chunk) async for chunk in stream]}


async def create_ui_message_stream_response(call: SdkCall) -> Any:
    """Read the response that UI message chunks make."""
    arguments = _arguments(call)
    options = {"stream": iterate(arguments.pop("chunks")), **arguments}
    return await read_response(invoke(call, "createUIMessageStreamResponse", options))


async def to_ui_message_stream(call: SdkCall) -> Any:
    """Convert the parts of a text stream to UI message chunks."""
    arguments = _arguments(call)
    options = {"stream": _stream_parts(call, arguments.pop("parts")), **arguments}
    return {"chunks": [call.normalize(chunk) async for chunk in invoke(call, "toUIMessageStream", options)]}


async def create_text_stream_response(call: SdkCall) -> Any:
    """Read the response that the text of stream parts makes."""
    arguments = _arguments(call)
    stream = invoke(call, "toTextStream", {"stream": _stream_parts(call, arguments.pop("parts"))})
    return await read_response(invoke(call, "createTextStreamResponse", {"stream": stream, **arguments}))


def _stream_parts(call: SdkCall, parts: Sequence[Mapping[str, Any]]) -> AsyncIterator[Any]:
    return iterate([call.subject.load("TextStreamPart", part) for part in parts])


async def iterate(items: Sequence[Any]) -> AsyncIterator[Any]:
    """Yield the items of a case as a stream."""
    for item in items:
        yield item
