"""One object generation, with its options checked and completed.

Ports: ai/src/generate-object/generate-object.ts, ai/src/generate-object/stream-object.ts
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

from ai_sdk.generate_object.object_options import ObjectOptions
from ai_sdk.generate_object.output_strategy import OutputStrategy, get_output_strategy
from ai_sdk.generate_object.structured_output_events import (
    GenerateObjectStartEvent,
    GenerateObjectStepStartEvent,
    ObjectOutputKind,
)
from ai_sdk.generate_object.validate_object_generation_input import validate_object_generation_input
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.model.resolve_model import resolve_language_model
from ai_sdk.prompt.convert_to_language_model_prompt import convert_to_language_model_prompt
from ai_sdk.prompt.language_model_call_options import LanguageModelCallOptions, prepare_language_model_call_options
from ai_sdk.prompt.standardize_prompt import load_messages, standardize_prompt
from ai_sdk.provider import (
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4RequestMetadata,
    LanguageModelV4ResponseFormatJson,
    SharedV4WarningDeprecated,
)
from ai_sdk.provider.errors import InvalidPromptError
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.generate_id import IdGenerator, create_id_generator
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.get_request_origin import sanitize_request_metadata
from ai_sdk.telemetry.telemetry import TelemetryDispatcher, TelemetryErrorEvent
from ai_sdk.util.notify import notify
from ai_sdk.util.prepare_retries import PreparedRetries, prepare_retries

__all__ = ["ObjectCall", "prepare_object_call", "request_metadata"]

_generate_id = create_id_generator(prefix="aiobj", size=24)

_CALL_SETTINGS = tuple(LanguageModelCallOptions.__annotations__)
_START_SETTINGS = tuple(name for name in _CALL_SETTINGS if name in GenerateObjectStartEvent.__dataclass_fields__)

_TELEMETRY_NAMES = {
    "on_start": "on_start",
    "on_step_start": "on_object_step_start",
    "on_step_end": "on_object_step_end",
    "on_finish": "on_end",
}


@dataclass(slots=True, kw_only=True)
class ObjectCall:
    """What an object generation works with."""

    options: ObjectOptions
    operation_id: str
    call_id: str
    model: LanguageModelV4
    strategy: OutputStrategy
    settings: LanguageModelCallOptions
    headers: Mapping[str, str | None] | None
    retries: PreparedRetries
    telemetry: TelemetryDispatcher
    generate_id: IdGenerator
    now: Callable[[], float]
    """Milliseconds that never go back."""

    async def tell(self, name: str, event: Any) -> None:
        """Tell the callback `name` and the telemetry of an event."""
        callbacks: Any = (self.options.get(name), getattr(self.telemetry, _TELEMETRY_NAMES[name]))
        await notify(event, callbacks)

    async def tell_telemetry_error(self, error: BaseException) -> None:
        """Tell the integrations that the call failed."""
        if self.telemetry.on_error is not None:
            await notify(TelemetryErrorEvent(call_id=self.call_id, error=error), self.telemetry.on_error)

    async def tell_start(self) -> None:
        """Tell that the call begins."""
        options = self.options
        settings: Any = {name: self.settings.get(name) for name in _START_SETTINGS}
        event = GenerateObjectStartEvent(
            call_id=self.call_id,
            operation_id=self.operation_id,
            provider=self.model.provider,
            model_id=self.model.model_id,
            system=options.get("instructions"),
            prompt=_loaded(options.get("prompt")),
            messages=_loaded(options.get("messages")),
            max_retries=self.retries.max_retries,
            headers=self.headers,
            provider_options=options.get("provider_options"),
            output=self.strategy.type,
            schema=self.strategy.json_schema(),
            schema_name=options.get("schema_name"),
            schema_description=options.get("schema_description"),
            **settings,
        )
        await self.tell("on_start", event)

    async def begin_step(self) -> LanguageModelV4CallOptions:
        """Read the prompt, tell that the model is called, and return what it is called with."""
        call_options = await self._call_options()
        event = GenerateObjectStepStartEvent(
            call_id=self.call_id,
            provider=self.model.provider,
            model_id=self.model.model_id,
            provider_options=self.options.get("provider_options"),
            headers=self.headers,
            prompt_messages=call_options.prompt,
        )
        await self.tell("on_step_start", event)
        return call_options

    async def _call_options(self) -> LanguageModelV4CallOptions:
        options, supported = self.options, self.model.supported_urls
        prompt = standardize_prompt(
            prompt=options.get("prompt"),
            messages=options.get("messages"),
            instructions=options.get("instructions"),
            allow_system_in_messages=bool(options.get("allow_system_in_messages")),
        )
        return LanguageModelV4CallOptions(
            response_format=LanguageModelV4ResponseFormatJson(
                schema=self.strategy.json_schema(),
                name=options.get("schema_name"),
                description=options.get("schema_description"),
            ),
            prompt=await convert_to_language_model_prompt(
                prompt=prompt,
                supported_urls=await supported if isawaitable(supported) else supported,
                download=options.get("experimental_download"),
                abort_signal=options.get("abort_signal"),
                provider=self.model.provider.split(".")[0],
            ),
            provider_options=options.get("provider_options"),
            abort_signal=options.get("abort_signal"),
            headers=None if self.headers is None else dict(self.headers),
            **self.settings,
        )


def prepare_object_call(
    options: ObjectOptions,
    *,
    function: str,
    output: ObjectOutputKind,
    schema: Any,
    enum: Any,
    headers: Mapping[str, str | None] | None,
) -> ObjectCall:
    """Check and complete the options of `function`, named as in TypeScript, and tell that it is deprecated.

    Raises `InvalidArgumentError` or `NoSuchModelError`.
    """
    successor = "generateText" if function == "generateObject" else "streamText"
    message = f"Use {successor} with an output setting instead."
    log_warnings(warnings=[SharedV4WarningDeprecated(setting=function, message=message)])
    validate_object_generation_input(
        output=output,
        schema=schema,
        schema_name=options.get("schema_name"),
        schema_description=options.get("schema_description"),
        enum_values=enum,
    )
    internal = options.get("_internal") or {}
    generate_id = internal.get("generate_id", _generate_id)
    settings: Any = {name: options[name] for name in _CALL_SETTINGS if name in options}  # type: ignore[literal-required]
    return ObjectCall(
        options=options,
        operation_id=f"ai.{function}",
        model=resolve_language_model(options["model"]),
        strategy=get_output_strategy(output=output, schema=schema, enum_values=enum),
        retries=prepare_retries(max_retries=options.get("max_retries"), abort_signal=options.get("abort_signal")),
        settings=prepare_language_model_call_options(settings),
        headers=headers,
        telemetry=create_telemetry_dispatcher(options.get("telemetry")),
        generate_id=generate_id,
        call_id=generate_id(),
        now=internal.get("now") or clock.now_ms(),
    )


def _loaded(messages: Any) -> Any:
    """Return messages as objects; those that do not fit stay as they are, and are an error when the prompt is read."""
    if messages is None or isinstance(messages, str):
        return messages
    try:
        return load_messages(messages)
    except InvalidPromptError:
        return messages


def request_metadata(request: LanguageModelV4RequestMetadata | None) -> LanguageModelRequestMetadata:
    """Return what results tell of a request."""
    sent = sanitize_request_metadata(request)
    return LanguageModelRequestMetadata(url=sent.url, body=sent.body) if sent else LanguageModelRequestMetadata()
