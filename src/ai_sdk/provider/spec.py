"""The base of every dataclass of the specification: slotted, camelCase outside, absent is `None`.

A declared optional field that is `None` is TypeScript's `undefined`: it is left out when the value is written as JSON.
pydantic is loaded when the first value is read from JSON or written, not before.
"""

from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Literal

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["Discriminator", "ReceivedSpec", "Spec", "UnionMode", "spec_key"]

_EXPERIMENTAL = "experimental_"


def spec_key(name: str) -> str:
    """Return the TypeScript key of a field: camelCase, behind a prefix that keeps its underscore."""
    from pydantic.alias_generators import to_camel

    if name.startswith(_EXPERIMENTAL):
        return _EXPERIMENTAL + to_camel(name.removeprefix(_EXPERIMENTAL))
    return to_camel(name)


class _UnionField:
    """A setting of pydantic's `Field` for a union; `Field` itself is made when there is a schema to build."""

    __slots__ = ("_settings",)

    def __init__(self, **settings: Any) -> None:
        self._settings = settings

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic import Field

        return handler.generate_schema(Annotated[source, Field(**self._settings)])


class Discriminator(_UnionField):
    """Names the field that tells the members of a union apart."""

    __slots__ = ()

    def __init__(self, name: str) -> None:
        super().__init__(discriminator=name)


class UnionMode(_UnionField):
    """Says how the member is chosen: the first that fits, or the one that fits best."""

    __slots__ = ()

    def __init__(self, mode: Literal["left_to_right", "smart"]) -> None:
        super().__init__(union_mode=mode)


class Spec:
    """Marks a value of the V4 specification and tells pydantic how its JSON looks."""

    __slots__ = ()
    __pydantic_config__ = MappingProxyType(
        {"alias_generator": spec_key, "populate_by_name": True, "arbitrary_types_allowed": True}
    )


class ReceivedSpec(Spec):
    """A value that was read from JSON which says more than its class has fields for; it is written as it was read."""

    __slots__ = ()
    received: Any
