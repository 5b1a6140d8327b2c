"""The tools that Google defines; it runs all of them itself.

>>> google_search(search_types={"webSearch": {}}).id
'google.google_search'

Ports: @ai-sdk/google/src/google-tools.ts
Ports: @ai-sdk/google/src/tool/code-execution.ts, @ai-sdk/google/src/tool/enterprise-web-search.ts
Ports: @ai-sdk/google/src/tool/file-search.ts, @ai-sdk/google/src/tool/google-maps.ts
Ports: @ai-sdk/google/src/tool/google-search.ts, @ai-sdk/google/src/tool/url-context.ts
Ports: @ai-sdk/google/src/tool/vertex-rag-store.ts
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
