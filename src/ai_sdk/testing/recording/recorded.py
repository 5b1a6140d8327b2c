"""The way into recording: a client that records the first time and replays from then on."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.testing.recording.exchange import Editor, Filter
from ai_sdk.testing.recording.player import Player
from ai_sdk.testing.recording.recorder import Recorder
from ai_sdk.testing.recording.redaction import Redactor

__all__ = ["Mode", "recorded"]

Mode = Literal["once", "replay", "record"]

_MODES: tuple[Mode, ...] = ("once", "replay", "record")
_VARIABLE = "AI_SDK_RECORD"


def recorded(
    path: str | Path,
    *,
    mode: Mode | None = None,
    http_client: HttpClient | None = None,
    hide: Iterable[str] = (),
    filters: Sequence[Filter] = (),
) -> Recorder | Player:
    """Return a client for a provider's `http_client` that records its traffic in a file, or answers from it.

    async with recorded("tests/recordings/weather.json") as client:
        groq = create_groq(http_client=client)

    `mode` is `once` (record when the file is not there), `replay` (no network, ever) or `record` (anew); by default it
    is what the environment variable `AI_SDK_RECORD` says, and else `once`. `http_client` sends the requests that are
    recorded; it stays yours to close. `hide` names further headers, query parameters and JSON fields whose values are
    secret. `filters` change what is written and compared. Close it, or use it with `async with`: that writes the file,
    or tells which exchanges were not used.

    Raises `FileNotFoundError` when there is nothing to replay, and `ValueError` for a mode or file that is none.
    """
    path = Path(path)
    chosen = _mode(mode)
    editor = Editor(Redactor(hide), filters)
    if chosen == "record" or (chosen == "once" and not path.exists()):
        return Recorder(path, ClientOwner(http_client), editor)
    if not path.exists():
        raise FileNotFoundError(f"there is no recording at {path}; {_VARIABLE}=record makes one")
    return Player(path, editor)


def _mode(mode: str | None) -> Mode:
    said = mode or os.environ.get(_VARIABLE) or "once"
    for known in _MODES:
        if said == known:
            return known
    raise ValueError(f"{said!r} is no mode of recording: {', '.join(_MODES)}")
