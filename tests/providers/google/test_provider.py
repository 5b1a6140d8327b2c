"""The Google provider: names, keys, URLs, and what its models are told."""

import httpx
import pytest

from ai_sdk.provider import APICallError, LoadAPIKeyError
from ai_sdk.provider_utils.download import is_url_supported
from ai_sdk.providers.google import create_google, google
from ai_sdk.providers.google.errors import map_google_error_status_to_http_status_code
from ai_sdk.version import VERSION
from tests.providers.google.calls import call, provider
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

ANSWER = {"candidates": [{"content": {"parts": [{"text": "Hi"}]}, "finishReason": "STOP"}]}


def test_each_accessor_makes_a_model_of_its_surface() -> None:
    acme = create_google(api_key="key", name="acme")
    plain = [acme("m"), acme.chat("m"), acme.language_model("m"), acme.generative_ai("m"), acme.embedding("m")]
    plain += [acme.embedding_model("m"), acme.text_embedding("m"), acme.text_embedding_model("m"), acme.files()]
    plain += [acme.image("m"), acme.image_model("m"), acme.video("m"), acme.video_model("m")]
    assert {model.provider for model in plain} == {"acme"}
    own = [acme.speech("m"), acme.speech_model("m"), acme.transcription("m"), acme.transcription_model("m")]
    own.append(acme.interactions("m"))
    names = ["acme.speech"] * 2 + ["acme.transcription"] * 2 + ["acme.interactions"]
    assert [model.provider for model in own] == names
    assert google("m").provider == "google.generative-ai"


def test_the_tools_that_google_defines_are_at_hand() -> None:
    tool = google.tools.google_search(search_types={"webSearch": {}})
    assert (tool.id, tool.args) == ("google.google_search", {"searchTypes": {"webSearch": {}}})


async def test_requests_carry_the_key_the_headers_and_who_asks() -> None:
    server = Server(reply(ANSWER))
    own = provider(server, headers={"X-Own": "1"}, base_url="https://own.example/v1/")
    await own("gemini-2.5-flash").do_generate(call(headers={"X-Call": "2"}))
    (request,) = server.requests
    assert str(request.url) == "https://own.example/v1/models/gemini-2.5-flash:generateContent"
    assert [request.headers[name] for name in ("x-goog-api-key", "x-own", "x-call")] == ["key", "1", "2"]
    assert f"ai-sdk-google/{VERSION}" in request.headers["user-agent"]


async def test_a_missing_key_is_an_error_of_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOOGLE_GENERATIVE_AI_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="GOOGLE_GENERATIVE_AI_API_KEY environment variable"):
        await google("gemini-2.5-flash").do_generate(call())


async def test_an_error_body_becomes_an_error_with_its_message() -> None:
    error = {"code": 429, "message": "slow down", "status": "RESOURCE_EXHAUSTED"}
    with pytest.raises(APICallError, match="slow down") as caught:
        await provider(Server(reply({"error": error}, 429)))("m").do_generate(call())
    assert (caught.value.data, caught.value.is_retryable) == ({"error": error}, True)


@pytest.mark.parametrize(
    ("status", "code"), [("CANCELLED", 499), ("UNAUTHENTICATED", 401), ("UNIMPLEMENTED", 501), ("ODD", None)]
)
def test_a_status_name_stands_for_an_http_status(status: str, code: int | None) -> None:
    assert map_google_error_status_to_http_status_code(status) == code


@pytest.mark.parametrize(
    ("model_id", "media_type", "url", "supported"),
    [
        ("gemini-2.5-flash", "video/mp4", "https://www.youtube.com/watch?v=abc-1&t=4", True),
        ("gemini-2.5-flash", "video/mp4", "https://youtu.be/abc", True),
        ("gemini-2.0-flash", "image/png", "https://a.example/i.png", False),
        ("gemini-2.5-flash", "image/png", "https://a.example/i.png", True),
        ("gemini-2.5-flash", "image/gif", "https://a.example/i.gif", False),
        ("gemma-3-4b-it", "image/png", "https://a.example/i.png", False),
        ("gemma-3-4b-it", "application/x", "https://own.example/v1/files/1", True),
        ("gemma-3-4b-it", "application/x", "https://ownXexample/v1/files/1", False),
        ("gemma-3-4b-it", "a/b", "https://generativelanguage.googleapis.com/v1beta/files/1", True),
    ],
)
def test_urls_are_supported_by_place_and_for_newer_models_by_type(
    *, model_id: str, media_type: str, url: str, supported: bool
) -> None:
    model = create_google(api_key="key", base_url="https://own.example/v1")(model_id)
    assert is_url_supported(media_type, url, model.supported_urls) is supported


async def test_a_provider_closes_the_client_that_it_made_and_not_the_one_it_was_given() -> None:
    async with create_google(api_key="key") as own:
        assert own("m").config.transport() is own("m").config.transport()
    given = httpx.AsyncClient()
    async with create_google(api_key="key", http_client=given):
        pass
    assert not given.is_closed
    await given.aclose()
