"""xAI's Grok models on Vertex AI, by an OpenAI-compatible interface.

>>> from ai_sdk.providers.google_vertex.xai import google_vertex_xai
>>> google_vertex_xai.name
'googleVertex.xai'

Ports: @ai-sdk/google-vertex/src/xai/index.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.google_vertex.xai.provider import (
    GoogleVertexXaiProvider,
    create_google_vertex_xai,
    google_vertex_xai,
)

if TYPE_CHECKING:
    from ai_sdk_generated.google_vertex.xai.model_ids import GoogleVertexXaiModelId

__all__ = ["GoogleVertexXaiModelId", "GoogleVertexXaiProvider", "create_google_vertex_xai", "google_vertex_xai"]

__getattr__ = lazy_names(__name__, {"GoogleVertexXaiModelId": "ai_sdk_generated.google_vertex.xai.model_ids"})
