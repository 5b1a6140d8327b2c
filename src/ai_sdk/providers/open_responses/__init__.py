"""Open Responses: any server that speaks the open form of the Responses API, with its extensions.

>>> from ai_sdk.providers.open_responses import create_open_responses
>>> studio = create_open_responses(name="lmstudio", url="http://localhost:1234/v1/responses")
>>> studio("gemma-7b-it").provider
'lmstudio.responses'

Ports: @ai-sdk/open-responses/src/index.ts, @ai-sdk/open-responses/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.open_responses.provider import OpenResponsesProvider, create_open_responses
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.open_responses.responses.options import (
        OpenResponsesLanguageModelOptions,
        OpenResponsesLanguageModelOptions as OpenResponsesOptions,
    )

    from ai_sdk.providers.open_responses.extension import (
        OpenResponsesExtension,
        OpenResponsesExtensionContentPart,
        OpenResponsesExtensionInputPart,
        OpenResponsesExtensionStreamPart,
    )
    from ai_sdk.providers.open_responses.responses.model import OpenResponsesLanguageModel

__all__ = [
    "VERSION",
    "OpenResponsesExtension",
    "OpenResponsesExtensionContentPart",
    "OpenResponsesExtensionInputPart",
    "OpenResponsesExtensionStreamPart",
    "OpenResponsesLanguageModel",
    "OpenResponsesLanguageModelOptions",
    "OpenResponsesOptions",
    "OpenResponsesProvider",
    "create_open_responses",
]

_EXTENSION = "ai_sdk.providers.open_responses.extension"
_OPTIONS = "ai_sdk_generated.open_responses.responses.options"

__getattr__ = lazy_names(
    __name__,
    {
        "OpenResponsesExtension": _EXTENSION,
        "OpenResponsesExtensionContentPart": _EXTENSION,
        "OpenResponsesExtensionInputPart": _EXTENSION,
        "OpenResponsesExtensionStreamPart": _EXTENSION,
        "OpenResponsesLanguageModel": "ai_sdk.providers.open_responses.responses.model",
        "OpenResponsesLanguageModelOptions": _OPTIONS,
        "OpenResponsesOptions": (_OPTIONS, "OpenResponsesLanguageModelOptions"),
    },
)
