"""The chat model against a server in the process, in several dialects."""

import re
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st
from pydantic import BaseModel

from ai_sdk.provider import (
    AISDKError,
    APICallError,
    InvalidResponseDataError,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4Error,
    LanguageModelV4FinishReason,
    LanguageModelV4GenerateResult,
    LanguageModelV4GenerateResultResponse,
    LanguageModelV4Text,
    LanguageModelV4TextPart,
    LanguageModelV4Usage,
    LanguageModelV4UserMessage,
    SharedV4WarningOther,
    TypeValidationError,
)
from ai_sdk.providers.openai_compatible import ProviderErrorStructure, create_openai_compatible
from tests.providers.openai.server import Pieces, Server, events, reply, stream

pytestmark = pytest.mark.anyio

HI = [LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])]
OPTIONS = LanguageModelV4CallOptions(prompt=HI)
ANSWER = {"id": "r", "choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}]}
CHUNKS = (
    {"id": "r", "choices": [{"delta": {"reasoning": "größer"}}]},
    {"choices": [{"delta": {"content": "Züge 🚂"}}], "own": 1},
    {"choices": [{"delta": {"tool_calls": [{"index": 0, "function": {"arguments": "{"}}]}}]},
    {"choices": [{"delta": {"tool_calls": [{"index": 0, "id": "1", "function": {"name": "f", "arguments": "}"}}]}}]},
    {"choices": [{"finish_reason": "tool_calls"}], "usage": {"prompt_tokens": 1}},
)


def model(server: Server, **settings: Any):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    provider = create_openai_compatible(
        **{"name": "acme", "base_url": "https://a.dev/v1", **settings}, http_client=client
    )
    return provider("m")


async def read(server: Server, **settings: Any):
    result = await model(server, **settings).do_stream(OPTIONS)
    return [part async for part in result.stream]


def test_it_is_a_language_model_as_its_dialect_says():
    plain = model(Server())
    assert isinstance(plain, LanguageModelV4)
    assert (plain.provider, plain.supported_urls, plain.supports_structured_outputs) == ("acme.chat", {}, False)
    urls = {"image/*": [re.compile("^https:")]}
    assert model(Server(), supported_urls=lambda: urls).supported_urls == urls
    assert model(Server(), supports_structured_outputs=True).supports_structured_outputs is True


async def test_a_call_is_posted_and_read():
    server = Server(reply(ANSWER))
    result = await model(server).do_generate(OPTIONS)
    assert str(server.requests[0].url) == "https://a.dev/v1/chat/completions"
    assert "authorization" not in server.requests[0].headers
    assert server.body == {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
    assert (result.content, result.provider_metadata) == ([LanguageModelV4Text(text="Hello")], {"acme": {}})


@pytest.mark.parametrize(("include_usage", "extra"), [(True, {"stream_options": {"include_usage": True}}), (False, {})])
async def test_usage_of_streams_is_asked_for_when_the_dialect_says_so(include_usage, extra):
    server = Server(stream(events(*CHUNKS)))
    await read(server, include_usage=include_usage)
    assert server.body == {"model": "m", "messages": [{"role": "user", "content": "Hi"}], "stream": True, **extra}


async def test_the_finished_body_is_rewritten_once_for_each_request():
    seen = []

    def transform(body, warnings):
        seen.append(dict(body))
        warnings.append(SharedV4WarningOther(message="Rewritten."))
        return {"input": body["messages"], "stream": body.get("stream")}

    server = Server(reply(ANSWER), stream(events(*CHUNKS)))
    chat = model(server, transform_request_body=transform)
    generated = await chat.do_generate(OPTIONS)
    streamed = await chat.do_stream(OPTIONS)
    parts = [part async for part in streamed.stream]
    messages = [{"role": "user", "content": "Hi"}]
    assert seen == [{"model": "m", "messages": messages}, {"model": "m", "messages": messages, "stream": True}]
    assert [httpx.Response(200, content=request.content).json() for request in server.requests] == [
        {"input": messages, "stream": None},
        {"input": messages, "stream": True},
    ]
    assert generated.warnings == [SharedV4WarningOther(message="Rewritten.")] == parts[0].warnings


async def test_a_request_can_be_prepared_without_being_sent():
    server = Server()
    chat = model(server, transform_request_body=lambda body, _warnings: {**body, "own": 1})
    prepared = await chat.prepare_request(LanguageModelV4CallOptions(prompt=HI, top_k=1))
    assert prepared.body == {"model": "m", "messages": [{"role": "user", "content": "Hi"}], "own": 1}
    assert [warning.type for warning in prepared.warnings] == ["unsupported"]
    assert server.requests == []


async def test_a_response_can_be_converted_without_being_asked_for():
    chat = model(Server(), name="my-acme")
    assert await chat.convert_response(body=ANSWER, provider_options={"myAcme": {}}) == LanguageModelV4GenerateResult(
        content=[LanguageModelV4Text(text="Hello")],
        finish_reason=LanguageModelV4FinishReason(unified="stop", raw="stop"),
        usage=LanguageModelV4Usage(),
        provider_metadata={"myAcme": {}},
        response=LanguageModelV4GenerateResultResponse(id="r"),
        warnings=[],
    )
    with pytest.raises(TypeValidationError):
        await chat.convert_response(body={})
    with pytest.raises(InvalidResponseDataError):
        await chat.convert_response(body={"choices": []})


class Extractor:
    def __init__(self) -> None:
        self.chunks: list[Any] = []

    def extract_metadata(self, *, parsed_body):
        return {"acme": {"id": parsed_body["id"]}}

    def create_stream_extractor(self):
        return self

    def process_chunk(self, parsed_chunk):
        self.chunks.append(parsed_chunk)

    def build_metadata(self):
        return {"acme": {"own": [chunk.get("own") for chunk in self.chunks]}}


async def test_the_metadata_extractor_sees_answers_and_chunks_as_they_came():
    extractor = Extractor()
    result = await model(Server(reply(ANSWER)), metadata_extractor=extractor).do_generate(OPTIONS)
    assert result.provider_metadata == {"acme": {"id": "r"}}
    parts = await read(Server(stream(events("{", *CHUNKS))), metadata_extractor=extractor)
    assert extractor.chunks == list(CHUNKS)
    assert parts[-1].provider_metadata == {"acme": {"own": [None, 1, None, None, None]}}


class Problem(BaseModel):
    error: str
    level: int


STRUCTURE = ProviderErrorStructure(
    Problem,
    lambda problem: problem.error,
    lambda response, problem: problem is not None and problem.level < 2 and response.status_code == 400,
)


@pytest.mark.parametrize(
    ("body", "message", "data", "is_retryable"),
    [
        ({"error": "Busy.", "level": 1}, "Busy.", {"error": "Busy.", "level": 1}, True),
        ({"error": "Down.", "level": 2}, "Down.", {"error": "Down.", "level": 2}, False),
        ({"error": {"message": "Other."}}, "Bad Request", None, False),
    ],
)
async def test_the_error_structure_reads_error_answers(body, message, data, is_retryable):
    with pytest.raises(APICallError) as caught:
        await model(Server(reply(body, 400)), error_structure=STRUCTURE).do_generate(OPTIONS)
    error = caught.value
    assert (error.message, error.data, error.is_retryable) == (message, data, is_retryable)


async def test_the_error_structure_reads_error_events():
    parts = await read(Server(stream(events({"error": "Busy.", "level": 1}))), error_structure=STRUCTURE)
    assert parts[1] == LanguageModelV4Error(error="Busy.")
    *_, other, _ = await read(Server(stream(events({"error": {"message": "Other."}}))), error_structure=STRUCTURE)
    assert isinstance(other, LanguageModelV4Error)
    assert isinstance(other.error, TypeValidationError)


async def test_closing_a_stream_closes_the_response():
    body = Pieces([events(CHUNKS[0], done=False), events(CHUNKS[1])])
    result = await model(Server(stream(body))).do_stream(OPTIONS)
    async for part in result.stream:
        if part.type == "reasoning-delta":
            break
    await result.stream.aclose()  # type: ignore[attr-defined]
    assert (body.is_closed, body.read) == (True, 1)


async def test_ids_come_from_the_setting():
    calls = [{"function": {"name": "f", "arguments": "{}"}}]
    server = Server(reply({"choices": [{"message": {"tool_calls": calls}}]}))
    result = await model(server, generate_id=lambda: "own").do_generate(OPTIONS)
    assert [part.tool_call_id for part in result.content if part.type == "tool-call"] == ["own"]


BODY = events(*CHUNKS)


@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    edges = [0, *sorted(cuts), len(BODY)]
    pieces = [BODY[start:end] for start, end in pairwise(edges)]
    assert await read(Server(stream(pieces))) == await read(Server(stream(BODY)))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "choices",
                    "delta",
                    "message",
                    "content",
                    "tool_calls",
                    "function",
                    "error",
                    "index",
                    "usage",
                    "created",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values)
async def test_any_json_answer_is_read_or_raises_an_error_of_ours(value):
    try:
        result = await model(Server(reply(value))).do_generate(OPTIONS)
    except AISDKError:
        return
    assert isinstance(result.content, list)


@given(st.lists(json_values, max_size=4))
async def test_any_json_events_end_in_a_finish_or_an_error_of_ours(values):
    try:
        parts = await read(Server(stream(events(*values))))
    except AISDKError:
        return
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")
