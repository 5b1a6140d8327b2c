"""One request of a chat and the answer that it brings.

Ports: ai/src/ui/chat.ts
"""

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing, contextmanager
from typing import Any, Literal

import anyio

from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.abort import AbortController, is_abort_error
from ai_sdk.ui.chat_options import ChatOptions
from ai_sdk.ui.chat_transport import ChatRequestOptions, ChatTransport
from ai_sdk.ui.process_ui_message_stream import UIMessageStreamProcessor, process_ui_message_stream
from ai_sdk.ui.process_ui_message_stream_state import StreamingUIMessageState, create_streaming_ui_message_state
from ai_sdk.ui.ui_message_data import UIMessageData, copy_json
from ai_sdk.ui.ui_messages import is_tool_ui_part
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.util.consume_stream import consume_stream

__all__ = ["ChatRequest", "ChatRequestTrigger", "StreamedMessage"]

ChatRequestTrigger = Literal["submit-message", "resume-stream", "regenerate-message"]
StreamedMessage = StreamingUIMessageState
"""An answer as far as it has arrived, from which a broken stream can go on."""


class ChatRequest:
    """Sends the messages, or asks for an answer that is still being written, and reads what comes."""

    def __init__(
        self,
        transport: ChatTransport,
        trigger: ChatRequestTrigger,
        message_id: str | None,
        options: ChatRequestOptions,
    ) -> None:
        self.trigger = trigger
        self.streamed: StreamedMessage | None = None
        self.original_message_id: str | None = None
        self.continues_earlier_message = False
        self._transport = transport
        self._message_id = message_id
        self._options = options
        self._controller = AbortController()
        self._done = anyio.Event()
        self._task_id: int | None = None
        self._stream: AsyncGenerator[UIMessageChunk] | None = None
        self._processor: _Processor

    @contextmanager
    def running(self) -> Iterator[None]:
        """Say for `wait` how long the request runs."""
        self._task_id = anyio.get_current_task().id
        try:
            yield
        finally:
            self._done.set()

    def abort(self) -> None:
        """Stop the request."""
        self._controller.abort()

    async def wait(self) -> None:
        """Return when the request is over; at once for its own callbacks, which it waits for in turn."""
        if anyio.get_current_task().id != self._task_id:
            await self._done.wait()

    @property
    def was_aborted(self) -> bool:
        """Whether the request was stopped."""
        return self._controller.signal.aborted

    @property
    def message(self) -> UIMessageData:
        """The answer as far as it has arrived."""
        return self._processor.message

    @property
    def finish_reason(self) -> Any:
        """Why the answer ended."""
        return self._processor.finish_reason

    @property
    def has_only_begun(self) -> bool:
        """Whether nothing of the answer has arrived but its id and metadata."""
        return self._processor.chunk_type == "start"

    def is_aborted(self, error: Exception) -> bool:
        """Whether `error` comes from stopping the request."""
        if is_abort_error(error):
            self.abort()
        return self.was_aborted

    def is_disconnect(self, error: Exception) -> bool:
        """Whether the network failed, not the backend."""
        return isinstance(error, APICallError) and error.is_retryable and error.cause is not None

    async def reconnect(self, chat_id: str) -> bool:
        """Ask for an answer that is still being written, and say whether there is one."""
        self._stream = await self._transport.reconnect_to_stream(
            chat_id=chat_id, abort_signal=self._controller.signal, **self._options
        )
        if self.was_aborted:
            await self.close()
        return self._stream is not None

    async def close(self) -> None:
        """Close the stream that `reconnect` found."""
        stream, self._stream = self._stream, None
        if stream is not None:
            await stream.aclose()

    def begin(
        self, messages: list[UIMessageData], new_id: str, resumable: StreamedMessage | None, options: ChatOptions
    ) -> None:
        """Decide which message the answer continues, if it continues one."""
        is_resume = self.trigger == "resume-stream"
        index = self._response_index(messages)
        response = messages[index] if messages else None
        is_answer = response is not None and response["role"] == "assistant"
        self.original_message_id = None if response is None else response["id"]
        self.continues_earlier_message = is_answer and 0 <= index < len(messages) - 1
        self.streamed = resumable if is_resume else None
        if self.streamed is None:
            continued = response if self._continues(response) else None
            last_message = None if continued is None else copy_json(continued)
            self.streamed = create_streaming_ui_message_state(last_message=last_message, message_id=new_id)
        self._processor = _Processor(
            self.streamed,
            on_error=_raise,
            message_metadata_schema=options.get("message_metadata_schema"),
            data_part_schemas=options.get("data_part_schemas"),
            reset_state_on_message_id_change=is_resume,
            reset_state_on_first_message_start=is_resume and self._transport.resume_stream_is_replay,
        )

    def _response_index(self, messages: list[UIMessageData]) -> int:
        if self.trigger == "submit-message" and self._message_id is not None:
            found = (at for at, message in enumerate(messages) if message["id"] == self._message_id)
            return next(found, -1)
        return len(messages) - 1

    def _continues(self, response: UIMessageData | None) -> bool:
        """Say whether the answer continues a message; a resumed one does for tool calls whose results are to come."""
        if self.trigger == "submit-message" or response is None:
            return response is not None
        return (
            self.trigger == "resume-stream"
            and response["role"] == "assistant"
            and any(is_tool_ui_part(part) and _is_unfinished(part) for part in response["parts"])
        )

    async def read(
        self,
        chat_id: str,
        messages: list[UIMessageData],
        *,
        write: Callable[[], None],
        on_tool_call: Callable[[UIMessageChunk], Any],
        on_data: Callable[[UIMessageChunk], Any],
    ) -> None:
        """Send the messages unless the stream is there already, and read it to its end."""
        stream = self._stream
        if stream is None:
            stream = await self._send(chat_id, messages)
        processed = process_ui_message_stream(
            stream=stream, processor=self._processor, write=write, on_tool_call=on_tool_call, on_data=on_data
        )
        async with aclosing(stream), aclosing(processed):
            await consume_stream(processed, abort_signal=self._controller.signal, on_error=_raise)

    async def _send(self, chat_id: str, messages: list[UIMessageData]) -> AsyncGenerator[UIMessageChunk]:
        return await self._transport.send_messages(
            chat_id=chat_id,
            messages=messages,
            trigger="regenerate-message" if self.trigger == "regenerate-message" else "submit-message",
            message_id=self._message_id,
            abort_signal=self._controller.signal,
            **self._options,
        )


class _Processor(UIMessageStreamProcessor):
    """Remembers the type of the last chunk."""

    chunk_type = ""

    def process(self, chunk: UIMessageChunk) -> bool:
        self.chunk_type = chunk["type"]
        return super().process(chunk)


def _raise(error: Exception) -> None:
    raise error


def _is_unfinished(part: Any) -> bool:
    state = part["state"]
    return state in ("input-streaming", "approval-responded") or (
        state == "input-available" and bool(part.get("providerExecuted"))
    )
