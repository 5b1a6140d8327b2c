"""xAI: Grok with search and other tools that xAI runs itself, images, videos, speech, transcription and files.

>>> from ai_sdk.providers.xai import xai
>>> xai("grok-4.3").model_id
'grok-4.3'

Ports: @ai-sdk/xai/src/index.ts, @ai-sdk/xai/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.xai.provider import XaiProvider, create_xai, xai
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.xai.files.options import XaiFilesOptions
    from ai_sdk_generated.xai.image.options import XaiImageModelOptions, XaiImageModelOptions as XaiImageProviderOptions
    from ai_sdk_generated.xai.responses.options import (
        XaiFilePartProviderOptions,
        XaiLanguageModelResponsesOptions,
        XaiLanguageModelResponsesOptions as XaiResponsesProviderOptions,
    )
    from ai_sdk_generated.xai.shared.wire import XaiErrorData
    from ai_sdk_generated.xai.speech.options import XaiSpeechModelOptions
    from ai_sdk_generated.xai.transcription.options import XaiTranscriptionModelOptions
    from ai_sdk_generated.xai.video.model_ids import XaiVideoModelId
    from ai_sdk_generated.xai.video.options import XaiVideoModelOptions, XaiVideoModelOptions as XaiVideoProviderOptions

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
    from ai_sdk.providers.xai.transcription.model import XaiTranscriptionModel
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
    "XaiVideoModelId",
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

_RESPONSES_OPTIONS = "ai_sdk_generated.xai.responses.options"
_TOOLS = "ai_sdk.providers.xai.tools"

__getattr__ = lazy_names(
    __name__,
    {
        "XaiErrorData": "ai_sdk_generated.xai.shared.wire",
        "XaiFilePartProviderOptions": _RESPONSES_OPTIONS,
        "XaiFiles": "ai_sdk.providers.xai.files",
        "XaiFilesOptions": "ai_sdk_generated.xai.files.options",
        "XaiImageModel": "ai_sdk.providers.xai.image",
        "XaiImageModelOptions": "ai_sdk_generated.xai.image.options",
        "XaiImageProviderOptions": ("ai_sdk_generated.xai.image.options", "XaiImageModelOptions"),
        "XaiLanguageModelResponsesOptions": _RESPONSES_OPTIONS,
        "XaiResponsesLanguageModel": "ai_sdk.providers.xai.responses.model",
        "XaiResponsesProviderOptions": (_RESPONSES_OPTIONS, "XaiLanguageModelResponsesOptions"),
        "XaiSpeechModel": "ai_sdk.providers.xai.speech",
        "XaiSpeechModelOptions": "ai_sdk_generated.xai.speech.options",
        "XaiTools": _TOOLS,
        "XaiTranscriptionModel": "ai_sdk.providers.xai.transcription.model",
        "XaiTranscriptionModelOptions": "ai_sdk_generated.xai.transcription.options",
        "XaiVideoModel": "ai_sdk.providers.xai.video.model",
        "XaiVideoModelId": "ai_sdk_generated.xai.video.model_ids",
        "XaiVideoModelOptions": "ai_sdk_generated.xai.video.options",
        "XaiVideoProviderOptions": ("ai_sdk_generated.xai.video.options", "XaiVideoModelOptions"),
        "code_execution": _TOOLS,
        "image_generation": _TOOLS,
        "mcp_server": _TOOLS,
        "view_image": _TOOLS,
        "view_x_video": _TOOLS,
        "web_search": _TOOLS,
        "x_search": _TOOLS,
    },
)
