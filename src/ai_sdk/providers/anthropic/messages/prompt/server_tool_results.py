"""Results of the tools that Anthropic ran, or its MCP connector, on their way back to it.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk_generated.anthropic.tool import wire

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultPart,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none, parse_json, validate_types
from ai_sdk.providers.anthropic.messages.prompt.callers import get_anthropic_caller
from ai_sdk.providers.anthropic.messages.prompt.code_execution_results import convert_code_execution_output
from ai_sdk.providers.anthropic.messages.prompt.context import PromptContext

__all__ = ["convert_server_tool_result"]


def convert_server_tool_result(
    part: LanguageModelV4ToolResultPart,
    cache_control: JSONObject | None,
    context: PromptContext,
    mcp_tool_use_ids: set[str],
) -> list[JSONObject]:
    """Return the content blocks of a result; none, with a warning, when Anthropic does not take it.

    Raises `TypeValidationError` when the result is not what the tool answers.
    """
    name = context.tool_name_mapping.to_provider_tool_name(part.tool_name)
    convert = _CONVERTERS.get(name)
    blocks: list[JSONObject | None] = []
    if part.tool_call_id in mcp_tool_use_ids:
        blocks.append(_convert_mcp_result(part, context))
        if blocks == [None]:
            return []
        # The original goes on here, as if the result were also one of a server tool of that name.
        convert = None if name == "code_execution" else convert
    if convert is None:
        context.warn(f"provider executed tool result for tool {part.tool_name} is not supported")
    else:
        blocks.append(convert(part, context))
    return [{**block, **omit_none({"cache_control": cache_control})} for block in blocks if block is not None]


def _convert_mcp_result(part: LanguageModelV4ToolResultPart, context: PromptContext) -> JSONObject | None:
    output = part.output
    if not isinstance(output, LanguageModelV4ToolResultOutputJson | LanguageModelV4ToolResultOutputErrorJson):
        return _refused(part, context)
    return {
        "type": "mcp_tool_result",
        "tool_use_id": part.tool_call_id,
        "is_error": output.type == "error-json",
        "content": output.value,
    }


def _convert_code_execution(part: LanguageModelV4ToolResultPart, context: PromptContext) -> JSONObject | None:
    output = part.output
    if isinstance(output, LanguageModelV4ToolResultOutputErrorText | LanguageModelV4ToolResultOutputErrorJson):
        kind, content = _code_execution_error(output.value)
    elif not isinstance(output, LanguageModelV4ToolResultOutputJson):
        return _refused(part, context)
    elif not isinstance(output.value, dict) or not isinstance(output.value.get("type"), str):
        context.warn(
            f"provider executed tool result output value is not a valid code execution result for tool {part.tool_name}"
        )
        return None
    else:
        kind, content = convert_code_execution_output(output.value)
    return {"type": kind, "tool_use_id": part.tool_call_id, "content": content}


def _code_execution_error(value: Any) -> tuple[str, JSONObject]:
    try:
        parsed = parse_json(value) if isinstance(value, str) else value
    except AISDKError:
        parsed = None
    error = parsed if isinstance(parsed, dict) else {}
    code = error.get("errorCode")
    is_code_execution = error.get("type") == "code_execution_tool_result_error"
    kind = "code_execution_tool_result" if is_code_execution else "bash_code_execution_tool_result"
    return kind, {"type": f"{kind}_error", "error_code": "unknown" if code is None else code}


def _convert_web_fetch(part: LanguageModelV4ToolResultPart, context: PromptContext) -> JSONObject | None:
    content: Any
    if isinstance(part.output, LanguageModelV4ToolResultOutputErrorJson):
        content = _error("web_fetch_tool_result_error", part.output.value)
    elif not isinstance(part.output, LanguageModelV4ToolResultOutputJson):
        return _refused(part, context)
    else:
        content = _web_fetch_content(part.output.value)
    return _with_caller("web_fetch_tool_result", content, part)


def _web_fetch_content(value: Any) -> JSONObject:
    # Every version of the tool answers in the same form.
    output = dump_wire(validate_types(wire.WebFetch20250910Output, value))
    document, source = output["content"], output["content"]["source"]
    return {
        "type": "web_fetch_result",
        "url": output["url"],
        "retrieved_at": output["retrievedAt"],
        "content": {
            "type": "document",
            "title": document["title"],
            **({"citations": document["citations"]} if "citations" in document else {}),
            "source": {"type": source["type"], "media_type": source["mediaType"], "data": source["data"]},
        },
    }


def _convert_web_search(part: LanguageModelV4ToolResultPart, context: PromptContext) -> JSONObject | None:
    content: Any
    if isinstance(part.output, LanguageModelV4ToolResultOutputErrorJson):
        content = _error("web_search_tool_result_error", part.output.value)
    elif not isinstance(part.output, LanguageModelV4ToolResultOutputJson):
        return _refused(part, context)
    else:
        # Every version of the tool answers in the same form.
        results = validate_types(wire.WebSearch20250305Output, part.output.value)
        content = [_web_search_result(dump_wire(result)) for result in results]
    return _with_caller("web_search_tool_result", content, part)


def _web_search_result(result: JSONObject) -> JSONObject:
    return {
        "url": result["url"],
        "title": result["title"],
        "page_age": result["pageAge"],
        "encrypted_content": result["encryptedContent"],
        "type": result["type"],
    }


def _convert_tool_search(part: LanguageModelV4ToolResultPart, context: PromptContext) -> JSONObject | None:
    output, content = part.output, None
    value = output.value if isinstance(output, LanguageModelV4ToolResultOutputJson) else None
    is_error = isinstance(value, dict) and value.get("type") == "tool_search_tool_result_error"
    if isinstance(output, LanguageModelV4ToolResultOutputErrorJson):
        content = _error("tool_search_tool_result_error", output.value)
    elif is_error:
        content = _error("tool_search_tool_result_error", value)
    elif not isinstance(output, LanguageModelV4ToolResultOutputJson):
        return _refused(part, context)
    else:
        found = validate_types(wire.ToolSearchRegex20251119Output, value)
        references = [{"type": "tool_reference", "tool_name": reference.tool_name} for reference in found]
        content = {"type": "tool_search_tool_search_result", "tool_references": references}
    return {"type": "tool_search_tool_result", "tool_use_id": part.tool_call_id, "content": content}


def _convert_advisor(part: LanguageModelV4ToolResultPart, context: PromptContext) -> JSONObject | None:
    output = part.output
    if not isinstance(output, LanguageModelV4ToolResultOutputJson | LanguageModelV4ToolResultOutputErrorJson):
        return _refused(part, context)
    answer = dump_wire(validate_types(wire.Advisor20260301Output, output.value))
    content = {_ADVISOR_KEYS.get(key, key): value for key, value in answer.items()}
    return {"type": "advisor_tool_result", "tool_use_id": part.tool_call_id, "content": content}


_ADVISOR_KEYS = {"stopReason": "stop_reason", "encryptedContent": "encrypted_content", "errorCode": "error_code"}


def _with_caller(kind: str, content: Any, part: LanguageModelV4ToolResultPart) -> JSONObject:
    caller = get_anthropic_caller(part.provider_options)
    return {"type": kind, "tool_use_id": part.tool_call_id, "content": content, **omit_none({"caller": caller})}


def _error(kind: str, value: Any) -> JSONObject:
    return {"type": kind, "error_code": _error_code(value)}


def _error_code(value: Any) -> Any:
    """Return the error code in a value, which may be JSON text."""
    try:
        parsed = parse_json(value) if isinstance(value, str) else value
    except AISDKError:
        parsed = None
    code = parsed.get("errorCode") if isinstance(parsed, dict) else None
    return "unavailable" if code is None else code


def _refused(part: LanguageModelV4ToolResultPart, context: PromptContext) -> JSONObject | None:
    context.warn(
        f"provider executed tool result output type {part.output.type} for tool {part.tool_name} is not supported"
    )
    return None


_CONVERTERS: dict[str, Callable[[LanguageModelV4ToolResultPart, PromptContext], JSONObject | None]] = {
    "code_execution": _convert_code_execution,
    "web_fetch": _convert_web_fetch,
    "web_search": _convert_web_search,
    "tool_search_tool_regex": _convert_tool_search,
    "tool_search_tool_bm25": _convert_tool_search,
    "advisor": _convert_advisor,
}
