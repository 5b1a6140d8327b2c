"""A stream of chunks as stream parts, without waiting for anything.

Law: every part of a chunk has one reader, found by the variant of the wire that it is.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.convert_json_response_tool_stream import convert_json_response_tool_stream
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.providers.google.errors import map_google_error_status_to_http_status_code
from ai_sdk.providers.google.generate_content.content import ServerTools, read_file
from ai_sdk.providers.google.generate_content.context import GenerateContentContext
from ai_sdk.providers.google.generate_content.finish_reason import map_google_finish_reason
from ai_sdk.providers.google.generate_content.sources import extract_sources
from ai_sdk.providers.google.generate_content.stream.blocks import ContentBlocks
from ai_sdk.providers.google.generate_content.stream.function_calls import FunctionCalls
from ai_sdk.providers.google.generate_content.stream.metadata import StreamMetadata
from ai_sdk.providers.google.generate_content.usage import convert_google_usage

__all__ = ["GoogleContentStream"]

_RETRYABLE_CLIENT_ERRORS = frozenset({408, 409, 429})
_FIRST_SERVER_ERROR = 500
_CONTINUATION = "CONTINUATION"

_Parts = Iterable[LanguageModelV4StreamPart]


class GoogleContentStream:
    """What has been said so far, over all the requests of one answer."""

    def __init__(self, context: GenerateContentContext, headers: dict[str, str]) -> None:
        self._context = context
        self._metadata = StreamMetadata(headers)
        self._blocks = ContentBlocks()
        self._calls = FunctionCalls(context, self._blocks)
        self._server_tools = ServerTools(context)
        self._source_keys: set[tuple[str, ...]] = set()
        self._has_response_metadata = False
        # A body that ends without the provider's own word on it was interrupted.
        self._finish_reason = LanguageModelV4FinishReason(unified="interrupted")
        self._pending_token: str | None = None
        self._readers: dict[type, Callable[[Any], _Parts]] = {
            wire.GetContentPartVariant1: self._calls.read,
            wire.GetContentPartVariant2: self._read_file,
            wire.GetContentPartVariant3: lambda part: [self._server_tools.tool_call(part)],
            wire.GetContentPartVariant4: lambda part: [self._server_tools.tool_result(part)],
            wire.GetContentPartVariant5: self._read_text_or_code,
        }
        name = context.json_response_tool_name
        self._convert: Callable[[_Parts], _Parts] = iter if name is None else convert_json_response_tool_stream(name)

    def feed(self, chunk: wire.Chunk) -> _Parts:
        """Take a chunk; the parts raise `InvalidResponseDataError` for arguments that have no place."""
        return self._convert(self._feed(chunk))

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take the news that a chunk could not be read, or that the answer could not be continued."""
        if self._finish_reason.unified == "interrupted":
            self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> _Parts:
        """Close what is open and say how it ended."""
        return self._convert(self._finish())

    def take_continuation_token(self) -> str | None:
        """Return the token of the next request, when the answer goes on in one."""
        token, self._pending_token = self._pending_token, None
        return token

    def start_continuation(self) -> None:
        """Take the news that the next request has been answered."""
        self._metadata.start_request()
        self._finish_reason = LanguageModelV4FinishReason(unified="interrupted")

    def _feed(self, chunk: wire.Chunk) -> Iterator[LanguageModelV4StreamPart]:
        candidate = chunk.candidates[0] if chunk.candidates else None
        if candidate is not None:
            self._metadata.read_grounding(candidate)
            if candidate.finish_reason == _CONTINUATION and candidate.continuation_token is not None:
                self._pending_token = candidate.continuation_token
        if chunk.error is not None:
            yield self._read_error(chunk.error)
            return
        if not self._has_response_metadata and chunk.response_id is not None:
            self._has_response_metadata = True
            yield LanguageModelV4ResponseMetadataPart(id=chunk.response_id)
        self._read_metadata(chunk, candidate)
        # What the model writes after its prompt was refused is not shown.
        if candidate is not None and self._metadata.block_reason is None:
            yield from self._read_candidate(candidate)

    def _read_error(self, error: wire.GetGoogleError) -> LanguageModelV4Error:
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        status = map_google_error_status_to_http_status_code(error.status) if error.code is None else int(error.code)
        is_retryable = status is not None and (status in _RETRYABLE_CLIENT_ERRORS or status >= _FIRST_SERVER_ERROR)
        return LanguageModelV4Error(
            error=ProviderStreamError(
                message=error.message,
                type=error.status,
                code=error.code,
                status_code=status,
                is_retryable=is_retryable,
                data=dump_wire(error),
            )
        )

    def _read_metadata(self, chunk: wire.Chunk, candidate: wire.ChunkCandidate | None) -> None:
        was_blocked = self._metadata.block_reason is not None
        self._metadata.read(chunk)
        reason = self._metadata.block_reason
        if reason is not None and not was_blocked:
            self._finish_reason = LanguageModelV4FinishReason(unified="content-filter", raw=reason)
        if candidate is not None:
            self._metadata.read_candidate(candidate)

    def _read_candidate(self, candidate: wire.ChunkCandidate) -> Iterator[LanguageModelV4StreamPart]:
        yield from extract_sources(candidate.grounding_metadata, self._context.generate_id, self._source_keys)
        for part in (candidate.content.parts if candidate.content else None) or ():
            yield from self._readers[type(part)](part)
        reason = candidate.finish_reason
        if reason == _CONTINUATION:
            self._metadata.end_request()
        if reason is not None:
            unified = map_google_finish_reason(reason, has_tool_calls=self._calls.has_calls)
            self._finish_reason = LanguageModelV4FinishReason(unified=unified, raw=reason)

    def _read_file(self, part: wire.GetContentPartVariant2) -> _Parts:
        return [*self._blocks.close(), read_file(part, self._context)]

    def _read_text_or_code(self, part: wire.GetContentPartVariant5) -> _Parts:
        if part.executable_code is not None and part.executable_code.code:
            return [self._server_tools.code_call(part.executable_code)]
        if part.code_execution_result is not None:
            has_call = self._server_tools.last_code_call_id is not None
            return [self._server_tools.code_result(part.code_execution_result)] if has_call else []
        return [] if part.text is None else self._read_text(part, part.text)

    def _read_text(self, part: wire.GetContentPartVariant5, text: str) -> _Parts:
        metadata = self._context.signature_metadata(part.thought_signature)
        if text:
            return self._blocks.write("reasoning" if part.thought is True else "text", text, metadata)
        if metadata is None:
            return []
        return self._blocks.sign("reasoning" if part.thought is True else "text", metadata)

    def _finish(self) -> Iterator[LanguageModelV4StreamPart]:
        yield from self._blocks.close()
        payload = self._metadata.finish(self._finish_reason.raw)
        yield LanguageModelV4Finish(
            finish_reason=self._finish_reason,
            usage=convert_google_usage(self._metadata.usage),
            provider_metadata=self._context.metadata(payload),
        )
