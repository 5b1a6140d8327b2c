"""The base of every model that talks HTTP: who it is, where it sends, and with which headers.

Ports: @ai-sdk/provider-utils/src/types/index.ts
"""

from typing import Any, ClassVar, Literal

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_to_api import get_from_api, post_form_data_to_api, post_json_to_api
from ai_sdk.provider_utils.response_handler import ApiResponse, ErrorStructure, ResponseHandler, json_error_response

__all__ = ["HttpModel", "ModelConfig"]


class HttpModel:
    """A model of one provider, bound to an id and the provider's configuration."""

    specification_version: ClassVar[Literal["v4"]] = "v4"
    error_structure: ErrorStructure

    def __init__(self, model_id: str, config: ModelConfig) -> None:
        self.model_id = model_id
        self.config = config

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.model_id!r}, provider={self.provider!r})"

    @property
    def provider(self) -> str:
        """Which provider and surface this is, such as `groq.chat`."""
        return self.config.provider

    async def post_json(
        self,
        path: str,
        body: Any,
        response_handler: ResponseHandler[Any],
        *,
        headers: Headers | None = None,
        abort_signal: AbortSignal | None = None,
    ) -> ApiResponse[Any]:
        """Post JSON to a path of the provider's API."""
        return await post_json_to_api(
            transport=self.config.transport(),
            url=self.config.url(path, self.model_id),
            headers=combine_headers(await self.config.headers(), headers),
            body=body,
            response_handler=response_handler,
            error_handler=json_error_response(self.error_structure),
            abort_signal=abort_signal,
        )

    async def post_form(
        self,
        path: str,
        form: FormData,
        response_handler: ResponseHandler[Any],
        *,
        headers: Headers | None = None,
        abort_signal: AbortSignal | None = None,
    ) -> ApiResponse[Any]:
        """Post a multipart form to a path of the provider's API."""
        return await post_form_data_to_api(
            transport=self.config.transport(),
            url=self.config.url(path, self.model_id),
            headers=combine_headers(await self.config.headers(), headers),
            form=form,
            response_handler=response_handler,
            error_handler=json_error_response(self.error_structure),
            abort_signal=abort_signal,
        )

    async def get_json(
        self,
        path: str,
        response_handler: ResponseHandler[Any],
        *,
        headers: Headers | None = None,
        abort_signal: AbortSignal | None = None,
    ) -> ApiResponse[Any]:
        """Get what is at a path of the provider's API."""
        return await get_from_api(
            transport=self.config.transport(),
            url=self.config.url(path, self.model_id),
            headers=combine_headers(await self.config.headers(), headers),
            response_handler=response_handler,
            error_handler=json_error_response(self.error_structure),
            abort_signal=abort_signal,
        )
