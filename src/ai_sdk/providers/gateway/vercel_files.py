"""Where Vercel's tools keep their files on this machine, and the error of those who look for them."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from ai_sdk.provider.errors import AISDKError

__all__ = ["VercelOidcTokenError", "user_data_directory", "write_private"]


class VercelOidcTokenError(AISDKError):
    """There is no token, and none could be fetched; the message says what is missing."""

    name = "VercelOidcTokenError"


def user_data_directory() -> Path | None:
    """Return the folder in which programs keep a user's data, or `None` on a system that has none."""
    given = os.environ.get("XDG_DATA_HOME")
    if given:
        return Path(given)
    match sys.platform:
        case "darwin":
            return Path.home() / "Library" / "Application Support"
        case "linux":
            return Path.home() / ".local" / "share"
        case "win32":
            return Path(os.environ["LOCALAPPDATA"]) if os.environ.get("LOCALAPPDATA") else None
    return None


def write_private(file: Path, value: Any) -> None:
    """Write JSON into a file that only the user can read."""
    file.parent.mkdir(mode=0o770, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(json.dumps(value), "utf-8")
