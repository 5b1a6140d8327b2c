"""What holds for any answer: it is read, or refused with an error of this library."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    EmbeddingModelV4CallOptions,
    SpeechModelV4CallOptions,
    TranscriptionModelV4CallOptions,
    VideoModelV4StatusOptions,
)
from ai_sdk.providers.google_vertex.xai import create_google_vertex_xai
from tests.providers.google.calls import odd_json
from tests.providers.google_vertex.build import SETTINGS, options, provider
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, read

pytestmark = pytest.mark.anyio

WORDS = (
    *(
        "predictions",
        "embeddings",
        "values",
        "statistics",
        "token_count",
        "embedding",
        "usageMetadata",
        "done",
        "error",
    ),
    *(
        "message",
        "response",
        "videos",
        "gcsUri",
        "bytesBase64Encoded",
        "mimeType",
        "audioContent",
        "results",
        "metadata",
    ),
    *("alternatives", "transcript", "words", "word", "startOffset", "endOffset", "languageCode", "totalBilledDuration"),
    *("candidates", "content", "parts", "text", "audioTranscription", "1.5s", "cmn-CN", "AAEC"),
)
CALLS: list[tuple[str, str, str, Any]] = [
    ("embedding_model", "text-embedding-005", "do_embed", EmbeddingModelV4CallOptions(values=["a"])),
    ("embedding_model", "gemini-embedding-2", "do_embed", EmbeddingModelV4CallOptions(values=["a"])),
    ("video_model", "veo", "do_status", VideoModelV4StatusOptions(operation={"operationName": "o"})),
    ("speech_model", "chirp-3-hd", "do_generate", SpeechModelV4CallOptions(text="a")),
    *(
        ("transcription_model", model_id, "do_generate", TranscriptionModelV4CallOptions(audio=b"", media_type="a/b"))
        for model_id in ("chirp_3", "gemini-3.5-transcribe")
    ),
]
KEYS = ("usage", "prompt_tokens", "prompt_tokens_details", "cached_tokens", "completion_tokens_details", "choices")


@pytest.mark.parametrize(("accessor", "model_id", "method", "call"), CALLS)
@given(value=odd_json(*WORDS))
async def test_any_json_is_read_or_refused(accessor: str, model_id: str, method: str, call: Any, value: Any) -> None:
    server = Server(reply(value))
    model = getattr(provider(server), accessor)(model_id)
    try:
        result = await getattr(model, method)(call)
    except AISDKError:
        result = None
    assert len(server.requests) == 1
    assert result is None or result.response is not None


@given(st.lists(odd_json(*KEYS, "delta", "content"), max_size=4))
async def test_any_chunk_of_grok_becomes_parts(chunks: list[Any]) -> None:
    server = Server(stream(events(*chunks)))
    model = create_google_vertex_xai(**SETTINGS, http_client=client(server))("xai/grok-4.1")
    parts = await read(model, options())
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")
