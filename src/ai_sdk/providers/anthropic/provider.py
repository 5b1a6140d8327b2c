"""The Anthropic provider: its facts, settings and models.

Ports: @ai-sdk/anthropic/src/anthropic-provider.ts
"""

import re
from typing import TYPE_CHECKING, Any

from ai_sdk.provider import InvalidArgumentError
from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_optional_setting, validate_base_url, without_trailing_slash
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.anthropic.config import AnthropicConfig

if TYPE_CHECKING:
    from ai_sdk_generated.anthropic.messages.model_ids import AnthropicModelId

    from ai_sdk.providers.anthropic.files import AnthropicFiles
    from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel
    from ai_sdk.providers.anthropic.skills import AnthropicSkills

__all__ = ["AnthropicProvider", "anthropic", "create_anthropic"]

_API_URL = "https://api.anthropic.com"
_ANY_WEB_ADDRESS = (re.compile(r"^https?://.*$"),)
_SUPPORTED_URLS = {"image/*": _ANY_WEB_ADDRESS, "application/pdf": _ANY_WEB_ADDRESS}


class AnthropicProvider(Provider):
    """Makes Anthropic models; calling it with a model id makes one on the Messages API.

    >>> create_anthropic(api_key="key")("claude-opus-4-6").provider
    'anthropic.messages'
    """

    definition = ProviderDefinition(
        name="anthropic",
        base_url=f"{_API_URL}/v1",
        api_key=ApiKey(env="ANTHROPIC_API_KEY", description="Anthropic", header="x-api-key", prefix=""),
    )

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        auth_token: Resolvable[str | None] = None,
        base_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        name: str | None = None,
        http_client: HttpClient | None = None,
        generate_id: IdGenerator = generate_id,
    ) -> None:
        super().__init__(
            api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
        )
        if api_key and auth_token:
            raise InvalidArgumentError(
                "Both apiKey and authToken were provided. Please use only one authentication method.",
                argument="apiKey/authToken",
            )
        self._auth_token = auth_token
        self._name = "anthropic.messages" if name is None else name

    @property
    def base_url(self) -> str:
        """Where requests go: the argument, else `ANTHROPIC_BASE_URL`, else Anthropic itself."""
        given = load_optional_setting(setting_value=self._base_url, environment_variable_name="ANTHROPIC_BASE_URL")
        base_url = validate_base_url(given)
        if base_url is None or without_trailing_slash(base_url) == _API_URL:
            return self.definition.base_url
        return without_trailing_slash(base_url)

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the API version, and the header of the key or the token."""
        version: dict[str, str | None] = {"anthropic-version": "2023-06-01"}
        if self._auth_token:
            return {**version, "Authorization": f"Bearer {await resolve(self._auth_token)}"}
        return {**version, **await super().auth_headers()}

    def language_model(self, model_id: "AnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model on the Messages API."""
        from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel

        config = AnthropicConfig(
            provider=self._name,
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
            supported_urls=_SUPPORTED_URLS,
            supports_message_threads=True,
        )
        return AnthropicLanguageModel(model_id, config)

    def chat(self, model_id: "AnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model on the Messages API."""
        return self.language_model(model_id)

    def messages(self, model_id: "AnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model on the Messages API."""
        return self.language_model(model_id)

    def files(self) -> "AnthropicFiles":
        """Return Anthropic's file store."""
        from ai_sdk.providers.anthropic.files import AnthropicFiles

        return AnthropicFiles(self._store_config(self._name))

    def skills(self) -> "AnthropicSkills":
        """Return Anthropic's skill store."""
        from ai_sdk.providers.anthropic.skills import AnthropicSkills

        return AnthropicSkills(self._store_config(f"{self._name.replace('.messages', '', 1)}.skills"))

    def _store_config(self, provider: str) -> ModelConfig:
        return ModelConfig(
            provider=provider,
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
        )

    @property
    def tools(self) -> Any:
        """The tools that Anthropic defines, as factories: `anthropic.tools.web_search_20260318()`."""
        import ai_sdk.providers.anthropic.tools as anthropic_tools

        return anthropic_tools


def create_anthropic(
    *,
    api_key: Resolvable[str | None] = None,
    auth_token: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    name: str | None = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> AnthropicProvider:
    """Return an Anthropic provider; nothing is read from the environment before the first request.

    `api_key` falls back to `ANTHROPIC_API_KEY` and `base_url` to `ANTHROPIC_BASE_URL`; `auth_token` is sent as a bearer
    token instead of the key. Key, token and headers may be functions, plain or async, that are asked at each request.
    `name` replaces `anthropic.messages` in `provider` of the models. `http_client` is an `httpx.AsyncClient`, or
    anything with its interface. Raises `InvalidArgumentError` when both a key and a token are given.
    """
    return AnthropicProvider(
        api_key=api_key,
        auth_token=auth_token,
        base_url=base_url,
        headers=headers,
        name=name,
        http_client=http_client,
        generate_id=generate_id,
    )


anthropic = create_anthropic()
"""The provider with every setting from the environment."""
