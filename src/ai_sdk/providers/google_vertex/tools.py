"""The tools that Google runs itself on Vertex AI.

>>> google_search().id
'google.google_search'

Ports: @ai-sdk/google-vertex/src/google-vertex-tools.ts
"""

from ai_sdk_generated.google.tools import (
    code_execution,
    enterprise_web_search,
    file_search,
    google_maps,
    google_search,
    url_context,
    vertex_rag_store,
)

__all__ = [
    "code_execution",
    "enterprise_web_search",
    "file_search",
    "google_maps",
    "google_search",
    "url_context",
    "vertex_rag_store",
]
