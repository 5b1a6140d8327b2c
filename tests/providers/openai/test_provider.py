import subprocess
import sys

import pytest

import ai_sdk.providers.openai as package
from ai_sdk.provider import InvalidArgumentError, LoadAPIKeyError
from ai_sdk.provider.language_model import LanguageModelV4CallOptions
from ai_sdk.providers.openai import OpenAIProvider, create_openai, openai
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.version import VERSION
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

CALL = LanguageModelV4CallOptions(prompt=[], headers={"X-Call": "2"})
ANSWER = {"choices": [{"index": 0, "message": {"content": "Hi"}, "finish_reason": "stop"}]}


def test_each_accessor_makes_a_model_of_its_surface() -> None:
    provider = create_openai(api_key="key", name="acme")
    made = {
        "responses": provider.responses("m").provider,
        "chat": provider.chat("m").provider,
        "completion": provider.completion("m").provider,
        "embedding": provider.embedding("m").provider,
        "embedding_model": provider.embedding_model("m").provider,
        "text_embedding": provider.text_embedding("m").provider,
        "image": provider.image("m").provider,
        "image_model": provider.image_model("m").provider,
        "speech": provider.speech("m").provider,
        "speech_model": provider.speech_model("m").provider,
        "transcription": provider.transcription("m").provider,
        "transcription_model": provider.transcription_model("m").provider,
        "files": provider.files().provider,
        "skills": provider.skills().provider,
    }
    assert made == {name: f"acme.{name.removesuffix('_model').removeprefix('text_')}" for name in made}


def test_the_provider_itself_makes_responses_models() -> None:
    provider = create_openai(api_key="key")
    models = [provider("m"), provider.language_model("m")]
    assert [(model.provider, model.config.file_id_prefixes) for model in models] == [
        ("openai.responses", ("file-",))
    ] * 2


def test_the_tools_that_openai_defines_are_at_hand() -> None:
    assert create_openai().tools.web_search(search_context_size="low").args == {"searchContextSize": "low"}


async def test_headers_say_who_asks_and_who_pays() -> None:
    server = Server(reply(ANSWER))
    provider = server.provider(organization="org-1", project="p-1", headers={"X-Own": "1"})
    await provider.chat("gpt-4o").do_generate(CALL)
    (request,) = server.requests
    sent = {name: request.headers[name] for name in ("authorization", "openai-organization", "openai-project")}
    assert sent == {"authorization": "Bearer key", "openai-organization": "org-1", "openai-project": "p-1"}
    assert (request.headers["x-own"], request.headers["x-call"]) == ("1", "2")
    assert f"ai-sdk-openai/{VERSION}" in request.headers["user-agent"]
    assert str(request.url) == "https://api.openai.com/v1/chat/completions"


async def test_the_key_may_be_an_async_function_that_is_asked_at_each_request() -> None:
    keys = ["second", "first"]

    async def key() -> str:
        return keys.pop()

    server = Server(reply(ANSWER), reply(ANSWER))
    model = server.provider(api_key=key).chat("gpt-4o")
    await model.do_generate(CALL)
    await model.do_generate(CALL)
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer first", "Bearer second"]


async def test_a_missing_key_is_an_error_of_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="OPENAI_API_KEY environment variable"):
        await openai.chat("gpt-4o").do_generate(CALL)


@pytest.mark.parametrize(
    ("setting", "variable", "expected"),
    [
        (None, None, "https://api.openai.com/v1"),
        (None, "https://env.example/v1/", "https://env.example/v1"),
        ("https://own.example/", "https://env.example/v1", "https://own.example"),
    ],
)
def test_the_base_url_is_the_argument_else_the_environment_else_openai(
    monkeypatch: pytest.MonkeyPatch, setting: str | None, variable: str | None, expected: str
) -> None:
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    if variable is not None:
        monkeypatch.setenv("OPENAI_BASE_URL", variable)
    assert create_openai(base_url=setting).base_url == expected


def test_a_blank_base_url_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="baseURL must be a non-empty string"):
        create_openai(base_url=" ").chat("gpt-4o")


async def test_another_model_id_can_be_sent_than_the_one_the_model_goes_by() -> None:
    server = Server(reply(ANSWER))
    config = server.provider().config("chat")
    hooked = OpenAIConfig(
        provider="azure.chat",
        url=lambda path, model_id: f"https://acme.example/{model_id}{path}",
        headers=config.headers,
        transport=config.transport,
        request_model_id="deployment",
    )
    await package.OpenAIChatLanguageModel("gpt-4o", hooked).do_generate(CALL)
    assert str(server.requests[0].url) == "https://acme.example/deployment/chat/completions"
    assert server.body["model"] == "deployment"


def test_everything_that_is_exported_is_there() -> None:
    exported = {name: getattr(package, name) for name in package.__all__}
    assert all(value is not None for value in exported.values())
    assert dir(package) == sorted(package.__all__)
    assert exported["OpenAIProvider"] is OpenAIProvider


def test_an_unknown_export_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'OpenAIRealtimeModel'"):
        _ = package.OpenAIRealtimeModel


def test_importing_the_provider_imports_no_surface() -> None:
    program = (
        "import sys, ai_sdk.providers.openai as o; o.openai; "
        "print([m for m in sys.modules if m.startswith(('ai_sdk_generated.openai', 'ai_sdk.providers.openai.chat'))])"
    )
    environment = {"PYTHONPATH": ":".join(sys.path)}
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert found.stdout == "[]\n"
