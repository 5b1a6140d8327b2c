"""What a streamed generation returns when nothing of it is kept.

Ports: ai/src/generate-text/stream-text-single-consumer-result.ts
"""

from collections.abc import AsyncGenerator
from typing import Any, Generic

from typing_extensions import TypeVar

from ai_sdk.generate_text.stream_text.reads import StreamTextReads
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.single_parts import SingleParts
from ai_sdk.generate_text.stream_text.views import partial_outputs
from ai_sdk.provider import UnsupportedFunctionalityError

__all__ = ["StreamTextSingleConsumerResult"]

T = TypeVar("T")
PartialT = TypeVar("PartialT", default=Any)
ElementT = TypeVar("ElementT", default=Any)


class StreamTextSingleConsumerResult(StreamTextReads[ElementT], Generic[PartialT, ElementT]):
    """A generation with one reader, which keeps nothing of what it has read.

    Take one of the streams, once: another access raises `StreamAlreadyConsumedError`. Leaving a stream early ends the
    generation. What can be awaited is there when the stream has ended; without a reader, awaiting reads the stream.
    """

    def __init__(self, run: StreamTextRun) -> None:
        super().__init__(run, SingleParts)

    @property
    def partial_output_stream(self) -> AsyncGenerator[PartialT, None]:
        """The output so far, each time that it changes. Raises `UnsupportedFunctionalityError` without an output."""
        if self._run.output is None:
            raise UnsupportedFunctionalityError(
                functionality="partialOutputStream without an explicit output specification "
                "with experimental_streamTextLowMemory"
            )
        return self._parts.read(partial_outputs(self._run.output))
