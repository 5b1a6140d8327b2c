"""Logins of the gateway's WebSockets: subprotocols, and tokens for browsers."""

import json
from typing import Any

import pytest

from ai_sdk.providers.gateway import (
    GATEWAY_SPEECH_SUBPROTOCOL,
    GatewayClientSecret,
    GatewayForbiddenError,
    create_gateway,
    get_gateway_realtime_auth_token,
    get_gateway_realtime_protocols,
    get_gateway_realtime_team_id_or_slug,
    get_gateway_speech_protocols,
    get_gateway_transcription_protocols,
)
from ai_sdk.providers.gateway.realtime_auth import get_protocols_from_headers
from ai_sdk.testing import MockTransport, Reply

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("team", [None, "", "team_1", "tëam/~?", "ab", "abc"])
def test_what_a_client_writes_a_server_reads(team: str | None) -> None:
    for write, marker in (
        (get_gateway_realtime_protocols, "realtime"),
        (get_gateway_transcription_protocols, "transcription"),
        (get_gateway_speech_protocols, "speech"),
    ):
        header = " , ".join(write("key", team_id_or_slug=team))
        assert header.startswith(f"ai-gateway-{marker}.v1")
        assert get_gateway_realtime_auth_token(header) == "key"
        assert get_gateway_realtime_team_id_or_slug(header) == (team or None)


@pytest.mark.parametrize("header", [None, "", "ai-gateway-speech.v1", "ai-gateway-auth., ai-gateway-team."])
def test_a_header_without_login_has_none(header: str | None) -> None:
    assert (get_gateway_realtime_auth_token(header), get_gateway_realtime_team_id_or_slug(header)) == (None, None)


def test_a_team_that_is_no_base64_is_none() -> None:
    assert get_gateway_realtime_team_id_or_slug("ai-gateway-team.a") is None


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, []),
        ({"authorization": "Basic x"}, []),
        ({"AUTHORIZATION": "Bearer x"}, ["ai-gateway-auth.x"]),
        (
            {"authorization": "Bearer x", "X-Vercel-AI-Gateway-Team": "t"},
            ["ai-gateway-auth.x", "ai-gateway-team.dA"],
        ),
    ],
)
def test_headers_become_subprotocols(headers: dict[str, str | None], expected: list[str]) -> None:
    assert get_protocols_from_headers(headers, GATEWAY_SPEECH_SUBPROTOCOL) == ["ai-gateway-speech.v1", *expected]


async def test_a_token_for_browsers_is_made_at_the_gateways_origin() -> None:
    transport = MockTransport(Reply.json({"token": "vcst_1", "expiresAt": 1700000000}))
    gateway = create_gateway(api_key="key", base_url="https://host/v4/ai", http_client=transport)
    secret = await gateway.experimental_speech.get_token(model="a/b", expires_after_seconds=30)
    url = "wss://host/v4/ai/speech-model?ai-model-id=a%2Fb"
    assert secret == GatewayClientSecret(token="vcst_1", url=url, expires_at=1700000000)
    (request,) = transport.requests
    body: Any = json.loads(request.body)
    assert (request.url, body) == (
        "https://host/v1/realtime/client-secrets",
        {"model": "a/b", "routeKind": "speech", "expiresIn": 30},
    )
    assert request.headers["authorization"] == "Bearer key"


async def test_a_token_that_is_refused_is_the_gateways_error() -> None:
    refusal = {"error": {"type": "forbidden", "message": "no"}}
    transport = MockTransport(Reply.json(refusal, status=403))
    gateway = create_gateway(api_key="key", http_client=transport)
    with pytest.raises(GatewayForbiddenError, match="no"):
        await gateway.experimental_transcription.get_token(model="a/b")
    assert json.loads(transport.requests[0].body) == {"model": "a/b", "routeKind": "transcription"}
