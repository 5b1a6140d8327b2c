"""Python names for specification paths, and the committed map that keeps them stable.

Law: a path that is in the map keeps its class name for ever; only new paths get new names.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"[A-Za-z0-9]+")
_BEFORE_WORD = re.compile(r"([^_])([A-Z][a-z]+)")
_BEFORE_CAPITAL = re.compile(r"([a-z0-9])([A-Z])")
_NOT_IN_NAMES = re.compile(r"\W+")
_CLASS_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_UNTAGGED = re.compile(r"variant\d+|object")
_LONGEST = 60

ITEMS = "[]"
VALUES = "{}"


def is_class_name(name: str) -> bool:
    """Say whether a definition's name can be a Python class as it stands."""
    return _CLASS_NAME.fullmatch(name) is not None


def pascal_case(text: str) -> str:
    """Turn any spelling into PascalCase: `response.output_item.added` becomes `ResponseOutputItemAdded`."""
    return "".join(word[:1].upper() + word[1:] for word in _WORD.findall(text))


def snake_case(text: str) -> str:
    """Turn any spelling into snake_case, by the rules of the model generator: `baseURL` becomes `base_url`."""
    spaced = _BEFORE_WORD.sub(r"\1_\2", _NOT_IN_NAMES.sub("_", text))
    return _BEFORE_CAPITAL.sub(r"\1_\2", spaced).lower()


def singular(word: str) -> str:
    """Name one element of a list: `Choices` becomes `Choice`, `Queries` becomes `Query`, `Status` stays."""
    if word.endswith("ies") and len(word) > len("xies"):
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def path_words(segments: Sequence[str]) -> list[str]:
    """Spell the steps below a definition as words.

    Items make their list singular, values of a record say so; an untagged alternative is told in its own name only, not
    in the names below it.
    """
    words: list[str] = []
    steps = [step for step in segments[:-1] if not _UNTAGGED.fullmatch(step)]
    for segment in [*steps, *segments[-1:]]:
        if segment == ITEMS and words:
            words[-1] = singular(words[-1])
        elif segment == ITEMS:
            words.append("Item")
        elif segment == VALUES:
            words.append("Value")
        else:
            words.append(pascal_case(segment) or "Variant")
    return words


def propose_name(owner: str, segments: Sequence[str], taken: Iterable[str]) -> str:
    """Name the node at `segments` below `owner`: the whole path, without its middle when that is too long."""
    used = frozenset(taken)
    words = path_words(segments)
    short = [owner, *words]
    while len("".join(short)) > _LONGEST and len(short) > len((owner, "Parent", "Leaf")):
        del short[1]
    for candidate in ("".join(short), owner + "".join(words)):
        if candidate not in used:
            return candidate
    number = 2
    while f"{''.join(short)}{number}" in used:
        number += 1
    return f"{''.join(short)}{number}"


def choose_names(
    module: str,
    definitions: Iterable[str],
    groups: Sequence[Sequence[tuple[str, ...]]],
    committed: Mapping[str, str],
) -> list[tuple[str, str]]:
    """Give each group of equal shapes one class name.

    Args:
        module: the module's key, `groq/chat/wire`.
        definitions: the names that the specification itself gives.
        groups: for each distinct shape, the paths (definition first) where it stands, in file order.
        committed: the map `path -> class name` as it is on disk.

    Returns:
        For each group the path that owns the name, and the name.
    """
    taken = set(definitions)
    chosen: dict[int, tuple[str, str]] = {}
    for index, paths in enumerate(groups):
        keys = (path_key(module, path) for path in paths)
        known = next(((key, committed[key]) for key in keys if committed.get(key, "") not in {"", *taken}), None)
        if known is not None:
            chosen[index] = known
            taken.add(known[1])
    for index, paths in enumerate(groups):
        if index not in chosen:
            owner, *segments = paths[0]
            name = propose_name(owner, segments, taken)
            chosen[index] = (path_key(module, paths[0]), name)
            taken.add(name)
    return [chosen[index] for index in range(len(groups))]


def path_key(module: str, path: Sequence[str]) -> str:
    """Write a path the way the committed map does: `groq/chat/wire#GroqChatChunk/choices/[]`."""
    return f"{module}#{'/'.join(path)}"
