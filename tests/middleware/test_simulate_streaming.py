"""What a model answers at once is streamed part by part."""

from datetime import UTC, datetime

import pytest

from ai_sdk.middleware.simulate_streaming_middleware import simulate_streaming_middleware
from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.testing import MockLanguageModelV4
from tests.middleware.reading import options, read_stream

pytestmark = pytest.mark.anyio

NO_USAGE: dict[str, object] = {"inputTokens": {}, "outputTokens": {}}
METADATA = {"p": {"a": 1}}
SOURCE = {"type": "source", "sourceType": "url", "id": "s", "url": "https://a.dev"}
CALL = {"type": "tool-call", "toolCallId": "c", "toolName": "clock", "input": "{}"}
WARNING = {"type": "other", "message": "careful"}
TIME = datetime(2026, 1, 1, tzinfo=UTC)


async def test_every_kind_of_content_is_streamed() -> None:
    citations = [{"source": SOURCE}]
    model = MockLanguageModelV4(
        do_generate={
            "content": [
                {"type": "reasoning", "text": "hm", "providerMetadata": METADATA},
                {"type": "text", "text": "Hi", "providerMetadata": METADATA, "citations": citations},
                {"type": "text", "text": ""},
                {"type": "text", "text": "", "citations": citations},
                SOURCE,
                CALL,
            ],
            "warnings": [WARNING],
            "response": {"id": "r", "modelId": "m", "timestamp": TIME, "body": "x"},
            "providerMetadata": METADATA,
        }
    )
    assert await read_stream(model, simulate_streaming_middleware()) == [
        {"type": "stream-start", "warnings": [WARNING]},
        {"type": "response-metadata", "id": "r", "modelId": "m", "timestamp": TIME},
        {"type": "reasoning-start", "id": "0", "providerMetadata": METADATA},
        {"type": "reasoning-delta", "id": "0", "delta": "hm"},
        {"type": "reasoning-end", "id": "0"},
        {"type": "text-start", "id": "1", "providerMetadata": METADATA},
        {"type": "text-delta", "id": "1", "delta": "Hi"},
        {"type": "text-end", "id": "1", "citations": citations},
        {"type": "text-start", "id": "2"},
        {"type": "text-delta", "id": "2", "delta": ""},
        {"type": "text-end", "id": "2", "citations": citations},
        SOURCE,
        CALL,
        {
            "type": "finish",
            "finishReason": {"unified": "tool-calls"},
            "usage": NO_USAGE,
            "providerMetadata": METADATA,
        },
    ]


async def test_an_answer_without_response_metadata_has_an_empty_part_for_it() -> None:
    assert (await read_stream(MockLanguageModelV4(do_generate="Hi"), simulate_streaming_middleware()))[1] == {
        "type": "response-metadata"
    }


async def test_request_and_response_of_the_call_are_kept() -> None:
    model = MockLanguageModelV4(
        do_generate={"content": [], "request": {"body": {"q": 1}}, "response": {"headers": {"x": "y"}}}
    )
    result = await wrap_language_model(model=model, middleware=simulate_streaming_middleware()).do_stream(options())
    assert (result.request and result.request.body, result.response and result.response.headers) == (
        {"q": 1},
        {"x": "y"},
    )
