"""Queries of URLs, as JavaScript's `URLSearchParams` writes them."""

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

__all__ = ["encode_search_params", "with_search_params"]


def encode_search_params(parameters: Iterable[tuple[str, str]]) -> str:
    """Return the query of names and values, in order.

    >>> encode_search_params([("q", "a b*~"), ("q", "c")])
    'q=a+b*%7E&q=c'
    """
    return urlencode(list(parameters), safe="*").replace("~", "%7E")


def with_search_params(url: str, parameters: Iterable[tuple[str, str]]) -> str:
    """Return `url` with these parameters in its query, in place of others with their names.

    >>> with_search_params("wss://host/v1?model=a&x=1", [("model", "b")])
    'wss://host/v1?x=1&model=b'
    """
    given = list(parameters)
    names = {name for name, _ in given}
    parts = urlsplit(url)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in names]
    return parts._replace(query=encode_search_params([*kept, *given])).geturl()
