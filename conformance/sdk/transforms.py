"""The canned transforms of `$transform`, for streams of text, as in `oracle/transforms.mjs`."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from conformance.sdk.call import SdkCall
from conformance.vocabulary import NotPortedError

Change = Callable[[Any], list[Any]]
_USAGE = {"inputTokens": 1, "inputTokenDetails": {}, "outputTokens": 2, "outputTokenDetails": {}, "totalTokens": 3}
_PERFORMANCE = {
    "effectiveOutputTokensPerSecond": 2,
    "effectiveTotalTokensPerSecond": 3,
    "stepTimeMs": 1000,
    "responseTimeMs": 1000,
    "toolExecutionMs": {},
}
_RESPONSE = {"id": "cut", "modelId": "cut", "timestamp": datetime.fromtimestamp(0, UTC)}
_FINISH = {"finishReason": "stop", "rawFinishReason": "cut"}


def make_transform(options: Mapping[str, Any], call: SdkCall) -> Callable[..., Any]:
    """Return the transform that `$transform` describes."""
    factory = _TRANSFORMS.get(options["do"])
    if factory is None:
        raise NotPortedError(f"the harness has no transform {options['do']}")

    def transform(*, stop_stream: Callable[[], None], **_: Any) -> Callable[[AsyncIterator[Any]], AsyncIterator[Any]]:
        change = factory(options, stop_stream, call)

        async def parts(stream: AsyncIterator[Any]) -> AsyncIterator[Any]:
            async for part in stream:
                for changed in change(part):
                    yield changed

        return parts

    return transform


def _upper_case(_: Mapping[str, Any], __: Callable[[], None], ___: SdkCall) -> Change:
    return lambda part: [replace(part, text=part.text.upper()) if part.type == "text-delta" else part]


def _drop(options: Mapping[str, Any], _: Callable[[], None], __: SdkCall) -> Change:
    return lambda part: [] if part.type == options["type"] else [part]


def _stop_at(options: Mapping[str, Any], stop_stream: Callable[[], None], call: SdkCall) -> Change:
    """End the stream at a word; whoever ends it says so itself."""

    def change(part: Any) -> list[Any]:
        if part.type != "text-delta" or options["word"] not in part.text:
            return [part]
        stop_stream()
        step = {"type": "finish-step", **_FINISH, "usage": _USAGE, "performance": _PERFORMANCE, "response": _RESPONSE}
        end = {"type": "finish", **_FINISH, "totalUsage": _USAGE}
        return [call.subject.load("TextStreamPart", step), call.subject.load("TextStreamPart", end)]

    return change


_TRANSFORMS: dict[str, Callable[[Mapping[str, Any], Callable[[], None], SdkCall], Change]] = {
    "upperCase": _upper_case,
    "drop": _drop,
    "stopAt": _stop_at,
}
