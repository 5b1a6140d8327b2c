"""xAI: Grok with search and other tools that xAI runs itself, images, videos, speech, transcription and files.

>>> from ai_sdk.providers.xai import xai
>>> xai("grok-4.3").model_id
'grok-4.3'

Ports: @ai-sdk/xai/src/index.ts, @ai-sdk/xai/src/version.ts
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ai_sdk.providers.xai.provider import XaiProvider, create_xai, xai
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.xai.files.options import XaiFilesOptions
    from ai_sdk_generated.xai.image.options import XaiImageModelOptions
    from ai_sdk_generated.xai.image.options import XaiImageModelOptions as XaiImageProviderOptions
    from ai_sdk_generated.xai.responses.options import XaiFilePartProviderOptions, XaiLanguageModelResponsesOptions
    from ai_sdk_generated.xai.responses.options import XaiLanguageModelResponsesOptions as XaiResponsesProviderOptions
    from ai_sdk_generated.xai.shared.wire import XaiErrorData
    from ai_sdk_generated.xai.speech.options import XaiSpeechModelOptions
    from ai_sdk_generated.xai.transcription.options import XaiTranscriptionModelOptions
    from ai_sdk_generated.xai.video.options import XaiVideoModelOptions
    from ai_sdk_generated.xai.video.options import XaiVideoModelOptions as XaiVideoProviderOptions

    from ai_sdk.providers.xai.files import XaiFiles
    from ai_sdk.providers.xai.image import XaiImageModel
    from ai_sdk.providers.xai.responses.model import XaiResponsesLanguageModel
    from ai_sdk.providers.xai.speech import XaiSpeechModel
    from ai_sdk.providers.xai.tools import (
        XaiTools,
        code_execution,
        image_generation,
        mcp_server,
        view_image,
        view_x_video,
        web_search,
        x_search,
    )
    from ai_sdk.providers.xai.transcription import XaiTranscriptionModel
    from ai_sdk.providers.xai.video.model import XaiVideoModel

__all__ = [
    "VERSION",
    "XaiErrorData",
    "XaiFilePartProviderOptions",
    "XaiFiles",
    "XaiFilesOptions",
    "XaiImageModel",
    "XaiImageModelOptions",
    "XaiImageProviderOptions",
    "XaiLanguageModelResponsesOptions",
    "XaiProvider",
    "XaiResponsesLanguageModel",
    "XaiResponsesProviderOptions",
    "XaiSpeechModel",
    "XaiSpeechModelOptions",
    "XaiTools",
    "XaiTranscriptionModel",
    "XaiTranscriptionModelOptions",
    "XaiVideoModel",
    "XaiVideoModelOptions",
    "XaiVideoProviderOptions",
    "code_execution",
    "create_xai",
    "image_generation",
    "mcp_server",
    "view_image",
    "view_x_video",
    "web_search",
    "x_search",
    "xai",
]

# Names whose modules are loaded when they are first used: module, and the name in it when it is another.
_RESPONSES_OPTIONS = "ai_sdk_generated.xai.responses.options"
_TOOLS = "ai_sdk.providers.xai.tools"
_LAZY: dict[str, tuple[str, str | None]] = {
    "XaiErrorData": ("ai_sdk_generated.xai.shared.wire", None),
    "XaiFilePartProviderOptions": (_RESPONSES_OPTIONS, None),
    "XaiFiles": ("ai_sdk.providers.xai.files", None),
    "XaiFilesOptions": ("ai_sdk_generated.xai.files.options", None),
    "XaiImageModel": ("ai_sdk.providers.xai.image", None),
    "XaiImageModelOptions": ("ai_sdk_generated.xai.image.options", None),
    "XaiImageProviderOptions": ("ai_sdk_generated.xai.image.options", "XaiImageModelOptions"),
    "XaiLanguageModelResponsesOptions": (_RESPONSES_OPTIONS, None),
    "XaiResponsesLanguageModel": ("ai_sdk.providers.xai.responses.model", None),
    "XaiResponsesProviderOptions": (_RESPONSES_OPTIONS, "XaiLanguageModelResponsesOptions"),
    "XaiSpeechModel": ("ai_sdk.providers.xai.speech", None),
    "XaiSpeechModelOptions": ("ai_sdk_generated.xai.speech.options", None),
    "XaiTools": (_TOOLS, None),
    "XaiTranscriptionModel": ("ai_sdk.providers.xai.transcription", None),
    "XaiTranscriptionModelOptions": ("ai_sdk_generated.xai.transcription.options", None),
    "XaiVideoModel": ("ai_sdk.providers.xai.video.model", None),
    "XaiVideoModelOptions": ("ai_sdk_generated.xai.video.options", None),
    "XaiVideoProviderOptions": ("ai_sdk_generated.xai.video.options", "XaiVideoModelOptions"),
    "code_execution": (_TOOLS, None),
    "image_generation": (_TOOLS, None),
    "mcp_server": (_TOOLS, None),
    "view_image": (_TOOLS, None),
    "view_x_video": (_TOOLS, None),
    "web_search": (_TOOLS, None),
    "x_search": (_TOOLS, None),
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _LAZY[name]
    return getattr(import_module(module), attribute or name)
