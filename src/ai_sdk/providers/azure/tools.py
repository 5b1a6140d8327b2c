"""The tools of OpenAI that Azure has.

>>> web_search_preview().id
'openai.web_search_preview'

Ports: @ai-sdk/azure/src/azure-openai-tools.ts
"""

from ai_sdk.providers.openai.tools import (
    code_interpreter,
    file_search,
    image_generation,
    web_search,
    web_search_preview,
)

__all__ = ["code_interpreter", "file_search", "image_generation", "web_search", "web_search_preview"]
