"""A transcription model that answers what a test told it to.

Ports: ai/src/test/mock-transcription-model-v4.ts
"""

from collections.abc import Awaitable, Callable
from typing import Any, Literal

from ai_sdk.provider.transcription_model import (
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4UrlCallOptions,
)
from ai_sdk.testing.script import Results, Script, loader, mock_response

__all__ = ["MockTranscriptionModelV4"]


class MockTranscriptionModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is a `TranscriptionModelV4Result`, the same as JSON data (`segments`, `warnings` and `response` may be left
    out), or an exception to raise. Raises what `MockLanguageModelV4` raises. `do_stream` and `do_generate_from_url` are
    `None`, as with a model that does not have them, unless they are given; `do_stream` is used as it is.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        do_generate: Results[TranscriptionModelV4Result, TranscriptionModelV4CallOptions] | None = None,
        do_stream: Callable[[Any], Awaitable[Any]] | None = None,
        do_generate_from_url: Results[TranscriptionModelV4Result, TranscriptionModelV4UrlCallOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        self.do_stream = do_stream
        load_result = loader(TranscriptionModelV4Result, segments=[], warnings=[], response=mock_response(model_id))
        self._generate = Script[TranscriptionModelV4CallOptions, TranscriptionModelV4Result](
            "MockTranscriptionModelV4.do_generate", do_generate, load_result
        )
        self._generate_from_url = Script[TranscriptionModelV4UrlCallOptions, TranscriptionModelV4Result](
            "MockTranscriptionModelV4.do_generate_from_url", do_generate_from_url, load_result
        )
        self.do_generate_from_url = None if do_generate_from_url is None else self._generate_from_url.run

    @property
    def do_generate_calls(self) -> list[TranscriptionModelV4CallOptions]:
        """The options of each call of `do_generate`."""
        return self._generate.calls

    @property
    def do_generate_from_url_calls(self) -> list[TranscriptionModelV4UrlCallOptions]:
        """The options of each call of `do_generate_from_url`."""
        return self._generate_from_url.calls

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Return the result for this call, or raise it."""
        return await self._generate.run(options)
