"""The views of a streamed result, read side by side as a program would, as `oracle/sdk-views.mjs` does."""

import asyncio
import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from conformance.sdk.call import SdkCall
from conformance.sdk.results import read_property
from conformance.sdk.values import decode_for, invoke
from conformance.vocabulary import NotPortedError

DEFAULT_VIEWS = ("stream", "final")
_RESPONSE_OPTIONS = frozenset({"status", "statusText", "headers", "consumeSseStream", "keepAliveMs"})
_STREAMS = {
    "stream": "stream",
    "fullStream": "full_stream",
    "textStream": "text_stream",
    "partialOutputStream": "partial_output_stream",
    "elementStream": "element_stream",
    "partialObjectStream": "partial_object_stream",
}


async def read_views(
    call: SdkCall, result: Any, names: Sequence[str], keep: Sequence[str], tools: Any = None
) -> dict[str, Any]:
    """Read the named views of a result in parallel; a view that fails keeps what it had and says why."""
    reader = _Reader(call, result, keep, tools, decode_for(call, call.call.get("uiOptions", {})))
    await asyncio.gather(*(reader.read(name) for name in names))
    return {key: reader.views[key] for name in names for key in (name, f"{name}Error") if key in reader.views}


@dataclass(slots=True)
class _Reader:
    """Reads views of one result."""

    call: SdkCall
    result: Any
    keep: Sequence[str]
    tools: Any
    options: Mapping[str, Any]
    views: dict[str, Any] = field(default_factory=dict)

    async def read(self, name: str) -> None:
        try:
            await self._read(name)
        except NotPortedError:
            raise
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - whatever is raised is the outcome
            self.views[f"{name}Error"] = self.call.normalize(error)

    async def _read(self, name: str) -> None:
        if name in _STREAMS:
            await self._collect(name, _stream_of(self.result, name))
        elif name == "uiMessageStream":
            await self._collect(name, self._ui_message_stream())
        elif name == "uiResponse":
            self.views[name] = await self._ui_response()
        elif name == "textResponse":
            self.views[name] = await _text_response(self.call, self.result)
        else:
            self.views[name] = await _properties(self.call, self.result, self.keep)

    def _ui_message_stream(self) -> Any:
        options = {name: value for name, value in self.options.items() if name not in _RESPONSE_OPTIONS}
        return ui_message_stream(self.call, self.result, self.tools, options)

    async def _ui_response(self) -> Any:
        options = {name: value for name, value in self.options.items() if name in _RESPONSE_OPTIONS}
        made = invoke(self.call, "createUIMessageStreamResponse", {"stream": self._ui_message_stream(), **options})
        return await read_response(made)

    async def _collect(self, name: str, stream: Any) -> None:
        seen = self.views[name] = []
        async for part in stream:
            seen.append(self.call.normalize(part))  # noqa: PERF401 - what came before an error is kept


def _stream_of(result: Any, name: str) -> Any:
    """Return a stream of the result; `fullStream` is the older name of `stream`."""
    return getattr(result, _STREAMS[name]) if name != "fullStream" or hasattr(result, "full_stream") else result.stream


def ui_message_stream(call: SdkCall, result: Any, tools: Any, options: Mapping[str, Any]) -> Any:
    """Return the UI message chunks of a result."""
    known = {} if tools is None else {"tools": tools}
    return invoke(call, "toUIMessageStream", {"stream": result.stream, **known, **options})


async def _text_response(call: SdkCall, result: Any) -> Any:
    is_text = call.call["function"] != "streamObject"
    stream = invoke(call, "toTextStream", {"stream": result.stream}) if is_text else result.text_stream
    return await read_response(invoke(call, "createTextStreamResponse", {"stream": stream}))


async def read_response(response: Any) -> dict[str, Any]:
    """Return status, headers and body text of a response."""
    body = b""
    async for piece in response.body:
        body += piece.encode() if isinstance(piece, str) else piece
    headers = response.headers.items() if isinstance(response.headers, Mapping) else response.headers
    shown = {name.lower(): value for name, value in headers}
    return {"status": response.status, "headers": shown, "body": body.decode()}


async def _properties(call: SdkCall, result: Any, keep: Sequence[str]) -> dict[str, Any]:
    """Read properties in parallel: one that fails is shown as its error, the others are still shown."""
    read = await asyncio.gather(*(_property(call, result, name) for name in keep))
    return {name: value for name, value in zip(keep, read, strict=True) if value is not None}


async def _property(call: SdkCall, result: Any, name: str) -> Any:
    try:
        value = read_property(result, name)
        shown = call.normalize({name: await value if inspect.isawaitable(value) else value})
        return shown.get(name)
    except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - whatever is raised is the outcome
        return call.normalize(error)
