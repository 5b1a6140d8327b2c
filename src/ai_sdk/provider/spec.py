"""The base of every dataclass of the specification: slotted, camelCase outside, absent is `None`.

A declared optional field that is `None` is TypeScript's `undefined`: it is left out when the value is written as JSON.
"""

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

__all__ = ["Spec"]


class Spec:
    """Marks a value of the V4 specification and tells pydantic how its JSON looks."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(alias_generator=to_camel, populate_by_name=True, arbitrary_types_allowed=True)
