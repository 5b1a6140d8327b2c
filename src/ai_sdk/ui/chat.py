"""A chat as its user's side sees it: messages, what is going on, and how to send more.

What TypeScript's frameworks wrap as `useChat`, for Python clients: terminals, notebooks, tests.

Ports: ai/src/ui/chat.ts
"""

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Literal, Self, Unpack

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider_utils.generate_id import generate_id
from ai_sdk.ui.chat_options import ChatFinishEvent, ChatOptions, ChatStatus, ChatToolCallEvent
from ai_sdk.ui.chat_request import ChatRequest, ChatRequestTrigger, StreamedMessage
from ai_sdk.ui.chat_tool_updates import ToolUpdate, approval_update, has_part, output_update, update_parts
from ai_sdk.ui.chat_transport import ChatRequestOptions, ChatTransport
from ai_sdk.ui.ui_message_data import UIMessageData, ui_message_data
from ai_sdk.ui.ui_messages import is_tool_ui_part

__all__ = ["Chat"]


class Chat:
    """A conversation with whoever is behind `transport`; `ChatOptions` lists the options.

    `messages` are JSON data, as they are sent and stored; the last one changes while it arrives. A method that sends
    returns when the answer is complete, and those that were asked for automatically too. Errors are not raised:
    `status` is `error` then, and `error` says why.

    >>> import asyncio
    >>> from ai_sdk import DirectChatTransport, ToolLoopAgent
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> agent = ToolLoopAgent(model=MockLanguageModelV4(do_stream="Water it."))
    >>> chat = Chat(transport=DirectChatTransport(agent=agent))
    >>> asyncio.run(chat.send_message("Is my fern thirsty?"))
    >>> chat.status, chat.messages[-1]["parts"][-1]["text"]
    ('ready', 'Water it.')
    """

    def __init__(self, *, transport: ChatTransport, **options: Unpack[ChatOptions]) -> None:
        self.transport = transport
        self.options = options
        self.generate_id = options.get("generate_id") or generate_id
        self.id = options.get("id") or self.generate_id()
        self.status: ChatStatus = "ready"
        self.error: Exception | None = None
        self._messages = [ui_message_data(message) for message in options.get("messages", ())]
        self._active: ChatRequest | None = None
        self._resuming: ChatRequest | None = None
        self._resumable: StreamedMessage | None = None
        self._pending_approval: str | None = None
        self._interrupted: set[str] = set()
        self._stop_count = 0
        self._stopping = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Stop, and close the transport."""
        await self.stop()
        await self.transport.aclose()

    @property
    def messages(self) -> list[UIMessageData]:
        """The conversation."""
        return self._messages

    @messages.setter
    def messages(self, messages: Sequence[Any]) -> None:
        self._messages = [ui_message_data(message) for message in messages]
        self._updated()

    @property
    def last_message(self) -> UIMessageData | None:
        """The last message; `None` in an empty conversation."""
        return self._messages[-1] if self._messages else None

    async def send_message(
        self,
        text: str | None = None,
        *,
        files: Sequence[Mapping[str, Any]] = (),
        parts: Sequence[Mapping[str, Any]] | None = None,
        metadata: Any = None,
        message_id: str | None = None,
        options: ChatRequestOptions | None = None,
    ) -> None:
        """Send a message of the user: a text, file parts before it, or any `parts`.

        `message_id` names a message of the user that this one replaces; what came after it is dropped. Without a
        message, the conversation is sent as it is, as after an approval.

        Raises `InvalidArgumentError` when there is no message of the user with that id.
        """
        if text is None and not files and parts is None:
            await self._continue(options)
            return
        content = [*files, *([] if text is None else [{"type": "text", "text": text}])] if parts is None else parts
        message = {"id": message_id or self.generate_id(), "role": "user", "parts": [dict(part) for part in content]}
        if metadata is not None:
            message["metadata"] = metadata
        if message_id is not None:
            del self._messages[self._index_of_user_message(message_id) :]
        self._messages.append(message)
        self._updated()
        await self._request("submit-message", message_id, options)

    async def regenerate(self, *, message_id: str | None = None, options: ChatRequestOptions | None = None) -> None:
        """Have an answer written again: the one with that id, or the last one; what came after it is dropped.

        Raises `InvalidArgumentError` when there is no such message.
        """
        index = len(self._messages) - 1 if message_id is None else self._find(message_id)
        if index < 0:
            raise InvalidArgumentError(
                parameter="messageId", value=message_id, message=f"message {message_id} not found"
            )
        del self._messages[index if self._messages[index]["role"] == "assistant" else index + 1 :]
        self._updated()
        await self._request("regenerate-message", message_id, options)

    async def resume_stream(self, *, options: ChatRequestOptions | None = None) -> None:
        """Go on with an answer that is still being written; nothing happens when there is none."""
        await self._request("resume-stream", None, options)

    async def add_tool_output(
        self,
        *,
        tool_call_id: str,
        output: Any = None,
        state: Literal["output-available", "output-error"] = "output-available",
        error_text: str | None = None,
        options: ChatRequestOptions | None = None,
    ) -> None:
        """Add the output of a tool call, or with `state="output-error"` the error; a call that is unknown is ignored.

        When no answer is arriving and `send_automatically_when` says so, the conversation is sent on.
        """
        update = output_update(tool_call_id, state, output, error_text)
        message = self._update_tools(update)
        if message is not None:
            await self._send_automatically(message["id"], lambda: self._submit(message["id"], options))

    async def add_tool_approval_response(
        self,
        *,
        id: str,  # noqa: A002 - the request's id, as everywhere
        approved: bool,
        reason: str | None = None,
        options: ChatRequestOptions | None = None,
    ) -> None:
        """Answer the request for approval with that id; a request that is unknown or was answered is ignored.

        When no answer is arriving and `send_automatically_when` says so, the conversation is sent on.
        """
        message = self._update_tools(approval_update(id, approved=approved, reason=reason))
        if message is not None:
            self._pending_approval = message["id"]
            await self._send_automatically(message["id"], lambda: self._submit_approval(message["id"], options))

    async def stop(self) -> None:
        """Stop the answer that is arriving, keep what has arrived, and return when all is quiet."""
        self._stopping += 1
        self._stop_count += 1
        try:
            requests = [request for request in (self._active, self._resuming) if request is not None]
            for request in requests:
                request.abort()
            for request in requests:
                await request.wait()
        finally:
            self._stopping -= 1

    def clear_error(self) -> None:
        """Forget the error."""
        if self.status == "error":
            self._set_status("ready")

    def _index_of_user_message(self, message_id: str) -> int:
        index = self._find(message_id)
        if index >= 0 and self._messages[index]["role"] == "user":
            return index
        problem = "not found" if index < 0 else "is not a user message"
        raise InvalidArgumentError(
            parameter="message.messageId", value=message_id, message=f"message with id {message_id} {problem}"
        )

    def _find(self, message_id: str | None) -> int:
        return next((at for at, message in enumerate(self._messages) if message["id"] == message_id), -1)

    def _update_tools(self, update: ToolUpdate) -> UIMessageData | None:
        """Change tool parts, also those of an answer that is arriving; return the message that has them."""
        found = next((message for message in self._messages if has_part(message, update)), None)
        active = None if self._active is None else self._active.message
        update_parts([message for message in (found, active) if message is not None], update)
        self._updated()
        return found

    async def _continue(self, options: ChatRequestOptions | None) -> None:
        """Send the conversation on from the message whose approval was answered last, or else from the last one."""
        if self._pending_approval is not None:
            await self._submit_approval(self._pending_approval, options)
            return
        answered = (message for message in reversed(self._messages) if _has_approval_response(message))
        message = next(answered, self.last_message)
        await self._submit(None if message is None else message["id"], options)

    async def _submit(self, message_id: str | None, options: ChatRequestOptions | None) -> None:
        await self._request("submit-message", message_id, options)

    async def _submit_approval(self, message_id: str, options: ChatRequestOptions | None) -> None:
        """Send an answered approval, and keep it for the next time when the request fails."""
        is_pending, index = message_id == self._pending_approval, self._find(message_id)
        if is_pending:
            self._pending_approval = None
        await self._submit(message_id, options)
        if is_pending and self.status == "error" and self._pending_approval is None:
            self._pending_approval = self._messages[index]["id"] if 0 <= index < len(self._messages) else message_id

    async def _request(
        self, trigger: ChatRequestTrigger, message_id: str | None, options: ChatRequestOptions | None
    ) -> None:
        given = options or {}
        request = ChatRequest(self.transport, trigger, message_id, given)
        with request.running():
            if trigger == "resume-stream":
                if self._resuming is not None:
                    self._resuming.abort()
                self._resuming = request
            else:
                self._resumable = None
            try:
                is_whole = await self._run(request)
            finally:
                if self._resuming is request:
                    self._resuming = None
        if is_whole:
            last = self.last_message
            last_id = None if last is None else last["id"]
            await self._send_automatically(last_id, lambda: self._submit(last_id, options))

    async def _run(self, request: ChatRequest) -> bool:
        """Make a request and read its answer; say whether it is whole, so that it may be sent on."""
        if request.trigger == "resume-stream" and not await self._reconnect(request):
            return False
        self._set_status("submitted")
        request.begin(self._messages, self.generate_id(), self._resumable, self.options)
        self._active = request
        error: Exception | None = None
        try:
            await request.read(
                self.id,
                self._messages,
                write=lambda: self._write(request),
                on_tool_call=lambda chunk: _call(self.options.get("on_tool_call"), ChatToolCallEvent(tool_call=chunk)),
                on_data=lambda chunk: _call(self.options.get("on_data"), chunk),
            )
        except Exception as failure:  # noqa: BLE001 - a chat tells of errors by its status
            error = None if request.is_aborted(failure) else failure
        except BaseException:
            request.abort()
            self._set_status("ready")
            raise
        finally:
            if self._active is request:
                self._active = None
        if self._is_outdated(request):
            return False
        return await self._finish(request, error)

    async def _reconnect(self, request: ChatRequest) -> bool:
        """Ask for a stream before the status changes, so that it does not flicker when there is none."""
        try:
            found = await request.reconnect(self.id)
        except Exception as error:  # noqa: BLE001 - a chat tells of errors by its status
            if not self._is_outdated(request) and not request.is_aborted(error):
                await self._fail(error)
                return False
            found = False
        if self._is_outdated(request):
            await request.close()
            return False
        if not found:
            self._resumable = None
            self._set_status("ready")
        return found

    async def _finish(self, request: ChatRequest, error: Exception | None) -> bool:
        is_disconnect = error is not None and request.is_disconnect(error)
        self._resumable = request.streamed if is_disconnect else None
        if error is None:
            self._set_status("ready")
        else:
            await self._fail(error)
        message, reason, is_abort = request.message, request.finish_reason, request.was_aborted
        if reason == "interrupted":
            self._interrupted.add(message["id"])
        elif not is_abort and error is None:
            self._interrupted.discard(message["id"])
        event = ChatFinishEvent(
            message=message,
            messages=self._messages,
            is_abort=is_abort,
            is_disconnect=is_disconnect,
            is_error=error is not None,
            finish_reason=reason,
        )
        await _call(self.options.get("on_finish"), event)
        return not is_abort and error is None and reason != "interrupted"

    async def _fail(self, error: Exception) -> None:
        await _call(self.options.get("on_error"), error)
        self._set_status("error", error)

    def _is_outdated(self, request: ChatRequest) -> bool:
        """Whether another attempt to resume has taken the place of this one."""
        return request.trigger == "resume-stream" and self._resuming is not request

    def _write(self, request: ChatRequest) -> None:
        """Put the answer, as it is now, into the conversation."""
        if request.was_aborted:
            return
        message = request.message
        index = self._last_index(message["id"])
        if index < 0 and request.continues_earlier_message:
            index = self._last_index(request.original_message_id)
        if index < 0:
            self._messages.append(message)
        else:
            self._messages[index] = message
        self._set_status(self.status if request.has_only_begun else "streaming")

    def _last_index(self, message_id: str | None) -> int:
        found = [at for at, message in enumerate(self._messages) if message["id"] == message_id]
        return found[-1] if found else -1

    async def _send_automatically(self, message_id: str | None, send: Callable[[], Awaitable[None]]) -> None:
        """Send the conversation on when it is wanted, nothing is going on, and nobody stops the chat meanwhile."""
        decide = self.options.get("send_automatically_when")
        stop_count, was_stopping = self._stop_count, self._stopping
        if decide is None or self.status in ("streaming", "submitted") or self._is_interrupted(message_id):
            return
        answer = decide(messages=self._messages)
        wanted = await answer if inspect.isawaitable(answer) else answer
        is_stopped = was_stopping or self._stopping or stop_count != self._stop_count
        if wanted and not is_stopped and not self._is_interrupted(message_id):
            await send()

    def _is_interrupted(self, message_id: str | None) -> bool:
        last = self.last_message
        return message_id in self._interrupted or (last is not None and last["id"] in self._interrupted)

    def _set_status(self, status: ChatStatus, error: Exception | None = None) -> None:
        self.status, self.error = status, error
        self._updated()

    def _updated(self) -> None:
        on_update = self.options.get("on_update")
        if on_update is not None:
            on_update()


def _has_approval_response(message: UIMessageData) -> bool:
    return message["role"] == "assistant" and any(
        part.get("state") == "approval-responded" and is_tool_ui_part(part) for part in message["parts"]
    )


async def _call(callback: Callable[[Any], Any] | None, event: Any) -> None:
    pending = None if callback is None else callback(event)
    if inspect.isawaitable(pending):
        await pending
