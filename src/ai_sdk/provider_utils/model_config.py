"""What a provider tells the models it makes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.transport import Transport
from ai_sdk.provider_utils.websocket import WebSocketConnector

__all__ = ["ModelConfig"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfig:
    """What a provider tells its models. `url(path, model_id)` and `headers()` are asked at each request."""

    provider: str
    url: Callable[[str, str], str]
    headers: Callable[[], Awaitable[dict[str, str | None]]]
    transport: Callable[[], Transport]
    generate_id: IdGenerator = generate_id
    websocket: WebSocketConnector | None = None
    """Opens WebSockets in place of the `websockets` library."""
