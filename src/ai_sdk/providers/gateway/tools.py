"""The tools that the gateway runs itself, for any model.

Ports: @ai-sdk/gateway/src/gateway-tools.ts, @ai-sdk/gateway/src/tool/browserbase-fetch.ts
Ports: @ai-sdk/gateway/src/tool/browserbase-search.ts, @ai-sdk/gateway/src/tool/deepseek-fetch.ts
Ports: @ai-sdk/gateway/src/tool/deepseek-search.ts, @ai-sdk/gateway/src/tool/exa-search.ts
Ports: @ai-sdk/gateway/src/tool/gateway-tool-error.ts, @ai-sdk/gateway/src/tool/parallel-search.ts
Ports: @ai-sdk/gateway/src/tool/perplexity-search.ts, @ai-sdk/gateway/src/tool/tako-search.ts
"""

from ai_sdk_generated.gateway import tools

__all__ = ["GatewayTools"]


class GatewayTools:
    """`gateway.tools`: pages and searches of the web that the gateway fetches while the model answers.

    `browserbase_fetch` reads a page as it is, as Markdown or by a schema; `browserbase_search` finds titles and URLs;
    `deepseek_fetch` and `deepseek_search` read a page as Markdown and search; `exa_search` gives short excerpts;
    `parallel_search` answers an objective in one call; `perplexity_search` ranks news, papers and articles;
    `tako_search` adds curated data with charts.
    """

    browserbase_fetch = staticmethod(tools.browserbase_fetch)
    browserbase_search = staticmethod(tools.browserbase_search)
    deepseek_fetch = staticmethod(tools.deepseek_fetch)
    deepseek_search = staticmethod(tools.deepseek_search)
    exa_search = staticmethod(tools.exa_search)
    parallel_search = staticmethod(tools.parallel_search)
    perplexity_search = staticmethod(tools.perplexity_search)
    tako_search = staticmethod(tools.tako_search)
