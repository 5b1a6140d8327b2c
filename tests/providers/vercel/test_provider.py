"""Vercel: chat, without usage in streams."""

import httpx
import pytest

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers import vercel as module
from ai_sdk.providers.vercel import create_vercel
from tests.providers.openai.server import Server, events, stream

OPTIONS = LanguageModelV4CallOptions(
    prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="A kite")])]
)


@pytest.mark.anyio
async def test_a_stream_is_asked_for_without_usage():
    server = Server(stream(events({"choices": [{"delta": {"content": "<svg>"}, "finish_reason": "stop"}]})))
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    result = await create_vercel(api_key="key", http_client=client)("v0-1.5-md").do_stream(OPTIONS)
    assert [part.type async for part in result.stream][-2:] == ["text-end", "finish"]
    assert str(server.requests[0].url) == "https://api.v0.dev/v1/chat/completions"
    assert server.body == {
        "model": "v0-1.5-md",
        "messages": [{"role": "user", "content": "A kite"}],
        "stream": True,
    }


def test_every_export_is_there_and_nothing_else():
    assert {name for name in module.__all__ if getattr(module, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing
