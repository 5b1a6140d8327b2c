"""What a text generation returns.

Ports: ai/src/generate-text/generate-text-result.ts, ai/src/generate-text/default-generate-text-result.ts
Ports: ai/src/generate-text/output-utils.ts
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any, Generic

from typing_extensions import TypeVar

from ai_sdk.error.no_output_errors import NoOutputGeneratedError
from ai_sdk.generate_text.content_part import ContentPart, ReasoningFileOutput, ReasoningOutput
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata, ResponseMessage
from ai_sdk.generate_text.step_result import ContentViews, StepResult
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage, add_language_model_usage
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning

__all__ = ["GenerateTextResult", "sum_usage"]

OutputT = TypeVar("OutputT", default=Any)


class GenerateTextResult(ContentViews, Generic[OutputT]):
    """A finished generation.

    Lists (`content`, `tool_calls`, `files`, `warnings` ...) are those of all steps; `text`, `reasoning`,
    `finish_reason` and the like are those of the last step; `usage` is the sum.
    """

    def __init__(
        self,
        *,
        steps: list[StepResult],
        initial_response_messages: list[ResponseMessage],
        total_usage: LanguageModelUsage,
        output: OutputT | None,
    ) -> None:
        self.steps = steps
        """Every step, in order."""
        self.usage = total_usage
        """The tokens of all steps."""
        self._initial_response_messages = initial_response_messages
        self._output = output

    def __repr__(self) -> str:
        return f"GenerateTextResult(text={self.text!r}, finish_reason={self.finish_reason!r}, steps={len(self.steps)})"

    @property
    def _parts(self) -> Iterable[Any]:
        return self.content

    @property
    def final_step(self) -> StepResult:
        """The last step."""
        return self.steps[-1]

    @property
    def content(self) -> list[ContentPart]:
        """Everything that was generated, of all steps."""
        return [part for step in self.steps for part in step.content]

    @property
    def text(self) -> str:
        """The text of the last step."""
        return self.final_step.text

    @property
    def reasoning(self) -> list[ReasoningOutput | ReasoningFileOutput]:
        """What the model thought in the last step."""
        kinds = (ReasoningOutput, ReasoningFileOutput)
        return [part for part in self.final_step.content if isinstance(part, kinds)]

    @property
    def reasoning_text(self) -> str | None:
        """The text of what the model thought in the last step."""
        return self.final_step.reasoning_text

    @property
    def finish_reason(self) -> FinishReason:
        """Why the last step ended."""
        return self.final_step.finish_reason

    @property
    def raw_finish_reason(self) -> str | None:
        """Why the last step ended, in the provider's word."""
        return self.final_step.raw_finish_reason

    @property
    def total_usage(self) -> LanguageModelUsage:
        """The tokens of all steps, as `usage`."""
        return self.usage

    @property
    def warnings(self) -> list[SharedV4Warning]:
        """What the model warned of, in all steps."""
        return [warning for step in self.steps for warning in step.warnings or ()]

    @property
    def provider_metadata(self) -> SharedV4ProviderMetadata | None:
        """What the provider returned beyond the specification, in the last step."""
        return self.final_step.provider_metadata

    @property
    def request(self) -> LanguageModelRequestMetadata:
        """The request of the last step."""
        return self.final_step.request

    @property
    def response(self) -> LanguageModelResponseMetadata:
        """The answer of the last step."""
        return self.final_step.response

    @property
    def response_messages(self) -> list[ResponseMessage]:
        """The messages to add to the conversation."""
        return [
            *self._initial_response_messages,
            *(message for step in self.steps for message in step.response.messages),
        ]

    @property
    def output(self) -> OutputT:
        """The output as `output` specified it. Raises `NoOutputGeneratedError` when there is none."""
        if self._output is None:
            raise NoOutputGeneratedError
        return self._output


def sum_usage(steps: Sequence[StepResult]) -> LanguageModelUsage:
    """Return the tokens of all steps, of which there is at least one."""
    return reduce(add_language_model_usage, [step.usage for step in steps])
