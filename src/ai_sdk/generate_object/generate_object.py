"""Generating an object: the model is called once, and its answer is read and validated.

Ports: ai/src/generate-object/generate-object.ts
"""

from collections.abc import Sequence
from typing import Any, Literal, TypeVar, Unpack, overload

from ai_sdk.error.no_output_errors import NoObjectGeneratedError
from ai_sdk.generate_object.generate_object_result import GenerateObjectResult
from ai_sdk.generate_object.object_call import ObjectCall, prepare_object_call, request_metadata
from ai_sdk.generate_object.object_options import ObjectOptions
from ai_sdk.generate_object.parse_and_validate_object_result import parse_and_validate_object_result_with_repair
from ai_sdk.generate_object.structured_output_events import (
    GenerateObjectEndEvent,
    GenerateObjectStepEndEvent,
    ObjectResponseMetadata,
)
from ai_sdk.generate_text.text_call import check_options
from ai_sdk.generate_text.usage import as_language_model_usage
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.prompt.wrap_gateway_error import wrap_gateway_error
from ai_sdk.provider import LanguageModelV4GenerateResult, LanguageModelV4GenerateResultResponse
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.provider_utils.schema import FlexibleSchema, Schema
from ai_sdk.version import AI_VERSION

__all__ = ["generate_object"]

T = TypeVar("T")
EnumT = TypeVar("EnumT", bound=str)

_OPTIONS = frozenset(ObjectOptions.__annotations__)


@overload
async def generate_object(
    *, schema: type[T] | Schema[T], output: Literal["object"] = "object", **options: Unpack[ObjectOptions]
) -> GenerateObjectResult[T]: ...
@overload
async def generate_object(
    *, schema: type[T] | Schema[T], output: Literal["array"], **options: Unpack[ObjectOptions]
) -> GenerateObjectResult[list[T]]: ...
@overload
async def generate_object(
    *, enum: Sequence[EnumT], output: Literal["enum"], **options: Unpack[ObjectOptions]
) -> GenerateObjectResult[EnumT]: ...
@overload
async def generate_object(
    *,
    schema: FlexibleSchema | None = None,
    output: Literal["object", "array", "no-schema"] = "object",
    **options: Unpack[ObjectOptions],
) -> GenerateObjectResult[Any]: ...
async def generate_object(
    *,
    schema: FlexibleSchema | None = None,
    output: Literal["object", "array", "enum", "no-schema"] = "object",
    enum: Sequence[str] | None = None,
    **options: Unpack[ObjectOptions],
) -> GenerateObjectResult[Any]:
    """Generate an object that fits `schema`. Deprecated: use `generate_text` with `output=Output.object(...)`.

    With `output="array"` the object is a list of what fits the schema, with `output="enum"` one of the strings in
    `enum`, and with `output="no-schema"` any JSON. `ObjectOptions` has the other options.

    Raises `NoObjectGeneratedError` when the model's answer is not what was asked for, `InvalidArgumentError` when the
    options do not fit together, and what the model raises, such as `APICallError`.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> model = MockLanguageModelV4(do_generate='{"eggs": 2}')
    >>> asyncio.run(generate_object(model=model, schema=dict[str, int], prompt="What do I need?")).object
    {'eggs': 2}
    """
    check_options("generate_object", options, _OPTIONS)
    call = prepare_object_call(
        options,
        function="generateObject",
        output=output,
        schema=schema,
        enum=enum,
        headers=with_user_agent_suffix(options.get("headers"), f"ai/{AI_VERSION}"),
    )
    await call.tell_start()
    try:
        return await _generate(call)
    except Exception as error:
        await call.tell_telemetry_error(error)
        wrapped = wrap_gateway_error(error)
        if wrapped is error:
            raise
        raise wrapped from error


async def _generate(call: ObjectCall) -> GenerateObjectResult[Any]:
    call_options = await call.begin_step()

    async def generate() -> LanguageModelV4GenerateResult:
        return await call.model.do_generate(call_options)

    answer = await call.retries.retry(generate)
    text = _joined(answer, "text", "")
    response = _response(call, answer.response)
    if text is None:
        raise NoObjectGeneratedError(
            "No object generated: the model did not return a response.",
            response=response,
            usage=as_language_model_usage(answer.usage),
            finish_reason=answer.finish_reason.unified,
        )
    log_warnings(warnings=answer.warnings, provider=call.model.provider, model=call.model.model_id)
    step = GenerateObjectStepEndEvent(
        call_id=call.call_id,
        provider=call.model.provider,
        model_id=call.model.model_id,
        finish_reason=answer.finish_reason.unified,
        usage=as_language_model_usage(answer.usage),
        object_text=text,
        reasoning=_joined(answer, "reasoning", "\n"),
        warnings=answer.warnings,
        request=request_metadata(answer.request),
        response=response,
        provider_metadata=answer.provider_metadata,
    )
    await call.tell("on_step_end", step)
    return await _finish(call, step, text if answer.structured_output_text is None else answer.structured_output_text)


async def _finish(call: ObjectCall, step: GenerateObjectStepEndEvent, text: str) -> GenerateObjectResult[Any]:
    made = await parse_and_validate_object_result_with_repair(
        text,
        call.strategy,
        call.options.get("repair_text"),
        {"response": step.response, "usage": step.usage, "finish_reason": step.finish_reason},
    )
    result = GenerateObjectResult(
        object=made,
        reasoning=step.reasoning,
        finish_reason=step.finish_reason,
        usage=step.usage,
        warnings=step.warnings,
        request=step.request,
        response=step.response,
        provider_metadata=step.provider_metadata,
    )
    shared = {name: getattr(result, name) for name in result.__dataclass_fields__}
    await call.tell("on_finish", GenerateObjectEndEvent(call_id=call.call_id, **shared))
    return result


def _joined(answer: LanguageModelV4GenerateResult, kind: str, separator: str) -> str | None:
    """Return the texts of all parts of a kind; `None` without such a part."""
    texts = [part.text for part in answer.content if part.type == kind]  # type: ignore[union-attr]
    return separator.join(texts) if texts else None


def _response(call: ObjectCall, given: LanguageModelV4GenerateResultResponse | None) -> ObjectResponseMetadata:
    given = given or LanguageModelV4GenerateResultResponse()
    return ObjectResponseMetadata(
        id=given.id or call.generate_id(),
        timestamp=given.timestamp or clock.now(),
        model_id=given.model_id or call.model.model_id,
        headers=given.headers,
        body=given.body,
    )
