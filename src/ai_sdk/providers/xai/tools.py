"""The tools that xAI runs itself.

Ports: @ai-sdk/xai/src/tool/index.ts, @ai-sdk/xai/src/tool/code-execution.ts, @ai-sdk/xai/src/tool/file-search.ts
Ports: @ai-sdk/xai/src/tool/image-generation.ts, @ai-sdk/xai/src/tool/mcp-server.ts
Ports: @ai-sdk/xai/src/tool/view-image.ts, @ai-sdk/xai/src/tool/view-x-video.ts
Ports: @ai-sdk/xai/src/tool/web-search.ts, @ai-sdk/xai/src/tool/x-search.ts
"""

from ai_sdk_generated.xai.tools import (
    code_execution,
    file_search,
    image_generation,
    mcp_server,
    view_image,
    view_x_video,
    web_search,
    x_search,
)

__all__ = [
    "XaiTools",
    "code_execution",
    "file_search",
    "image_generation",
    "mcp_server",
    "view_image",
    "view_x_video",
    "web_search",
    "x_search",
]


class XaiTools:
    """`xai.tools`: each makes the definition of a tool that runs on xAI's side while the model answers."""

    code_execution = staticmethod(code_execution)
    file_search = staticmethod(file_search)
    image_generation = staticmethod(image_generation)
    mcp_server = staticmethod(mcp_server)
    view_image = staticmethod(view_image)
    view_x_video = staticmethod(view_x_video)
    web_search = staticmethod(web_search)
    x_search = staticmethod(x_search)
