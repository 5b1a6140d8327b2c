"""The Open Responses provider: one URL, and a name that its options and metadata go by.

Ports: @ai-sdk/open-responses/src/open-responses-provider.ts
Ports: @ai-sdk/open-responses/src/responses/open-responses-config.ts
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk.providers.open_responses.extension import OpenResponsesExtension
    from ai_sdk.providers.open_responses.responses.model import OpenResponsesLanguageModel

__all__ = ["OpenResponsesProvider", "create_open_responses"]


class OpenResponsesProvider(Provider):
    """Makes language models of one server; calling it with a model id makes one."""

    definition = ProviderDefinition(name="open-responses", base_url="")

    def __init__(
        self,
        *,
        url: str,
        name: str,
        api_key: Resolvable[str | None] = None,
        headers: Resolvable[Headers | None] = None,
        http_client: HttpClient | None = None,
        experimental_extensions: "Sequence[OpenResponsesExtension] | None" = None,
    ) -> None:
        super().__init__(api_key=api_key, headers=headers, http_client=http_client)
        self._url = url
        self._name = name
        self._extensions = None
        if experimental_extensions:
            from ai_sdk.providers.open_responses.extension import create_open_responses_extension_registry

            self._extensions = create_open_responses_extension_registry(experimental_extensions)

    @property
    def name(self) -> str:
        """The name that it was given, under which its options and metadata stand."""
        return self._name

    def url(self) -> Callable[[str, str], str]:
        """Return the function from path and model id to the URL, which is always the same."""
        url = self._url
        return lambda _path, _model_id: url

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the header that carries the key, when there is one."""
        api_key = await resolve(self._api_key)
        return {"Authorization": f"Bearer {api_key}"} if api_key else {}

    def __call__(self, model_id: str) -> "OpenResponsesLanguageModel":
        """Return a language model."""
        return self.language_model(model_id)

    def language_model(self, model_id: str) -> "OpenResponsesLanguageModel":
        """Return a language model."""
        from ai_sdk.providers.open_responses.responses.model import OpenResponsesLanguageModel

        return OpenResponsesLanguageModel(
            model_id, self.config("responses"), provider_options_name=self.name, extensions=self._extensions
        )


def create_open_responses(
    *,
    url: str,
    name: str,
    api_key: Resolvable[str | None] = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    experimental_extensions: "Sequence[OpenResponsesExtension] | None" = None,
) -> OpenResponsesProvider:
    """Return a provider for a server that speaks Open Responses.

    `url` is the whole URL that requests go to, and `name` the key of the provider's options and metadata. `api_key` and
    `headers` may be values or functions, plain or async, that are asked at each request; `http_client` is an
    `httpx.AsyncClient` or a transport. Raises `InvalidArgumentError` for extensions that are not whole.
    """
    return OpenResponsesProvider(
        url=url,
        name=name,
        api_key=api_key,
        headers=headers,
        http_client=http_client,
        experimental_extensions=experimental_extensions,
    )
