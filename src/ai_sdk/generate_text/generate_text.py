"""Generating text: the model is called, its tools run, and their results are sent back until it is done.

Ports: ai/src/generate-text/generate-text.ts
"""

from typing import TYPE_CHECKING, Any, TypeVar, Unpack, overload

from ai_sdk.generate_text.text_options import TextOptions

if TYPE_CHECKING:
    from ai_sdk.generate_text.generate_text_result import GenerateTextResult
    from ai_sdk.generate_text.output import Output

__all__ = ["generate_text"]

OutputT = TypeVar("OutputT")
PartialT = TypeVar("PartialT")
ElementT = TypeVar("ElementT")


@overload
async def generate_text(
    *, output: "Output[OutputT, PartialT, ElementT]", **options: Unpack[TextOptions]
) -> "GenerateTextResult[OutputT]": ...
@overload
async def generate_text(*, output: None = None, **options: Unpack[TextOptions]) -> "GenerateTextResult[str]": ...
async def generate_text(*, output: Any = None, **options: Unpack[TextOptions]) -> "GenerateTextResult[Any]":
    """Generate text, calling tools on the way, and return when all of it is there.

    Give `model` and either `prompt` or `messages`; `TextOptions` has the rest. By default there is one step: pass
    `stop_when=is_step_count(5)` to let the model see the results of its tools. `output=Output.object(Recipe)` asks for
    structured output, which is then `result.output`.

    Raises `APICallError` and `RetryError` when the model cannot be reached, `NoObjectGeneratedError` when structured
    output does not fit, `AbortError` when the call was aborted or took too long.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> asyncio.run(generate_text(model=MockLanguageModelV4(do_generate="Hello!"), prompt="Say hello")).text
    'Hello!'
    """
    from ai_sdk.generate_text.text_generation import run_text_generation  # loads the whole machinery

    return await run_text_generation(options, output)
