"""From the options of a streamed generation to the stream of its parts.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator
from typing import Any

from ai_sdk.generate_text.steering import SteeringRun, start_steering_run
from ai_sdk.generate_text.stop_condition import is_step_count
from ai_sdk.generate_text.stream_text.abortable_parts import abortable_parts
from ai_sdk.generate_text.stream_text.loop import generate
from ai_sdk.generate_text.stream_text.output_parts import output_parts
from ai_sdk.generate_text.stream_text.recorder import Recorder
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.stream_text_options import StreamTextOptions
from ai_sdk.generate_text.stream_text.transforms import transformed
from ai_sdk.generate_text.text_call import check_options, prepare_text_call
from ai_sdk.prompt.request_options import prepare_timeout
from ai_sdk.telemetry.create_telemetry_dispatcher import EMPTY_TELEMETRY_DISPATCHER
from ai_sdk.util.prepare_retries import prepare_retries

__all__ = ["parts_of", "start_run"]

_OPTIONS = frozenset({*StreamTextOptions.__annotations__, "output"})

# With one of these somebody will see the content of a step.
_NEED_CONTENT = (
    *("tool_choice", "output", "prepare_step", "stop_when"),
    *("on_end", "on_step_end", "on_abort", "on_language_model_call_end"),
)


def start_run(function: str, options: StreamTextOptions, output: Any, *, keeps_steps: bool) -> StreamTextRun:
    """Check the options of a call; nothing is sent yet.

    Raises `InvalidArgumentError` or `NoSuchModelError`. What is wrong with the prompt comes as an error in the stream.
    """
    check_options(function, options, _OPTIONS)
    given: Any = options if output is None else {**options, "output": output}
    steering = start_steering_run(options.get("experimental_steering"))
    try:
        return _prepare(given, output, steering, keeps_steps=keeps_steps)
    except Exception:
        if steering is not None:
            steering.end("error")
        raise


def _prepare(options: Any, output: Any, steering: SteeringRun | None, *, keeps_steps: bool) -> StreamTextRun:
    headers = options.get("headers")
    without_prompt: Any = {**options, "prompt": "-", "messages": None, "instructions": None}
    call = prepare_text_call(
        without_prompt,  # the prompt is read with the stream
        operation_id="ai.streamText",
        headers=None if headers is None else dict(headers),
        timeout=prepare_timeout(options.get("timeout")),
        abort_signal=options.get("abort_signal"),
        steering=steering,
        default_stop_conditions=[is_step_count(1)],
    )
    call.options = options
    retries = prepare_retries(
        max_retries=options.get("stream_retries"), parameter="streamRetries", default_max_retries=0
    )
    transforms = options.get("experimental_transform")
    is_content_seen = bool(call.tools) or call.telemetry is not EMPTY_TELEMETRY_DISPATCHER
    return StreamTextRun(
        call=call,
        options=options,
        output=output,
        transforms=[] if transforms is None else [transforms] if callable(transforms) else list(transforms),
        stream_retries=retries.max_retries,
        collects_content=keeps_steps or is_content_seen or any(options.get(name) is not None for name in _NEED_CONTENT),
        keeps_steps=keeps_steps,
    )


def parts_of(run: StreamTextRun) -> AsyncGenerator[Any, None]:
    """Return the parts of a generation as its readers see them; reading the first one sets it going."""
    return Recorder(run).parts(lambda: _source(run))


def _source(run: StreamTextRun) -> AsyncGenerator[Any, None]:
    run.arm()
    signal = run.call.abort_signal
    source: AsyncGenerator[Any, None] = generate(run)
    if signal is not None:
        source = abortable_parts(source, run, signal)
    if run.transforms:
        source = transformed(source, run)
    if run.output is not None and run.output.name != "text":
        source = output_parts(source, run.output)
    return source
