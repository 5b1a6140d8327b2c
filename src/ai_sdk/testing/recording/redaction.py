"""What must not be in a recording: keys, tokens, cookies, signatures, by their names and by their values.

By name: headers, query parameters and JSON fields whose name says so. By value: what a request carried in such a place
is hidden wherever else it turns up, such as in an error message that repeats the key.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote_plus, urlsplit

__all__ = ["REDACTED", "Redactor"]

REDACTED = "REDACTED"

_SHORTEST_VALUE = 16
"""Shorter values could be words of the conversation; they are hidden only where they stand."""

# The words of a header's or query parameter's name that make it secret, and how such a name may end.
_SECRET_WORD = re.compile(
    "apikey|assertion|auth|authentication|authorization|bearer|cookie|credentials?|jwt|key|organization|passwd|password"
    "|project|pwd|secret|session|sig|signature|token"
)
_SECRET_ENDING = re.compile("(?:apikey|accessid|password|secret|signature|token)$")
# The names of secret JSON fields, whole: `token` alone is a word of the model as well.
_SECRET_FIELD = re.compile(
    "(?:aws)?(?:secret)?accesskey(?:id)?|accesstoken|(?:x)?apikey|(?:client)?assertion|authorization|password"
    "|private(?:key|keyid)|(?:client)?secret|secretkey|(?:auth|bearer|id|refresh|security|session)token"
)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_PARAMETERS = re.compile(r"""((?:^|[?&]|\\u0026)([\w.\-%\[\]]+)=)([^&#\s"'<>\\]+)""")
_FIELDS = re.compile(r'("((?:[^"\\]|\\.)*)"\s*:\s*")((?:[^"\\]|\\.)*)(?=")')


class Redactor:
    """Hides secrets; `hide` are further names, of headers, query parameters or JSON fields, in any spelling.

    >>> redactor = Redactor(["Session-Id"])
    >>> redactor.text("https://a.example/b?key=k1&session_id=s1&page=2")
    'https://a.example/b?key=REDACTED&session_id=REDACTED&page=2'
    """

    def __init__(self, hide: Iterable[str] = ()) -> None:
        self._hidden = frozenset(map(_plain, hide))
        self._values: set[bytes] = set()

    def learn(self, url: str, headers: Mapping[str, str]) -> None:
        """Remember the values of a request that are secret, in every way that they may be written elsewhere."""
        values = [value for name, value in headers.items() if self._is_secret_name(name)]
        values += [unquote_plus(value) for _, name, value in _PARAMETERS.findall(url) if self._is_secret_name(name)]
        values += [secret for secret in (urlsplit(url).password, urlsplit(url).username) if secret]
        found = {part for value in values for part in _parts(value) if len(part) >= _SHORTEST_VALUE}
        self._values |= {form.encode() for part in found for form in _spellings(part)}

    def url(self, url: str) -> str:
        """Return a URL without user, password, fragment and secret parameters."""
        parts = urlsplit(url)
        return self.text(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl())

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Return headers, by name; those with a secret name have no value."""
        return {
            name: REDACTED if self._is_secret_name(name) else self.text(value)
            for name, value in sorted(headers.items())
        }

    def text(self, text: str) -> str:
        """Return a text without known values, and without secret parameters of URLs and fields of JSON in it."""
        text = self._without_values(text.encode()).decode()
        text = _PARAMETERS.sub(lambda match: self._hide(match, self._is_secret_name(match[2])), text)
        return _FIELDS.sub(lambda match: self._hide(match, self._is_secret_field(match[2])), text)

    def pieces(self, pieces: Sequence[bytes]) -> Sequence[bytes]:
        """Return the chunks of a body without known values; they become one when a value lies across two."""
        cleaned = [self._without_values(piece) for piece in pieces]
        joined = b"".join(cleaned)
        whole = self._without_values(joined)
        return cleaned if whole == joined else [whole]

    def document(self, value: Any) -> Any:
        """Return JSON data without secret fields, and with every text as `text` leaves it."""
        if isinstance(value, dict):
            return {self.text(key): self._field(key, item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.document(item) for item in value]
        return self.text(value) if isinstance(value, str) else value

    def _field(self, name: str, value: Any) -> Any:
        is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
        return REDACTED if is_plain and self._is_secret_field(name) else self.document(value)

    def _hide(self, match: re.Match[str], is_secret: bool) -> str:  # noqa: FBT001 - private
        return match[1] + REDACTED if is_secret else match[0]

    def _without_values(self, data: bytes) -> bytes:
        for value in sorted(self._values, key=len, reverse=True):
            data = data.replace(value, REDACTED.encode())
        return data

    def _is_secret_name(self, name: str) -> bool:
        plain = _plain(name)
        has_secret_word = any(_SECRET_WORD.fullmatch(word.lower()) for word in _WORDS.findall(name))
        return has_secret_word or _SECRET_ENDING.search(plain) is not None or plain in self._hidden

    def _is_secret_field(self, name: str) -> bool:
        plain = _plain(name)
        return _SECRET_FIELD.fullmatch(plain) is not None or plain in self._hidden


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _parts(value: str) -> set[str]:
    """Return a header's value and what it is put together of: `Bearer x`, `a=x; b=y`, `Credential=x/20260101/…`."""
    words = re.split(r"[\s,;]+", value)
    assigned = [word.partition("=")[2] for word in words]
    return {value.strip(), *words, *assigned, *(item.partition("/")[0] for item in assigned)}


def _spellings(secret: str) -> set[str]:
    return {
        secret,
        quote(secret, safe=""),
        quote(secret),
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
    }
