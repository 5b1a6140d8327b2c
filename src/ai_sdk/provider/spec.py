"""The base of every dataclass of the specification: slotted, camelCase outside, absent is `None`.

A declared optional field that is `None` is TypeScript's `undefined`: it is left out when the value is written as JSON.
"""

from typing import Any

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

__all__ = ["ReceivedSpec", "Spec", "spec_key"]

_EXPERIMENTAL = "experimental_"


def spec_key(name: str) -> str:
    """Return the TypeScript key of a field: camelCase, behind a prefix that keeps its underscore."""
    if name.startswith(_EXPERIMENTAL):
        return _EXPERIMENTAL + to_camel(name.removeprefix(_EXPERIMENTAL))
    return to_camel(name)


class Spec:
    """Marks a value of the V4 specification and tells pydantic how its JSON looks."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(alias_generator=spec_key, populate_by_name=True, arbitrary_types_allowed=True)


class ReceivedSpec(Spec):
    """A value that was read from JSON which says more than its class has fields for; it is written as it was read."""

    __slots__ = ()
    received: Any
