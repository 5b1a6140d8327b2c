"""Images and reranking on Together AI."""

import httpx
import pytest

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    ImageModelV4FileUrl,
    InvalidArgumentError,
    RerankingModelV4CallOptions,
    RerankingModelV4DocumentsObject,
    RerankingModelV4RankedDocument,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.providers.togetherai import TogetherAIMaskError, create_togetherai
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

IMAGE = {"data": [{"b64_json": "aGk="}]}
RANKING = {
    "id": "rr",
    "model": "rank",
    "results": [{"index": 1, "relevance_score": 0.9}],
    "usage": {"prompt_tokens": 1, "completion_tokens": 0, "total_tokens": 1},
}


def provider(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_togetherai(api_key="key", http_client=client)


def options(**given):
    return ImageModelV4CallOptions(**{"prompt": "A tree", "n": 1, "provider_options": {}, **given})


async def test_size_seed_and_options_go_into_the_body():
    server = Server(reply(IMAGE))
    given = {"togetherai": {"steps": 4, "negative_prompt": None, "own": [1]}}
    result = await provider(server).image("m").do_generate(options(size="640x480", seed=3, n=2, provider_options=given))
    assert server.body == {
        "model": "m",
        "prompt": "A tree",
        "seed": 3,
        "n": 2,
        "width": 640,
        "height": 480,
        "response_format": "base64",
        "steps": 4,
        "negative_prompt": None,
        "own": [1],
    }
    assert result.images == ["aGk="]
    details = "This model does not support the `aspectRatio` option. Use `size` instead."
    assert result.warnings == [SharedV4WarningUnsupported(feature="aspectRatio", details=details)]


async def test_what_only_diffusion_models_have_is_left_out_elsewhere():
    server = Server(reply(IMAGE))
    given = {"togetherai": {"steps": 4, "guidance": 1, "own": 1}}
    result = (
        await provider(server).image("google/gemini-3-pro-image").do_generate(options(seed=3, provider_options=given))
    )
    assert server.body == {
        "model": "google/gemini-3-pro-image",
        "prompt": "A tree",
        "response_format": "base64",
        "own": 1,
    }
    details = "The google/gemini-3-pro-image model does not support the `seed` option."
    assert result.warnings == [SharedV4WarningUnsupported(feature="seed", details=details)]


async def test_the_first_file_counts_and_a_mask_is_refused():
    server = Server(reply(IMAGE))
    files = [ImageModelV4FileUrl(url="https://a.dev/1.png"), ImageModelV4FileUrl(url="https://a.dev/2.png")]
    result = await provider(server).image("m").do_generate(options(files=files))
    assert server.body["image_url"] == "https://a.dev/1.png"
    message = "Together AI only supports a single input image. Additional images are ignored."
    assert result.warnings == [SharedV4WarningOther(message=message)]
    with pytest.raises(TogetherAIMaskError, match="does not support mask-based image editing"):
        await provider(server).image("m").do_generate(options(mask=files[0]))


@pytest.mark.parametrize(("size", "width", "height"), [("64x32px", 64, 32), ("wide", None, None), ("10", 10, None)])
async def test_a_size_is_read_as_javascript_reads_numbers(size, width, height):
    server = Server(reply(IMAGE))
    await provider(server).image("m").do_generate(options(size=size))
    assert (server.body["width"], server.body["height"]) == (width, height)


async def test_documents_are_ranked():
    server = Server(reply(RANKING))
    given = RerankingModelV4CallOptions(
        documents=RerankingModelV4DocumentsObject(values=[{"a": "x"}, {"a": "y"}]),
        query="y",
        top_n=1,
        provider_options={"togetherai": {"rankFields": ["a"]}},
    )
    result = await provider(server).reranking("m").do_rerank(given)
    assert server.body == {
        "model": "m",
        "documents": [{"a": "x"}, {"a": "y"}],
        "query": "y",
        "top_n": 1,
        "rank_fields": ["a"],
        "return_documents": False,
    }
    assert result.ranking == [RerankingModelV4RankedDocument(index=1, relevance_score=0.9)]
    assert result.response is not None
    assert (result.response.id, result.response.model_id, result.response.body) == ("rr", "rank", RANKING)


async def test_rank_fields_must_be_a_list():
    given = RerankingModelV4CallOptions(
        documents=RerankingModelV4DocumentsObject(values=[]),
        query="y",
        provider_options={"togetherai": {"rankFields": "a"}},
    )
    with pytest.raises(InvalidArgumentError):
        await provider(Server()).reranking("m").do_rerank(given)
