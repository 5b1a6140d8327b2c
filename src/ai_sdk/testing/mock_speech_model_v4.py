"""A speech model that answers what a test told it to.

Ports: ai/src/test/mock-speech-model-v4.ts
"""

from collections.abc import Callable
from functools import partial
from typing import Literal

from ai_sdk.provider.speech_model import SpeechModelV4CallOptions, SpeechModelV4Result
from ai_sdk.provider.speech_model_stream import (
    SpeechModelV4StreamOptions,
    SpeechModelV4StreamPart,
    SpeechModelV4StreamResult,
)
from ai_sdk.testing.script import Results, Script, loader, mock_response
from ai_sdk.testing.stream_script import load_stream

__all__ = ["MockSpeechModelV4"]


class MockSpeechModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is a `SpeechModelV4Result`, the same as JSON data (`warnings` and `response` may be left out), or an
    exception to raise; one of `do_stream` is a `SpeechModelV4StreamResult`, or JSON data whose `stream` is a list of
    parts, given anew at each call, or an async iterable of them. Raises what `MockLanguageModelV4` raises. `do_stream`
    is `None`, as with a model that does not have it, unless it is given.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        do_generate: Results[SpeechModelV4Result, SpeechModelV4CallOptions] | None = None,
        do_stream: Results[SpeechModelV4StreamResult, SpeechModelV4StreamOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        self._generate = Script[SpeechModelV4CallOptions, SpeechModelV4Result](
            "MockSpeechModelV4.do_generate",
            do_generate,
            loader(SpeechModelV4Result, warnings=[], response=mock_response(model_id)),
        )
        self._stream = Script[SpeechModelV4StreamOptions, Callable[[], SpeechModelV4StreamResult]](
            "MockSpeechModelV4.do_stream",
            do_stream,
            partial(load_stream, SpeechModelV4StreamResult, SpeechModelV4StreamPart),
        )
        self.do_stream = None if do_stream is None else self._open_stream

    @property
    def do_generate_calls(self) -> list[SpeechModelV4CallOptions]:
        """The options of each call of `do_generate`."""
        return self._generate.calls

    @property
    def do_stream_calls(self) -> list[SpeechModelV4StreamOptions]:
        """The options of each call of `do_stream`."""
        return self._stream.calls

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Return the result for this call, or raise it."""
        return await self._generate.run(options)

    async def _open_stream(self, options: SpeechModelV4StreamOptions) -> SpeechModelV4StreamResult:
        open_stream = await self._stream.run(options)
        return open_stream()
