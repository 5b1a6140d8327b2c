"""What reading an answer must know of the call.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from dataclasses import dataclass

from ai_sdk.provider import JSONObject, SharedV4ProviderMetadata
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.generate_id import IdGenerator

__all__ = ["GenerateContentContext"]

_CODE_EXECUTION = "code_execution"


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateContentContext:
    """The facts of one call; provider metadata is written under each of `namespaces`."""

    namespaces: tuple[str, ...]
    tool_name_mapping: ToolNameMapping
    generate_id: IdGenerator
    json_response_tool_name: str | None = None
    """The function whose input is the JSON that was asked for."""
    streams_function_call_arguments: bool = False

    @property
    def code_execution_tool_name(self) -> str:
        """The caller's name of the code execution tool."""
        return self.tool_name_mapping.to_custom_tool_name(_CODE_EXECUTION)

    def metadata(self, payload: JSONObject) -> SharedV4ProviderMetadata:
        """Return `payload` as provider metadata."""
        return dict.fromkeys(self.namespaces, payload)

    def signature_metadata(self, signature: str | None) -> SharedV4ProviderMetadata | None:
        """Return the metadata that remembers the signature of a part."""
        return self.metadata({"thoughtSignature": signature}) if signature else None
