"""What converting a prompt depends on, and how options of its parts are read.

Ports: @ai-sdk/google/src/convert-to-google-messages.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk.provider import JSONObject, SharedV4ProviderOptions, stringify

__all__ = ["MessageSettings", "ServerTool"]


@dataclass(frozen=True, slots=True)
class ServerTool:
    """A tool that Google ran, as the metadata of its call and result name it."""

    call_id: str
    tool_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSettings:
    """The facts of a conversion; the first of `namespaces` that a part has options under is read."""

    namespaces: tuple[str, ...] = ("google",)
    is_gemma_model: bool = False
    is_gemini_3_model: bool = False
    supports_function_response_parts: bool = True
    includes_function_call_ids: bool = True
    supports_google_cloud_storage_urls: bool = False
    """Whether function responses may name files at `gs:` URLs."""

    @property
    def is_vertex_like(self) -> bool:
        """Whether the model is no model of the Gemini API, whose uploaded files it then cannot see."""
        return "google" not in self.namespaces

    def read(self, provider_options: SharedV4ProviderOptions | None) -> JSONObject:
        """Return the options of a part; those of the other API count when there are no own (a gateway mixes them)."""
        given = provider_options or {}
        others = ("google",) if self.is_vertex_like else ("googleVertex", "vertex")
        found = (given[name] for name in (*self.namespaces, *others) if given.get(name) is not None)
        return next(found, {})

    def read_signature(self, provider_options: SharedV4ProviderOptions | None) -> str | None:
        """Return the thought signature that a part was given with."""
        return _text(self.read(provider_options).get("thoughtSignature"))

    def read_server_tool(self, provider_options: SharedV4ProviderOptions | None) -> ServerTool | None:
        """Return the tool of Google that a call or result belongs to, if it does."""
        given = self.read(provider_options)
        call_id, tool_type = _text(given.get("serverToolCallId")), _text(given.get("serverToolType"))
        return None if call_id is None or tool_type is None else ServerTool(call_id, tool_type)

    def call_id(self, tool_call_id: str) -> str | None:
        """Return the id to send with a call or result; Vertex AI takes none."""
        return tool_call_id if self.includes_function_call_ids else None


def _text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else stringify(value)
