"""Docstrings as tools need them: what the function does, and what each parameter means.

Read are Google's style (`Args:`) and Sphinx's (`:param city:`); text in another style is part of the description.
"""

import re
from dataclasses import dataclass
from inspect import cleandoc
from itertools import pairwise

__all__ = ["Docstring", "parse_docstring"]

_SECTION = re.compile(r"(args|arguments|parameters|returns?|yields?|raises|examples?|notes?):\s*", re.IGNORECASE)
_PARAMETER_SECTIONS = {"args", "arguments", "parameters"}
_GOOGLE_PARAMETER = re.compile(r"\*{0,2}(\w+)\s*(?:\(.*?\))?\s*:\s*(.*)")
_SPHINX_FIELD = re.compile(r":(\w+)(?:\s+[^:]*?)??(?:\s\*{0,2}(\w+))?:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Docstring:
    """What a docstring says."""

    description: str
    parameters: dict[str, str]


def parse_docstring(text: str) -> Docstring:
    r"""Return the text before the first section, and the descriptions of the parameters.

    >>> parse_docstring("Look up.\n\nArgs:\n    city: Where to look.")
    Docstring(description='Look up.', parameters={'city': 'Where to look.'})
    """
    lines = cleandoc(text).splitlines()
    starts = [
        index for index, line in enumerate(lines) if _SECTION.fullmatch(line.rstrip()) or _SPHINX_FIELD.match(line)
    ]
    description = "\n".join(lines[: starts[0]] if starts else lines).strip()
    parameters: dict[str, str] = {}
    for start, end in pairwise([*starts, len(lines)]):
        section = _SECTION.fullmatch(lines[start])
        if section is None:
            parameters |= _sphinx(lines[start:end])
        elif section[1].lower() in _PARAMETER_SECTIONS:
            parameters |= _google(lines[start + 1 : end])
    return Docstring(description, parameters)


def _google(lines: list[str]) -> dict[str, str]:
    """Read a section: lines that are indented deeper than the first one continue the one before."""
    texts: dict[str, list[str]] = {}
    section = cleandoc("\n" + "\n".join(lines)).splitlines()
    current: list[str] = []
    for line in section:
        found = _GOOGLE_PARAMETER.fullmatch(line)
        if found:
            current = texts.setdefault(found[1], [])
        current.append(found[2] if found else line.strip())
    return {name: " ".join(filter(None, text)) for name, text in texts.items()}


def _sphinx(lines: list[str]) -> dict[str, str]:
    found = _SPHINX_FIELD.match(lines[0])
    if found is None or found[1] != "param" or not found[2]:
        return {}
    return {found[2]: " ".join(filter(None, [found[3], *(line.strip() for line in lines[1:])]))}
