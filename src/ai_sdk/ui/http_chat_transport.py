"""Chats over HTTP, with any backend that speaks the AI SDK's protocols.

Ports: ai/src/ui/http-chat-transport.ts
"""

import inspect
import re
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack
from urllib.parse import quote

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.headers import normalize_headers
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.ui.chat_transport import ChatTrigger, ReconnectToStreamOptions, SendMessagesOptions
from ai_sdk.ui.ui_message_data import UIMessageData, ui_message_data
from ai_sdk.ui.ui_requests import get_ui_stream, post_ui_request
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = [
    "HttpChatTransport",
    "HttpChatTransportOptions",
    "PrepareReconnectToStreamRequest",
    "PrepareSendMessagesRequest",
    "PreparedRequest",
    "ReconnectToStreamRequest",
    "SendMessagesRequest",
]

_UNESCAPED = "!'()*-._~"
"""What JavaScript's `encodeURIComponent` leaves as it is."""


class PreparedRequest(TypedDict, total=False):
    """What a request shall be instead of what it would be: each key that is there replaces that part of it."""

    api: str
    headers: Mapping[str, str | None]
    body: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconnectToStreamRequest:
    """A request for an answer that is still being written, before it is made.

    `body` are the keys that the transport and the request add; `request_metadata` is what the request was made with.
    """

    api: str
    id: str
    body: dict[str, Any]
    headers: dict[str, str]
    request_metadata: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMessagesRequest(ReconnectToStreamRequest):
    """A request with messages, before it is made."""

    messages: Sequence[UIMessageData]
    trigger: ChatTrigger
    message_id: str | None = None


_Prepared = PreparedRequest | None
PrepareSendMessagesRequest = Callable[[SendMessagesRequest], _Prepared | Awaitable[_Prepared]]
PrepareReconnectToStreamRequest = Callable[[ReconnectToStreamRequest], _Prepared | Awaitable[_Prepared]]


class HttpChatTransportOptions(TypedDict, total=False):
    """How a backend is reached.

    | option | meaning |
    |---|---|
    | `api` | the URL; a path (default: `/api/chat`) needs an `http_client` with a `base_url` |
    | `headers`, `body` | for every request: values, or functions that give them |
    | `http_client` | an `httpx.AsyncClient`, or what `docs/http-clients.md` names; it stays yours to close |
    | `prepare_send_messages_request` | replaces the URL, the headers or the body of a request with messages |
    | `prepare_reconnect_to_stream_request` | replaces the URL or the headers of a request for a running answer |
    """

    api: str
    headers: Resolvable[Mapping[str, str | None] | None]
    body: Resolvable[Mapping[str, Any] | None]
    http_client: HttpClient | None
    prepare_send_messages_request: PrepareSendMessagesRequest | None
    prepare_reconnect_to_stream_request: PrepareReconnectToStreamRequest | None


class HttpChatTransport(ABC):
    """Posts messages to a URL; what the answer's bytes mean is up to a derived class."""

    resume_stream_is_replay = False

    def __init__(self, **options: Unpack[HttpChatTransportOptions]) -> None:
        self._api = options.get("api", "/api/chat")
        self._headers = options.get("headers")
        self._body = options.get("body")
        self._client = ClientOwner(options.get("http_client"))
        self._prepare_send = options.get("prepare_send_messages_request")
        self._prepare_reconnect = options.get("prepare_reconnect_to_stream_request")

    @abstractmethod
    def process_response_stream(self, stream: AsyncGenerator[bytes]) -> AsyncGenerator[UIMessageChunk]:
        """Return what the bytes of an answer say; closing the result closes `stream`."""

    async def send_messages(self, **options: Unpack[SendMessagesOptions]) -> AsyncGenerator[UIMessageChunk]:
        """Post the messages and return the stream of the answer.

        Raises `APICallError` when the backend cannot be reached or refuses, with its text as the message.
        """
        extra, headers = await self._defaults(options)
        messages = [ui_message_data(message) for message in options["messages"]]
        asked = SendMessagesRequest(
            api=self._api,
            id=options["chat_id"],
            messages=messages,
            body=extra,
            headers=headers,
            request_metadata=options.get("metadata"),
            trigger=options["trigger"],
            message_id=options.get("message_id"),
        )
        prepared = await _prepare(self._prepare_send, asked)
        stream = await post_ui_request(
            self._client.transport(),
            prepared.get("api", self._api),
            headers=prepared.get("headers", headers),
            body=prepared["body"] if "body" in prepared else _body(asked),
            abort_signal=options.get("abort_signal"),
        )
        return self.process_response_stream(stream)

    async def reconnect_to_stream(
        self, **options: Unpack[ReconnectToStreamOptions]
    ) -> AsyncGenerator[UIMessageChunk] | None:
        """Get `{api}/{chat_id}/stream` and return its stream; `None` when the backend answers 204.

        Raises `APICallError` as `send_messages` does, and `InvalidArgumentError` for a chat id that is no path.
        """
        extra, headers = await self._defaults(options)
        chat_id = options["chat_id"]
        asked = ReconnectToStreamRequest(
            api=self._api, id=chat_id, body=extra, headers=headers, request_metadata=options.get("metadata")
        )
        prepared = await _prepare(self._prepare_reconnect, asked)
        stream = await get_ui_stream(
            self._client.transport(),
            prepared["api"] if "api" in prepared else _reconnect_url(self._api, chat_id),
            headers=prepared.get("headers", headers),
            abort_signal=options.get("abort_signal"),
        )
        return None if stream is None else self.process_response_stream(stream)

    async def aclose(self) -> None:
        """Close the HTTP client, unless it was given."""
        await self._client.aclose()

    async def _defaults(self, options: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
        """Return the additional keys of the body and the headers: the transport's, then the request's."""
        body, headers = await resolve(self._body), await resolve(self._headers)
        return (
            {**(body or {}), **(options.get("body") or {})},
            {**normalize_headers(headers), **normalize_headers(options.get("headers"))},
        )


async def _prepare(prepare: Callable[[Any], Any] | None, request: ReconnectToStreamRequest) -> PreparedRequest:
    prepared = None if prepare is None else prepare(request)
    answer: _Prepared = await prepared if inspect.isawaitable(prepared) else prepared
    return answer or {}


def _body(request: SendMessagesRequest) -> dict[str, Any]:
    body = {**request.body, "id": request.id, "messages": request.messages, "trigger": request.trigger}
    return body if request.message_id is None else {**body, "messageId": request.message_id}


def _reconnect_url(api: str, chat_id: str) -> str:
    if chat_id in (".", ".."):
        raise InvalidArgumentError(
            parameter="chatId",
            value=chat_id,
            message='Chat IDs must not be "." or ".." when using the default reconnect URL.',
        )
    path, tail = re.fullmatch(r"([^?#]*)(.*)", api, re.DOTALL).groups()  # type: ignore[union-attr]  # it always fits
    return f"{path.removesuffix('/')}/{quote(chat_id, safe=_UNESCAPED)}/stream{tail}"
