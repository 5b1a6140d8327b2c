"""A gateway in the process: answers from a list and remembers the requests."""

from typing import Any

import httpx

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.gateway import GatewayProvider, create_gateway
from tests.providers.openai.server import Server

PROMPT = [LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])]
WIRE_PROMPT = [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
OPTIONS = LanguageModelV4CallOptions(prompt=PROMPT)
WIRE_WARNINGS = [{"type": "unsupported", "feature": "seed"}, {"type": "other", "message": "slow"}]


def provider(server: Server, **settings: Any) -> GatewayProvider:
    """A provider that talks to `server`, with a key unless the settings say otherwise."""
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_gateway(**{"api_key": "key", **settings}, http_client=client)


def own_headers(request: httpx.Request) -> dict[str, str]:
    """The headers that the gateway reads."""
    return {name: value for name, value in request.headers.items() if name.startswith(("ai-", "x-", "authorization"))}
