"""The three providers: models, addresses, keys."""

import pytest

from ai_sdk.provider import LoadSettingError, NoSuchModelError
from ai_sdk.providers import amazon_bedrock as package
from ai_sdk.providers.amazon_bedrock import amazon_bedrock, bedrock, create_amazon_bedrock
from ai_sdk.providers.amazon_bedrock.anthropic import (
    amazon_bedrock_anthropic,
    create_amazon_bedrock_anthropic,
    create_bedrock_anthropic,
)
from ai_sdk.providers.amazon_bedrock.base_url import encode_model_id
from ai_sdk.providers.amazon_bedrock.mantle import bedrock_mantle, create_bedrock_mantle
from ai_sdk.providers.anthropic import tools as anthropic_tools
from tests.providers.amazon_bedrock.build import NOVA, OPTIONS, answer, client, provider
from tests.providers.openai.server import Server, reply

ENDPOINTS = ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_REGION", "AWS_BEARER_TOKEN_BEDROCK", *ENDPOINTS):
        monkeypatch.delenv(name, raising=False)


def test_models_say_what_they_are() -> None:
    models = [
        amazon_bedrock(NOVA),
        amazon_bedrock.language_model(NOVA),
        amazon_bedrock.embedding("amazon.titan-embed-text-v1"),
        amazon_bedrock.text_embedding("amazon.titan-embed-text-v1"),
        amazon_bedrock.image("amazon.nova-canvas-v1:0"),
        amazon_bedrock.reranking("cohere.rerank-v3-5:0"),
        amazon_bedrock_anthropic("anthropic.claude-opus-5"),
        amazon_bedrock_anthropic.chat("anthropic.claude-opus-5"),
        amazon_bedrock_anthropic.messages("anthropic.claude-opus-5"),
        bedrock_mantle("openai.gpt-oss-20b"),
        bedrock_mantle.language_model("openai.gpt-oss-20b"),
        bedrock_mantle.responses("openai.gpt-oss-20b"),
    ]
    assert [model.provider for model in models] == [
        *["amazon-bedrock"] * 6,
        *["bedrock.anthropic.messages"] * 3,
        *["bedrock-mantle.chat"] * 2,
        "bedrock-mantle.responses",
    ]


@pytest.mark.parametrize("given", [({"modelFamily": "cohere"},), ({"model_family": "cohere"},)])
def test_a_family_may_be_given_as_settings_too(given) -> None:
    models = [amazon_bedrock.embedding, amazon_bedrock.text_embedding, amazon_bedrock.text_embedding_model]
    assert [model("arn", *given).max_embeddings_per_call for model in models] == [96, 96, 96]
    assert amazon_bedrock("arn", {"modelFamily": "anthropic"}).config.model_family == "anthropic"
    assert amazon_bedrock("arn", model_family="anthropic").config.model_family == "anthropic"


def test_older_names_are_the_same_things() -> None:
    assert bedrock is amazon_bedrock
    assert create_bedrock_anthropic is create_amazon_bedrock_anthropic
    assert package.BedrockProviderOptions is package.AmazonBedrockLanguageModelChatOptions
    with pytest.raises(AttributeError, match="no attribute 'Bedrock'"):
        _ = package.Bedrock


def test_the_tools_are_those_of_anthropic() -> None:
    assert amazon_bedrock.tools is anthropic_tools
    assert amazon_bedrock_anthropic.tools is anthropic_tools


@pytest.mark.parametrize("make", [create_amazon_bedrock_anthropic, create_bedrock_mantle])
def test_the_others_have_language_models_only(make) -> None:
    with pytest.raises(NoSuchModelError):
        make(region="us-east-1").embedding_model("m")
    with pytest.raises(NoSuchModelError):
        make(region="us-east-1").image_model("m")


@pytest.mark.parametrize(
    ("region", "host"),
    [
        ("us-east-1", "bedrock-runtime.us-east-1.amazonaws.com"),
        ("cn-north-1", "bedrock-runtime.cn-north-1.amazonaws.com.cn"),
        ("us-iso-east-1", "bedrock-runtime.us-iso-east-1.c2s.ic.gov"),
        ("us-isob-east-1", "bedrock-runtime.us-isob-east-1.sc2s.sgov.gov"),
        ("eu-isoe-west-1", "bedrock-runtime.eu-isoe-west-1.cloud.adc-e.uk"),
        ("us-isof-south-1", "bedrock-runtime.us-isof-south-1.csp.hci.ic.gov"),
        ("eusc-de-east-1", "bedrock-runtime.eusc-de-east-1.amazonaws.eu"),
    ],
)
def test_each_partition_of_aws_has_its_domain(region: str, host: str) -> None:
    assert create_amazon_bedrock(region=region).base_url == f"https://{host}"


def test_the_environment_may_say_where_the_services_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "https://any.example/")
    assert amazon_bedrock.base_url == "https://any.example"
    monkeypatch.setenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "https://runtime.example/")
    assert amazon_bedrock.base_url == "https://runtime.example"
    assert amazon_bedrock.service_url("bedrock-agent-runtime") == "https://any.example"
    assert create_amazon_bedrock(base_url="https://own.example/x/").base_url == "https://own.example/x"


def test_without_a_region_there_is_no_address() -> None:
    with pytest.raises(LoadSettingError, match="AWS region setting is missing"):
        _ = amazon_bedrock.base_url


def test_model_ids_are_escaped_as_javascript_does() -> None:
    arn = "arn:aws:bedrock:us-east-1:1:inference-profile/a b!'()*~é"
    assert encode_model_id(arn) == "arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fa%20b!'()*~%C3%A9"


@pytest.mark.anyio
async def test_a_key_is_sent_as_it_is_and_headers_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(reply(answer({"text": "a"})), reply(answer({"text": "b"})))
    await provider(server, api_key=lambda: " key ", headers={"X-Own": "1"})(NOVA).do_generate(OPTIONS)
    monkeypatch.setenv("AWS_BEARER_TOKEN_BEDROCK", "env-key")
    await provider(server, api_key=None)(NOVA).do_generate(OPTIONS)
    first, second = server.requests
    assert str(first.url) == "https://bedrock-runtime.eu-west-1.amazonaws.com/model/us.amazon.nova-lite-v1%3A0/converse"
    assert (first.headers["authorization"], first.headers["x-own"]) == ("Bearer key", "1")
    assert first.headers["user-agent"].startswith("ai-sdk-amazon-bedrock/")
    assert second.headers["authorization"] == "Bearer env-key"


@pytest.mark.anyio
async def test_a_blank_key_leaves_the_request_to_the_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "ap-south-1")
    server = Server(reply(answer({"text": "a"})))
    keys = {"access_key_id": "AKID", "secret_access_key": "secret", "region": None}
    await provider(server, api_key=" ", **keys)(NOVA).do_generate(OPTIONS)
    (request,) = server.requests
    assert "/ap-south-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date, " in request.headers["authorization"]


@pytest.mark.anyio
async def test_mantle_signs_for_its_own_service_and_knows_two_routes() -> None:
    message = {"choices": [{"index": 0, "message": {"content": "a"}, "finish_reason": "stop"}]}
    server = Server(*[reply(message)] * 3)
    keys = {"access_key_id": "AKID", "secret_access_key": "secret", "region": "eu-west-1"}
    mantle = create_bedrock_mantle(**keys, http_client=client(server))
    await mantle("openai.gpt-oss-20b").do_generate(OPTIONS)
    await mantle("xai.grok-4").do_generate(OPTIONS)
    own = create_bedrock_mantle(**keys, base_url="https://own.example/v9/", http_client=client(server))
    await own("xai.grok-4").do_generate(OPTIONS)
    assert [str(request.url) for request in server.requests] == [
        "https://bedrock-mantle.eu-west-1.api.aws/v1/chat/completions",
        "https://bedrock-mantle.eu-west-1.api.aws/openai/v1/chat/completions",
        "https://own.example/v9/chat/completions",
    ]
    assert "/eu-west-1/bedrock-mantle/aws4_request" in server.requests[0].headers["authorization"]


@pytest.mark.anyio
async def test_closing_the_transport_of_a_request_closes_the_one_below() -> None:
    http = client(Server())
    await create_amazon_bedrock_anthropic(region="us-east-1", http_client=http).transport().aclose()
    assert http.is_closed
