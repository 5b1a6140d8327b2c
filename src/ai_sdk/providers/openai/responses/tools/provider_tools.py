"""Provider-defined tools as they go over the wire.

Ports: @ai-sdk/openai/src/responses/openai-responses-prepare-tools.ts, @ai-sdk/openai/src/tool/apply-patch.ts
Ports: @ai-sdk/openai/src/tool/code-interpreter.ts, @ai-sdk/openai/src/tool/computer.ts
Ports: @ai-sdk/openai/src/tool/custom.ts, @ai-sdk/openai/src/tool/file-search.ts
Ports: @ai-sdk/openai/src/tool/image-generation.ts, @ai-sdk/openai/src/tool/local-shell.ts
Ports: @ai-sdk/openai/src/tool/mcp.ts, @ai-sdk/openai/src/tool/programmatic-tool-calling.ts
Ports: @ai-sdk/openai/src/tool/shell.ts, @ai-sdk/openai/src/tool/tool-search.ts
Ports: @ai-sdk/openai/src/tool/web-search.ts, @ai-sdk/openai/src/tool/web-search-preview.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk_generated.openai.tool import wire

from ai_sdk.provider import JSONObject, LanguageModelV4ProviderTool, TypeValidationError
from ai_sdk.provider_utils.json import dump_wire, omit_none, validate_types
from ai_sdk.providers.openai.responses.tools.containers import map_code_container, map_shell_environment

__all__ = ["CUSTOM_TOOL_ID", "build_provider_tool"]

CUSTOM_TOOL_ID = "openai.custom"


def build_provider_tool(tool: LanguageModelV4ProviderTool) -> JSONObject | None:
    """Write a provider-defined tool; `None` when this provider does not know it.

    Raises `TypeValidationError` when the tool's arguments do not fit its schema.
    """
    if tool.id in _PLAIN_TOOLS:
        return {"type": _PLAIN_TOOLS[tool.id]}
    if tool.id not in _TOOLS:
        return None
    schema, build = _TOOLS[tool.id]
    return omit_none(build(dump_wire(validate_types(schema, tool.args)), tool))


def _file_search(args: JSONObject, _: LanguageModelV4ProviderTool) -> JSONObject:
    ranking = args.get("ranking")
    return {
        "type": "file_search",
        "vector_store_ids": args["vectorStoreIds"],
        "max_num_results": args.get("maxNumResults"),
        "ranking_options": None if ranking is None else _ranking_options(ranking),
        "filters": args.get("filters"),
    }


def _ranking_options(ranking: JSONObject) -> JSONObject:
    return omit_none({"ranker": ranking.get("ranker"), "score_threshold": ranking.get("scoreThreshold")})


def _shell(args: JSONObject, _: LanguageModelV4ProviderTool) -> JSONObject:
    environment = args.get("environment")
    return {"type": "shell", "environment": None if environment is None else map_shell_environment(environment)}


def _web_search_preview(args: JSONObject, _: LanguageModelV4ProviderTool) -> JSONObject:
    return {
        "type": "web_search_preview",
        "search_context_size": args.get("searchContextSize"),
        "user_location": args.get("userLocation"),
    }


def _web_search(args: JSONObject, _: LanguageModelV4ProviderTool) -> JSONObject:
    filters = args.get("filters")
    return {
        "type": "web_search",
        "filters": None if filters is None else _web_search_filters(filters),
        "external_web_access": args.get("externalWebAccess"),
        "search_context_size": args.get("searchContextSize"),
        "user_location": args.get("userLocation"),
    }


def _web_search_filters(filters: JSONObject) -> JSONObject:
    return omit_none(
        {"allowed_domains": filters.get("allowedDomains"), "blocked_domains": filters.get("blockedDomains")}
    )


def _code_interpreter(args: JSONObject, _: LanguageModelV4ProviderTool) -> JSONObject:
    return {"type": "code_interpreter", "container": map_code_container(args.get("container"))}


def _image_generation(args: JSONObject, _: LanguageModelV4ProviderTool) -> JSONObject:
    mask = args.get("inputImageMask")
    return {
        "type": "image_generation",
        "action": args.get("action"),
        "background": args.get("background"),
        "input_fidelity": args.get("inputFidelity"),
        "input_image_mask": None if mask is None else _image_mask(mask),
        "model": args.get("model"),
        "moderation": args.get("moderation"),
        "partial_images": args.get("partialImages"),
        "quality": args.get("quality"),
        "output_compression": args.get("outputCompression"),
        "output_format": args.get("outputFormat"),
        "size": args.get("size"),
    }


def _image_mask(mask: JSONObject) -> JSONObject:
    return omit_none({"file_id": mask.get("fileId"), "image_url": mask.get("imageUrl")})


def _mcp(args: JSONObject, tool: LanguageModelV4ProviderTool) -> JSONObject:
    _check_mcp_server(args, tool)
    return {
        "type": "mcp",
        "server_label": args["serverLabel"],
        "allowed_tools": _mcp_allowed_tools(args.get("allowedTools")),
        "authorization": args.get("authorization"),
        "connector_id": args.get("connectorId"),
        "headers": args.get("headers"),
        "require_approval": _mcp_approval(args.get("requireApproval")),
        "server_description": args.get("serverDescription"),
        "server_url": args.get("serverUrl"),
        "tunnel_id": args.get("tunnelId"),
    }


def _check_mcp_server(args: JSONObject, tool: LanguageModelV4ProviderTool) -> None:
    has_server = "serverUrl" in args or "connectorId" in args
    if not has_server and "tunnelId" not in args:
        reason = "One of serverUrl, connectorId, or tunnelId must be provided."
    elif has_server and "tunnelId" in args:
        reason = "tunnelId cannot be combined with serverUrl or connectorId."
    else:
        return
    raise TypeValidationError(value=tool.args, cause=ValueError(reason))


def _mcp_allowed_tools(allowed: Any) -> Any:
    if not isinstance(allowed, dict):
        return allowed
    return omit_none({"read_only": allowed.get("readOnly"), "tool_names": allowed.get("toolNames")})


def _mcp_approval(approval: Any) -> Any:
    if isinstance(approval, str):
        return approval
    never = None if approval is None else approval.get("never")
    return "never" if never is None else {"never": omit_none({"tool_names": never.get("toolNames")})}


def _custom(args: JSONObject, tool: LanguageModelV4ProviderTool) -> JSONObject:
    return {
        "type": "custom",
        "name": tool.name,
        "description": args.get("description"),
        "async": args.get("async"),
        "format": args.get("format"),
    }


def _tool_search(args: JSONObject, _: LanguageModelV4ProviderTool) -> JSONObject:
    return {"type": "tool_search", **args}


_PLAIN_TOOLS = {
    f"openai.{name}": name for name in ("local_shell", "apply_patch", "computer", "programmatic_tool_calling")
}
_TOOLS: dict[str, tuple[Any, Callable[[JSONObject, LanguageModelV4ProviderTool], JSONObject]]] = {
    "openai.file_search": (wire.FileSearchArgs, _file_search),
    "openai.shell": (wire.ShellArgs, _shell),
    "openai.web_search_preview": (wire.WebSearchPreviewArgs, _web_search_preview),
    "openai.web_search": (wire.WebSearchArgs, _web_search),
    "openai.code_interpreter": (wire.CodeInterpreterArgs, _code_interpreter),
    "openai.image_generation": (wire.ImageGenerationArgs, _image_generation),
    "openai.mcp": (wire.McpArgs, _mcp),
    CUSTOM_TOOL_ID: (wire.CustomArgs, _custom),
    "openai.tool_search": (wire.ToolSearchArgs, _tool_search),
}
