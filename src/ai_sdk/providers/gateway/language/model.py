"""The language models behind the gateway: the specification's call options go out, its parts come back.

Ports: @ai-sdk/gateway/src/gateway-language-model.ts
Ports: @ai-sdk/gateway/src/gateway-language-model-settings.ts
"""

import re
from collections.abc import AsyncGenerator
from typing import Any

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4RequestMetadata,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
    LanguageModelV4StreamResultResponse,
    SupportedUrls,
)
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.response_handler import ApiResponse, Event, event_source_response, json_response
from ai_sdk.providers.gateway.language.request import build_body, model_headers
from ai_sdk.providers.gateway.language.response import read_response
from ai_sdk.providers.gateway.language.stream import read_event
from ai_sdk.providers.gateway.model import GatewayModel

__all__ = ["GatewayLanguageModel"]

_PATH = "/language-model"
_ANY_URL = re.compile(".*")


class GatewayLanguageModel(GatewayModel):
    """A language model behind the gateway."""

    @property
    def supported_urls(self) -> SupportedUrls:
        """Every URL: the gateway fetches what the model behind it cannot."""
        return {"*/*": [_ANY_URL]}

    async def do_generate(self, options: LanguageModelV4CallOptions) -> LanguageModelV4GenerateResult:
        """Make one call and wait for the whole answer; raises a `GatewayError` when it fails."""
        body = build_body(options)
        return await self.call(
            _PATH,
            body,
            json_response(Any),
            lambda response: read_response(response, body),
            options,
            model_headers(self.model_id, streaming=False),
        )

    async def do_stream(self, options: LanguageModelV4CallOptions) -> LanguageModelV4StreamResult:
        """Make one call and return as soon as the answer begins; raises a `GatewayError` when it does not.

        What fails later is raised while the stream is read: `JSONParseError` for an event that is not JSON.
        """
        body = build_body(options)

        def read(response: ApiResponse[AsyncGenerator[Event, None]]) -> LanguageModelV4StreamResult:
            events = response.value
            return LanguageModelV4StreamResult(
                stream=BodyStream(_parts(events, include_raw=bool(options.include_raw_chunks)), events.aclose),
                request=LanguageModelV4RequestMetadata(body=body),
                response=LanguageModelV4StreamResultResponse(headers=response.response_headers),
            )

        headers = model_headers(self.model_id, streaming=True)
        return await self.call(_PATH, body, event_source_response(Any), read, options, headers)


async def _parts(
    events: AsyncGenerator[Event, None], *, include_raw: bool
) -> AsyncGenerator[LanguageModelV4StreamPart, None]:
    try:
        async for event in events:
            part = read_event(event, include_raw_chunks=include_raw)
            if part is not None:
                yield part
    finally:
        await events.aclose()
