"""A transcription model that answers what a test told it to.

Ports: ai/src/test/mock-transcription-model-v4.ts
"""

from collections.abc import Callable
from functools import partial
from typing import Literal

from ai_sdk.provider.transcription_model import (
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4UrlCallOptions,
)
from ai_sdk.provider.transcription_model_stream import (
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4StreamResult,
)
from ai_sdk.testing.script import Results, Script, loader, mock_response
from ai_sdk.testing.stream_script import load_stream

__all__ = ["MockTranscriptionModelV4"]


class MockTranscriptionModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is a `TranscriptionModelV4Result`, the same as JSON data (`segments`, `warnings` and `response` may be left
    out), or an exception to raise; one of `do_stream` is a `TranscriptionModelV4StreamResult`, or JSON data whose
    `stream` is a list of parts, given anew at each call, or an async iterable of them. Raises what
    `MockLanguageModelV4` raises. `do_stream` and `do_generate_from_url` are `None`, as with a model that does not have
    them, unless they are given.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        do_generate: Results[TranscriptionModelV4Result, TranscriptionModelV4CallOptions] | None = None,
        do_stream: Results[TranscriptionModelV4StreamResult, TranscriptionModelV4StreamOptions] | None = None,
        do_generate_from_url: Results[TranscriptionModelV4Result, TranscriptionModelV4UrlCallOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        load_result = loader(TranscriptionModelV4Result, segments=[], warnings=[], response=mock_response(model_id))
        self._generate = Script[TranscriptionModelV4CallOptions, TranscriptionModelV4Result](
            "MockTranscriptionModelV4.do_generate", do_generate, load_result
        )
        self._generate_from_url = Script[TranscriptionModelV4UrlCallOptions, TranscriptionModelV4Result](
            "MockTranscriptionModelV4.do_generate_from_url", do_generate_from_url, load_result
        )
        self._stream = Script[TranscriptionModelV4StreamOptions, Callable[[], TranscriptionModelV4StreamResult]](
            "MockTranscriptionModelV4.do_stream",
            do_stream,
            partial(load_stream, TranscriptionModelV4StreamResult, TranscriptionModelV4StreamPart),
        )
        self.do_generate_from_url = None if do_generate_from_url is None else self._generate_from_url.run
        self.do_stream = None if do_stream is None else self._open_stream

    @property
    def do_generate_calls(self) -> list[TranscriptionModelV4CallOptions]:
        """The options of each call of `do_generate`."""
        return self._generate.calls

    @property
    def do_generate_from_url_calls(self) -> list[TranscriptionModelV4UrlCallOptions]:
        """The options of each call of `do_generate_from_url`."""
        return self._generate_from_url.calls

    @property
    def do_stream_calls(self) -> list[TranscriptionModelV4StreamOptions]:
        """The options of each call of `do_stream`."""
        return self._stream.calls

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Return the result for this call, or raise it."""
        return await self._generate.run(options)

    async def _open_stream(self, options: TranscriptionModelV4StreamOptions) -> TranscriptionModelV4StreamResult:
        open_stream = await self._stream.run(options)
        return open_stream()
