"""A speech model that answers what a test told it to.

Ports: ai/src/test/mock-speech-model-v4.ts
"""

from typing import Literal

from ai_sdk.provider.speech_model import SpeechModelV4CallOptions, SpeechModelV4Result
from ai_sdk.testing.script import Results, Script, loader, mock_response

__all__ = ["MockSpeechModelV4"]


class MockSpeechModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is a `SpeechModelV4Result`, the same as JSON data (`warnings` and `response` may be left out), or an
    exception to raise. Raises what `MockLanguageModelV4` raises.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        do_generate: Results[SpeechModelV4Result, SpeechModelV4CallOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        self._generate = Script[SpeechModelV4CallOptions, SpeechModelV4Result](
            "MockSpeechModelV4.do_generate",
            do_generate,
            loader(SpeechModelV4Result, warnings=[], response=mock_response(model_id)),
        )

    @property
    def do_generate_calls(self) -> list[SpeechModelV4CallOptions]:
        """The options of each call of `do_generate`."""
        return self._generate.calls

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Return the result for this call, or raise it."""
        return await self._generate.run(options)
