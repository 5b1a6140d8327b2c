"""One download on behalf of the core.

Ports: ai/src/util/download/download.ts
"""

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.errors import get_error_message
from ai_sdk.provider_utils.abort import abortable
from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.download import Download, fetch_untrusted_url
from ai_sdk.provider_utils.headers import runtime_user_agent, with_user_agent_suffix
from ai_sdk.provider_utils.response_handler import MAX_BODY_BYTES, DownloadError, read_body
from ai_sdk.provider_utils.transport import Transport
from ai_sdk.version import VERSION

__all__ = ["download"]

_FIRST_SUCCESS, _MULTIPLE_CHOICES = 200, 300

_shared_client = ClientOwner()


async def download(
    url: str,
    *,
    max_bytes: int | None = None,
    abort_signal: AbortSignal | None = None,
    transport: Transport | None = None,
) -> Download:
    """Download `url`, at most 2 GiB unless `max_bytes` says otherwise.

    Raises `DownloadError` whatever the reason, an abort included; `cause` has the reason.
    """
    chosen = transport or _shared_client.transport()

    async def fetch() -> Download:
        headers = with_user_agent_suffix({}, f"ai-sdk/{VERSION}", runtime_user_agent())
        response = await fetch_untrusted_url(url, transport=chosen, headers=headers)
        if not _FIRST_SUCCESS <= response.status_code < _MULTIPLE_CHOICES:
            await response.close()
            raise DownloadError(url=url, status_code=response.status_code, status_text=response.reason)
        data = await read_body(response, url, max_bytes=MAX_BODY_BYTES if max_bytes is None else max_bytes)
        return Download(data=data, media_type=response.headers.get("content-type"))

    try:
        return await abortable(abort_signal, fetch)
    except DownloadError:
        raise
    except Exception as error:
        message = f"Failed to download {url}: {get_error_message(error)}"
        raise DownloadError(message, url=url, cause=error) from error
