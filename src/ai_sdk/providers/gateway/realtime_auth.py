"""Logins of the gateway's WebSockets: they travel as subprotocols, since browsers can send no headers with them.

Ports: @ai-sdk/gateway/src/gateway-realtime-auth.ts, @ai-sdk/gateway/src/gateway-transcription-model.ts
"""

from base64 import urlsafe_b64encode

from ai_sdk.provider_utils.headers import Headers, normalize_headers
from ai_sdk.providers.gateway.model import TEAM_HEADER

__all__ = ["SPEECH_SUBPROTOCOL", "TRANSCRIPTION_SUBPROTOCOL", "get_protocols_from_headers"]

TRANSCRIPTION_SUBPROTOCOL = "ai-gateway-transcription.v1"
"""What the gateway chooses from the subprotocols of a streaming transcription."""

SPEECH_SUBPROTOCOL = "ai-gateway-speech.v1"
"""What the gateway chooses from the subprotocols of streaming speech."""

_AUTH_PREFIX = "ai-gateway-auth."
_TEAM_PREFIX = "ai-gateway-team."
_BEARER = "Bearer "


def get_protocols_from_headers(headers: Headers, marker: str) -> list[str]:
    """Return `marker` and the subprotocols that carry the token, as it is, and the team, as base64url.

    >>> get_protocols_from_headers({"Authorization": "Bearer key"}, SPEECH_SUBPROTOCOL)
    ['ai-gateway-speech.v1', 'ai-gateway-auth.key']
    """
    normalized = normalize_headers(headers)
    authorization = normalized.get("authorization", "")
    if not authorization.startswith(_BEARER):
        return [marker]
    protocols = [marker, f"{_AUTH_PREFIX}{authorization.removeprefix(_BEARER)}"]
    team = normalized.get(TEAM_HEADER)
    if team:
        protocols.append(_TEAM_PREFIX + urlsafe_b64encode(team.encode()).decode("ascii").rstrip("="))
    return protocols
