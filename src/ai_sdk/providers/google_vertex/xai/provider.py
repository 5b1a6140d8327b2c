"""xAI's models on Vertex AI: a dialect of OpenAI-compatible chat completions.

Ports: @ai-sdk/google-vertex/src/xai/google-vertex-xai-provider.ts
Ports: @ai-sdk/google-vertex/src/xai/google-vertex-xai-provider-node.ts
Ports: @ai-sdk/google-vertex/src/xai/google-vertex-xai-options.ts
"""

import re
from typing import TYPE_CHECKING, Unpack

from ai_sdk.provider_utils.provider import ProviderDefinition
from ai_sdk.providers.google_vertex.cloud_provider import GoogleCloudSettings
from ai_sdk.providers.google_vertex.openapi_provider import OpenAPIProvider

if TYPE_CHECKING:
    from ai_sdk.provider import JSONObject, SharedV4Warning
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = ["GoogleVertexXaiProvider", "create_google_vertex_xai", "google_vertex_xai"]

_IMAGES = {"image/*": (re.compile(r"^https?://.*$"),)}


class GoogleVertexXaiProvider(OpenAPIProvider):
    """Makes Grok models; calling it with a model id makes a chat model.

    >>> create_google_vertex_xai(project="p")("xai/grok-4.1-fast-reasoning").provider
    'googleVertex.xai.chat'
    """

    definition = ProviderDefinition(
        name="googleVertex.xai",
        base_url="https://aiplatform.googleapis.com/v1/projects/{project}/locations/{location}/endpoints/openapi",
        user_agent="ai-sdk-openai-compatible",
    )

    def _endpoint(self) -> str:
        location = self._optional_location()
        return self.definition.base_url.format(
            project=self.project, location="global" if location is None else location
        )

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.google_vertex.xai.usage import convert_google_vertex_xai_usage
        from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

        del model_id
        return ChatDialect(
            include_usage=True,
            supports_structured_outputs=True,
            supported_urls=lambda: _IMAGES,
            transform_request_body=_without_reasoning_effort,
            convert_usage=convert_google_vertex_xai_usage,
        )


def _without_reasoning_effort(body: "JSONObject", warnings: "list[SharedV4Warning]") -> "JSONObject":
    del warnings
    return {name: value for name, value in body.items() if name != "reasoning_effort"}


def create_google_vertex_xai(**settings: Unpack[GoogleCloudSettings]) -> GoogleVertexXaiProvider:
    """Return a provider of Grok models; the settings are those of `GoogleCloudSettings`.

    `location` is `global` when neither it nor `GOOGLE_VERTEX_LOCATION` is given.
    """
    return GoogleVertexXaiProvider(**settings)


google_vertex_xai = create_google_vertex_xai()
"""The provider with every setting from the environment."""
