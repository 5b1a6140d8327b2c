"""`generate_text`, waiting."""

from typing import Any, Unpack, overload

from ai_sdk.generate_text import generate_text as module
from ai_sdk.generate_text.generate_text_result import GenerateTextResult
from ai_sdk.generate_text.output import ElementT, Output, OutputT, PartialT
from ai_sdk.generate_text.text_options import TextOptions
from ai_sdk.sync.portal import run

__all__ = ["generate_text"]


@overload
def generate_text(
    *, output: Output[OutputT, PartialT, ElementT], **options: Unpack[TextOptions]
) -> GenerateTextResult[OutputT]: ...
@overload
def generate_text(*, output: None = None, **options: Unpack[TextOptions]) -> GenerateTextResult[str]: ...
def generate_text(*, output: Any = None, **options: Unpack[TextOptions]) -> GenerateTextResult[Any]:
    """Do what `ai_sdk.generate_text` does, and wait for it.

    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> generate_text(model=MockLanguageModelV4(do_generate="Hello!"), prompt="Say hello").text
    'Hello!'
    """
    return run(module.generate_text(output=output, **options))
