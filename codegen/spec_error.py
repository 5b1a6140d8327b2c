"""The one error of the generator: a specification that cannot become Python, named by file and JSON pointer."""

from pathlib import Path


class SpecError(Exception):
    """A specification file that the generator refuses.

    Attributes:
        file: the specification file, as given to the generator.
        pointer: the JSON pointer (RFC 6901) of the offending node, `""` for the whole file.
        reason: what is wrong with it.
    """

    def __init__(self, file: Path | str, pointer: str, reason: str) -> None:
        super().__init__(f"{file}#{pointer}: {reason}")
        self.file = str(file)
        self.pointer = pointer
        self.reason = reason

    def __reduce__(self) -> tuple[type["SpecError"], tuple[str, str, str]]:
        """Survive the way back from a worker process."""
        return (SpecError, (self.file, self.pointer, self.reason))


def escape_pointer(token: str) -> str:
    """Escape one reference token of a JSON pointer (`~` and `/`)."""
    return token.replace("~", "~0").replace("/", "~1")
