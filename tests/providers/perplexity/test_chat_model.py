"""Perplexity's language model: answers, streams and their laws."""

import pytest
from ai_sdk_generated.perplexity.chat import wire
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    APICallError,
    InvalidResponseDataError,
    JSONParseError,
    LanguageModelV4,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.providers.perplexity import create_perplexity
from ai_sdk.providers.perplexity.chat.stream import PerplexityChatStream
from tests.providers.chat_laws import (
    chunk,
    chunks,
    how_odd_json_ends,
    json_values,
    out_of_order,
    parts_of_pieces,
    run,
)
from tests.providers.openai.server import Server, events, reply
from tests.providers.responses_laws import client, options

IMAGES = [{"image_url": "i", "origin_url": "o", "height": 1, "width": 2}]
READ_IMAGES = [{"imageUrl": "i", "originUrl": "o", "height": 1, "width": 2}]
COST = {"input_tokens_cost": 1, "output_tokens_cost": None, "total_cost": 3.5}
READ_COST = {"inputTokensCost": 1, "outputTokensCost": None, "requestCost": None, "totalCost": 3.5}
TOKENS = {"prompt_tokens": 5, "completion_tokens": 4, "reasoning_tokens": 3, "num_search_queries": 2, "cost": COST}
USAGE = LanguageModelV4Usage(
    input_tokens=LanguageModelV4InputTokens(total=5, no_cache=5),
    output_tokens=LanguageModelV4OutputTokens(total=7, text=4, reasoning=3),
    raw=TOKENS,
)
UNKNOWN = {"images": None, "usage": {"citationTokens": None, "numSearchQueries": None}, "cost": None}
KNOWN = {"images": READ_IMAGES, "usage": {"citationTokens": None, "numSearchQueries": 2}, "cost": READ_COST}
METADATA = create_response_metadata_part(id="r", model="m", created=0)
BODY = events(chunk({"content": "größere "}), chunk({"content": "Züge 🚂"}), chunk({}, "stop"))


def model(server):
    return create_perplexity(api_key="key", generate_id=lambda: "made", http_client=client(server))("sonar")


def answer(content="Deep.", finish_reason="stop", **more):
    message = {"role": "assistant", "content": content}
    choices = [{"message": message, "finish_reason": finish_reason}]
    return {"id": "r", "created": 0, "model": "m", "choices": choices, **more}


def source(name, number):
    return LanguageModelV4SourceUrl(id=f"s{number}", url=name)


def feed(*values):
    numbers = iter(range(99))
    return run(PerplexityChatStream(lambda: f"s{next(numbers)}"), wire.PerplexityChunk, *values)


def finish(unified, raw=None, usage=None, metadata=None):
    return LanguageModelV4Finish(
        finish_reason=LanguageModelV4FinishReason(unified=unified, raw=raw),
        usage=usage or LanguageModelV4Usage(),
        provider_metadata={"perplexity": metadata or UNKNOWN},
    )


def test_it_is_a_language_model_that_fetches_nothing_itself():
    chat = model(Server())
    assert isinstance(chat, LanguageModelV4)
    assert (chat.provider, chat.supported_urls) == ("perplexity", {})


@pytest.mark.anyio
async def test_an_answer_has_sources_images_and_a_price():
    given = answer(citations=["u"], images=IMAGES, usage=TOKENS, finish_reason="length")
    result = await model(Server(reply(given))).do_generate(options())
    assert result.content == [LanguageModelV4Text(text="Deep."), LanguageModelV4SourceUrl(id="made", url="u")]
    assert result.finish_reason == LanguageModelV4FinishReason(unified="length", raw="length")
    assert (result.usage, result.provider_metadata) == (USAGE, {"perplexity": KNOWN})


@pytest.mark.anyio
async def test_an_answer_may_say_nothing_but_not_lack_a_choice():
    server = Server(reply(answer("", None)), reply({**answer(), "choices": []}))
    result = await model(server).do_generate(options())
    assert (result.content, result.finish_reason) == ([], LanguageModelV4FinishReason(unified="other"))
    assert (result.usage, result.provider_metadata) == (LanguageModelV4Usage(), {"perplexity": UNKNOWN})
    with pytest.raises(InvalidResponseDataError):
        await model(server).do_generate(options())


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("error", "message"), [({"message": "No."}, "No."), ({"type": "bad"}, "bad"), ({}, "unknown error")]
)
async def test_an_error_status_raises_with_what_perplexity_says(error, message):
    with pytest.raises(APICallError) as caught:
        await model(Server(reply({"error": {"code": 400, **error}}, 400))).do_generate(options())
    assert caught.value.message == message


def test_sources_come_first_and_only_once():
    assert feed(
        chunk({"role": "assistant", "content": ""}, citations=["a", "b"]),
        chunk({"content": "Deep"}, citations=["c"], images=[]),
        chunk({}, "stop", usage=TOKENS, images=IMAGES),
        chunk({}, choices=[]),
    ) == [
        METADATA,
        source("a", 0),
        source("b", 1),
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta=""),
        LanguageModelV4TextDelta(id="0", delta="Deep"),
        LanguageModelV4TextEnd(id="0"),
        finish("stop", "stop", USAGE, KNOWN),
    ]


def test_a_chunk_that_cannot_be_read_does_not_change_why_the_stream_ends():
    error = JSONParseError(text="{", cause=ValueError())
    assert feed(error, chunk({}, "tired")) == [LanguageModelV4Error(error=error), METADATA, finish("other", "tired")]


@given(chunks)
def test_any_stream_of_chunks_makes_parts_in_order(values):
    assert out_of_order(feed(*values)) == []


@pytest.mark.anyio
@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    assert await parts_of_pieces(model, BODY, cuts) == await parts_of_pieces(model, BODY, [])


@pytest.mark.anyio
@given(json_values, st.lists(json_values, max_size=4))
async def test_any_json_is_read_or_raises_an_error_of_ours(given_answer, values):
    assert set(await how_odd_json_ends(model, given_answer, values)) <= {"done", "refused"}
