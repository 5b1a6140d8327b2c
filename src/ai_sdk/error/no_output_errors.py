"""A model was called and what was asked of it did not come out.

What the errors carry (usage, responses, calls) are records of the functions that raise them.

Ports: ai/src/error/no-image-generated-error.ts, ai/src/error/no-object-generated-error.ts
Ports: ai/src/error/no-output-generated-error.ts, ai/src/error/no-speech-generated-error.ts
Ports: ai/src/error/no-transcript-generated-error.ts, ai/src/error/no-translation-generated-error.ts
Ports: ai/src/error/no-video-generated-error.ts
"""

from collections.abc import Sequence
from typing import Any

from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider.language_model import LanguageModelV4UnifiedFinishReason

__all__ = [
    "NoImageGeneratedError",
    "NoObjectGeneratedError",
    "NoOutputGeneratedError",
    "NoSpeechGeneratedError",
    "NoTranscriptGeneratedError",
    "NoTranslationGeneratedError",
    "NoVideoGeneratedError",
]


class NoImageGeneratedError(AISDKError):
    """No image came out; `calls` are the calls of the model, `responses` their metadata."""

    name = "AI_NoImageGeneratedError"
    fields = ("calls", "responses")

    def __init__(
        self,
        message: str = "No image generated.",
        *,
        cause: BaseException | None = None,
        calls: Sequence[Any] | None = None,
        responses: Sequence[Any] | None = None,
    ) -> None:
        super().__init__(message, cause=cause)
        self.calls = None if calls is None else list(calls)
        self.responses = None if responses is None else list(responses)


class NoObjectGeneratedError(AISDKError):
    """No object came out: the model gave nothing, or a `text` that is no JSON or does not fit the schema.

    `response` is the response's metadata and `usage` what it cost, as the results have them.
    """

    name = "AI_NoObjectGeneratedError"
    fields = ("text", "response", "usage", "finish_reason")

    def __init__(
        self,
        message: str = "No object generated.",
        *,
        cause: BaseException | None = None,
        text: str | None = None,
        response: Any,
        usage: Any,
        finish_reason: LanguageModelV4UnifiedFinishReason | None,
    ) -> None:
        super().__init__(message, cause=cause)
        self.text = text
        self.response = response
        self.usage = usage
        self.finish_reason = finish_reason


class NoOutputGeneratedError(AISDKError):
    """No output came out, because of an error for example."""

    name = "AI_NoOutputGeneratedError"

    def __init__(self, message: str = "No output generated.", *, cause: BaseException | None = None) -> None:
        super().__init__(message, cause=cause)


class NoSpeechGeneratedError(AISDKError):
    """No audio came out; `responses` are the metadata of the calls."""

    name = "AI_NoSpeechGeneratedError"
    fields = ("responses",)

    def __init__(self, *, responses: Sequence[Any], cause: BaseException | None = None) -> None:
        super().__init__("No speech audio generated.", cause=cause)
        self.responses = list(responses)


class NoTranscriptGeneratedError(AISDKError):
    """No transcript came out; `responses` are the metadata of the calls."""

    name = "AI_NoTranscriptGeneratedError"
    fields = ("responses",)

    def __init__(self, *, responses: Sequence[Any]) -> None:
        super().__init__("No transcript generated.")
        self.responses = list(responses)


class NoTranslationGeneratedError(AISDKError):
    """No translation came out; `response` is the metadata of the call."""

    name = "AI_NoTranslationGeneratedError"
    fields = ("response",)

    def __init__(self, *, response: Any) -> None:
        super().__init__("No translation generated.")
        self.response = response


class NoVideoGeneratedError(AISDKError):
    """No video came out; `responses` are the metadata of the calls."""

    name = "AI_NoVideoGeneratedError"
    fields = ("responses",)

    def __init__(
        self,
        message: str = "No video generated.",
        *,
        cause: BaseException | None = None,
        responses: Sequence[Any],
    ) -> None:
        super().__init__(message, cause=cause)
        self.responses = list(responses)
