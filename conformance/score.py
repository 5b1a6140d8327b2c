"""A score: how many of how many, so that a share is never shown without its denominator."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How many of how many."""

    equal: int
    of: int

    @property
    def percent(self) -> str:
        """The share, rounded down so that only all of them are 100.0%; empty of nothing."""
        if not self.of:
            return ""
        tenths = self.equal * 1000 // self.of
        return f"{tenths // 10}.{tenths % 10}%"

    def __str__(self) -> str:
        """Write `12/13`; empty of nothing, because `0/0` says nothing."""
        return f"{self.equal}/{self.of}" if self.of else ""

    @property
    def text(self) -> str:
        """The fraction and the share."""
        return f"{self} {self.percent}".strip()
