"""A request and its response as they stand in a recording: without secrets, and without what differs between runs."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ai_sdk.provider_utils.transport import HttpRequest
from ai_sdk.testing.recording.body import encode_body
from ai_sdk.testing.recording.redaction import Redactor

__all__ = ["Editor", "Filter"]

Filter = Callable[[dict[str, Any]], dict[str, Any]]
"""Gets a request (with `method`) or a response (with `status`) as it would be written, and returns what to write."""

# The headers of a request take no part in matching: what is kept is for the reader of the file.
_KEPT_OF_A_REQUEST = frozenset({"accept", "anthropic-beta", "anthropic-version", "content-type", "openai-beta"})
# The body is kept as it was decoded.
_LEFT_OUT_OF_A_RESPONSE = frozenset(
    {"connection", "content-encoding", "content-length", "keep-alive", "set-cookie", "transfer-encoding"}
)
_BOUNDARY = re.compile('boundary="?([^";]+)"?')


@dataclass(frozen=True, slots=True)
class Editor:
    """Makes of requests and responses what stands in the file."""

    redactor: Redactor
    filters: Sequence[Filter] = ()

    def request(self, request: HttpRequest, content: Sequence[bytes]) -> dict[str, Any]:
        """Return a request for the file, or for comparing with one that is in it."""
        headers = {name.lower(): value for name, value in request.headers.items() if name.lower() in _KEPT_OF_A_REQUEST}
        if boundary := _BOUNDARY.search(headers.get("content-type", "")):  # it is random
            headers["content-type"] = _BOUNDARY.sub("boundary=boundary", headers["content-type"])
            content = [b"".join(content).replace(boundary[1].encode(), b"boundary")]
        form = {
            "method": request.method,
            "url": self.redactor.url(request.url),
            "headers": self.redactor.headers(headers),
            "body": self._body(content),
        }
        return self._filtered(form)

    def response(
        self, *, status: int, reason: str, headers: Mapping[str, str], pieces: Sequence[bytes], cut: str | None
    ) -> dict[str, Any]:
        """Return a response for the file; `cut` says why its body ends before its end."""
        kept = {name: value for name, value in headers.items() if name not in _LEFT_OUT_OF_A_RESPONSE}
        form = {
            "status": status,
            "reason": reason,
            "headers": self.redactor.headers(kept),
            "body": self._body(pieces),
        }
        return self._filtered(form if cut is None else {**form, "cut": self.redactor.text(cut)})

    def _body(self, pieces: Sequence[bytes]) -> Any:
        return self.redactor.document(encode_body(self.redactor.pieces(pieces)))

    def _filtered(self, form: dict[str, Any]) -> dict[str, Any]:
        for filter_form in self.filters:
            form = filter_form(form)
        return form
