"""A video model that answers what a test told it to.

Ports: ai/src/test/mock-video-model-v4.ts
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal

from ai_sdk.provider.codec import load
from ai_sdk.provider.video_model import (
    VideoModelV4CallOptions,
    VideoModelV4OperationStartResult,
    VideoModelV4OperationStatusResult,
    VideoModelV4Result,
    VideoModelV4StatusOptions,
)
from ai_sdk.testing.script import Results, Script, loader, mock_response

__all__ = ["MockVideoModelV4"]


class MockVideoModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is the specification's value, the same as JSON data (`warnings` and `response` may be left out), or an
    exception to raise. Raises what `MockLanguageModelV4` raises. `do_start`, `do_status` and `handle_webhook_option`
    are `None`, as with a model that does not have them, unless they are given; with `has_generate=False`, so is
    `do_generate`.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        max_videos_per_call: int | Callable[[str], int | Awaitable[int | None] | None] | None = 1,
        has_generate: bool = True,
        do_generate: Results[VideoModelV4Result, VideoModelV4CallOptions] | None = None,
        handle_webhook_option: Callable[..., Awaitable[Any]] | None = None,
        do_start: Results[VideoModelV4OperationStartResult, VideoModelV4CallOptions] | None = None,
        do_status: Results[VideoModelV4OperationStatusResult, VideoModelV4StatusOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        self.max_videos_per_call = max_videos_per_call
        self.handle_webhook_option = handle_webhook_option
        facts: dict[str, Any] = {"warnings": [], "response": mock_response(model_id)}
        self._generate = Script[VideoModelV4CallOptions, VideoModelV4Result](
            "MockVideoModelV4.do_generate", do_generate, loader(VideoModelV4Result, **facts)
        )
        self._start = Script[VideoModelV4CallOptions, VideoModelV4OperationStartResult](
            "MockVideoModelV4.do_start", do_start, loader(VideoModelV4OperationStartResult, **facts)
        )
        self._status = Script[VideoModelV4StatusOptions, VideoModelV4OperationStatusResult](
            "MockVideoModelV4.do_status", do_status, lambda result: _load_status(result, facts)
        )
        self.do_generate = self._generate.run if has_generate else None
        self.do_start = None if do_start is None else self._start.run
        self.do_status = None if do_status is None else self._status.run

    @property
    def do_generate_calls(self) -> list[VideoModelV4CallOptions]:
        """The options of each call of `do_generate`."""
        return self._generate.calls

    @property
    def do_start_calls(self) -> list[VideoModelV4CallOptions]:
        """The options of each call of `do_start`."""
        return self._start.calls

    @property
    def do_status_calls(self) -> list[VideoModelV4StatusOptions]:
        """The options of each call of `do_status`."""
        return self._status.calls


def _load_status(result: Any, facts: Mapping[str, Any]) -> VideoModelV4OperationStatusResult:
    loaded: VideoModelV4OperationStatusResult = load(
        VideoModelV4OperationStatusResult, {**facts, **result} if isinstance(result, Mapping) else result
    )
    return loaded
