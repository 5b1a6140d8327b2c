"""The model's answer to one call, converted part by part as it arrives.

Ports: ai/src/generate-text/stream-language-model-call.ts
"""

from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ai_sdk.generate_text.language_model_events import LanguageModelCallEndEvent, LanguageModelCallStartEvent
from ai_sdk.generate_text.language_model_stream_part import LanguageModelStreamPart
from ai_sdk.generate_text.model_stream_converter import ModelCallContext, ModelStreamConverter
from ai_sdk.provider import (
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4RequestMetadata,
    LanguageModelV4StreamResultResponse,
    LanguageModelV4ToolChoiceAuto,
)
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.clock import now_ms
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.generate_id import create_id_generator
from ai_sdk.provider_utils.tool import ToolSet
from ai_sdk.telemetry.get_request_origin import sanitize_request_metadata
from ai_sdk.telemetry.telemetry import ExecuteLanguageModelCall
from ai_sdk.util.callback import Callbacks
from ai_sdk.util.download.download_function import DownloadFunction

__all__ = ["LanguageModelCallStream", "open_model_stream"]

_generate_id = create_id_generator(prefix="aitxt", size=24)


@dataclass(slots=True, kw_only=True)
class LanguageModelCallStream:
    """A model's answer as it arrives: its parts, and what is known of the request and of the response.

    Closing `stream` (`aclose`) closes the HTTP response.
    """

    stream: AsyncGenerator[LanguageModelStreamPart, None]
    request: LanguageModelV4RequestMetadata | None = None
    response: LanguageModelV4StreamResultResponse | None = None


async def open_model_stream(
    *,
    model: LanguageModelV4,
    options: LanguageModelV4CallOptions,
    start: LanguageModelCallStartEvent,
    tools: ToolSet | None,
    repair_tool_call: Callable[..., Any] | None,
    refine_tool_input: Mapping[str, Callable[..., Any]] | None,
    download: DownloadFunction | None,
    on_language_model_call_end: Callbacks[LanguageModelCallEndEvent],
    execute: ExecuteLanguageModelCall | None,
    internal: Mapping[str, Any],
) -> LanguageModelCallStream:
    """Call the model and return its answer as soon as it begins; raises what the model raises before that."""
    now = internal.get("now") or now_ms()
    start_ms = now()
    call = partial(model.do_stream, options)
    result = await (call() if execute is None else execute(call_id=start.call_id, event=start, execute=call))
    request = sanitize_request_metadata(result.request)
    converter = ModelStreamConverter(
        ModelCallContext(
            call_id=start.call_id,
            provider=start.provider,
            model_id=start.model_id,
            tools=tools,
            tool_choice=options.tool_choice or LanguageModelV4ToolChoiceAuto(),
            instructions=start.instructions,
            messages=start.messages,
            repair_tool_call=repair_tool_call,
            refine_tool_input=refine_tool_input,
            download=download,
            abort_signal=options.abort_signal,
            generate_id=internal.get("generate_id") or _generate_id,
            now=now,
            start_ms=start_ms,
            request_url=None if request is None else request.url,
            on_language_model_call_end=on_language_model_call_end,
        )
    )
    return LanguageModelCallStream(
        stream=BodyStream(converter.parts(result.stream), partial(close_stream, result.stream)),
        request=request,
        response=result.response,
    )
