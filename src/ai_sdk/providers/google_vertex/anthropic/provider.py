"""Anthropic's models on Vertex AI: the engine is Anthropic's, the way there is Vertex AI's.

Ports: @ai-sdk/google-vertex/src/anthropic/google-vertex-anthropic-provider.ts
Ports: @ai-sdk/google-vertex/src/anthropic/google-vertex-anthropic-provider-node.ts
"""

from typing import TYPE_CHECKING, Any, Unpack

from ai_sdk.provider_utils.provider import ProviderDefinition
from ai_sdk.provider_utils.resolve import resolve
from ai_sdk.provider_utils.settings import without_trailing_slash
from ai_sdk.providers.google_vertex.cloud_provider import GoogleCloudProvider, GoogleCloudSettings
from ai_sdk.providers.google_vertex.location import check_location, vertex_host

if TYPE_CHECKING:
    from ai_sdk_generated.google_vertex.anthropic.model_ids import GoogleVertexAnthropicModelId

    from ai_sdk.provider_utils.headers import Headers
    from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel

__all__ = ["GoogleVertexAnthropicProvider", "create_google_vertex_anthropic", "google_vertex_anthropic"]


class GoogleVertexAnthropicProvider(GoogleCloudProvider):
    """Makes Anthropic's models; calling it with a model id makes one on the Messages API.

    >>> create_google_vertex_anthropic(project="p", location="global")("claude-opus-5").provider
    'googleVertex.anthropic.messages'
    """

    definition = ProviderDefinition(
        name="googleVertex.anthropic",
        base_url="https://{host}/v1/projects/{project}/locations/{location}/publishers/anthropic/models",
    )

    def __init__(
        self, *, supports_native_structured_output: bool = False, **settings: Unpack[GoogleCloudSettings]
    ) -> None:
        super().__init__(**settings)
        self._supports_native_structured_output = supports_native_structured_output

    @property
    def base_url(self) -> str:
        """Where requests go; raises `InvalidArgumentError` for a location that is not one DNS label.

        Location and project may be missing, which the API answers with an error.
        """
        if self._base_url is not None:
            return without_trailing_slash(self._base_url)
        location, project = self._optional_location(), self._optional_project()
        place = "undefined" if location is None else check_location(location)
        return self.definition.base_url.format(
            host=vertex_host(place), project="undefined" if project is None else project, location=place
        )

    async def request_headers(self) -> dict[str, str | None]:
        """Return the header of the access token, and the caller's, which win."""
        authorization = await self.auth_headers()
        own: Headers | None = await resolve(self._headers)
        return {**authorization, **(own or {})}

    def language_model(self, model_id: "GoogleVertexAnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model on the Messages API."""
        from ai_sdk.providers.anthropic.config import AnthropicConfig
        from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel
        from ai_sdk.providers.google_vertex.anthropic.requests import (
            request_path,
            supports_native_structured_output,
            transform_request_body,
            transform_request_headers,
        )

        native = self._supports_native_structured_output and supports_native_structured_output(model_id)
        config = AnthropicConfig(
            provider=f"{self.name}.messages",
            url=self.url(),
            headers=self.request_headers,
            transport=self._clients.transport,
            generate_id=self._generate_id,
            request_path=request_path,
            transform_request_body=transform_request_body,
            transform_request_headers=transform_request_headers,
            supports_native_structured_output=native,
            supports_strict_tools=False,
        )
        return AnthropicLanguageModel(model_id, config)

    def chat(self, model_id: "GoogleVertexAnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model on the Messages API."""
        return self.language_model(model_id)

    def messages(self, model_id: "GoogleVertexAnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model on the Messages API."""
        return self.language_model(model_id)

    @property
    def tools(self) -> Any:
        """Anthropic's tools that Vertex AI knows: `google_vertex_anthropic.tools.bash_20250124()`."""
        import ai_sdk.providers.google_vertex.anthropic.tools as google_vertex_anthropic_tools

        return google_vertex_anthropic_tools


def create_google_vertex_anthropic(
    *, supports_native_structured_output: bool = False, **settings: Unpack[GoogleCloudSettings]
) -> GoogleVertexAnthropicProvider:
    """Return a provider of Anthropic's models; the other settings are those of `GoogleCloudSettings`.

    `supports_native_structured_output` lets Claude 4.5 and newer answer in JSON by itself, where the organization's
    policy allows the feature.
    """
    return GoogleVertexAnthropicProvider(
        supports_native_structured_output=supports_native_structured_output, **settings
    )


google_vertex_anthropic = create_google_vertex_anthropic()
"""The provider with every setting from the environment."""
