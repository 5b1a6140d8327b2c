"""A text that grows piece by piece and takes little more memory than its characters."""

__all__ = ["TextBuilder"]

_PIECES = 256
"""How many pieces are held one by one before they are joined; a piece of 4 characters takes 53 bytes."""


class TextBuilder:
    """Collects pieces of text.

    >>> builder = TextBuilder()
    >>> builder.add("Hel")
    >>> builder.add("lo")
    >>> builder.text()
    'Hello'
    """

    __slots__ = ("_blocks", "_pieces")

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._pieces: list[str] = []

    def add(self, piece: str) -> None:
        """Append a piece."""
        pieces = self._pieces
        pieces.append(piece)
        if len(pieces) == _PIECES:
            self._blocks.append("".join(pieces))
            pieces.clear()

    def text(self) -> str:
        """Return what was collected so far."""
        return "".join(self._blocks) + "".join(self._pieces)
