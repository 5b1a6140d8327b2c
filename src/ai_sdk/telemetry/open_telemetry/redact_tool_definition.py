"""Tool definitions without the credentials that arguments of OpenAI's tools may hold.

Providers mark their arguments for redaction; this covers definitions that carry no mark.

Ports: @ai-sdk/otel/src/redact-tool-definition.ts
"""

from collections.abc import Mapping
from typing import Any

__all__ = ["redact_tool_definition"]

_REDACTED = "[redacted]"
_CONTAINERS = {"openai.code_interpreter": "container", "openai.shell": "environment"}


def redact_tool_definition(tool: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a tool's JSON that shows no credential."""
    args = tool.get("args")
    if tool.get("type") != "provider" or not isinstance(args, Mapping):
        return dict(tool)
    if tool.get("id") == "openai.mcp":
        return {**tool, "args": {**args, **_redacted_mcp(args)}}
    key = _CONTAINERS.get(tool.get("id", ""))
    container = args.get(key) if key is not None else None
    if key is None or not isinstance(container, Mapping):
        return dict(tool)
    return {**tool, "args": {**args, key: _redact_container(container)}}


def _redacted_mcp(args: Mapping[str, Any]) -> dict[str, Any]:
    redacted: dict[str, Any] = {}
    if args.get("authorization") is not None:
        redacted["authorization"] = _REDACTED
    if isinstance(args.get("headers"), Mapping):
        redacted["headers"] = dict.fromkeys(args["headers"], _REDACTED)
    return redacted


def _redact_container(container: Mapping[str, Any]) -> Mapping[str, Any]:
    policy = container.get("networkPolicy")
    if not isinstance(policy, Mapping) or not isinstance(policy.get("domainSecrets"), list):
        return container
    secrets = [
        {**secret, "value": _REDACTED} if isinstance(secret, Mapping) and "value" in secret else secret
        for secret in policy["domainSecrets"]
    ]
    return {**container, "networkPolicy": {**policy, "domainSecrets": secrets}}
