"""Which code execution called a tool, as provider metadata of the call.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import JSONObject, SharedV4ProviderMetadata

__all__ = ["caller_metadata", "read_caller"]


def read_caller(caller: wire.AnthropicToolCallCaller | None) -> JSONObject | None:
    """Return the caller in the specification's spelling."""
    if caller is None:
        return None
    if isinstance(caller, wire.AnthropicToolCallCallerDirect):
        return {"type": caller.type}
    return {"type": caller.type, "toolId": caller.tool_id}


def caller_metadata(caller: wire.AnthropicToolCallCaller | None) -> SharedV4ProviderMetadata | None:
    """Return the metadata of a call or result that names its caller, or `None`."""
    info = read_caller(caller)
    return None if info is None else {"anthropic": {"caller": info}}
