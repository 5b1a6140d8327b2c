"""The base of every provider: facts in a definition, keys and headers read when a request is made."""

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, ClassVar, Literal, NoReturn, Self

from ai_sdk.provider.errors import ModelType, NoSuchModelError
from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers, with_user_agent_suffix
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_api_key, without_trailing_slash
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.provider_utils.websocket import WebSocketConnector
from ai_sdk.version import VERSION

__all__ = ["ApiKey", "Provider", "ProviderDefinition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """Where a provider's key comes from and which header carries it."""

    env: str
    description: str
    header: str = "Authorization"
    prefix: str = "Bearer "


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderDefinition:
    """The facts of a provider; `user_agent` is how it names itself, when that is not `ai-sdk-` and its name."""

    name: str
    base_url: str
    api_key: ApiKey | None = None
    user_agent: str | None = None


class Provider:
    """A provider: makes models that share its key, headers, base URL and HTTP client.

    Use it as an async context manager, or call `aclose`, to close the client it made; one that it was given stays open.
    """

    definition: ClassVar[ProviderDefinition]
    specification_version: ClassVar[Literal["v4"]] = "v4"

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        base_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        http_client: HttpClient | None = None,
        generate_id: IdGenerator = generate_id,
        websocket: WebSocketConnector | None = None,
    ) -> None:
        self._api_key = api_key
        self._base_url = base_url
        self._headers = headers
        self._clients = ClientOwner(http_client)
        self._generate_id = generate_id
        self._websocket = websocket

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"

    @property
    def name(self) -> str:
        """The provider's name, the first half of `provider` on its models."""
        return self.definition.name

    @property
    def base_url(self) -> str:
        """Where requests go, without a slash at the end."""
        return without_trailing_slash(self.definition.base_url if self._base_url is None else self._base_url)

    def config(self, surface: str) -> ModelConfig:
        """Return what a model of one surface needs to know."""
        return ModelConfig(
            provider=f"{self.name}.{surface}",
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
            websocket=self._websocket,
        )

    def url(self) -> Callable[[str, str], str]:
        """Return the function from path and model id to the URL."""
        base_url = self.base_url
        return lambda path, _model_id: f"{base_url}{path}"

    async def request_headers(self) -> dict[str, str | None]:
        """Return the headers of a request: the key's, the caller's, and the user agent."""
        own: Headers | None = await resolve(self._headers)
        headers = {**await self.auth_headers(), **(own or {})}
        product = self.definition.user_agent or f"ai-sdk-{self.definition.name}"
        return {**with_user_agent_suffix(headers, f"{product}/{VERSION}")}

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the headers that carry the key; raises `LoadAPIKeyError` when there is none."""
        source = self.definition.api_key
        if source is None:
            return {}
        given = await resolve(self._api_key)
        key = load_api_key(api_key=given, environment_variable_name=source.env, description=source.description)
        return {source.header: f"{source.prefix}{key}"}

    def __call__(self, model_id: str) -> Any:
        """Return the language model of that name."""
        return self.language_model(model_id)

    def language_model(self, model_id: str) -> Any:
        """Return the language model of that name; raises `NoSuchModelError` when the provider has none."""
        self._no_such_model(model_id, "languageModel")

    def embedding_model(self, model_id: str) -> Any:
        """Return the embedding model of that name; raises `NoSuchModelError` when the provider has none."""
        self._no_such_model(model_id, "embeddingModel")

    def text_embedding_model(self, model_id: str) -> Any:
        """Return the embedding model of that name, by its older name."""
        return self.embedding_model(model_id)

    def image_model(self, model_id: str) -> Any:
        """Return the image model of that name; raises `NoSuchModelError` when the provider has none."""
        self._no_such_model(model_id, "imageModel")

    def _no_such_model(self, model_id: str, model_type: ModelType) -> NoReturn:
        raise NoSuchModelError(model_id=model_id, model_type=model_type)

    async def aclose(self) -> None:
        """Close the HTTP client that the provider made for the running event loop."""
        await self._clients.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
