"""The tools that Groq runs itself.

Ports: @ai-sdk/groq/src/groq-tools.ts, @ai-sdk/groq/src/tool/browser-search.ts
"""

from ai_sdk_generated.groq.tools import browser_search

__all__ = ["GroqTools", "browser_search"]


class GroqTools:
    """`groq.tools`: `browser_search()` lets GPT-OSS models search and read web pages while they answer."""

    browser_search = staticmethod(browser_search)
