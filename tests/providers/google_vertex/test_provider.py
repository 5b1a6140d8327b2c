"""The provider: addresses, locations, API keys, and which model is made."""

from typing import Any

import pytest

from ai_sdk.provider import InvalidArgumentError, LoadAPIKeyError, LoadSettingError
from ai_sdk.providers import google_vertex as package
from ai_sdk.providers.google import tools as google_tools
from ai_sdk.providers.google_vertex import create_google_vertex, create_vertex, google_vertex, vertex
from ai_sdk.providers.google_vertex.errors import GoogleVertexError
from ai_sdk.providers.google_vertex.location import is_valid_hostname_part, vertex_host
from tests.providers.google_vertex.build import PUBLISHER, ROOT, SETTINGS, answer, options, provider, sent
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio
EXPRESS = "https://aiplatform.googleapis.com/v1/publishers/google"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GOOGLE_VERTEX_API_KEY", "GOOGLE_VERTEX_PROJECT", "GOOGLE_VERTEX_LOCATION"):
        monkeypatch.delenv(name, raising=False)


def test_models_say_what_they_are() -> None:
    made = create_google_vertex(**SETTINGS)
    models: list[Any] = [
        made("gemini-2.5-pro"),
        made.language_model("gemini-2.5-pro"),
        made.interactions("gemini-2.5-pro"),
        made.embedding_model("text-embedding-005"),
        made.text_embedding_model("text-embedding-005"),
        made.image("gemini-2.5-flash-image"),
        made.video("veo-3.1"),
        made.speech("chirp-3-hd"),
        made.speech("gemini-2.5-flash-tts"),
        made.transcription("chirp_3"),
        made.transcription("gemini-3.5-transcribe"),
    ]
    assert [(type(model).__name__, model.provider) for model in models] == [
        ("GoogleLanguageModel", "google.vertex.chat"),
        ("GoogleLanguageModel", "google.vertex.chat"),
        ("GoogleInteractionsLanguageModel", "google.vertex.interactions"),
        ("GoogleVertexEmbeddingModel", "google.vertex.embedding"),
        ("GoogleVertexEmbeddingModel", "google.vertex.embedding"),
        ("GoogleVertexImageModel", "google.vertex.image"),
        ("GoogleVertexVideoModel", "google.vertex.video"),
        ("GoogleVertexCloudTTSSpeechModel", "google.vertex.speech"),
        ("GoogleSpeechModel", "google.vertex.speech"),
        ("GoogleVertexTranscriptionModel", "google.vertex.transcription"),
        ("GoogleVertexGeminiTranscriptionModel", "google.vertex.transcription"),
    ]


def test_older_names_are_the_same_things_and_every_public_name_is_there() -> None:
    assert (vertex, create_vertex) == (google_vertex, create_google_vertex)
    assert google_vertex.tools is google_tools
    assert [name for name in dir(package) if getattr(package, name, None) is None] == []


async def test_a_request_goes_to_the_project_with_a_token_and_the_headers_of_the_provider() -> None:
    server = Server(reply(answer()))
    result = await provider(server, headers={"x-tower": "north"})("gemini-2.5-pro").do_generate(options())
    assert [part.text for part in result.content if part.type == "text"] == ["Nine miles."]
    assert sent(server) == [(f"{PUBLISHER}/models/gemini-2.5-pro:generateContent", "Bearer lamp")]
    assert server.requests[0].headers["x-tower"] == "north"
    assert server.requests[0].headers["user-agent"].startswith("ai-sdk-google-vertex/")


async def test_a_tuned_model_is_asked_at_its_endpoint() -> None:
    server = Server(reply(answer()))
    await provider(server)("endpoints/4711").do_generate(options())
    assert sent(server) == [(f"{ROOT}/endpoints/4711:generateContent", "Bearer lamp")]


async def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_VERTEX_PROJECT", "lighthouse")
    monkeypatch.setenv("GOOGLE_VERTEX_LOCATION", "europe-west4")
    server = Server(reply(answer()))
    await provider(server, project=None, location=None)("m").do_generate(options())
    assert sent(server) == [(f"{PUBLISHER}/models/m:generateContent", "Bearer lamp")]


async def test_a_base_url_needs_neither_project_nor_location() -> None:
    server = Server(reply(answer()))
    made = provider(server, project=None, location=None, base_url="https://proxy.test/v1/")
    await made("m").do_generate(options())
    assert (made.base_url, sent(server)) == (
        "https://proxy.test/v1",
        [("https://proxy.test/v1/models/m:generateContent", "Bearer lamp")],
    )


def test_a_missing_project_and_a_location_that_is_no_label_are_refused() -> None:
    with pytest.raises(LoadSettingError, match="'project' parameter or the GOOGLE_VERTEX_PROJECT"):
        create_google_vertex(location="us")("m")
    with pytest.raises(LoadSettingError, match="'location' parameter or the GOOGLE_VERTEX_LOCATION"):
        create_google_vertex(project="p")("m")
    with pytest.raises(InvalidArgumentError, match="Expected a single DNS label"):
        create_google_vertex(project="p", location="evil.test/#")("m")


@pytest.mark.parametrize(
    ("location", "host"),
    [
        ("global", "aiplatform.googleapis.com"),
        ("eu", "aiplatform.eu.rep.googleapis.com"),
        ("us", "aiplatform.us.rep.googleapis.com"),
        ("us-east5", "us-east5-aiplatform.googleapis.com"),
    ],
)
def test_each_location_has_its_host(location: str, host: str) -> None:
    assert vertex_host(location) == host


@pytest.mark.parametrize(
    ("value", "valid"),
    [("a", True), ("A-1", True), ("a" * 63, True), ("a" * 64, False), ("-a", False), ("a-", False), ("a\n", False)],
)
def test_a_hostname_part_is_one_label(value: str, valid: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert is_valid_hostname_part(value) is valid


@pytest.mark.parametrize("key", ["given", lambda: "given"])
async def test_an_api_key_goes_to_express_mode_and_wins_over_headers(key: Any) -> None:
    server = Server(reply(answer()))
    model = provider(server, api_key=key)("m")
    await model.do_generate(options(headers={"X-Goog-Api-Key": "other"}))
    assert sent(server) == [(f"{EXPRESS}/models/m:generateContent", None)]
    assert server.requests[0].headers["x-goog-api-key"] == "given"


async def test_an_api_key_comes_from_the_environment_and_an_empty_one_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_VERTEX_API_KEY", "theirs")
    server = Server(reply(answer()), reply(answer()))
    await provider(server)("m").do_generate(options())
    await provider(server, api_key="")("m").do_generate(options())
    assert [request.headers.get("x-goog-api-key") for request in server.requests] == ["theirs", None]


@pytest.mark.parametrize("key", [" ", None, 7])
async def test_a_function_must_give_a_key(key: Any) -> None:
    with pytest.raises(LoadAPIKeyError, match="must be a non-empty string"):
        await provider(Server(), api_key=lambda: key)("m").do_generate(options())


def test_express_mode_lacks_some_models() -> None:
    made = create_google_vertex(api_key="key")
    for make, model_id, named in (
        (made, "endpoints/1", "tuned"),
        (made.interactions, "m", "Interactions"),
        (made.speech_model, "chirp-3-hd", "Chirp speech"),
        (made.transcription_model, "chirp_3", "transcription"),
    ):
        with pytest.raises(GoogleVertexError, match=f"Google Vertex {named} models do not support Express Mode"):
            make(model_id)


async def test_an_image_of_a_tool_result_is_downloaded_without_credentials_up_to_a_size() -> None:
    image = {"type": "file", "mediaType": "image/png", "data": {"type": "url", "url": "https://pictures.test/a.png"}}
    result = {"type": "tool-result", "toolCallId": "c", "toolName": "look"}
    tool = {"role": "tool", "content": [{**result, "output": {"type": "content", "value": [image]}}]}
    call = {"role": "assistant", "content": [{"type": "tool-call", "toolCallId": "c", "toolName": "look", "input": {}}]}
    server = Server(reply("png"), reply(answer()), reply("too large"))
    small = provider(server, tool_result_downloads={"maxBytes": 5})("gemini-3-pro-preview")
    await small.do_generate(options(prompt=[call, tool]))
    assert [authorization for _, authorization in sent(server)] == [None, "Bearer lamp"]
    with pytest.raises(Exception, match="maximum size of 5 bytes"):
        await small.do_generate(options(prompt=[call, tool]))
