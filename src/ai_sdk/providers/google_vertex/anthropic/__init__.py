"""Anthropic's models on Vertex AI, on the Messages API.

>>> from ai_sdk.providers.google_vertex.anthropic import google_vertex_anthropic
>>> google_vertex_anthropic.name
'googleVertex.anthropic'

Ports: @ai-sdk/google-vertex/src/anthropic/index.ts
"""

from ai_sdk.providers.google_vertex.anthropic.provider import (
    GoogleVertexAnthropicProvider,
    create_google_vertex_anthropic,
    google_vertex_anthropic,
)

__all__ = [
    "GoogleVertexAnthropicProvider",
    "create_google_vertex_anthropic",
    "create_vertex_anthropic",
    "google_vertex_anthropic",
    "vertex_anthropic",
]

# The older names
create_vertex_anthropic = create_google_vertex_anthropic
vertex_anthropic = google_vertex_anthropic
