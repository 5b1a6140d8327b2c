"""Reads which upstream files our modules say they port: the `Ports:` lines of their docstrings."""

import ast
from collections import defaultdict
from pathlib import Path

__all__ = ["PortsError", "read_claims"]


class PortsError(Exception):
    """A `Ports:` line names a file that the pinned packages do not have."""


def read_claims(source: Path) -> dict[str, list[str]]:
    """Return, for each upstream file (`@ai-sdk/groq/src/groq-provider.ts`), the modules below `source` that port it."""
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for module in sorted(source.rglob("*.py")):
        for upstream in _ports(module):
            claims[upstream].append(str(module.relative_to(source)))
    return dict(claims)


def _ports(module: Path) -> list[str]:
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    lines = [line.strip() for line in docstring.splitlines()]
    return [name.strip() for line in lines if line.startswith("Ports:") for name in line[6:].split(",") if name.strip()]
