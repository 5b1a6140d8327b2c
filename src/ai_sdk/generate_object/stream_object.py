"""Streaming an object: it can be read while the model writes it.

Ports: ai/src/generate-object/stream-object.ts
"""

from collections.abc import Sequence
from typing import Any, Literal, Never, TypeVar, Unpack, overload

from ai_sdk.generate_object.object_call import prepare_object_call
from ai_sdk.generate_object.object_options import StreamObjectOptions
from ai_sdk.generate_object.object_stream import ObjectStream
from ai_sdk.generate_object.stream_object_result import StreamObjectResult
from ai_sdk.generate_text.text_call import check_options
from ai_sdk.provider import JSONObject
from ai_sdk.provider_utils.schema import FlexibleSchema, Schema

__all__ = ["stream_object"]

T = TypeVar("T")
EnumT = TypeVar("EnumT", bound=str)

_OPTIONS = frozenset({*StreamObjectOptions.__annotations__})


@overload
def stream_object(
    *, schema: type[T] | Schema[T], output: Literal["object"] = "object", **options: Unpack[StreamObjectOptions]
) -> StreamObjectResult[JSONObject, T, Never]: ...
@overload
def stream_object(
    *, schema: type[T] | Schema[T], output: Literal["array"], **options: Unpack[StreamObjectOptions]
) -> StreamObjectResult[list[T], list[T], T]: ...
@overload
def stream_object(
    *, enum: Sequence[EnumT], output: Literal["enum"], **options: Unpack[StreamObjectOptions]
) -> StreamObjectResult[str, EnumT, Never]: ...
@overload
def stream_object(
    *,
    schema: FlexibleSchema | None = None,
    output: Literal["object", "array", "no-schema"] = "object",
    **options: Unpack[StreamObjectOptions],
) -> StreamObjectResult[Any, Any, Any]: ...
def stream_object(
    *,
    schema: FlexibleSchema | None = None,
    output: Literal["object", "array", "enum", "no-schema"] = "object",
    enum: Sequence[str] | None = None,
    **options: Unpack[StreamObjectOptions],
) -> StreamObjectResult[Any, Any, Any]:
    """Stream an object that fits `schema`. Deprecated: use `stream_text` with `output=Output.object(...)`.

    `output` and `enum` are those of `generate_object`, and `StreamObjectOptions` has the other options. Returns at
    once; the model is called when somebody reads. Errors of the call are parts of the stream and go to `on_error`,
    which by default logs them.

    Raises `InvalidArgumentError` when the options do not fit together.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> async def main():
    ...     model = MockLanguageModelV4(do_stream='{"eggs": 2, "milk": 1}')
    ...     result = stream_object(model=model, schema=dict[str, int], prompt="What do I need?")
    ...     return [partial async for partial in result.partial_object_stream]
    >>> asyncio.run(main())
    [{}, {'eggs': 2}, {'eggs': 2, 'milk': 1}]
    """
    check_options("stream_object", options, _OPTIONS)
    call = prepare_object_call(
        options, function="streamObject", output=output, schema=schema, enum=enum, headers=options.get("headers")
    )
    return StreamObjectResult(ObjectStream(call), output)
