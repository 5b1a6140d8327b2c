"""The provider: credentials, headers, models, tools, exports."""

import subprocess
import sys

import pytest

import ai_sdk.providers.gateway as module
from ai_sdk.provider import LoadAPIKeyError
from ai_sdk.providers.gateway import (
    GatewayAuthenticationError,
    GatewayProviderOptions,
    create_gateway,
    gateway,
    vercel_request_headers,
)
from ai_sdk.providers.gateway.provider_options import write_provider_options
from ai_sdk.version import VERSION
from tests.providers.gateway.gateway_server import OPTIONS, own_headers, provider
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

ANSWER = {"content": [], "finishReason": {"unified": "stop"}, "usage": {}}
ENVIRONMENT = ("AI_GATEWAY_API_KEY", "VERCEL_OIDC_TOKEN", "VERCEL_DEPLOYMENT_ID", "VERCEL_ENV", "VERCEL_REGION")


@pytest.fixture(autouse=True)
def environment(monkeypatch, tmp_path):
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


async def sent(options=OPTIONS, **settings) -> dict[str, str]:
    server = Server(reply(ANSWER))
    await provider(server, **settings)("acme/one").do_generate(options)
    return own_headers(server.requests[0])


PROTOCOL = {
    "authorization": "Bearer key",
    "ai-gateway-protocol-version": "0.0.1",
    "ai-gateway-auth-method": "api-key",
    "ai-language-model-specification-version": "4",
    "ai-language-model-id": "acme/one",
    "ai-language-model-streaming": "false",
}


async def test_a_request_carries_the_headers_of_the_protocol():
    server = Server(reply(ANSWER))
    await provider(server)("acme/one").do_generate(OPTIONS)
    assert own_headers(server.requests[0]) == PROTOCOL
    assert str(server.requests[0].url) == "https://ai-gateway.vercel.sh/v4/ai/language-model"
    assert f"ai-sdk-gateway/{VERSION}" in server.requests[0].headers["user-agent"]


async def test_the_team_and_own_headers_are_sent():
    headers = await sent(team_id_or_slug="harbour", headers={"X-Trip": "lake", "ai-gateway-protocol-version": "9"})
    assert headers == {
        **PROTOCOL,
        "x-vercel-ai-gateway-team": "harbour",
        "x-trip": "lake",
        "ai-gateway-protocol-version": "9",
    }


async def test_a_deployment_on_vercel_says_where_it_is(environment):
    environment.setenv("VERCEL_DEPLOYMENT_ID", "dpl_1")
    environment.setenv("VERCEL_ENV", "")
    environment.setenv("VERCEL_REGION", "fra1")
    with vercel_request_headers({"X-Vercel-Id": "fra1::1"}):
        headers = await sent()
    assert headers == {
        **PROTOCOL,
        "ai-o11y-deployment-id": "dpl_1",
        "ai-o11y-region": "fra1",
        "ai-o11y-request-id": "fra1::1",
    }


async def test_the_key_is_asked_for_at_each_request():
    keys = iter(["one", "two"])

    async def key() -> str:
        return next(keys)

    server = Server(reply(ANSWER), reply(ANSWER))
    model = provider(server, api_key=key)("acme/one")
    await model.do_generate(OPTIONS)
    await model.do_generate(OPTIONS)
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer one", "Bearer two"]


async def test_without_a_key_the_environments_is_used(environment):
    environment.setenv("AI_GATEWAY_API_KEY", "env")
    assert (await sent(api_key=None))["authorization"] == "Bearer env"


@pytest.mark.parametrize("key", [lambda: "", lambda: " ", lambda: None])
async def test_a_function_that_gives_no_key_is_an_error(environment, key):
    environment.setenv("AI_GATEWAY_API_KEY", "env")
    with pytest.raises(GatewayAuthenticationError) as caught:
        await provider(Server(), api_key=key)("acme/one").do_generate(OPTIONS)
    assert isinstance(caught.value.cause, LoadAPIKeyError)
    assert caught.value.message.startswith("AI Gateway authentication failed: No authentication provided.")


async def test_the_token_of_a_request_on_vercel_authenticates():
    token = "a.eyJleHAiOjQxMDI0NDQ4MDB9.c"
    with vercel_request_headers({"X-Vercel-OIDC-Token": token}):
        headers = await sent(api_key="")
    assert (headers["authorization"], headers["ai-gateway-auth-method"]) == (f"Bearer {token}", "oidc")


def test_every_accessor_names_the_model_and_the_provider():
    made = create_gateway(api_key="key")
    names = ("", "_model")
    kinds = ("embedding", "image", "video", "speech", "transcription", "reranking")
    models = [getattr(made, kind + name)("acme/one") for kind in kinds for name in names]
    models += [made("acme/one"), made.chat("acme/one"), made.language_model("acme/one")]
    models += [made.text_embedding_model("acme/one")]
    assert {(model.model_id, model.provider) for model in models} == {("acme/one", "gateway")}
    assert len({type(model) for model in models}) == 7


def test_the_tools_are_those_that_the_gateway_runs():
    names = [name for name in vars(gateway.tools) if not name.startswith("_")]
    made = [getattr(gateway.tools, name)() for name in names]
    assert [(tool.id, tool.args, tool.provider_executed) for tool in made] == [
        (f"gateway.{name}", {}, True) for name in names
    ]
    assert len(names) == 8
    search = gateway.tools.exa_search(num_results=3, include_domains=["a.dev"])
    assert search.args == {"numResults": 3, "includeDomains": ["a.dev"]}


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (None, None),
        ({}, {}),
        ({"gateway": None}, {"gateway": None}),
        ({"gateway": {"order": ["a"], "new_option": 1}}, {"gateway": {"order": ["a"], "new_option": 1}}),
        (
            {"gateway": {"zero_data_retention": True, "providerTimeouts": {"byok": {"a": 1}}}},
            {"gateway": {"zeroDataRetention": True, "providerTimeouts": {"byok": {"a": 1}}}},
        ),
        (
            {"gateway": GatewayProviderOptions(quota_entity_id="q", models=["a"], future={"x": None})},
            {"gateway": {"quotaEntityId": "q", "models": ["a"], "future": {"x": None}}},
        ),
        ({"acme": {"some_key": 1}}, {"acme": {"some_key": 1}}),
    ],
)
def test_options_are_written_with_the_names_of_the_gateway(given, written):
    assert write_provider_options(given) == written


def test_every_export_is_there_and_nothing_else():
    assert {name for name in module.__all__ if getattr(module, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_importing_the_provider_loads_no_wire_types():
    code = "import sys, ai_sdk.providers.gateway; print([m for m in sys.modules if m.startswith('ai_sdk_generated.')])"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"
