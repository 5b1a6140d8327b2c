"""Fingerprints of tools, to notice when a server changes a tool after it was trusted.

Ports: ai/src/generate-text/tool-fingerprint.ts
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.tool import Tool, Tools, as_tool_set
from ai_sdk.util.canonical_hash import canonical_json, to_base64url

__all__ = ["ToolDrift", "detect_tool_drift", "fingerprint_tools"]


@dataclass(slots=True, kw_only=True)
class ToolDrift(Spec):
    """The names of the tools that are new, gone, or defined differently."""

    added: list[str]
    removed: list[str]
    changed: list[str]


def fingerprint_tools(tools: Tools) -> dict[str, str]:
    """Return a hash of each tool's description, input schema and title, by name.

    Keep what you get when you come to trust the tools, and compare later with `detect_tool_drift`. Of a description
    that is a function only its presence counts: it is your own.
    """
    return {name: _fingerprint(tool) for name, tool in as_tool_set(tools).items()}


def _fingerprint(tool: Tool[Any, Any]) -> str:
    known = canonical_json({"description": _tag(tool.description), "inputSchema": tool.input_schema.json_schema})
    # The text that TypeScript hashes: it writes a title that is not there as `undefined`.
    title = "undefined" if tool.title is None else canonical_json(tool.title)
    return to_base64url(sha256(f'{known[:-1]},"title":{title}}}'.encode()).digest())


def _tag(description: str | Callable[..., str] | None) -> dict[str, str]:
    if description is None:
        return {"type": "none"}
    return {"type": "string", "value": description} if isinstance(description, str) else {"type": "function"}


def detect_tool_drift(current: Mapping[str, str], baseline: Mapping[str, str]) -> ToolDrift:
    """Compare two results of `fingerprint_tools`.

    >>> detect_tool_drift({"a": "1", "b": "2"}, {"b": "3", "c": "4"})
    ToolDrift(added=['a'], removed=['c'], changed=['b'])
    """
    return ToolDrift(
        added=[name for name in current if name not in baseline],
        removed=[name for name in baseline if name not in current],
        changed=[name for name, digest in current.items() if name in baseline and digest != baseline[name]],
    )
