"""How a TypeScript symbol is spelled in Python: camelCase to snake_case, with acronyms and brand names kept whole."""

import re

_BRANDS = ("OpenAI",)
_WORD = re.compile(r"[A-Z]+s?(?=[A-Z][a-z]|$|_)|[A-Z]?[a-z0-9]+|[A-Z]+")


def python_name(name: str, package: str = "") -> str:
    """Return the Python spelling of a TypeScript name.

    The words of the npm package name are one word each wherever they occur, because the package folder spells them so.

    >>> python_name("createOpenAICompatible", "openai-compatible")
    'create_openai_compatible'
    >>> python_name("baseURL")
    'base_url'
    """
    for word in (*_BRANDS, *package.split("-")):
        if word:
            name = re.sub(re.escape(word), lambda found: found[0].capitalize(), name, count=1, flags=re.IGNORECASE)
    return "_".join(_WORD.findall(name)).lower()


def module_name(package: str, entry: str | None = None) -> str:
    """Return the Python module of an npm package suffix and an export path such as `./anthropic`."""
    path = f"ai_sdk.providers.{package}"
    if entry and entry != ".":
        path += entry.removeprefix(".").replace("/", ".")
    return path.replace("-", "_")
