"""The facts of a local server."""

from dataclasses import dataclass

__all__ = ["LocalServer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalServer:
    """What a user calls the server, the command that starts it, and the variables of the environment it goes by."""

    title: str
    start: str
    address_variable: str
    key_variable: str | None = None
