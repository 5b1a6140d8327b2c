"""The functions of `ai_sdk` for programs without an event loop: the same names, and they wait.

They work in scripts, threads, forked workers and notebooks, whose own event loop they do not touch. Tools and callbacks
run on the loop of this package, functions that are not `async` in worker threads.

>>> from ai_sdk.sync import generate_text
>>> from ai_sdk.testing import MockLanguageModelV4
>>> generate_text(model=MockLanguageModelV4(do_generate="Hello!"), prompt="Say hello").text
'Hello!'
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.sync.agent import ToolLoopAgent as ToolLoopAgent
    from ai_sdk.sync.embed import embed as embed, embed_many as embed_many, rerank as rerank
    from ai_sdk.sync.generate_object import (
        StreamObjectResult as StreamObjectResult,
        generate_object as generate_object,
        stream_object as stream_object,
    )
    from ai_sdk.sync.generate_text import generate_text as generate_text
    from ai_sdk.sync.media import (
        experimental_generate_video as experimental_generate_video,
        generate_image as generate_image,
        generate_speech as generate_speech,
        transcribe as transcribe,
        upload_file as upload_file,
        upload_skill as upload_skill,
    )
    from ai_sdk.sync.stream_text import StreamTextResult as StreamTextResult, stream_text as stream_text
    from ai_sdk.sync.ui import (
        convert_to_model_messages as convert_to_model_messages,
        validate_ui_messages as validate_ui_messages,
    )

_MODULES = {
    "agent": "ToolLoopAgent",
    "embed": "embed embed_many rerank",
    "generate_object": "StreamObjectResult generate_object stream_object",
    "generate_text": "generate_text",
    "media": "experimental_generate_video generate_image generate_speech transcribe upload_file upload_skill",
    "stream_text": "StreamTextResult stream_text",
    "ui": "convert_to_model_messages validate_ui_messages",
}
_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
