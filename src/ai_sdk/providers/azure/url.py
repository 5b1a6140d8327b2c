"""Where requests to Azure go.

Ports: @ai-sdk/azure/src/azure-openai-provider.ts
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from pydantic_core import Url

from ai_sdk.provider import InvalidArgumentError
from ai_sdk.provider_utils.settings import load_setting, without_trailing_slash

__all__ = ["AzureURL", "get_resource_name"]

_HOSTS = (".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com")
_PROJECT_HOST = ".services.ai.azure.com"
_DNS_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE | re.ASCII)


def get_resource_name(given: str | None) -> str:
    """Return the name of the resource, else `AZURE_RESOURCE_NAME`.

    Raises `LoadSettingError` when there is none, and `InvalidArgumentError` unless it is one label of a host name: any
    other could lead the request, and the key with it, elsewhere.
    """
    name = load_setting(
        setting_value=given,
        setting_name="resourceName",
        environment_variable_name="AZURE_RESOURCE_NAME",
        description="Azure OpenAI resource name",
    )
    if not _DNS_LABEL.fullmatch(name):
        raise InvalidArgumentError(
            "Invalid Azure resource name. Expected a single DNS label (letters, digits, and hyphens). "
            "Use `baseURL` for custom endpoints.",
            argument="resourceName",
        )
    return name


@dataclass(frozen=True, slots=True)
class _Host:
    is_azure_openai: bool = True
    is_foundry_project: bool = False
    is_versioned: bool = False


class AzureURL:
    """The URLs of one provider; a base URL outside of Azure is a gateway's, which adds versions itself.

    Raises `InvalidArgumentError` for a base URL that is none.
    """

    def __init__(
        self, *, base_url: str | None, resource_name: str | None, api_version: str | None, use_deployments: bool
    ) -> None:
        self._base_url = base_url
        self._resource_name = resource_name
        self._api_version = "v1" if api_version is None else api_version
        self._use_deployments = use_deployments
        self._host = _Host() if base_url is None else _read_host(base_url)

    @property
    def is_foundry_project(self) -> bool:
        """Whether the base URL is that of a project in Azure AI Foundry."""
        return self._host.is_foundry_project

    def __call__(self, path: str, model_id: str) -> str:
        """Return the URL of a path; raises as `get_resource_name` does when there is no base URL."""
        prefix = self.prefix()
        if self._use_deployments:
            return self._with_version(f"{prefix}/deployments/{model_id}{path}")
        if not self._host.is_azure_openai or self._host.is_versioned:
            return str(Url(f"{prefix}{path}"))
        url = f"{prefix}/v1{path}"
        return str(Url(url)) if self._host.is_foundry_project else self._with_version(url)

    def prefix(self) -> str:
        """Return what every URL begins with."""
        if self._base_url is not None:
            return without_trailing_slash(self._base_url)
        return f"https://{get_resource_name(self._resource_name)}.openai.azure.com/openai"

    def _with_version(self, url: str) -> str:
        location, _, query = str(Url(url)).partition("?")
        given = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] != "api-version"]
        return f"{location}?{urlencode([*given, ('api-version', self._api_version)])}"


def _read_host(base_url: str) -> _Host:
    try:
        url = Url(base_url)
    except ValueError as error:
        raise InvalidArgumentError(f"Invalid URL: {base_url}", argument="baseURL", cause=error) from error
    host, path = url.host or "", (url.path or "").rstrip("/")
    is_azure_openai = host.endswith(_HOSTS)
    return _Host(
        is_azure_openai=is_azure_openai,
        is_foundry_project=host.endswith(_PROJECT_HOST) and path.startswith("/api/projects/"),
        is_versioned=is_azure_openai and path.lower().endswith("/openai/v1"),
    )
