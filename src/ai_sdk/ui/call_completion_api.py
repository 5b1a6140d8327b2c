"""Completions of a backend that a `useCompletion` frontend talks to.

Ports: ai/src/ui/call-completion-api.ts, ai/src/ui/use-completion.ts
"""

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import Any, Literal

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.error.stream_errors import UIMessageStreamError
from ai_sdk.provider import AbortSignal
from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.ui.transform_text_to_ui_message_stream import decode_text_stream
from ai_sdk.ui.ui_requests import post_ui_request
from ai_sdk.ui_message_stream.parse_ui_message_stream import parse_ui_message_stream
from ai_sdk.version import VERSION

__all__ = ["call_completion_api"]


async def call_completion_api(
    *,
    prompt: str,
    api: str = "/api/completion",
    headers: Mapping[str, str | None] | None = None,
    body: Mapping[str, Any] | None = None,
    stream_protocol: Literal["data", "text"] = "data",
    set_completion: Callable[[str], object] | None = None,
    abort_signal: AbortSignal | None = None,
    http_client: HttpClient | None = None,
) -> str:
    """Ask a backend to complete `prompt`, and return the whole completion.

    `set_completion` is called with all that has arrived so far, at first with an empty text. `stream_protocol` is what
    the backend answers with: UI message chunks (`data`) or plain text. A path as `api` needs an `http_client` with a
    `base_url`.

    Where TypeScript tells callbacks of an error and returns nothing, this raises: `APICallError` when the backend
    cannot be reached or refuses, `UIMessageStreamError` when the answer reports an error, `AbortError` when it is
    aborted.
    """
    if stream_protocol not in ("data", "text"):
        raise InvalidArgumentError(
            parameter="streamProtocol", value=stream_protocol, message=f"Unknown stream protocol: {stream_protocol}"
        )
    read = _read_chunks if stream_protocol == "data" else decode_text_stream
    update = set_completion or (lambda _: None)
    update("")
    client, completion = ClientOwner(http_client), ""
    try:
        stream = await post_ui_request(
            client.transport(),
            api,
            headers=with_user_agent_suffix(headers, f"ai-sdk/{VERSION}"),
            body={"prompt": prompt, **(body or {})},
            abort_signal=abort_signal,
        )
        async with aclosing(read(stream)) as texts:
            async for text in texts:
                completion += text
                update(completion)
    finally:
        await client.aclose()
    return completion


async def _read_chunks(stream: AsyncGenerator[bytes]) -> AsyncGenerator[str]:
    async with aclosing(parse_ui_message_stream(stream)) as chunks:
        async for chunk in chunks:
            if chunk["type"] == "text-delta":
                yield chunk["delta"]
            elif chunk["type"] == "error":
                raise UIMessageStreamError(chunk["errorText"], chunk_type="error", chunk_id="")
