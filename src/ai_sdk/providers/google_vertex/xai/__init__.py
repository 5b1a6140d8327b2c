"""xAI's Grok models on Vertex AI, by an OpenAI-compatible interface.

>>> from ai_sdk.providers.google_vertex.xai import google_vertex_xai
>>> google_vertex_xai.name
'googleVertex.xai'

Ports: @ai-sdk/google-vertex/src/xai/index.ts
"""

from ai_sdk.providers.google_vertex.xai.provider import (
    GoogleVertexXaiProvider,
    create_google_vertex_xai,
    google_vertex_xai,
)

__all__ = ["GoogleVertexXaiProvider", "create_google_vertex_xai", "google_vertex_xai"]
