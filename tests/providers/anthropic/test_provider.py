"""The provider: settings, names, and what is read when."""

import re
import subprocess
import sys

import pytest

import ai_sdk.providers.anthropic as package
from ai_sdk.provider import InvalidArgumentError, LanguageModelV4, LoadAPIKeyError, NoSuchModelError
from ai_sdk.providers.anthropic import AnthropicFiles, AnthropicLanguageModel, AnthropicSkills, create_anthropic
from ai_sdk.providers.anthropic.tools import COMPUTER_TOOLSET_MEMBERS


@pytest.fixture(autouse=True)
def no_environment(monkeypatch):
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    monkeypatch.delenv("ANTHROPIC_BASE_URL", raising=False)


def test_every_way_to_ask_for_a_model_gives_one_on_the_messages_api():
    provider = create_anthropic(api_key="key")
    models = [make("claude-opus-4-6") for make in (provider, provider.language_model, provider.chat, provider.messages)]
    assert all(isinstance(model, AnthropicLanguageModel) and isinstance(model, LanguageModelV4) for model in models)
    assert {(model.provider, model.model_id) for model in models} == {("anthropic.messages", "claude-opus-4-6")}
    assert models[0].supported_urls == dict.fromkeys(("image/*", "application/pdf"), (re.compile(r"^https?://.*$"),))


def test_the_name_is_that_of_models_and_files_and_begins_that_of_skills():
    provider = create_anthropic(api_key="key", name="quarry.messages")
    assert isinstance(provider.files(), AnthropicFiles)
    assert isinstance(provider.skills(), AnthropicSkills)
    assert (provider("m").provider, provider.files().provider, provider.skills().provider) == (
        "quarry.messages",
        "quarry.messages",
        "quarry.skills",
    )


@pytest.mark.parametrize("kind", ["embedding_model", "text_embedding_model", "image_model"])
def test_there_are_no_other_models(kind):
    with pytest.raises(NoSuchModelError):
        getattr(create_anthropic(api_key="key"), kind)("m")


@pytest.mark.parametrize(
    ("given", "address"),
    [
        (None, "https://api.anthropic.com/v1"),
        ("https://api.anthropic.com", "https://api.anthropic.com/v1"),
        ("https://api.anthropic.com/", "https://api.anthropic.com/v1"),
        ("https://proxy.dev/v2/", "https://proxy.dev/v2"),
    ],
)
def test_the_address_may_be_given_or_come_from_the_environment(monkeypatch, given, address):
    assert create_anthropic(base_url=given).base_url == address
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://other.dev/")
    assert create_anthropic(base_url=given).base_url == (address if given else "https://other.dev")


def test_a_blank_address_is_refused_when_a_model_is_made():
    with pytest.raises(InvalidArgumentError, match="non-empty"):
        create_anthropic(base_url=" ")("m")


def test_a_key_and_a_token_together_are_refused():
    with pytest.raises(InvalidArgumentError) as caught:
        create_anthropic(api_key="key", auth_token="token")
    assert caught.value.argument == "apiKey/authToken"


@pytest.mark.anyio
async def test_headers_carry_the_version_and_the_key_or_a_fresh_token():
    tokens = iter(["one", "two"])

    async def fetch_token() -> str:
        return next(tokens)

    keyed = await create_anthropic(api_key="key", headers={"X-Own": "1"}).request_headers()
    provider = create_anthropic(auth_token=fetch_token)
    bearers = [(await provider.request_headers())["authorization"] for _ in range(2)]
    agent = keyed.pop("user-agent")
    assert keyed == {"anthropic-version": "2023-06-01", "x-api-key": "key", "x-own": "1"}
    assert agent is not None
    assert agent.startswith("ai-sdk-anthropic/")
    assert bearers == ["Bearer one", "Bearer two"]


@pytest.mark.anyio
async def test_a_missing_key_is_named_when_it_is_needed():
    with pytest.raises(LoadAPIKeyError, match="ANTHROPIC_API_KEY"):
        await create_anthropic().request_headers()


def test_the_package_exports_all_it_lists_and_nothing_else_late():
    assert sorted(package.__all__) == dir(package)
    assert all(getattr(package, name) is not None for name in package.__all__)
    with pytest.raises(AttributeError, match="Nothing"):
        package.Nothing  # noqa: B018 - reading it is the test


def test_importing_the_package_imports_no_surface():
    code = "import sys, ai_sdk.providers.anthropic; print([n for n in sys.modules if 'anthropic.messages' in n])"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout == "[]\n"


def test_tools_are_reached_through_the_provider():
    tools = create_anthropic(api_key="key").tools
    definition = tools.web_search_20260318(max_uses=3, response_inclusion="full")
    assert (definition.id, definition.args) == (
        "anthropic.web_search_20260318",
        {"maxUses": 3, "responseInclusion": "full"},
    )
    assert len([name for name in tools.__all__ if name[-1].isdigit()]) == 23


def test_the_computer_toolset_refuses_actions_that_are_switched_off():
    tools = create_anthropic(api_key="key").tools
    model = tools.computer_toolset_20260801(configs={"zoom": {"enabled": False}, "key": {"enabled": True}}).input_model
    assert model.model_validate({"action": "key", "text": "a"}).action == "key"
    for refused in ("zoom", "fly"):
        with pytest.raises(ValueError, match="action"):
            model.model_validate({"action": refused})


def test_a_computer_toolset_without_any_action_takes_none():
    tools = create_anthropic(api_key="key").tools
    nothing = {member: {"enabled": False} for member in COMPUTER_TOOLSET_MEMBERS}
    with pytest.raises(ValueError, match="action"):
        tools.computer_toolset_20260801(configs=nothing).input_model.model_validate({"action": "key"})


def test_a_bare_computer_toolset_takes_every_action():
    tools = create_anthropic(api_key="key").tools
    assert tools.computer_toolset_20260801().input_model.model_validate({"action": "zoom"}).action == "zoom"
