"""Logins of the gateway's WebSockets: they travel as subprotocols, since browsers can send no headers with them.

Ports: @ai-sdk/gateway/src/gateway-realtime-auth.ts, @ai-sdk/gateway/src/gateway-transcription-model.ts
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode

from ai_sdk.provider_utils.headers import Headers, normalize_headers
from ai_sdk.providers.gateway.model import TEAM_HEADER

__all__ = [
    "GATEWAY_AUTH_SUBPROTOCOL_PREFIX",
    "GATEWAY_REALTIME_SUBPROTOCOL",
    "GATEWAY_SPEECH_SUBPROTOCOL",
    "GATEWAY_TEAM_SUBPROTOCOL_PREFIX",
    "GATEWAY_TRANSCRIPTION_SUBPROTOCOL",
    "get_gateway_realtime_auth_token",
    "get_gateway_realtime_protocols",
    "get_gateway_realtime_team_id_or_slug",
    "get_gateway_speech_protocols",
    "get_gateway_transcription_protocols",
    "get_protocols_from_headers",
]

GATEWAY_REALTIME_SUBPROTOCOL = "ai-gateway-realtime.v1"
"""What the gateway chooses from the subprotocols of a realtime session."""

GATEWAY_TRANSCRIPTION_SUBPROTOCOL = "ai-gateway-transcription.v1"
"""What the gateway chooses from the subprotocols of a streaming transcription."""

GATEWAY_SPEECH_SUBPROTOCOL = "ai-gateway-speech.v1"
"""What the gateway chooses from the subprotocols of streaming speech."""

GATEWAY_AUTH_SUBPROTOCOL_PREFIX = "ai-gateway-auth."
"""Stands before the token."""

GATEWAY_TEAM_SUBPROTOCOL_PREFIX = "ai-gateway-team."
"""Stands before the team, which is base64url."""

_BEARER = "Bearer "


def get_gateway_realtime_protocols(token: str, *, team_id_or_slug: str | None = None) -> list[str]:
    """Return the subprotocols of a realtime session; `token` must be made of characters that they allow."""
    return _protocols(GATEWAY_REALTIME_SUBPROTOCOL, token, team_id_or_slug)


def get_gateway_transcription_protocols(token: str, *, team_id_or_slug: str | None = None) -> list[str]:
    """Return the subprotocols of a streaming transcription; `token` must be made of characters that they allow."""
    return _protocols(GATEWAY_TRANSCRIPTION_SUBPROTOCOL, token, team_id_or_slug)


def get_gateway_speech_protocols(token: str, *, team_id_or_slug: str | None = None) -> list[str]:
    """Return the subprotocols of streaming speech; `token` must be made of characters that they allow.

    >>> get_gateway_speech_protocols("key", team_id_or_slug="team")
    ['ai-gateway-speech.v1', 'ai-gateway-auth.key', 'ai-gateway-team.dGVhbQ']
    """
    return _protocols(GATEWAY_SPEECH_SUBPROTOCOL, token, team_id_or_slug)


def _protocols(marker: str, token: str, team: str | None) -> list[str]:
    protocols = [marker, f"{GATEWAY_AUTH_SUBPROTOCOL_PREFIX}{token}"]
    if team:
        encoded = urlsafe_b64encode(team.encode()).decode("ascii").rstrip("=")
        protocols.append(f"{GATEWAY_TEAM_SUBPROTOCOL_PREFIX}{encoded}")
    return protocols


def get_protocols_from_headers(headers: Headers, marker: str) -> list[str]:
    """Return `marker`, and the subprotocols that carry the token and the team of a request's headers.

    >>> get_protocols_from_headers({"Authorization": "Bearer key"}, GATEWAY_SPEECH_SUBPROTOCOL)
    ['ai-gateway-speech.v1', 'ai-gateway-auth.key']
    """
    normalized = normalize_headers(headers)
    authorization = normalized.get("authorization", "")
    if not authorization.startswith(_BEARER):
        return [marker]
    return _protocols(marker, authorization.removeprefix(_BEARER), normalized.get(TEAM_HEADER))


def get_gateway_realtime_auth_token(sec_websocket_protocol: str | None) -> str | None:
    """Return the token in the value of a `Sec-WebSocket-Protocol` header, on the server.

    >>> get_gateway_realtime_auth_token("ai-gateway-speech.v1, ai-gateway-auth.key")
    'key'
    """
    return _find(sec_websocket_protocol, GATEWAY_AUTH_SUBPROTOCOL_PREFIX)


def get_gateway_realtime_team_id_or_slug(sec_websocket_protocol: str | None) -> str | None:
    """Return the team in the value of a `Sec-WebSocket-Protocol` header, on the server; `None` when it is no base64."""
    encoded = _find(sec_websocket_protocol, GATEWAY_TEAM_SUBPROTOCOL_PREFIX)
    if encoded is None:
        return None
    try:
        team = urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
    except (binascii.Error, ValueError):
        return None
    return team.decode("utf-8", "replace") or None


def _find(header: str | None, prefix: str) -> str | None:
    protocols = (protocol.strip() for protocol in (header or "").split(","))
    found = next((protocol for protocol in protocols if protocol.startswith(prefix)), "")
    return found.removeprefix(prefix) or None
