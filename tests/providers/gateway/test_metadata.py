"""What the gateway tells of itself."""

from datetime import UTC, datetime, timedelta

import pytest

from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.providers.gateway import (
    GatewayAuthenticationError,
    GatewayCreditsResponse,
    GatewayFetchMetadataResponse,
    GatewayGenerationInfo,
    GatewayInternalServerError,
    GatewayLanguageModelEntry,
    GatewayLanguageModelSpecification,
    GatewayModelPricing,
    GatewayResponseError,
    GatewaySpendReportResponse,
    GatewaySpendReportRow,
)
from tests.providers.gateway.gateway_server import provider
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

SPECIFICATION = {"specificationVersion": "v4", "provider": "acme", "modelId": "one"}
MODEL = {"id": "acme/one", "name": "One", "specification": SPECIFICATION}
CREDITS = {"balance": "7.50", "total_used": "2.50"}


class MovingClock(SystemClock):
    time = datetime(2026, 1, 2, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def clock():
    clock = MovingClock()
    with use_clock(clock):
        yield clock


async def test_models_are_listed_with_prices_and_unknown_types_left_out():
    prices = {"input": "1", "output": "2", "input_cache_read": "0.1", "input_cache_write": None}
    server = Server(
        reply({"models": [{**MODEL, "pricing": prices, "modelType": "language"}, {**MODEL, "modelType": "hologram"}]})
    )
    models = await provider(server).get_available_models()
    assert str(server.requests[0].url) == "https://ai-gateway.vercel.sh/v4/ai/config"
    assert models == GatewayFetchMetadataResponse(
        models=[
            GatewayLanguageModelEntry(
                id="acme/one",
                name="One",
                pricing=GatewayModelPricing(input="1", output="2", cached_input_tokens="0.1"),
                specification=GatewayLanguageModelSpecification(
                    specification_version="v4", provider="acme", model_id="one"
                ),
                model_type="language",
            )
        ]
    )


async def test_nulls_of_a_model_are_kept_when_it_is_written():
    model = {**MODEL, "description": None, "pricing": None, "modelType": None}
    models = await provider(Server(reply({"models": [model]}))).get_available_models()
    assert (models.models[0].description, dump(models)) == (None, {"models": [model]})


async def test_the_list_is_kept_until_it_is_too_old(clock):
    server = Server(reply({"models": []}), reply({"models": [MODEL]}))
    gateway = provider(server, metadata_cache_refresh_millis=60_000)
    first = await gateway.get_available_models()
    clock.time += timedelta(seconds=60)
    assert await gateway.get_available_models() is first
    clock.time += timedelta(seconds=1)
    assert len((await gateway.get_available_models()).models) == 1
    assert len(server.requests) == 2


async def test_an_error_is_not_kept(clock):
    failed = reply({"error": {"message": "boom", "type": "internal_server_error"}}, 500)
    gateway = provider(Server(failed, reply({"models": []})))
    with pytest.raises(GatewayInternalServerError, match="boom"):
        await gateway.get_available_models()
    assert (await gateway.get_available_models()).models == []


async def test_credits_are_read():
    server = Server(reply(CREDITS))
    assert await provider(server).get_credits() == GatewayCreditsResponse(balance="7.50", total_used="2.50")


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({}, "https://ai-gateway.vercel.sh/v1/credits"),
        ({"team_id_or_slug": "team_1"}, "https://ai-gateway.vercel.sh/v1/credits?teamId=team_1"),
        ({"team_id_or_slug": " a b~* "}, "https://ai-gateway.vercel.sh/v1/credits?slug=a+b%7E*"),
        ({"headers": {"X-Vercel-AI-Gateway-Team": "pier"}}, "https://ai-gateway.vercel.sh/v1/credits?slug=pier"),
        ({"base_url": "http://[::1]:8080/x"}, "http://[::1]:8080/v1/credits"),
        ({"base_url": "https://a.dev:443/x/"}, "https://a.dev/v1/credits"),
    ],
)
async def test_credits_are_asked_for_at_the_origin_and_by_team(settings, url):
    server = Server(reply(CREDITS))
    await provider(server, **settings).get_credits()
    assert str(server.requests[0].url) == url


async def test_a_base_url_that_is_none_is_an_error():
    with pytest.raises(GatewayResponseError, match="Invalid URL"):
        await provider(Server(), base_url="gateway").get_credits()


async def test_a_refused_key_is_an_authentication_error():
    server = Server(reply({"error": {"message": "no", "type": "authentication_error"}}, 401))
    with pytest.raises(GatewayAuthenticationError):
        await provider(server).get_credits()


async def test_a_report_is_asked_for_with_all_filters():
    server = Server(reply({"results": [{"day": "2026-01-01", "total_cost": 1.5, "request_count": 2}]}))
    report = await provider(server).get_spend_report(
        start_date="2026-01-01",
        end_date="2026-01-31",
        group_by="day",
        date_part="hour",
        user_id="u 1",
        model="acme/one",
        provider="acme",
        credential_type="byok",
        tags=["a", "b"],
    )
    assert report == GatewaySpendReportResponse(
        results=[GatewaySpendReportRow(day="2026-01-01", total_cost=1.5, request_count=2)]
    )
    assert str(server.requests[0].url) == (
        "https://ai-gateway.vercel.sh/v1/report?start_date=2026-01-01&end_date=2026-01-31&group_by=day&date_part=hour"
        "&user_id=u+1&model=acme%2Fone&provider=acme&credential_type=byok&tags=a%2Cb"
    )


async def test_empty_filters_are_left_out():
    server = Server(reply({"results": []}))
    await provider(server).get_spend_report(start_date="a", end_date="b", model="", tags=[])
    assert server.requests[0].url.query == b"start_date=a&end_date=b"


async def test_a_generation_is_read():
    data = {
        "id": "gen_1",
        "total_cost": 0.5,
        "market_cost": None,
        "gateway_cost": 0.5,
        "upstream_inference_cost": 0,
        "usage": 0.5,
        "created_at": "2026-01-01T00:00:00Z",
        "model": "acme/one",
        "is_byok": False,
        "provider_name": "acme",
        "streamed": True,
        "finish_reason": "stop",
        "latency": 120,
        "generation_time": 900.5,
        "native_tokens_prompt": 1,
        "native_tokens_completion": 2,
        "native_tokens_reasoning": 3,
        "native_tokens_cached": 4,
        "native_tokens_cache_creation": 5,
        "billable_web_search_calls": 6,
    }
    server = Server(reply({"data": data}))
    assert await provider(server).get_generation_info(id="gen 'a'") == GatewayGenerationInfo(
        id="gen_1",
        total_cost=0.5,
        gateway_cost=0.5,
        upstream_inference_cost=0,
        usage=0.5,
        created_at="2026-01-01T00:00:00Z",
        model="acme/one",
        is_byok=False,
        provider_name="acme",
        streamed=True,
        finish_reason="stop",
        latency=120,
        generation_time=900.5,
        prompt_tokens=1,
        completion_tokens=2,
        reasoning_tokens=3,
        cached_tokens=4,
        cache_creation_tokens=5,
        billable_web_search_calls=6,
    )
    assert str(server.requests[0].url) == "https://ai-gateway.vercel.sh/v1/generation?id=gen%20%27a%27"
