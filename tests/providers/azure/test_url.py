"""Where requests to Azure go."""

import pytest

from ai_sdk.provider import InvalidArgumentError, LoadSettingError
from ai_sdk.providers.azure.url import AzureURL, get_resource_name


def url(*, base_url=None, resource_name="dome", api_version=None, use_deployments=False):
    return AzureURL(
        base_url=base_url, resource_name=resource_name, api_version=api_version, use_deployments=use_deployments
    )


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "https://dome.openai.azure.com/openai/v1/chat?api-version=v1"),
        ({"api_version": "2025-04-01"}, "https://dome.openai.azure.com/openai/v1/chat?api-version=2025-04-01"),
        (
            {"use_deployments": True, "api_version": "2024-10-21"},
            "https://dome.openai.azure.com/openai/deployments/m/chat?api-version=2024-10-21",
        ),
        ({"base_url": "https://gate.dev/az/"}, "https://gate.dev/az/chat"),
        (
            {"base_url": "https://gate.dev/az", "use_deployments": True},
            "https://gate.dev/az/deployments/m/chat?api-version=v1",
        ),
        ({"base_url": "https://a.openai.azure.com/openai"}, "https://a.openai.azure.com/openai/v1/chat?api-version=v1"),
        ({"base_url": "https://a.openai.azure.com/openai/v1/"}, "https://a.openai.azure.com/openai/v1/chat"),
        (
            {"base_url": "https://a.cognitiveservices.azure.com/x"},
            "https://a.cognitiveservices.azure.com/x/v1/chat?api-version=v1",
        ),
        (
            {"base_url": "https://a.services.ai.azure.com/api/projects/p/openai"},
            "https://a.services.ai.azure.com/api/projects/p/openai/v1/chat",
        ),
        ({"base_url": "https://openai.azure.com.evil.dev"}, "https://openai.azure.com.evil.dev/chat"),
    ],
)
def test_a_base_url_says_which_version_is_added(settings, expected):
    assert url(**settings)("/chat", "m") == expected


def test_a_project_of_foundry_is_known():
    assert url(base_url="https://a.services.ai.azure.com/api/projects/p").is_foundry_project
    assert not url().is_foundry_project


@pytest.mark.parametrize("name", ["", "a.b", "-a", "a-", "me@evil.dev/#", "a" * 64, "ä"])
def test_a_resource_name_is_one_label(name):
    with pytest.raises(InvalidArgumentError, match="Invalid Azure resource name"):
        get_resource_name(name)


def test_a_resource_name_may_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("AZURE_RESOURCE_NAME", "dome-2")
    assert get_resource_name(None) == "dome-2"
    monkeypatch.delenv("AZURE_RESOURCE_NAME")
    with pytest.raises(LoadSettingError, match="AZURE_RESOURCE_NAME"):
        get_resource_name(None)


def test_a_base_url_that_is_none_is_refused_at_once():
    with pytest.raises(InvalidArgumentError, match="Invalid URL: dome"):
        url(base_url="dome")
