"""What the tests of Bedrock are made of."""

from typing import Any

import httpx

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4Prompt,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.amazon_bedrock import AmazonBedrockProvider, create_amazon_bedrock
from tests.providers.openai.server import Pieces, Server

CLAUDE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"
NOVA = "us.amazon.nova-lite-v1:0"
PROMPT: LanguageModelV4Prompt = [LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="How high?")])]
OPTIONS = LanguageModelV4CallOptions(prompt=PROMPT)
TIDE = LanguageModelV4FunctionTool(name="tide", input_schema={"type": "object"})
USAGE = {"inputTokens": 3, "outputTokens": 4, "totalTokens": 7}


def client(server: Server) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.MockTransport(server.answer))


def provider(server: Server, **settings: Any) -> AmazonBedrockProvider:
    return create_amazon_bedrock(**{"region": "eu-west-1", "api_key": "key", **settings}, http_client=client(server))


def options(**given: Any) -> LanguageModelV4CallOptions:
    return LanguageModelV4CallOptions(**{"prompt": PROMPT, **given})


def answer(*content: Any, stop_reason: str = "end_turn", **more: Any) -> dict[str, Any]:
    message = {"role": "assistant", "content": list(content)}
    return {"output": {"message": message}, "stopReason": stop_reason, "usage": USAGE, **more}


def event_stream(body: bytes | Pieces, headers: dict[str, str] | None = None) -> httpx.Response:
    pieces = body if isinstance(body, Pieces) else Pieces([body])
    given = {"content-type": "application/vnd.amazon.eventstream", **(headers or {})}
    return httpx.Response(200, headers=given, stream=pieces)
