"""What the chunks of a stream say beside its content, and the metadata that they make at its end.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from dataclasses import dataclass, field

from ai_sdk_generated.google.generate_content import wire
from pydantic import BaseModel

from ai_sdk.provider import JSONObject
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.google.generate_content.finish_reason import is_confirmed_prompt_block_reason
from ai_sdk.providers.google.generate_content.response import read_service_tier
from ai_sdk.providers.google.generate_content.usage import add_google_usage_metadata

__all__ = ["StreamMetadata"]

_RESUMABLE = frozenset({"MAX_TOKENS", "CONTINUATION"})


def _dump(model: BaseModel) -> JSONObject:
    dumped: JSONObject = dump_wire(model)
    return dumped


@dataclass(slots=True)
class StreamMetadata:
    """The latest word on each thing; `headers` are those of the first response."""

    headers: dict[str, str]
    usage: JSONObject | None = None
    """The usage of the current request, and after `finish` that of all."""
    block_reason: str | None = None
    """Why the prompt was refused; nothing that the model writes counts after that."""
    _prompt_feedback: JSONObject | None = None
    _grounding: JSONObject | None = None
    _url_context: JSONObject | None = None
    _safety_ratings: list[JSONObject] | None = None
    _finish_message: str | None = None
    _continuation_token: str | None = None
    _continued_usage: JSONObject | None = None
    _initial_prompt_token_count: int | float | None = None
    _request_grounding: JSONObject | None = None
    _grounding_per_request: list[JSONObject | None] = field(default_factory=list)

    def read(self, chunk: wire.Chunk) -> None:
        """Take what a chunk says of the whole answer."""
        if chunk.usage_metadata is not None:
            self.usage = _dump(chunk.usage_metadata)
        feedback = chunk.prompt_feedback
        if feedback is not None and self.block_reason is None:
            self._prompt_feedback = _dump(feedback)
            self.block_reason = (
                feedback.block_reason if is_confirmed_prompt_block_reason(feedback.block_reason) else None
            )

    def read_candidate(self, candidate: wire.ChunkCandidate) -> None:
        """Take what a candidate says beside its content."""
        if candidate.grounding_metadata is not None:
            self._grounding = _dump(candidate.grounding_metadata)
        if candidate.url_context_metadata is not None:
            self._url_context = _dump(candidate.url_context_metadata)
        if candidate.safety_ratings is not None:
            self._safety_ratings = [_dump(rating) for rating in candidate.safety_ratings]
        if candidate.finish_message is not None:
            self._finish_message = candidate.finish_message
        if candidate.continuation_token is not None:
            self._continuation_token = candidate.continuation_token

    def read_grounding(self, candidate: wire.ChunkCandidate) -> None:
        """Take the grounding of the current request."""
        if candidate.grounding_metadata is not None:
            self._request_grounding = _dump(candidate.grounding_metadata)

    def end_request(self) -> None:
        """Put the usage of a request aside, which the next one will not count."""
        if self._continued_usage is None:
            self._initial_prompt_token_count = (self.usage or {}).get("promptTokenCount")
        self._continued_usage = add_google_usage_metadata(self._continued_usage, self.usage)
        self.usage = None

    def start_request(self) -> None:
        """Begin with the grounding of the next request."""
        self._grounding_per_request.append(self._request_grounding)
        self._request_grounding = None

    def finish(self, raw_finish_reason: str | None) -> JSONObject:
        """Sum the usage and return the provider's metadata."""
        self.usage = add_google_usage_metadata(self._continued_usage, self.usage)
        metadata: JSONObject = {
            "promptFeedback": self._prompt_feedback,
            "groundingMetadata": self._grounding,
            "urlContextMetadata": self._url_context,
            "safetyRatings": self._safety_ratings,
            "usageMetadata": self.usage,
            "finishMessage": self._finish_message,
            "serviceTier": read_service_tier(self.usage, self.headers),
        }
        if self._grounding_per_request:
            metadata["groundingMetadataPerRequest"] = [*self._grounding_per_request, self._request_grounding]
        # A stream that ended on its own has nothing to resume, whatever tokens came on the way.
        if self._continuation_token is not None and raw_finish_reason in _RESUMABLE:
            metadata["continuationToken"] = self._continuation_token
        if self._initial_prompt_token_count is not None:
            metadata["initialPromptTokenCount"] = self._initial_prompt_token_count
        return metadata
