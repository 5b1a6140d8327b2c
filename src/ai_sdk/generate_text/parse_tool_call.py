"""Reading the tool calls that a model wrote; what cannot be read becomes an invalid call, never an error.

Ports: ai/src/generate-text/parse-tool-call.ts
"""

import inspect
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from ai_sdk.error.tool_errors import InvalidToolInputError, NoSuchToolError, ToolCallRepairError
from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.generate_text.tool_call_repair_function import ToolCallRepairFunction, ToolCallRepairOptions
from ai_sdk.generate_text.tool_input_refinement import ToolInputRefinement
from ai_sdk.provider import LanguageModelV4ToolCall
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.codec import load
from ai_sdk.provider.errors import JSONParseError, TypeValidationError
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider_utils.abort import abortable, throw_if_aborted
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.schema import as_schema, validate_value
from ai_sdk.provider_utils.tool import Tool, ToolSet

__all__ = ["parse_tool_call", "refine_parsed_tool_call_input"]


async def parse_tool_call(
    *,
    tool_call: LanguageModelV4ToolCall,
    tools: ToolSet | None,
    repair_tool_call: ToolCallRepairFunction | None = None,
    refine_tool_input: ToolInputRefinement | None = None,
    instructions: Any = None,
    messages: list[ModelMessage],
    abort_signal: AbortSignal | None = None,
) -> TypedToolCall[Any]:
    """Return the call with its input parsed, checked and refined, after a repair when one is needed and given.

    A call that stays wrong is returned as a dynamic call that is `invalid`, with what the model sent as its input.
    Raises only what an abort raises.
    """
    try:
        try:
            return await _read(tool_call, tools, refine_tool_input)
        except (NoSuchToolError, InvalidToolInputError) as error:
            if repair_tool_call is None or tools is None:
                raise
            options = ToolCallRepairOptions(
                tool_call=tool_call,
                tools=tools,
                input_schema=partial(_input_schema, tools),
                instructions=instructions,
                messages=messages,
                error=error,
                abort_signal=abort_signal,
            )
            parsed = await _read(await _repair(repair_tool_call, options), tools, refine_tool_input)
            throw_if_aborted(abort_signal)
            return parsed
    except Exception as error:  # noqa: BLE001 - whatever is wrong with a call is told to the model
        throw_if_aborted(abort_signal)
        return _invalid(tool_call, tools, error)


async def _read(
    tool_call: LanguageModelV4ToolCall, tools: ToolSet | None, refine_tool_input: ToolInputRefinement | None
) -> TypedToolCall[Any]:
    parsed = _parse(tool_call, tools)
    return await refine_parsed_tool_call_input(tool_call=parsed, refine_tool_input=refine_tool_input)


async def _repair(repair: ToolCallRepairFunction, options: ToolCallRepairOptions) -> LanguageModelV4ToolCall:
    """Return the repaired call; raises the error that was to be repaired when there is none."""

    async def call() -> Any:
        made = repair(options)
        return await made if inspect.isawaitable(made) else made

    try:
        throw_if_aborted(options.abort_signal)
        repaired: LanguageModelV4ToolCall | Mapping[str, Any] | None = await abortable(options.abort_signal, call)
        if isinstance(repaired, Mapping):
            repaired = load(LanguageModelV4ToolCall, repaired)
    except Exception as error:
        throw_if_aborted(options.abort_signal)
        raise ToolCallRepairError(original_error=options.error, cause=error) from error
    if repaired is None:
        raise options.error
    return repaired


def _input_schema(tools: ToolSet, tool_name: str) -> JSONObject:
    tool = tools.get(tool_name)
    return (as_schema(None) if tool is None else tool.input_schema).json_schema


async def refine_parsed_tool_call_input(
    *, tool_call: TypedToolCall[Any], refine_tool_input: ToolInputRefinement | None
) -> TypedToolCall[Any]:
    """Return the call with the input that the tool's refinement makes of it, if there is one."""
    refine = None if refine_tool_input is None else refine_tool_input.get(tool_call.tool_name)
    if refine is None:
        return tool_call
    refined = refine(tool_call.input)
    return replace(tool_call, input=await refined if inspect.isawaitable(refined) else refined)


def _parse(tool_call: LanguageModelV4ToolCall, tools: ToolSet | None) -> TypedToolCall[Any]:
    tool = None if tools is None else tools.get(tool_call.tool_name)
    if tool is not None:
        return _parse_call(tool_call, tool)
    # The provider's own dynamic tools are not among ours.
    if tool_call.provider_executed and tool_call.dynamic:
        return _parse_provider_executed(tool_call)
    raise NoSuchToolError(tool_name=tool_call.tool_name, available_tools=None if tools is None else list(tools))


def _parse_call(tool_call: LanguageModelV4ToolCall, tool: Tool[Any, Any]) -> TypedToolCall[Any]:
    try:
        sent = _parse_input(tool_call.input)
        value = validate_value(sent, tool.input_schema)
    except (JSONParseError, TypeValidationError) as error:
        raise _invalid_input(tool_call, error) from error
    return TypedToolCall(
        tool_call_id=tool_call.tool_call_id,
        tool_name=tool_call.tool_name,
        input=value,
        provider_executed=tool_call.provider_executed,
        provider_metadata=tool_call.provider_metadata,
        tool_metadata=tool.metadata,
        dynamic=True if tool.type == "dynamic" else None,
        title=tool.title,
        input_schema_input=sent,
    )


def _parse_provider_executed(tool_call: LanguageModelV4ToolCall) -> TypedToolCall[Any]:
    try:
        value = _parse_input(tool_call.input)
    except JSONParseError as error:
        raise _invalid_input(tool_call, error) from error
    return TypedToolCall(
        tool_call_id=tool_call.tool_call_id,
        tool_name=tool_call.tool_name,
        input=value,
        provider_executed=True,
        dynamic=True,
        provider_metadata=tool_call.provider_metadata,
    )


def _parse_input(text: str) -> Any:
    """Parse an input; many models write nothing at all when a tool takes nothing."""
    return parse_json(text) if text.strip() else {}


def _invalid_input(tool_call: LanguageModelV4ToolCall, cause: Exception) -> InvalidToolInputError:
    return InvalidToolInputError(tool_name=tool_call.tool_name, tool_input=tool_call.input, cause=cause)


def _invalid(tool_call: LanguageModelV4ToolCall, tools: ToolSet | None, error: Exception) -> TypedToolCall[Any]:
    try:
        sent = parse_json(tool_call.input)
    except JSONParseError:
        sent = tool_call.input
    tool = None if tools is None else tools.get(tool_call.tool_name)
    return TypedToolCall(
        tool_call_id=tool_call.tool_call_id,
        tool_name=tool_call.tool_name,
        input=sent,
        dynamic=True,
        invalid=True,
        error=error,
        title=None if tool is None else tool.title,
        provider_executed=tool_call.provider_executed,
        provider_metadata=tool_call.provider_metadata,
        tool_metadata=None if tool is None else tool.metadata,
    )
