"""One call of a language model, streamed, with its prompt and tools as the core has them.

Ports: ai/src/generate-text/stream-language-model-call.ts
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

from typing_extensions import Unpack

from ai_sdk.generate_text.language_model_events import LanguageModelCallEndEvent, LanguageModelCallStartEvent
from ai_sdk.generate_text.open_model_stream import LanguageModelCallStream, open_model_stream
from ai_sdk.model.resolve_model import resolve_language_model
from ai_sdk.prompt.convert_to_language_model_prompt import convert_to_language_model_prompt
from ai_sdk.prompt.language_model_call_options import LanguageModelCallOptions
from ai_sdk.prompt.prepare_tool_choice import prepare_tool_choice
from ai_sdk.prompt.prepare_tools import prepare_tools
from ai_sdk.prompt.standardize_prompt import MessageInput, StandardizedPrompt, standardize_prompt
from ai_sdk.provider import (
    AbortSignal,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4Prompt,
)
from ai_sdk.provider_utils.content_part import ProviderOptions
from ai_sdk.provider_utils.generate_id import create_id_generator
from ai_sdk.provider_utils.tool import Tools, ToolSet, as_tool_set
from ai_sdk.telemetry.telemetry import ExecuteLanguageModelCall
from ai_sdk.util.callback import Callbacks
from ai_sdk.util.download.download_function import DownloadFunction
from ai_sdk.util.notify import notify

__all__ = [
    "PromptMessagesEvent",
    "StreamLanguageModelCallOptions",
    "experimental_stream_language_model_call",
    "stream_language_model_call",
]

CALL_SETTINGS = tuple(LanguageModelCallOptions.__annotations__)
"""The names of the settings that a model gets as they are."""

_generate_call_id = create_id_generator(prefix="call", size=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptMessagesEvent:
    """The prompt as the model gets it, just before the call."""

    prompt_messages: LanguageModelV4Prompt


class StreamLanguageModelCallOptions(LanguageModelCallOptions, total=False):
    """What a call may be told besides its model, in the words of `stream_text`."""

    prompt: str | Sequence[MessageInput] | None
    messages: Sequence[MessageInput] | None
    instructions: Any
    allow_system_in_messages: bool | None
    tools: Tools | None
    tool_choice: Any
    tool_order: Sequence[str] | None
    tools_context: Mapping[str, Any] | None
    output: Any
    headers: Mapping[str, str | None] | None
    provider_options: ProviderOptions | None
    abort_signal: AbortSignal | None
    include_raw_chunks: bool | None
    download: DownloadFunction | None
    repair_tool_call: Callable[..., Any] | None
    refine_tool_input: Mapping[str, Callable[..., Any]] | None
    experimental_sandbox: Any
    on_start: Callable[[PromptMessagesEvent], Any] | None
    on_language_model_call_start: Callbacks[LanguageModelCallStartEvent]
    on_language_model_call_end: Callbacks[LanguageModelCallEndEvent]
    call_id: str | None
    execute_language_model_call_in_telemetry_context: ExecuteLanguageModelCall | None
    _internal: Mapping[str, Any] | None


async def stream_language_model_call(
    *, model: str | LanguageModelV4, **options: Unpack[StreamLanguageModelCallOptions]
) -> LanguageModelCallStream:
    """Call a language model once and return the parts of its answer as they arrive; tools are not run.

    `tools` are offered to the model and its calls of them are parsed; `output` asks for a format of the answer.
    `on_start` gets the prompt as the model gets it. Raises what the model raises before it begins to answer, and the
    errors of a prompt that does not fit.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> async def main():
    ...     call = await stream_language_model_call(model=MockLanguageModelV4(do_stream="Hi there"), prompt="Hello")
    ...     return [part.text async for part in call.stream if part.type == "text-delta"]
    >>> asyncio.run(main())
    ['Hi ', 'there']
    """
    resolved, internal = resolve_language_model(model), options.get("_internal") or {}
    tools = as_tool_set(options.get("tools"))
    prompt = standardize_prompt(
        prompt=options.get("prompt"),
        messages=options.get("messages"),
        instructions=options.get("instructions"),
        allow_system_in_messages=bool(options.get("allow_system_in_messages")),
    )
    settings: Any = {name: options[name] for name in CALL_SETTINGS if name in options}  # type: ignore[literal-required]
    model_options = await _model_options(resolved, prompt, tools, options, settings)
    await notify(PromptMessagesEvent(prompt_messages=model_options.prompt), options.get("on_start"))
    start = LanguageModelCallStartEvent(
        **settings,
        call_id=options.get("call_id") or internal.get("generate_call_id", _generate_call_id)(),
        provider=resolved.provider,
        model_id=resolved.model_id,
        instructions=prompt.instructions,
        messages=prompt.messages,
        tools=model_options.tools,
    )
    await notify(start, options.get("on_language_model_call_start"))
    return await open_model_stream(
        model=resolved,
        options=model_options,
        start=start,
        tools=tools,
        repair_tool_call=options.get("repair_tool_call"),
        refine_tool_input=options.get("refine_tool_input"),
        download=options.get("download"),
        on_language_model_call_end=options.get("on_language_model_call_end"),
        execute=options.get("execute_language_model_call_in_telemetry_context"),
        internal=internal,
    )


experimental_stream_language_model_call = stream_language_model_call


async def _model_options(
    model: LanguageModelV4,
    prompt: StandardizedPrompt,
    tools: ToolSet | None,
    options: StreamLanguageModelCallOptions,
    settings: LanguageModelCallOptions,
) -> LanguageModelV4CallOptions:
    supported = model.supported_urls
    output, headers = options.get("output"), options.get("headers")
    return LanguageModelV4CallOptions(
        **settings,
        prompt=await convert_to_language_model_prompt(
            prompt=prompt,
            supported_urls=await supported if isawaitable(supported) else supported,
            download=options.get("download"),
            abort_signal=options.get("abort_signal"),
            provider=model.provider.split(".")[0],
        ),
        tools=await prepare_tools(
            tools=tools,
            tool_order=options.get("tool_order"),
            tools_context=options.get("tools_context"),
            experimental_sandbox=options.get("experimental_sandbox"),
        ),
        tool_choice=prepare_tool_choice(tool_choice=options.get("tool_choice")),
        response_format=None if output is None else output.response_format,
        provider_options=options.get("provider_options"),
        abort_signal=options.get("abort_signal"),
        headers=None if headers is None else dict(headers),
        include_raw_chunks=options.get("include_raw_chunks"),
    )
