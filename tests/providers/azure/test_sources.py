"""Responses on Azure: citations are sources, and what a search found is not."""

import httpx
import pytest

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4SourceUrl,
    LanguageModelV4TextPart,
    LanguageModelV4ToolResult,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.azure import create_azure
from tests.providers.openai.server import Server, events, reply, stream

pytestmark = pytest.mark.anyio

OPTIONS = LanguageModelV4CallOptions(prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])])
CITED = {"type": "url_citation", "url": "https://a.dev", "title": "A", "start_index": 0, "end_index": 1}
SEARCH = {
    "type": "web_search_call",
    "id": "ws",
    "status": "failed",
    "action": {"type": "search", "query": "q", "sources": [{"type": "url", "url": "https://b.dev"}]},
}


def message(*annotations):
    content = [
        {"type": "output_text", "text": "A", "annotations": list(annotations)},
        {"type": "refusal", "refusal": "No."},
    ]
    return {"type": "message", "id": "m", "role": "assistant", "status": "completed", "content": content}


def response(*output):
    usage = {"input_tokens": 1, "output_tokens": 1}
    return {"id": "r", "created_at": 1, "model": "m", "output": list(output), "usage": usage}


def model(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_azure(resource_name="dome", api_key="key", http_client=client)("dep")


def read(parts):
    """What the parts say of sources: their kinds, the only source and the only result."""
    (source,) = [part for part in parts if isinstance(part, LanguageModelV4SourceUrl)]
    (result,) = [part for part in parts if isinstance(part, LanguageModelV4ToolResult)]
    return source.url, source.title, result.result, result.is_error


EXPECTED = (
    "https://a.dev",
    "A",
    {"action": {"type": "search", "query": "q"}, "sources": [{"type": "url", "url": "https://b.dev"}]},
    None,
)


async def test_in_a_whole_answer_they_stand_behind_their_text():
    result = await model(Server(reply(response(SEARCH, message(CITED))))).do_generate(OPTIONS)
    assert [part.type for part in result.content] == ["tool-call", "tool-result", "text", "source", "text"]
    assert read(result.content) == EXPECTED
    assert result.content[2].citations is None


async def test_in_a_stream_they_come_as_they_are_made():
    added = {**message(), "content": []}
    body = events(
        {"type": "response.output_item.added", "output_index": 0, "item": {**SEARCH, "status": "in_progress"}},
        {"type": "response.output_item.done", "output_index": 0, "item": SEARCH},
        {"type": "response.output_item.added", "output_index": 1, "item": added},
        {"type": "response.output_text.delta", "item_id": "m", "output_index": 1, "delta": "A"},
        {"type": "response.output_text.annotation.added", "annotation": CITED},
        {"type": "response.output_item.done", "output_index": 1, "item": message(CITED)},
        {"type": "response.completed", "response": response()},
    )
    result = await model(Server(stream(body))).do_stream(OPTIONS)
    parts = [part async for part in result.stream]
    kinds = [part.type for part in parts]
    assert kinds[-5:] == ["text-start", "text-delta", "source", "text-end", "finish"]
    assert read(parts) == EXPECTED
    assert parts[-2].citations is None
