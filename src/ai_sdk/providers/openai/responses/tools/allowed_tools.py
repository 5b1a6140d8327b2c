"""The allowlist of callable tools, which leaves the list of all tools as it is and so keeps prompt caches warm.

Ports: @ai-sdk/openai/src/responses/openai-responses-prepare-tools.ts
"""

from dataclasses import dataclass, field
from enum import Enum

from ai_sdk.provider import JSONObject, SharedV4Warning, SharedV4WarningUnsupported, UnsupportedFunctionalityError

__all__ = ["AllowedToolResolver", "Refusal", "allowed_entry"]

_PLAIN_TYPES = frozenset(
    {
        "file_search",
        "web_search",
        "web_search_preview",
        "image_generation",
        "code_interpreter",
        "computer",
        "apply_patch",
        "shell",
        "local_shell",
        "programmatic_tool_calling",
    }
)
_BOTH_NAMES = (
    "this name is both a tool name and the provider tool name of another tool in this request; "
    "the tool with this name is allowed"
)
_SHARED_NAME = (
    "several tools in this request share this provider tool name; use the tool name from the tools for this "
    "request instead"
)
_UNKNOWN = "the tool is not part of the tools for this request and is sent as a function tool"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a tool cannot be allow-listed."""

    reason: str


class _Ambiguous(Enum):
    """Several tools go by this provider tool name."""

    NAME = "ambiguous"


Resolution = JSONObject | Refusal


def allowed_entry(wire_tool: JSONObject) -> Resolution:
    """Return how an allowlist names a provider-defined tool, or why it cannot."""
    kind = wire_tool["type"]
    if kind == "custom":
        return {"type": kind, "name": wire_tool["name"]}
    if kind == "mcp":
        return {"type": kind, "server_label": wire_tool["server_label"]}
    if kind in _PLAIN_TYPES:
        return {"type": kind}
    return Refusal(f"OpenAI does not support {kind} tools in tool_choice.allowed_tools")


@dataclass(slots=True)
class AllowedToolResolver:
    """Knows, for each tool of the call, how an allowlist names it; gathers warnings on names that do not fit."""

    warnings: list[SharedV4Warning]
    by_name: dict[str, Resolution] = field(default_factory=dict)
    by_provider_name: dict[str, Resolution | _Ambiguous] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)

    def record(self, tool_name: str, resolution: Resolution, provider_name: str | None = None) -> None:
        """Remember a tool under its name and, when that is another, under the provider's name of it."""
        self.by_name[tool_name] = resolution
        if provider_name is None or provider_name == tool_name:
            return
        existing = self.by_provider_name.setdefault(provider_name, resolution)
        if existing != resolution:
            self.by_provider_name[provider_name] = _Ambiguous.NAME

    def resolve(self, names: list[str], fallback_names: list[str]) -> list[JSONObject]:
        """Return the allowlist for `names`; `fallback_names` are the function names for tools that are not known.

        Raises `UnsupportedFunctionalityError` when nothing would be left to allow.
        """
        pairs = zip(names, fallback_names, strict=True)
        entries = [entry for name, fallback in pairs if (entry := self._resolve(name, fallback)) is not None]
        if not entries:
            raise UnsupportedFunctionalityError(
                functionality=f"allowedTools with only tools that cannot be allow-listed ({', '.join(self.dropped)})"
            )
        return entries

    def _resolve(self, name: str, fallback_name: str) -> JSONObject | None:
        direct = self.by_name.get(name)
        if direct is not None and name in self.by_provider_name:
            self._warn(name, _BOTH_NAMES)
        match self.by_provider_name.get(name) if direct is None else direct:
            case _Ambiguous():
                self._drop(name, _SHARED_NAME)
            case Refusal(reason):
                self._drop(name, f"{reason}; the tool is removed from the allowed tools")
            case None:
                self._warn(name, _UNKNOWN)
                return {"type": "function", "name": fallback_name}
            case entry:
                return entry
        return None

    def _drop(self, name: str, details: str) -> None:
        self._warn(name, details)
        self.dropped.append(name)

    def _warn(self, name: str, details: str) -> None:
        self.warnings.append(SharedV4WarningUnsupported(feature=f'allowedTools entry "{name}"', details=details))
