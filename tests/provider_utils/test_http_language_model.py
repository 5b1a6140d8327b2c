"""The ritual of a language model over HTTP, and the provider that makes one, with a toy wire."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from typing import Any

import httpx
import pytest
from ai_sdk_generated._base import WireModel

from ai_sdk.provider import (
    APICallError,
    InvalidResponseDataError,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4Raw,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamStart,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextStart,
    LanguageModelV4Usage,
    LoadAPIKeyError,
    NoSuchModelError,
    SharedV4WarningOther,
)
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.response_handler import (
    ApiResponse,
    ErrorStructure,
    Event,
    ResponseHandler,
    json_lines_response,
)
from ai_sdk.testing import LoopbackServer, Reply, Request

pytestmark = pytest.mark.anyio

OPTIONS = LanguageModelV4CallOptions(prompt=[], headers={"x-call": "1"})
STOP = LanguageModelV4FinishReason(unified="stop")


class Word(WireModel):
    word: str


class ToyStream:
    def feed(self, chunk: Word) -> list[LanguageModelV4StreamPart]:
        return [LanguageModelV4TextDelta(id="0", delta=chunk.word)]

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        return [LanguageModelV4Error(error=error.name)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        return [LanguageModelV4Finish(finish_reason=STOP, usage=LanguageModelV4Usage())]


class ToyModel(HttpLanguageModel[Word, Word]):
    path, response_type, chunk_type = "/say", Word, Word
    error_structure = ErrorStructure(Word, lambda error: error.word)

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        warnings: list[Any] = [SharedV4WarningOther(message="toy")]
        return PreparedRequest(body={"model": self.model_id}, warnings=warnings, options=options)

    def read_response(self, response: Word, request: PreparedRequest, raw_response: Any) -> ModelOutput:
        content: list[Any] = [LanguageModelV4Text(text=response.word)]
        return ModelOutput(content=content, finish_reason=STOP, usage=LanguageModelV4Usage())

    def open_stream(self, request: PreparedRequest) -> ToyStream:
        return ToyStream()


class ToyProvider(Provider):
    definition = ProviderDefinition(
        name="toy", base_url="https://toy.example/v1", api_key=ApiKey(env="TOY_API_KEY", description="Toy")
    )

    def language_model(self, model_id: str) -> ToyModel:
        return ToyModel(model_id, self.config("chat"))


def say(request: Request) -> Reply:
    if request.json().get("stream"):
        return Reply(chunks=[b'data: {"word": "a"}\n\n', b"data: {}\n\n", b"data: {\n\n", b"data: [DONE]\n\n"])
    return Reply(chunks=[b'{"word": "hello", "extra": 1}'])


async def test_generate_posts_the_body_and_reads_the_answer() -> None:
    async with LoopbackServer(say) as server, ToyProvider(api_key="k", base_url=f"{server.url}/v1/") as toy:
        result = await toy("m").do_generate(OPTIONS)
        url = f"{server.url}/v1/say"
    assert result.content == [LanguageModelV4Text(text="hello")]
    assert result.warnings == [SharedV4WarningOther(message="toy")]
    assert result.request is not None
    assert (result.request.body, result.request.url) == ({"model": "m"}, url)
    assert result.response is not None
    assert result.response.body == {"word": "hello", "extra": 1}
    sent = server.requests[0]
    assert (sent.path, sent.headers["authorization"], sent.headers["x-call"]) == ("/v1/say", "Bearer k", "1")
    assert sent.headers["user-agent"].startswith("ai-sdk-toy/")


async def test_stream_gives_warnings_parts_errors_and_the_end() -> None:
    async with LoopbackServer(say) as server, ToyProvider(api_key="k", base_url=server.url) as toy:
        result = await toy("m").do_stream(OPTIONS)
        parts = [part async for part in result.stream]
    assert server.requests[0].json() == {"model": "m", "stream": True}
    assert parts == [
        LanguageModelV4StreamStart(warnings=[SharedV4WarningOther(message="toy")]),
        LanguageModelV4TextDelta(id="0", delta="a"),
        LanguageModelV4Error(error="AI_TypeValidationError"),
        LanguageModelV4Error(error="AI_JSONParseError"),
        LanguageModelV4Finish(finish_reason=STOP, usage=LanguageModelV4Usage()),
    ]


async def test_raw_events_come_before_what_is_made_of_them_when_asked_for() -> None:
    async with LoopbackServer(say) as server, ToyProvider(api_key="k", base_url=server.url) as toy:
        result = await toy("m").do_stream(LanguageModelV4CallOptions(prompt=[], include_raw_chunks=True))
        parts = [part async for part in result.stream]
    assert parts[1:6] == [
        LanguageModelV4Raw(raw_value={"word": "a"}),
        LanguageModelV4TextDelta(id="0", delta="a"),
        LanguageModelV4Raw(raw_value={}),
        LanguageModelV4Error(error="AI_TypeValidationError"),
        LanguageModelV4Raw(),
    ]


class OwnStreamModel(ToyModel):
    """A model whose stream has a format of its own, and which has something to say before its first event."""

    def stream_handler(self) -> ResponseHandler[Any]:
        return json_lines_response(Word)

    async def open_events(
        self, response: ApiResponse[Any], request: PreparedRequest, body: Any
    ) -> AsyncGenerator[Event, None]:
        async def events() -> AsyncGenerator[Event, None]:
            async for word in response.value:
                yield word, b"{}"

        return events()

    def first_parts(self, request: PreparedRequest) -> list[LanguageModelV4StreamPart]:
        return [*super().first_parts(request), LanguageModelV4TextStart(id="0")]


async def test_a_stream_may_have_its_own_format_and_its_own_first_parts() -> None:
    def answer(_: Request) -> Reply:
        return Reply(chunks=[b'{"word": "a"}\n{"wo', b'rd": "b"}\n'])

    async with LoopbackServer(answer) as server, ToyProvider(api_key="k", base_url=server.url) as toy:
        result = await OwnStreamModel("m", toy.config("chat")).do_stream(OPTIONS)
        parts = [part async for part in result.stream]
    assert parts == [
        LanguageModelV4StreamStart(warnings=[SharedV4WarningOther(message="toy")]),
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="a"),
        LanguageModelV4TextDelta(id="0", delta="b"),
        LanguageModelV4Finish(finish_reason=STOP, usage=LanguageModelV4Usage()),
    ]


class BreakingStream(ToyStream):
    def feed(self, chunk: Word) -> Iterator[LanguageModelV4StreamPart]:  # type: ignore[override]
        yield from (LanguageModelV4TextDelta(id=str(index), delta=chunk.word) for index in range(3))
        raise InvalidResponseDataError("broken", data=None)


class BreakingModel(ToyModel):
    def open_stream(self, request: PreparedRequest) -> ToyStream:
        return BreakingStream()


@pytest.mark.parametrize(
    ("include_raw", "expected"),
    [
        (False, [LanguageModelV4TextDelta(id="0", delta="a"), LanguageModelV4TextDelta(id="1", delta="a")]),
        (True, [LanguageModelV4Raw(raw_value={"word": "a"}), LanguageModelV4TextDelta(id="0", delta="a")]),
    ],
)
async def test_of_a_chunk_that_breaks_half_way_the_first_two_parts_are_out(
    *, include_raw: bool, expected: list[LanguageModelV4StreamPart]
) -> None:
    options = LanguageModelV4CallOptions(prompt=[], include_raw_chunks=include_raw)
    parts: list[LanguageModelV4StreamPart] = []
    async with LoopbackServer(say) as server, ToyProvider(api_key="k", base_url=server.url) as toy:
        result = await BreakingModel("m", toy.config("chat")).do_stream(options)
        with pytest.raises(InvalidResponseDataError, match="broken"):
            async for part in result.stream:
                parts.append(part)  # noqa: PERF401 - what came before the error counts
    assert parts[1:] == expected


async def test_a_stream_that_is_closed_unread_closes_its_connection() -> None:
    async with LoopbackServer(say) as server, ToyProvider(api_key="k", base_url=server.url) as toy:
        result = await toy("m").do_stream(OPTIONS)
        await result.stream.aclose()  # type: ignore[attr-defined]
        assert [part async for part in result.stream] == []
        result = await toy("m").do_stream(OPTIONS)
        assert (await anext(result.stream)).type == "stream-start"
        await result.stream.aclose()  # type: ignore[attr-defined]


async def test_a_key_may_be_a_function_and_is_read_at_each_request() -> None:
    keys = iter(["one", "two"])

    async def key() -> str:
        await asyncio.sleep(0)
        return next(keys)

    async with LoopbackServer(say) as server, ToyProvider(api_key=key, base_url=server.url) as toy:
        await toy("m").do_generate(OPTIONS)
        await toy("m").do_generate(OPTIONS)
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer one", "Bearer two"]


async def test_headers_of_the_caller_win_over_those_of_the_provider() -> None:
    headers = {"Authorization": "Basic x", "X-Team": "a"}
    async with LoopbackServer(say) as server, ToyProvider(api_key="k", base_url=server.url, headers=headers) as toy:
        await toy("m").do_generate(LanguageModelV4CallOptions(prompt=[], headers={"x-team": "b"}))
    sent = server.requests[0].headers
    assert (sent["authorization"], sent["x-team"]) == ("Basic x", "b")


async def test_a_missing_key_is_an_error_of_the_call_not_of_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOY_API_KEY", raising=False)
    model = ToyProvider()("m")
    with pytest.raises(LoadAPIKeyError, match="TOY_API_KEY environment variable"):
        await model.do_generate(OPTIONS)


async def test_keys_appear_in_no_representation_and_no_error() -> None:
    secret = "sk-do-not-show"

    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route", request=request)

    client = httpx.AsyncClient(transport=httpx.MockTransport(fail))
    toy = ToyProvider(api_key=secret, http_client=client)
    with pytest.raises(APICallError) as caught:
        await toy("m").do_generate(OPTIONS)
    shown = f"{toy!r} {toy('m')!r} {caught.value!r} {caught.value} {caught.value.__dict__}"
    assert secret not in shown


def test_models_are_what_the_specification_asks_for() -> None:
    model = ToyProvider()("m")
    assert isinstance(model, LanguageModelV4)
    assert (model.provider, model.model_id, model.specification_version) == ("toy.chat", "m", "v4")
    assert model.supported_urls == {}
    assert repr(model) == "ToyModel('m', provider='toy.chat')"


def test_kinds_of_model_that_a_provider_lacks_are_no_such_model() -> None:
    class Bare(Provider):
        definition = ProviderDefinition(name="bare", base_url="https://bare.example")

    bare = Bare()
    for make, kind in [
        (bare.language_model, "languageModel"),
        (bare.embedding_model, "embeddingModel"),
        (bare.text_embedding_model, "embeddingModel"),
        (bare.image_model, "imageModel"),
    ]:
        with pytest.raises(NoSuchModelError, match=f"No such {kind}: x"):
            make("x")
