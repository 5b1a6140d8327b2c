"""The parts of a streamed object, made while somebody reads them.

Ports: ai/src/generate-object/stream-object.ts
"""

import logging
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from typing import Any

from ai_sdk.error.no_output_errors import NoOutputGeneratedError
from ai_sdk.generate_object.object_call import ObjectCall, request_metadata
from ai_sdk.generate_object.object_options import StreamObjectErrorEvent
from ai_sdk.generate_object.object_stream_part import (
    ObjectStreamErrorPart,
    ObjectStreamFinishPart,
    ObjectStreamObjectPart,
    ObjectStreamPart,
    ObjectStreamTextDeltaPart,
)
from ai_sdk.generate_object.parse_and_validate_object_result import parse_and_validate_object_result_with_repair
from ai_sdk.generate_object.partial_objects import ObjectProgress, create_partial_objects
from ai_sdk.generate_object.structured_output_events import (
    GenerateObjectEndEvent,
    GenerateObjectStepEndEvent,
    ObjectResponseMetadata,
)
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.generate_text.stream_text.outcome import Delayed
from ai_sdk.generate_text.text_builder import TextBuilder
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage, as_language_model_usage
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.prompt.normalize_stream_provider_error import normalize_stream_provider_error
from ai_sdk.prompt.wrap_gateway_error import wrap_gateway_error
from ai_sdk.provider import (
    LanguageModelV4Finish,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
    SharedV4ProviderMetadata,
    SharedV4Warning,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.util.notify import notify

__all__ = ["ObjectOutcome", "ObjectStream"]

_logger = logging.getLogger("ai_sdk")

_INCOMPLETE = "No output generated. The model stream ended without a finish chunk."


@dataclass(slots=True)
class ObjectOutcome:
    """What a stream comes to."""

    object: Delayed[Any] = field(default_factory=Delayed)
    usage: Delayed[LanguageModelUsage] = field(default_factory=Delayed)
    provider_metadata: Delayed[SharedV4ProviderMetadata | None] = field(default_factory=Delayed)
    warnings: Delayed[list[SharedV4Warning] | None] = field(default_factory=Delayed)
    request: Delayed[LanguageModelRequestMetadata] = field(default_factory=Delayed)
    response: Delayed[ObjectResponseMetadata] = field(default_factory=Delayed)
    finish_reason: Delayed[FinishReason] = field(default_factory=Delayed)

    def reject(self, error: Any) -> None:
        """Set an error for every value that is still open."""
        for name in self.__dataclass_fields__:
            getattr(self, name).reject(error)


class ObjectStream:
    """One streamed object generation."""

    def __init__(self, call: ObjectCall) -> None:
        self.outcome = ObjectOutcome()
        self._call = call
        self._partials = create_partial_objects(call.strategy)
        self._text = TextBuilder()
        self._response = ObjectResponseMetadata(
            id=call.generate_id(), timestamp=clock.now(), model_id=call.model.model_id
        )
        self._headers: dict[str, str] | None = None
        self._request = LanguageModelRequestMetadata()
        self._warnings: list[SharedV4Warning] | None = None
        self._usage = LanguageModelUsage()
        self._finish_reason: FinishReason | None = None
        self._provider_metadata: SharedV4ProviderMetadata | None = None
        self._object: Any = None
        self._error: Any = None
        self._has_failed = False
        self._started_ms = 0.0
        self._ms_to_first_chunk: float | None = None

    async def parts(self) -> AsyncGenerator[ObjectStreamPart, None]:
        """Give the parts. Errors of the call become parts; errors while reading are told, and raised."""
        try:
            opened = await self._open()
        except Exception as error:  # noqa: BLE001 - it becomes a part of the stream
            self.outcome.reject(error)
            await self._call.tell_telemetry_error(error)
            await self._tell_error(error)
            yield ObjectStreamErrorPart(error=error)
            return
        try:
            async for part in opened.stream:
                for made in await self._take(part):
                    yield made
        except Exception as error:
            wrapped = wrap_gateway_error(error)
            self.outcome.reject(wrapped)
            await self._tell_error(wrapped)
            if wrapped is error:
                raise
            raise wrapped from error
        finally:
            await close_stream(opened.stream)
        await self._end()

    async def _open(self) -> LanguageModelV4StreamResult:
        call = self._call
        await call.tell_start()
        call_options = replace(await call.begin_step(), include_raw_chunks=False)
        self._started_ms = call.now()

        async def stream() -> LanguageModelV4StreamResult:
            return await call.model.do_stream(call_options)

        opened = await call.retries.retry(stream)
        self._headers = opened.response.headers if opened.response else None
        self._request = request_metadata(opened.request)
        self.outcome.request.resolve(self._request)
        return opened

    async def _take(self, part: LanguageModelV4StreamPart) -> list[ObjectStreamPart]:
        match part.type:
            case "stream-start":
                self._warnings = part.warnings
                return []
            case "text-delta":
                self._note_first_chunk()
                return self._take_text(part.delta)
            case "response-metadata":
                self._note_first_chunk()
                self._take_response(part)
                return []
            case "error":
                self._note_first_chunk()
                return [await self._take_error(part.error)]
            case "finish":
                self._note_first_chunk()
                return await self._take_finish(part)
        return []

    def _note_first_chunk(self) -> None:
        if self._ms_to_first_chunk is None:
            self._ms_to_first_chunk = self._call.now() - self._started_ms

    def _take_text(self, delta: str) -> list[ObjectStreamPart]:
        self._text.add(delta)
        progress: ObjectProgress | None = self._partials.feed(delta)
        if progress is None:
            return []
        return [
            ObjectStreamObjectPart(object=progress.object),
            ObjectStreamTextDeltaPart(text_delta=progress.text_delta),
        ]

    def _take_response(self, part: LanguageModelV4ResponseMetadataPart) -> None:
        known = self._response
        self._response = replace(
            known,
            id=known.id if part.id is None else part.id,
            timestamp=part.timestamp or known.timestamp,
            model_id=known.model_id if part.model_id is None else part.model_id,
        )

    async def _take_error(self, error: Any) -> ObjectStreamPart:
        """Take what the provider reports; the first error is the one that the stream ends with."""
        wrapped = wrap_gateway_error(error)
        if not self._has_failed:
            self._has_failed, self._error, self._finish_reason = True, wrapped, "error"
            self.outcome.reject(normalize_stream_provider_error(wrapped))  # only exceptions can be raised
        await self._tell_error(wrapped)
        return ObjectStreamErrorPart(error=error)

    async def _take_finish(self, part: LanguageModelV4Finish) -> list[ObjectStreamPart]:
        rest, call = self._partials.take_text(), self._call
        self._finish_reason = "error" if self._has_failed else part.finish_reason.unified
        self._usage = as_language_model_usage(part.usage)
        self._provider_metadata = part.provider_metadata
        log_warnings(warnings=self._warnings or [], provider=call.model.provider, model=call.model.model_id)
        if not self._has_failed:
            await self._resolve(self._finish_reason)
        finish = ObjectStreamFinishPart(
            finish_reason=self._finish_reason,
            usage=self._usage,
            response=self._response,
            provider_metadata=self._provider_metadata,
        )
        return [ObjectStreamTextDeltaPart(text_delta=rest), finish] if rest else [finish]

    async def _resolve(self, finish_reason: FinishReason) -> None:
        outcome = self.outcome
        outcome.usage.resolve(self._usage)
        outcome.provider_metadata.resolve(self._provider_metadata)
        outcome.warnings.resolve(self._warnings)
        outcome.response.resolve(replace(self._response, headers=self._headers))
        outcome.finish_reason.resolve(finish_reason)
        try:
            self._object = await parse_and_validate_object_result_with_repair(
                self._text.text(),
                self._call.strategy,
                self._call.options.get("repair_text"),
                {"response": self._response, "usage": self._usage, "finish_reason": finish_reason},
            )
            outcome.object.resolve(self._object)
        except Exception as error:  # noqa: BLE001 - whoever asks for the object gets it
            self._error = error
            outcome.object.reject(error)

    async def _end(self) -> None:
        """Tell that the model has answered, and that the call has ended."""
        self.outcome.reject(NoOutputGeneratedError(_INCOMPLETE))
        call = self._call
        known: dict[str, Any] = {
            "call_id": call.call_id,
            "finish_reason": self._finish_reason or "other",
            "usage": self._usage,
            "warnings": self._warnings,
            "request": self._request,
            "response": replace(self._response, headers=self._headers),
            "provider_metadata": self._provider_metadata,
        }
        await call.tell(
            "on_step_end",
            GenerateObjectStepEndEvent(
                provider=call.model.provider,
                model_id=call.model.model_id,
                object_text=self._text.text(),
                ms_to_first_chunk=self._ms_to_first_chunk,
                **known,
            ),
        )
        await call.tell("on_finish", GenerateObjectEndEvent(object=self._object, error=self._error, **known))

    async def _tell_error(self, error: Any) -> None:
        """Call `on_error`; without it the error is logged."""
        on_error: Any = self._call.options.get("on_error")
        if on_error is None:
            _logger.error("%s", error, exc_info=error if isinstance(error, BaseException) else None)
        else:
            await notify(StreamObjectErrorEvent(error=wrap_gateway_error(error)), on_error)
