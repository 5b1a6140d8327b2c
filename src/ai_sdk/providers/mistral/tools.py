"""The tools that Mistral runs itself, in conversations.

Ports: @ai-sdk/mistral/src/tool/web-search.ts, @ai-sdk/mistral/src/tool/index.ts
"""

from ai_sdk_generated.mistral.tools import web_search, web_search_premium

__all__ = ["MistralTools", "web_search", "web_search_premium"]


class MistralTools:
    """`mistral.tools`: `web_search()` searches the web, `web_search_premium()` verified news too."""

    web_search = staticmethod(web_search)
    web_search_premium = staticmethod(web_search_premium)
