"""Views of tool arguments and response bodies without the credentials in them, for telemetry.

Ports: @ai-sdk/openai/src/redact-openai-tool-credentials.ts
"""

from typing import Any

from ai_sdk.provider import JSONObject

__all__ = ["redact_openai_response", "redact_openai_tool_args"]

_REDACTED = "[redacted]"
_CONTAINER_KEYS = {"code_interpreter": "container", "shell": "environment"}


def redact_openai_tool_args(tool_type: Any, args: JSONObject, *, wire_format: bool = False) -> JSONObject:
    """Return the arguments of a provider tool with its credentials blotted out.

    With `wire_format` the keys are those of the HTTP API, else those of the SDK's tool factories.

    >>> redact_openai_tool_args("mcp", {"authorization": "secret", "headers": {"x-key": "secret"}})
    {'authorization': '[redacted]', 'headers': {'x-key': '[redacted]'}}
    """
    if tool_type == "mcp":
        return args | _redacted_mcp(args)
    key = _CONTAINER_KEYS.get(tool_type) if isinstance(tool_type, str) else None
    container = args.get(key) if key is not None else None
    if key is None or not isinstance(container, dict):
        return args
    return args | {key: _redacted_container(container, wire_format=wire_format)}


def redact_openai_response(body: Any) -> Any:
    """Return a Responses body, sent or received, with the credentials in its tools blotted out."""
    if not isinstance(body, dict) or not isinstance(body.get("tools"), list):
        return body
    tools = [
        redact_openai_tool_args(tool.get("type"), tool, wire_format=True) if isinstance(tool, dict) else tool
        for tool in body["tools"]
    ]
    return body | {"tools": tools}


def _redacted_mcp(args: JSONObject) -> JSONObject:
    redacted: JSONObject = {}
    if args.get("authorization") is not None:
        redacted["authorization"] = _REDACTED
    if isinstance(args.get("headers"), dict):
        redacted["headers"] = dict.fromkeys(args["headers"], _REDACTED)
    return redacted


def _redacted_container(container: JSONObject, *, wire_format: bool) -> JSONObject:
    policy_key, secrets_key = (
        ("network_policy", "domain_secrets") if wire_format else ("networkPolicy", "domainSecrets")
    )
    policy = container.get(policy_key)
    if not isinstance(policy, dict) or not isinstance(policy.get(secrets_key), list):
        return container
    secrets = [
        secret | {"value": _REDACTED} if isinstance(secret, dict) and "value" in secret else secret
        for secret in policy[secrets_key]
    ]
    return container | {policy_key: policy | {secrets_key: secrets}}
