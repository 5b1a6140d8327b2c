"""What the tests of Vertex AI are made of."""

from types import SimpleNamespace
from typing import Any

from ai_sdk.provider import LanguageModelV4CallOptions
from ai_sdk.provider.codec import load
from ai_sdk.providers.google_vertex import GoogleVertexProvider, create_google_vertex
from tests.providers.openai.server import Server
from tests.providers.responses_laws import client

ROOT = "https://europe-west4-aiplatform.googleapis.com/v1beta1/projects/lighthouse/locations/europe-west4"
PUBLISHER = f"{ROOT}/publishers/google"
CREDENTIALS = SimpleNamespace(valid=True, token="lamp")
SETTINGS: Any = {
    "project": "lighthouse",
    "location": "europe-west4",
    "google_auth_options": {"authClient": CREDENTIALS},
}


def provider(server: Server, **settings: Any) -> GoogleVertexProvider:
    return create_google_vertex(**{**SETTINGS, **settings}, http_client=client(server))


def options(**given: Any) -> LanguageModelV4CallOptions:
    prompt = [{"role": "user", "content": [{"type": "text", "text": "How far?"}]}]
    return load(LanguageModelV4CallOptions, {"prompt": prompt, **given})


def answer(text: str = "Nine miles.") -> dict[str, Any]:
    content = {"role": "model", "parts": [{"text": text}]}
    return {"candidates": [{"content": content, "finishReason": "STOP"}]}


def sent(server: Server) -> list[tuple[str, str | None]]:
    """Return where requests went and as whom."""
    return [(str(request.url), request.headers.get("authorization")) for request in server.requests]
