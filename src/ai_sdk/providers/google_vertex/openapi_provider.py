"""The base of the providers on Vertex AI's `endpoints/openapi`, which speaks as OpenAI-compatible servers do."""

from ai_sdk.provider_utils.authenticating_transport import AuthenticatingTransport, merge_headers
from ai_sdk.provider_utils.headers import Headers, with_user_agent_suffix
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.resolve import resolve
from ai_sdk.provider_utils.settings import without_trailing_slash
from ai_sdk.provider_utils.transport import HttpRequest, Transport
from ai_sdk.provider_utils.url_guard import is_same_origin
from ai_sdk.providers.google_vertex.cloud_provider import GoogleCloudProvider
from ai_sdk.providers.openai_compatible.dialect_provider import ChatDialectProvider
from ai_sdk.version import VERSION

__all__ = ["OpenAPIProvider"]


class OpenAPIProvider(GoogleCloudProvider, ChatDialectProvider):
    """Makes models of other companies by their OpenAI-compatible interface."""

    @property
    def base_url(self) -> str:
        """Where requests go, without a slash at the end; raises `LoadSettingError` without a project."""
        return without_trailing_slash(self._base_url or "") or self._endpoint()

    def _endpoint(self) -> str:
        """Return the URL of the project's endpoint."""
        raise NotImplementedError

    def config(self, surface: str) -> ModelConfig:
        """Return what a model of one surface needs to know."""
        return ModelConfig(
            provider=f"{self.name}.{surface}",
            url=self.url(),
            headers=self.request_headers,
            transport=self._transport,
            generate_id=self._generate_id,
        )

    async def request_headers(self) -> dict[str, str | None]:
        """Return the user agent; the other headers, which win over those of a call, are added at sending."""
        return {**with_user_agent_suffix(None, f"{self.definition.user_agent}/{VERSION}")}

    def _transport(self) -> Transport:
        return AuthenticatingTransport(self._clients.transport(), self._authenticate)

    async def _authenticate(self, request: HttpRequest) -> dict[str, str]:
        """Add the token and the caller's headers; other origins, such as that of an image, get neither."""
        if not is_same_origin(request.url, self.base_url):
            return request.headers
        authorization = await self.authorization()
        own: Headers | None = await resolve(self._headers)
        return merge_headers(request.headers, {**(own or {}), "Authorization": authorization})
