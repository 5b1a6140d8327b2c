"""A language model that answers what a test told it to.

Ports: ai/src/test/mock-language-model-v4.ts, ai/src/test/not-implemented.ts
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal

from ai_sdk.provider.language_model import (
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
)
from ai_sdk.provider.supported_urls import SupportedUrls
from ai_sdk.testing.script import Results, Script, loader
from ai_sdk.testing.stream_script import load_stream

__all__ = ["MockLanguageModelV4"]

_NO_USAGE: dict[str, Any] = {"inputTokens": {}, "outputTokens": {}}


class MockLanguageModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is a `LanguageModelV4GenerateResult` (for `do_stream` a `LanguageModelV4StreamResult`), the same as JSON
    data, or an exception to raise. A text is short for an answer of that text. For `do_generate`, JSON data may leave
    out `finishReason`, `usage` (nothing is known then) and `warnings`; for `do_stream`, its `stream` is a list of
    parts, given anew at each call, or an async iterable of them.

    Raises `pydantic.ValidationError`, which names the path, when JSON data does not fit; `NotImplementedError` when a
    method is called that was given nothing; `IndexError` when a list has no more results.

    >>> import asyncio
    >>> from ai_sdk.provider import LanguageModelV4CallOptions
    >>> model = MockLanguageModelV4(do_generate=["Hello", "Good bye"])
    >>> asyncio.run(model.do_generate(LanguageModelV4CallOptions(prompt=[]))).content[0].text
    'Hello'
    >>> model.do_generate_calls[0].prompt
    []
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        supported_urls: SupportedUrls | Callable[[], SupportedUrls | Awaitable[SupportedUrls]] | None = None,
        do_generate: Results[LanguageModelV4GenerateResult | str, LanguageModelV4CallOptions] | None = None,
        do_stream: Results[LanguageModelV4StreamResult | str, LanguageModelV4CallOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        self._supported_urls = supported_urls or {}
        self._generate = Script[LanguageModelV4CallOptions, LanguageModelV4GenerateResult](
            "MockLanguageModelV4.do_generate", do_generate, _load_generate_result
        )
        self._stream = Script[LanguageModelV4CallOptions, Callable[[], LanguageModelV4StreamResult]](
            "MockLanguageModelV4.do_stream", do_stream, _load_stream_result
        )

    @property
    def supported_urls(self) -> SupportedUrls | Awaitable[SupportedUrls]:
        """URLs that the model takes as they are."""
        return self._supported_urls() if callable(self._supported_urls) else self._supported_urls

    @property
    def do_generate_calls(self) -> list[LanguageModelV4CallOptions]:
        """The options of each call of `do_generate`."""
        return self._generate.calls

    @property
    def do_stream_calls(self) -> list[LanguageModelV4CallOptions]:
        """The options of each call of `do_stream`."""
        return self._stream.calls

    async def do_generate(self, options: LanguageModelV4CallOptions) -> LanguageModelV4GenerateResult:
        """Return the result for this call, or raise it."""
        return await self._generate.run(options)

    async def do_stream(self, options: LanguageModelV4CallOptions) -> LanguageModelV4StreamResult:
        """Return the stream for this call, or raise the error."""
        open_stream = await self._stream.run(options)
        return open_stream()


def _load_generate_result(result: Any) -> LanguageModelV4GenerateResult:
    if isinstance(result, str):
        return _load_generate_result({"content": [{"type": "text", "text": result}]})
    reason = {"unified": "tool-calls" if _calls_a_tool(result) else "stop"}
    return loader(LanguageModelV4GenerateResult, finish_reason=reason, usage=_NO_USAGE, warnings=[])(result)


def _calls_a_tool(result: Any) -> bool:
    content = result.get("content") if isinstance(result, Mapping) else None
    return any((part["type"] if isinstance(part, Mapping) else part.type) == "tool-call" for part in content or ())


def _load_stream_result(result: Any) -> Callable[[], LanguageModelV4StreamResult]:
    """Return a function that opens the stream: a list of parts is streamed anew at each call."""
    if isinstance(result, str):
        return _load_stream_result({"stream": _text_parts(result)})
    return load_stream(LanguageModelV4StreamResult, LanguageModelV4StreamPart, result)


def _text_parts(text: str) -> list[dict[str, Any]]:
    """Return the parts of an answer that streams `text` word by word."""
    return [
        {"type": "stream-start", "warnings": []},
        {"type": "text-start", "id": "0"},
        *({"type": "text-delta", "id": "0", "delta": word} for word in re.findall(r"\s*\S+\s*|\s+", text)),
        {"type": "text-end", "id": "0"},
        {"type": "finish", "finishReason": {"unified": "stop"}, "usage": _NO_USAGE},
    ]
