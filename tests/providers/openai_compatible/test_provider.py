"""The provider for OpenAI-compatible APIs: models, settings, exports."""

import subprocess
import sys

import pytest

import ai_sdk.providers.openai_compatible as module
from ai_sdk.provider import SharedV4WarningDeprecated
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.providers.openai_compatible.provider_options_key import (
    deprecated_key_warnings,
    provider_options_name,
    raw_provider_options,
    resolve_provider_options_key,
    to_camel_case,
)


def test_each_accessor_makes_its_model():
    acme = create_openai_compatible(name="acme", base_url="https://a.dev/v1")
    models = [
        acme("a"),
        acme.chat_model("a"),
        acme.language_model("a"),
        acme.completion_model("a"),
        acme.embedding_model("a"),
        acme.text_embedding_model("a"),
        acme.image_model("a"),
    ]
    assert [(model.model_id, model.provider) for model in models] == [
        ("a", "acme.chat"),
        ("a", "acme.chat"),
        ("a", "acme.chat"),
        ("a", "acme.completion"),
        ("a", "acme.embedding"),
        ("a", "acme.embedding"),
        ("a", "acme.image"),
    ]


def url(base_url, query_params=None, path="/chat/completions"):
    provider = create_openai_compatible(name="acme", base_url=base_url, query_params=query_params)
    return provider.config("chat").url(path, "m")


@pytest.mark.parametrize(
    ("base_url", "query_params", "expected"),
    [
        ("https://a.dev/v1", None, "https://a.dev/v1/chat/completions"),
        ("https://A.dev:443/v1/", None, "https://a.dev/v1/chat/completions"),
        ("http://localhost:8080", None, "http://localhost:8080/chat/completions"),
        ("https://a.dev/v1", {"v": "1", "q": "a b&c~*ü"}, "https://a.dev/v1/chat/completions?v=1&q=a+b%26c%7E*%C3%BC"),
        ("https://a.dev/v1", {}, "https://a.dev/v1/chat/completions"),
    ],
)
def test_urls_are_written_as_javascript_writes_them(base_url, query_params, expected):
    assert url(base_url, query_params) == expected


def test_query_parameters_replace_those_of_a_path():
    assert url("https://a.dev", {"v": "1"}, "/x?w=2#y") == "https://a.dev/x?v=1"


@pytest.mark.anyio
async def test_key_and_headers_are_read_at_the_request_and_nothing_from_the_environment(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    bare = await create_openai_compatible(name="acme", base_url="https://a.dev").request_headers()
    assert "authorization" not in bare
    assert (bare["user-agent"] or "").startswith("ai-sdk-openai-compatible/")
    empty = await create_openai_compatible(name="acme", base_url="https://a.dev", api_key="").request_headers()
    assert "authorization" not in empty

    async def key() -> str:
        return "later"

    keyed = create_openai_compatible(
        name="acme", base_url="https://a.dev", api_key=key, headers={"Authorization": "Basic own", "X-Own": "1"}
    )
    headers = await keyed.request_headers()
    assert (headers["authorization"], headers["x-own"]) == ("Basic own", "1")


@pytest.mark.parametrize(
    ("name", "camel"), [("acme", "acme"), ("my-acme", "myAcme"), ("my_acme-2", "myAcme-2"), ("my-Acme", "my-Acme")]
)
def test_camel_case(name, camel):
    assert to_camel_case(name) == camel


def test_the_name_of_the_options_is_what_stands_before_the_first_dot():
    assert (provider_options_name("vertex.maas.chat"), provider_options_name(" acme ")) == ("vertex", "acme")


@pytest.mark.parametrize(
    ("given", "raw", "key", "is_deprecated"),
    [
        (None, {}, "my-acme", False),
        ({"my-acme": {"a": 1, "b": 1}}, {"a": 1, "b": 1}, "my-acme", True),
        ({"myAcme": {"b": 2}}, {"b": 2}, "myAcme", False),
        ({"my-acme": {"a": 1, "b": 1}, "myAcme": {"b": 2}}, {"a": 1, "b": 2}, "myAcme", True),
    ],
)
def test_options_are_found_under_both_spellings_of_a_name(given, raw, key, is_deprecated):
    warning = SharedV4WarningDeprecated(setting="providerOptions key 'my-acme'", message="Use 'myAcme' instead.")
    assert raw_provider_options("my-acme", given) == raw
    assert resolve_provider_options_key("my-acme", given) == key
    assert deprecated_key_warnings("my-acme", given) == ([warning] if is_deprecated else [])


def test_every_export_is_there_and_nothing_else():
    assert {name for name in module.__all__ if getattr(module, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_importing_the_provider_loads_no_model_and_no_wire_types():
    code = "import sys, ai_sdk.providers.openai_compatible; print([m for m in sys.modules if m.endswith('.wire')])"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"
