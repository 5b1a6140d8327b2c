"""DeepInfra: models, URLs, usage, images."""

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    InvalidArgumentError,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Usage,
)
from ai_sdk.providers.deepinfra import create_deepinfra, deepinfra
from ai_sdk.providers.deepinfra.usage import convert_usage
from tests.providers.openai.server import Server, reply

PNG = ImageModelV4FileData(media_type="image/png", data=b"png")


def image_model(server: Server, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_deepinfra(**{"api_key": "key", **settings}, http_client=client).image("maker/ice")


def options(**given):
    return ImageModelV4CallOptions(**{"prompt": "Ice", "n": 1, "provider_options": {}, **given})


def test_each_accessor_makes_its_model():
    models = [deepinfra.completion_model("a"), deepinfra.embedding_model("a"), deepinfra.image_model("a")]
    assert [model.provider for model in models] == ["deepinfra.completion", "deepinfra.embedding", "deepinfra.image"]
    assert models[0].config.url("/completions", "a") == "https://api.deepinfra.com/v1/openai/completions"


def test_reasoning_that_completion_tokens_leave_out_is_added():
    raw = {"prompt_tokens": 5, "completion_tokens": 84, "total_tokens": 89}
    details = {"completion_tokens_details": {"reasoning_tokens": 1081}}
    assert convert_usage({**raw, **details}) == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=5, no_cache=5, cache_read=0),
        output_tokens=LanguageModelV4OutputTokens(total=1165, text=84, reasoning=1081),
        raw={"prompt_tokens": 5, "completion_tokens": 1165, "total_tokens": 1170, **details},
    )


@pytest.mark.parametrize("total", [{}, {"total_tokens": None}])
def test_a_total_that_is_not_there_stays_away(total):
    details = {"completion_tokens_details": {"reasoning_tokens": 2}}
    assert convert_usage({**total, **details}).raw == {"completion_tokens": 2, **details}


@pytest.mark.parametrize(
    "usage", [{"completion_tokens": 9, "completion_tokens_details": {"reasoning_tokens": 9}}, {"prompt_tokens": 1}]
)
def test_usage_that_is_right_stays_as_it_is(usage):
    assert convert_usage(usage).raw == usage


def test_without_usage_nothing_is_counted():
    assert convert_usage(None) == LanguageModelV4Usage()


@pytest.mark.anyio
async def test_an_image_is_made_on_the_models_own_path():
    server = Server(reply({"images": ["data:image/png;base64,aGk=", "aGk="]}))
    given = options(
        size="64x32", aspect_ratio="2:1", seed=1, provider_options={"deepinfra": {"guidance": None, "own": 1}}
    )
    result = await image_model(server).do_generate(given)
    assert str(server.requests[0].url) == "https://api.deepinfra.com/v1/inference/maker/ice"
    assert server.body == {
        "prompt": "Ice",
        "num_images": 1,
        "aspect_ratio": "2:1",
        "width": "64",
        "height": "32",
        "seed": 1,
        "guidance": None,
        "own": 1,
    }
    assert (result.images, result.warnings) == (["aGk=", "aGk="], [])


@pytest.mark.anyio
async def test_images_are_edited_on_the_path_that_is_like_openais():
    server = Server(reply({"data": [{"b64_json": "aGk="}]}))
    result = await image_model(server, base_url="https://own.dev/v1/").do_generate(
        options(files=[PNG, PNG], mask=PNG, provider_options={"deepinfra": {"style": None, "user": "u"}})
    )
    assert str(server.requests[0].url) == "https://own.dev/v1/openai/images/edits"
    names = [head.split('name="')[1].split('"')[0] for head, _ in server.form]
    assert names == ["model", "prompt", "image", "image", "mask", "n", "user"]
    assert result.images == ["aGk="]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("files", "body", "message"),
    [
        (None, {"detail": {"error": "Dark."}}, "Dark."),
        ([PNG], {"error": {"message": "Torn."}}, "Torn."),
        ([PNG], {}, "Unknown error"),
    ],
)
async def test_each_path_has_its_own_errors(files, body, message):
    with pytest.raises(APICallError) as caught:
        await image_model(Server(reply(body, 400))).do_generate(options(files=files))
    assert caught.value.message == message


@pytest.mark.anyio
async def test_options_that_do_not_fit_are_refused():
    with pytest.raises(InvalidArgumentError):
        await image_model(Server()).do_generate(options(provider_options={"deepinfra": {"quality": 1}}))
