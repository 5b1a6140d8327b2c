"""Open and partner models on Vertex AI (models as a service), by an OpenAI-compatible interface.

>>> from ai_sdk.providers.google_vertex.maas import google_vertex_maas
>>> google_vertex_maas.name
'vertex.maas'

Ports: @ai-sdk/google-vertex/src/maas/index.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.google_vertex.maas.provider import (
    GoogleVertexMaasProvider,
    create_google_vertex_maas,
    google_vertex_maas,
)

if TYPE_CHECKING:
    from ai_sdk_generated.google_vertex.maas.model_ids import GoogleVertexMaasModelId

__all__ = [
    "GoogleVertexMaasModelId",
    "GoogleVertexMaasProvider",
    "create_google_vertex_maas",
    "create_vertex_maas",
    "google_vertex_maas",
    "vertex_maas",
]

# The older names
create_vertex_maas = create_google_vertex_maas
vertex_maas = google_vertex_maas

__getattr__ = lazy_names(__name__, {"GoogleVertexMaasModelId": "ai_sdk_generated.google_vertex.maas.model_ids"})
