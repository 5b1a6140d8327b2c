"""Open and partner models on Vertex AI: a dialect of OpenAI-compatible chat completions.

Ports: @ai-sdk/google-vertex/src/maas/google-vertex-maas-provider.ts
Ports: @ai-sdk/google-vertex/src/maas/google-vertex-maas-provider-node.ts
Ports: @ai-sdk/google-vertex/src/maas/google-vertex-maas-options.ts
"""

from typing import TYPE_CHECKING, Unpack

from ai_sdk.provider_utils.provider import ProviderDefinition
from ai_sdk.providers.google_vertex.cloud_provider import GoogleCloudSettings
from ai_sdk.providers.google_vertex.location import check_location, vertex_host
from ai_sdk.providers.google_vertex.openapi_provider import OpenAPIProvider
from ai_sdk.providers.google_vertex.request_config import get_max_output_tokens
from ai_sdk.providers.openai_compatible.dialect_provider import TextDialectProvider

if TYPE_CHECKING:
    from ai_sdk.provider import JSONObject, SharedV4Warning
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
    from ai_sdk.providers.openai_compatible.image import OpenAICompatibleImageModel

__all__ = ["GoogleVertexMaasProvider", "create_google_vertex_maas", "google_vertex_maas"]


class GoogleVertexMaasProvider(OpenAPIProvider, TextDialectProvider):
    """Makes open and partner models; calling it with a model id makes a chat model.

    >>> create_google_vertex_maas(project="p")("openai/gpt-oss-20b-maas").provider
    'vertex.maas.chat'
    """

    definition = ProviderDefinition(
        name="vertex.maas",
        base_url="https://{host}/v1/projects/{project}/locations/{location}/endpoints/openapi",
        user_agent="ai-sdk-openai-compatible",
    )

    def _endpoint(self) -> str:
        project = self.project
        location = self._optional_location()
        location = check_location("global" if location is None else location)
        return self.definition.base_url.format(host=vertex_host(location), project=project, location=location)

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's: some models must be told how much they may say."""
        from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

        del model_id
        return ChatDialect(transform_request_body=_with_max_tokens)

    def image_model(self, model_id: str) -> "OpenAICompatibleImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.providers.openai_compatible.image import OpenAICompatibleImageModel

        return OpenAICompatibleImageModel(model_id, self.config("image"))


def _with_max_tokens(body: "JSONObject", warnings: "list[SharedV4Warning]") -> "JSONObject":
    del warnings
    most = get_max_output_tokens(body["model"])
    return body if most is None or "max_tokens" in body else {**body, "max_tokens": most}


def create_google_vertex_maas(**settings: Unpack[GoogleCloudSettings]) -> GoogleVertexMaasProvider:
    """Return a provider of open and partner models; the settings are those of `GoogleCloudSettings`.

    `location` is `global` when neither it nor `GOOGLE_VERTEX_LOCATION` is given.
    """
    return GoogleVertexMaasProvider(**settings)


google_vertex_maas = create_google_vertex_maas()
"""The provider with every setting from the environment."""
