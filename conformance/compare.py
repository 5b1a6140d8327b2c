"""Canonical comparison of an outcome with the expected one.

Laws: key order does not count, numbers compare by value (1 is 1.0, true is not 1), absent is not null, extra keys fail,
a placeholder of the expected side stands for what may vary, and the same `<gen-N>` stands for the same text.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

ABSENT: Final = type("Absent", (), {"__repr__": lambda _: "(absent)"})()
_ISO = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"
_PLACEHOLDER = re.compile(r"<(gen-\d+|now|now-ms|now-s|varies|engine-message|boundary)>")
_PATTERNS = {"now": f"({_ISO})", "engine-message": r"([\s\S]*)"}
_ANY_SCALAR = frozenset({"<now-ms>", "<now-s>", "<varies>"})
_OUTCOME_KEYS = ("status", "result", "error", "unusedExchanges", "unexpectedRequests")
_CORE_IGNORES = re.compile(r"\.usage\.raw|\.providerMetadata|\.\$error\.message$")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two outcomes differ. `want` or `got` is `ABSENT` when that side has nothing there."""

    part: str
    path: str
    want: Any
    got: Any

    @property
    def is_core(self) -> bool:
        """Whether the difference counts in the core score."""
        return _CORE_IGNORES.search(self.path) is None


@dataclass(slots=True)
class _Comparison:
    """Walks both sides at once; generated ids stay bound over all parts of a case."""

    bound: dict[str, str] = field(default_factory=dict)

    def value(self, want: Any, got: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
        if _is_error(want) and isinstance(got, dict) and "$error" in got:
            yield from self._error(want["$error"], got["$error"], path)
        elif isinstance(want, dict) and isinstance(got, dict):
            yield from self.mapping(want, got, path)
        elif isinstance(want, list) and isinstance(got, list):
            yield from self._sequence(want, got, path)
        elif not self._scalar(want, got):
            yield path, want, got

    def mapping(self, want: Mapping[str, Any], got: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any, Any]]:
        rest = dict(got)
        for key, item in want.items():
            found = self._key(key, want, rest)
            if found is None:
                yield f"{path}.{key}", item, ABSENT
            else:
                yield from self.value(item, rest.pop(found), f"{path}.{key}")
        for key, item in rest.items():
            yield f"{path}.{key}", ABSENT, item

    def _key(self, key: str, want: Mapping[str, Any], rest: Mapping[str, Any]) -> str | None:
        if key in rest or not _PLACEHOLDER.search(key):
            return key if key in rest else None
        other = next((name for name in rest if name not in want), None)
        return other if other is not None and self._text(key, other) else None

    def _sequence(self, want: Sequence[Any], got: Sequence[Any], path: str) -> Iterator[tuple[str, Any, Any]]:
        for index in range(max(len(want), len(got))):
            place = f"{path}[{index}]"
            if index >= len(got):
                yield place, want[index], ABSENT
            elif index >= len(want):
                yield place, ABSENT, got[index]
            else:
                yield from self.value(want[index], got[index], place)

    def _error(self, want: Mapping[str, Any], got: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
        if want.get("engine"):
            return
        if want.get("abort"):
            if not (isinstance(got, dict) and got.get("abort")):
                yield path, {"$error": want}, {"$error": got}
            return
        yield from self.value(dict(want), got, f"{path}.$error")

    def _scalar(self, want: Any, got: Any) -> bool:
        if isinstance(want, str):
            return self._text(want, got)
        if want is None or isinstance(want, bool):
            return want is got
        if isinstance(want, int | float):
            return isinstance(got, int | float) and not isinstance(got, bool) and want == got
        return False

    def _text(self, want: str, got: Any) -> bool:
        if want in _ANY_SCALAR:
            return isinstance(got, str | int | float) and not isinstance(got, bool)
        if not isinstance(got, str):
            return False
        return want == got or self._matches(want, got)

    def _matches(self, want: str, got: str) -> bool:
        names = _PLACEHOLDER.findall(want)
        if not names:
            return False
        literals = _PLACEHOLDER.split(want)[::2]
        groups = (_PATTERNS.get(name, r"([\s\S]+?)") for name in names)
        pattern = re.escape(literals[0]) + "".join(g + re.escape(x) for g, x in zip(groups, literals[1:], strict=True))
        found = re.fullmatch(pattern, got)
        return found is not None and all(map(self._binds, names, found.groups()))

    def _binds(self, name: str, text: str) -> bool:
        return not name.startswith("gen-") or self.bound.setdefault(name, text) == text


def _is_error(want: Any) -> bool:
    return isinstance(want, dict) and want.keys() == {"$error"} and isinstance(want["$error"], dict)


def compare(expected: Mapping[str, Any], actual: Mapping[str, Any], *, unordered: bool = False) -> list[Difference]:
    """Return every difference, part by part; events and sleeps count where the expected side has them."""
    comparison = _Comparison()
    arrange = sorted_requests if unordered else list
    pairs: list[tuple[str, Any, Any, str]] = [
        ("requests", arrange(expected["requests"]), arrange(actual.get("requests", [])), "requests"),
        ("outcome", _picked(expected), _picked(actual), "$"),
    ]
    pairs += [(key, expected[key], actual.get(key, ABSENT), key) for key in ("events", "sleeps") if key in expected]
    return [Difference(part, *found) for part, want, got, path in pairs for found in comparison.value(want, got, path)]


def parts_of(expected: Mapping[str, Any], differences: Sequence[Difference]) -> dict[str, bool]:
    """Return which parts are equal; `error` and `stream` are views of `outcome`, there when the case has them."""
    result = expected.get("result")
    verdicts = {part: not any(d.part == part for d in differences) for part in ("requests", "outcome")}
    verdicts |= {
        part: not any(d.part == part for d in differences) for part in ("events", "sleeps") if part in expected
    }
    if "error" in expected:
        verdicts["error"] = verdicts["outcome"]
    if isinstance(result, dict) and "stream" in result:
        verdicts["stream"] = not any(_concerns_stream(difference.path) for difference in differences)
    return verdicts


def _concerns_stream(path: str) -> bool:
    return path.startswith(("$.result.stream", "$.status")) or path in {"$.result", "$.error"}


def _picked(outcome: Mapping[str, Any]) -> dict[str, Any]:
    return {key: outcome[key] for key in _OUTCOME_KEYS if key in outcome}


def sorted_requests(requests: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return requests that may come in any order in the one in which they are compared."""
    return sorted(requests, key=lambda request: json.dumps([request.get("url"), request.get("body")], sort_keys=True))
