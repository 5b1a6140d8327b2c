"""The models that a local server has."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

from ai_sdk.provider import AbortSignal, JSONObject
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_to_api import get_from_api
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.providers.local.dialect import LOCAL_ERROR_STRUCTURE

__all__ = ["LocalModel", "list_models"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalModel:
    """A model of a local server; `details` is all that the server says of it."""

    id: str
    created: datetime | None
    owned_by: str | None
    details: JSONObject


class _Entry(BaseModel):
    model_config = ConfigDict(extra="allow")
    id: str
    created: float | None = None
    owned_by: str | None = None


class _Listing(BaseModel):
    # Ollama says null when it has none.
    data: list[_Entry] | None


async def list_models(
    config: ModelConfig, *, headers: Headers | None = None, abort_signal: AbortSignal | None = None
) -> list[LocalModel]:
    """Ask the server for its models; raises `APICallError` when that fails."""
    answer = await get_from_api(
        transport=config.transport(),
        url=config.url("/models", ""),
        headers=combine_headers(await config.headers(), headers),
        response_handler=json_response(_Listing),
        error_handler=json_error_response(LOCAL_ERROR_STRUCTURE),
        abort_signal=abort_signal,
    )
    listing: _Listing = answer.value
    return [_read(entry) for entry in listing.data or ()]


def _read(entry: _Entry) -> LocalModel:
    details: dict[str, Any] = entry.model_dump(exclude_unset=True)
    # Some servers do not know when a model came, and say 0.
    created = datetime.fromtimestamp(entry.created, UTC) if entry.created else None
    return LocalModel(id=entry.id, created=created, owned_by=entry.owned_by, details=details)
